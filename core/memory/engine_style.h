// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/model.h"

namespace rigwright {

/// How an engine lays a model out in memory, as far as the catalogue's columns do not say it.
/// Sources: llama.cpp src/llama-model.cpp and src/llama-kv-cache*.cpp, vLLM and SGLang
/// documentation, exllamav3 model/model.py, mlx-lm generate.py.
struct EngineStyle
{
    enum class Kind {
        LlamaCpp, ///< buffers per device, cache reserved up front for all slots
        Pooled,   ///< a claimed share of the memory, the cache is what is left (vLLM, SGLang, TensorRT-LLM)
        ExLlama,
        Mlx,
        Eager, ///< PyTorch without a server (Transformers), and engines nothing is known about
    };
    /// What a pooled engine's share of the memory is a share of.
    enum class Pool {
        Everything,      ///< all that it takes (vLLM --gpu-memory-utilization)
        WeightsAndCache, ///< buffers and context are outside of it (SGLang --mem-fraction-static)
        Rest,            ///< the cache's, of what weights and buffers leave (TensorRT-LLM)
    };
    Kind kind = Kind::Eager;
    bool embeddingInRam = false;        ///< token embedding stays in system RAM
    bool windowedCache = true;          ///< sliding-window layers keep only the window
    bool evenHeads = true;              ///< tensor parallelism must divide attention and KV heads
    bool tensorNeedsPlainCache = false; ///< tensor parallelism refuses a quantized cache
    bool extraActivation = false;       ///< one more activation beside the logits (ik_llama.cpp)
    bool stagesExperts = false;         ///< experts in RAM go through the GPU for prompts (llama.cpp op offload)
    Pool pool = Pool::Everything;
};

EngineStyle styleOf(const InferenceEngine &engine);

} // namespace rigwright
