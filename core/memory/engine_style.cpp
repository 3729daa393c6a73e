// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/engine_style.h"

#include <iterator>

namespace rigwright {

namespace {

struct NamedStyle
{
    QLatin1String engineId;
    EngineStyle style;
};

using Kind = EngineStyle::Kind;

using Pool = EngineStyle::Pool;

constexpr EngineStyle kLlama{.kind = Kind::LlamaCpp,
                             .embeddingInRam = true,
                             .windowedCache = true,
                             .evenHeads = false,
                             .tensorNeedsPlainCache = true,
                             .stagesExperts = true};
constexpr EngineStyle kIkLlama{.kind = Kind::LlamaCpp,
                               .embeddingInRam = true,
                               .windowedCache = false, // full-size as of 2026-04
                               .evenHeads = false,
                               .extraActivation = true};
constexpr EngineStyle kExLlama{
    .kind = Kind::ExLlama, .embeddingInRam = true, .windowedCache = false, .evenHeads = false};

const NamedStyle kStyles[] = {
    {QLatin1String("llama.cpp"), kLlama},
    {QLatin1String("ollama"), kLlama},
    {QLatin1String("lm-studio"), kLlama},
    {QLatin1String("ik_llama.cpp"), kIkLlama},
    {QLatin1String("llamafile"), kLlama},
    {QLatin1String("vllm"), {.kind = Kind::Pooled, .pool = Pool::Everything}},
    {QLatin1String("sglang"), {.kind = Kind::Pooled, .pool = Pool::WeightsAndCache}},
    {QLatin1String("tensorrt-llm"), {.kind = Kind::Pooled, .pool = Pool::Rest}},
    {QLatin1String("exllamav2"), kExLlama},
    {QLatin1String("exllamav3"), kExLlama},
    {QLatin1String("mlx"), {.kind = Kind::Mlx}},
};

} // namespace

EngineStyle styleOf(const InferenceEngine &engine)
{
    for (const NamedStyle &named : kStyles)
        if (engine.id == named.engineId)
            return named.style;
    return {};
}

} // namespace rigwright
