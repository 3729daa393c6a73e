// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/memory/engine_style.h"

namespace rigwright {

/// What a deployment's sequences keep in memory. Sources: llama.cpp src/llama-kv-cache-iswa.cpp and
/// src/llama-memory-recurrent.cpp, vLLM block manager, exllamav3 cache/quant.py, mlx-lm cache.
struct CacheLayout
{
    double globalPerToken = 0;  ///< bytes, layers that keep the whole context
    double slidingPerToken = 0; ///< bytes, sliding-window layers
    double recurrent = 0;       ///< bytes per sequence, constant in context
    int window = 0;
    int granularity = 1; ///< cells are reserved in multiples of this
    bool shared = false; ///< one pool of cells for all slots (llama.cpp unified cache)
    bool windowed = true;
    int physicalBatch = 0; ///< cells a window needs on top for the batch being processed
    int layers = 0;
    int globalLayers = 0;
    double layerF16 = 0; ///< bytes per token of one layer that keeps everything, at 16 bit

    /// Cells of the layers that keep everything, over all sequences.
    qint64 globalCells(int context, int sequences) const;
    qint64 slidingCells(int context, int sequences) const;
    /// Bytes of layers [from, to) for that many sequences of that context.
    double bytes(int context, int sequences, int from, int to) const;
    double bytes(int context, int sequences) const { return bytes(context, sequences, 0, layers); }
    /// Bytes that one step of one sequence reads at that depth.
    double readPerToken(int depth) const;
};

CacheLayout cacheLayout(const LlmModel &model, const InferenceEngine &engine, const EngineStyle &style,
                        const QString &kvType, const EngineSettings &settings = {});

/// Tokens of one step: what the settings say, or the engine's default on a device of so many bytes.
int physicalBatch(const EngineStyle &style, const EngineSettings &settings, double deviceMemory = 0);

/// @return whether a cache type is a block format that needs dequantizing (q8_0, q4_0, ...)
bool isQuantizedCache(const QString &kvType);

} // namespace rigwright
