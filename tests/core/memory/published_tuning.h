// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/fine_tuning.h"

/// Published memory of training runs with the settings that their sources state.
namespace rigwright::test {

/// A Llama-like model from the figures of its config.json.
struct DenseGeometry
{
    int layers, hidden, heads, kvHeads, headDim, ffn, vocabulary;
    bool tied = false;
};
LlmModel denseModel(const DenseGeometry &geometry);

inline constexpr DenseGeometry kLlama32of3B{28, 3072, 24, 8, 128, 8192, 128256, true};
inline constexpr DenseGeometry kLlama31of8B{32, 4096, 32, 8, 128, 14336, 128256};
inline constexpr DenseGeometry kLlama31of70B{80, 8192, 64, 8, 128, 28672, 128256};
inline constexpr DenseGeometry kLlama31of405B{126, 16384, 128, 8, 128, 53248, 128256};
inline constexpr DenseGeometry kLlama2of70B{80, 8192, 64, 8, 128, 28672, 32000};
inline constexpr DenseGeometry kLlama1of65B{80, 8192, 64, 64, 128, 22016, 32000};
inline constexpr DenseGeometry kQwen7B{32, 4096, 32, 32, 128, 11008, 151936};

/// 4-bit values, an 8-bit maximum per 64 of them and a 32-bit one per 256 blocks.
/// Source: Dettmers et al., "QLoRA", section 3, double quantization.
Quantization doubleQuantizedNf4();
/// 4-bit values with a 16-bit scale and a 4-bit zero point per 128: 4.156 bits (AutoGPTQ).
Quantization gptqInt4();

/// How a figure was taken.
enum class Gauge {
    Framework, ///< torch.cuda.max_memory_allocated and the like
    Card,      ///< the whole card, driver included
};

struct PublishedRun
{
    const char *name = "";
    DenseGeometry geometry;
    int gpus = 1;
    FineTuning settings;
    Quantization base;
    double gigabytes = 0; ///< per GPU, decimal
    Gauge gauge = Gauge::Framework;
    double tolerance = 0; ///< share of the measured figure
    double miss = 0;      ///< how far ours is off where that is beyond the tolerance, else 0
};

std::vector<PublishedRun> torchtuneRuns();
std::vector<PublishedRun> qwenRuns();
std::vector<PublishedRun> peftRuns();

} // namespace rigwright::test
