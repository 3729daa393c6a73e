// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/config_family.h"

#include <algorithm>
#include <iterator>

namespace rigwright {

namespace {

using enum ConfigFamily::QkNorm;

constexpr ConfigFamily kFamilies[] = {
    {.modelType = "llama"},
    {.modelType = "llama4"},
    {.modelType = "llama4_text"},
    {.modelType = "mllama_text_model"},
    {.modelType = "mistral", .alwaysGlobal = true},
    {.modelType = "ministral3"},
    {.modelType = "mixtral", .alwaysGlobal = true},
    {.modelType = "qwen2", .qkvBias = true},
    {.modelType = "qwen2_vl", .qkvBias = true},
    {.modelType = "qwen2_vl_text", .qkvBias = true},
    {.modelType = "qwen2_5_vl", .qkvBias = true},
    {.modelType = "qwen2_5_vl_text", .qkvBias = true},
    {.modelType = "qwen2_moe", .qkvBias = true},
    {.modelType = "qwen3", .qkNorm = PerHead},
    {.modelType = "qwen3_moe", .qkNorm = PerHead},
    {.modelType = "qwen3_vl_text", .qkNorm = PerHead},
    {.modelType = "qwen3_vl_moe_text", .qkNorm = PerHead},
    {.modelType = "qwen3_next", .qkNorm = PerHead, .gatedQuery = true},
    {.modelType = "qwen3_5_text", .qkNorm = PerHead, .gatedQuery = true},
    {.modelType = "qwen3_5_moe_text", .qkNorm = PerHead, .gatedQuery = true},
    {.modelType = "gemma", .tied = true},
    {.modelType = "gemma2", .norms = 4, .tied = true, .slidingPeriod = 2},
    {.modelType = "gemma3_text", .norms = 4, .tied = true, .qkNorm = PerHead, .slidingPeriod = 6},
    {.modelType = "gemma4_text", .norms = 4, .tied = true, .qkNorm = PerHead, .slidingPeriod = 6},
    {.modelType = "phi",
     .norms = 1,
     .qkvBias = true,
     .outputBias = true,
     .gatedFfn = false,
     .ffnBias = true,
     .normBias = true,
     .headBias = true},
    {.modelType = "phi3", .alwaysGlobal = true},
    {.modelType = "phimoe",
     .qkvBias = true,
     .outputBias = true,
     .normBias = true,
     .headBias = true,
     .alwaysGlobal = true},
    {.modelType = "deepseek_v2"},
    {.modelType = "deepseek_v3", .routerBias = true},
    {.modelType = "deepseek_v32", .routerBias = true},
    {.modelType = "kimi_k2", .routerBias = true},
    {.modelType = "glm4_moe_lite", .routerBias = true},
    {.modelType = "glm_moe_dsa", .routerBias = true},
    {.modelType = "glm"},
    {.modelType = "glm4", .norms = 4},
    {.modelType = "chatglm"},
    {.modelType = "glm4_moe", .routerBias = true},
    {.modelType = "gpt_oss", .qkvBias = true, .outputBias = true, .routerBias = true, .slidingPeriod = 2},
    {.modelType = "cohere", .norms = 1, .tied = true},
    {.modelType = "cohere2", .norms = 1, .tied = true, .slidingPeriod = 4},
    {.modelType = "granite"},
    {.modelType = "granitemoe"},
    {.modelType = "granitemoehybrid"},
    {.modelType = "nemotron", .gatedFfn = false, .normBias = true},
    {.modelType = "minimax_m1"},
    {.modelType = "minimax_m2", .qkNorm = FullWidth, .routerBias = true},
    {.modelType = "olmo", .norms = 0},
    {.modelType = "olmo2", .qkNorm = FullWidth},
    {.modelType = "olmo3", .qkNorm = FullWidth, .slidingPeriod = 4},
    {.modelType = "olmoe", .qkNorm = FullWidth},
    {.modelType = "falcon", .norms = 1, .tied = true, .gatedFfn = false, .normBias = true},
    {.modelType = "starcoder2",
     .tied = true,
     .qkvBias = true,
     .outputBias = true,
     .gatedFfn = false,
     .ffnBias = true,
     .normBias = true,
     .alwaysGlobal = true},
    {.modelType = "gpt_bigcode",
     .tied = true,
     .qkvBias = true,
     .outputBias = true,
     .gatedFfn = false,
     .ffnBias = true,
     .normBias = true,
     .learnsPositions = true},
    {.modelType = "gpt2",
     .tied = true,
     .qkvBias = true,
     .outputBias = true,
     .gatedFfn = false,
     .ffnBias = true,
     .normBias = true,
     .learnsPositions = true},
    {.modelType = "internlm2"},
    {.modelType = "internlm3"},
    {.modelType = "exaone4", .qkNorm = PerHead, .slidingPeriod = 4},
    {.modelType = "smollm3"},
    {.modelType = "seed_oss", .qkvBias = true},
    {.modelType = "ernie4_5"},
    {.modelType = "ernie4_5_moe", .routerBias = true},
    {.modelType = "dots1", .qkNorm = PerHead, .routerBias = true},
};

} // namespace

const ConfigFamily *configFamily(const QString &modelType)
{
    const auto found = std::ranges::find_if(
        kFamilies, [&modelType](const ConfigFamily &f) { return modelType == QLatin1String(f.modelType); });
    return found == std::end(kFamilies) ? nullptr : found;
}

} // namespace rigwright
