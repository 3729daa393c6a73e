// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/memory/memory_plan.h"
#include "core/speed/speed.h"
#include "core/units/result.h"

#include <memory>

class QIODevice;

namespace rigwright {

/// One question of the `predict` command, in the words of a measurement. Empty text and zero mean
/// "the default"; names are ids, names or aliases.
struct PredictionCase
{
    QString id;
    QString gpu; ///< a GPU, a unified-memory system, or "CPU: name"
    int gpuCount = 1;
    QString interconnect; ///< "NVLink", "PCIe 4.0 x8, no P2P"
    QString splitMode;    ///< none, layer, row, TPn, PPn, DPn, EPn, DEPn and combinations with "+"
    QString engine;
    QString model;
    QString quant;
    QString kvQuant;
    int promptTokens = 0;  ///< default 512
    int genTokens = 0;     ///< default 128
    int contextDepth = -1; ///< tokens already in the cache; < 0 = the prompt where one is given, else none
    int contextTokens = 0; ///< context to reserve memory for; 0 = depth + prompt + generated
    int concurrency = 0;   ///< default 1
    double systemMemoryGBs = 0;
    int gpuLayers = -1;              ///< --n-gpu-layers; < 0 = all
    int hostExpertLayers = -1;       ///< --n-cpu-moe; < 0 = as `splitMode` says
    std::vector<double> tensorSplit; ///< --tensor-split; empty = by free memory
    EngineSettings engineSettings;
};

/// The answer. Where `ok` is false only `message` is meant.
struct Prediction
{
    bool ok = false;
    QString message; ///< why there is no answer, or why a plan was refused
    Machine machine;
    ResolvedDeployment deployment;
    MemoryPlan plan;
    SpeedResult speed;
};

/// Answers questions about one catalogue; keeps what it looked up, so that many are fast.
/// `catalog` must outlive it.
class Predictor
{
public:
    explicit Predictor(const Catalog &catalog, bool useMeasurements = true);
    ~Predictor();
    Predictor(const Predictor &) = delete;
    Predictor &operator=(const Predictor &) = delete;

    Prediction predict(const PredictionCase &question);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Reads cases as CSV (a header line names the columns, unknown ones are ignored) and writes one
/// result row per case. A row that cannot be answered gets status "error" and a message.
/// @return the number of cases, or Invalid/Io with the line where the file is not a cases file
Result<qint64> predictCases(QIODevice &in, QIODevice &out, const Catalog &catalog, bool useMeasurements = true);

} // namespace rigwright
