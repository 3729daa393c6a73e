// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/memory/engine_style.h"
#include "core/units/units.h"

#include <vector>

namespace rigwright {

/// Bytes of a model's weights by where an engine can put them. A layer is attention (with norms)
/// and either a dense feed-forward part or, in a mixture, router, shared and routed experts.
struct WeightLayout
{
    /// Bytes of the layers before one.
    struct Sum
    {
        double plain = 0; ///< all but routed experts
        double experts = 0;
        double replicated = 0; ///< of `plain`
    };

    double embeddingRam = 0;    ///< token embedding in system RAM
    double embeddingDevice = 0; ///< token embedding, with the first layers
    double head = 0;            ///< output head, with the last layers
    double vision = 0;          ///< image encoder, with the first layers
    int layers = 0;
    int denseLayers = 0;            ///< leading layers without experts
    double largestExpertTensor = 0; ///< gate, up or down of all experts of one layer
    std::vector<Sum> sums;          ///< layers + 1 of them

    /// Bytes of layers [from, to), with or without their routed experts.
    double layerBytes(int from, int to, bool withExperts = true) const;
    double expertBytes(int from, int to) const;
    /// Of layerBytes(from, to, false): what tensor parallelism keeps on every device instead of dividing it: norms,
    /// routers, and the projections of multi-head latent attention into its latents.
    /// Source: vLLM, model_executor/models/deepseek_v2.py (ReplicatedLinear).
    double replicatedBytes(int from, int to) const;
    double all() const { return embeddingDevice + head + vision + layerBytes(0, layers); }
};

/// @return the bytes that loading takes; in GGUF files every tensor has the type that llama-quantize gives it, and
/// what a known size of the file differs is spread over the layers in proportion
WeightLayout weightLayout(const LlmModel &model, const Quantization &quant, const EngineStyle &style,
                          const EngineSettings &settings = {});

/// @return exact bytes of the model file in that quantization, or 0 where the catalogue has none
Bytes knownFileBytes(const LlmModel &model, const Quantization &quant);

} // namespace rigwright
