// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/memory/engine_style.h"
#include "core/units/units.h"

namespace rigwright {

/// Bytes of a model's weights by where an engine can put them. A layer is attention (with norms)
/// and either a dense feed-forward part or, in a mixture, router, shared and routed experts.
struct WeightLayout
{
    double embeddingRam = 0;    ///< token embedding in system RAM
    double embeddingDevice = 0; ///< token embedding, with the first layers
    double head = 0;            ///< output head, with the last layers
    double vision = 0;          ///< image encoder, with the first layers
    int layers = 0;
    int denseLayers = 0;  ///< leading layers without experts
    double attention = 0; ///< per layer
    double denseFfn = 0;  ///< per dense layer
    double shared = 0;    ///< per mixture layer: router and shared experts
    double experts = 0;   ///< per mixture layer: all routed experts
    /// Mixes that store attn_v and ffn_down of some layers with more bits: what such a layer has on
    /// top of the numbers above.
    double largestExpertTensor = 0;
    double richAttention = 0;
    double richDenseFfn = 0;
    double richExperts = 0;

    bool isRich(int layer) const;
    /// Bytes of layers [from, to), with or without their routed experts.
    double layerBytes(int from, int to, bool withExperts = true) const;
    double expertBytes(int from, int to) const;
    double replicatedBytes(int, int) const { return 0; }
    double all() const { return embeddingDevice + head + vision + layerBytes(0, layers); }
};

WeightLayout weightLayout(const LlmModel &model, const Quantization &quant, const EngineStyle &style,
                          const EngineSettings &settings = {});

/// @return exact bytes of the model file in that quantization, or 0 where the catalogue has none
Bytes knownFileBytes(const LlmModel &model, const Quantization &quant);

} // namespace rigwright
