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

// kind, embeddingInRam, windowedCache, evenHeads, tensorNeedsPlainCache
const NamedStyle kStyles[] = {
    {QLatin1String("llama.cpp"), {Kind::LlamaCpp, true, true, false, true}},
    {QLatin1String("ollama"), {Kind::LlamaCpp, true, true, false, true}},
    {QLatin1String("lm-studio"), {Kind::LlamaCpp, true, true, false, true}},
    {QLatin1String("ik_llama.cpp"), {Kind::LlamaCpp, true, false, false, false}}, // full-size SWA cache as of 2026-04
    {QLatin1String("llamafile"), {Kind::LlamaCpp, true, true, false, true}},
    {QLatin1String("vllm"), {Kind::Pooled, false, true, true, false}},
    {QLatin1String("sglang"), {Kind::Pooled, false, true, true, false}},
    {QLatin1String("tensorrt-llm"), {Kind::Pooled, false, true, true, false}},
    {QLatin1String("exllamav2"), {Kind::ExLlama, true, false, false, false}},
    {QLatin1String("exllamav3"), {Kind::ExLlama, true, false, false, false}},
    {QLatin1String("mlx"), {Kind::Mlx, false, true, true, false}},
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
