// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"
#include "core/evaluation/evaluation.h"

#include <optional>

/// What can be chosen for a deployment, and what a choice does to the rest of it. Pure functions;
/// the strip only shows them.
namespace rigwright::ui {

struct Choice
{
    QString id;
    QString label;
    QString detail; ///< for the tooltip
    friend bool operator==(const Choice &, const Choice &) = default;
};

struct ParallelismChoice
{
    QString label;
    Parallelism value; ///< only its split, ways and offload are part of the choice
};

/// "llama.cpp (llama-server)" -> "llama.cpp"
QString shortName(const QString &name);

std::vector<Choice> engineChoices(const Catalog &catalog);
/// Quantizations that the engine runs and that exist for the model; the present one is always there.
std::vector<Choice> quantizationChoices(const Deployment &deployment, const Catalog &catalog);
/// Cache types of the engine; the present one is always there.
std::vector<Choice> kvTypeChoices(const Deployment &deployment, const Catalog &catalog);
/// 2K, 4K, 8K ... up to the model's maximum, and the maximum itself.
std::vector<int> contextChoices(const Deployment &deployment, const Catalog &catalog);
/// Ways to spread over `devices` GPUs that the engine knows.
std::vector<ParallelismChoice> parallelismChoices(const Deployment &deployment, const Catalog &catalog, int devices);
/// @return the index of the deployment's parallelism among the choices, or -1
int indexOf(const std::vector<ParallelismChoice> &choices, const Parallelism &parallelism);

/// Another model: quantization and context stay where the model has them.
Deployment withModel(const Deployment &deployment, const LlmModel &model, const Build &build, const Catalog &catalog);
/// Another engine: quantization, cache type, parallelism and settings stay where it knows them, else the
/// quantization nearest in bits, the f16 cache, automatic placement and default settings.
Deployment withEngine(Deployment deployment, const InferenceEngine &engine, const Catalog &catalog);
Deployment withParallelism(Deployment deployment, const Parallelism &choice);

/// "32K", "32k ctx", "32768", "32,768", "1M" -> tokens; nullopt where that is no count of 1 or more
std::optional<int> parseTokens(const QString &text);

/// "llama.cpp · auto · KV q8_0", "vLLM · TP 4", "llama.cpp · GPU 3": engine, placement and cache in short.
QString runSummary(const Deployment &deployment, const Catalog &catalog, const std::vector<DeviceResult> &devices);

} // namespace rigwright::ui
