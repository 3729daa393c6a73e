// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/model.h"
#include "core/interchange/config_family.h"
#include "core/interchange/config_keys.h"

#include <vector>

namespace rigwright {

/// A model as its configuration describes it, with what a row of the catalogue has no column for.
struct ConfigShape
{
    enum class Layer { Full, Sliding, Linear };

    LlmModel model; ///< geometry only
    ConfigFamily family;
    std::vector<Layer> layers;
    int expertLayers = 0;
    int denseFfnLayers = 0;
    int wideFfnLayers = 0;    ///< of them: with an FFN of twice the width (Gemma 4 E2B)
    int sharedFfnSize = 0;    ///< of all shared experts of a layer together
    bool gatedShared = false; ///< a gate decides about the shared expert
    bool expertBias = false;
    bool attentionSinks = false;
    int globalHeads = 0; ///< KV heads of the layers that keep everything
    int globalHeadDim = 0;
    bool globalKeyIsValue = false;
    int layersWithoutCache = 0; ///< the last ones, which reuse earlier keys and values
    int perLayerEmbedding = 0;  ///< width of Gemma's embedding per layer
    int indexHeads = 0;         ///< of sparse attention (DeepSeek V3.2)
    int indexHeadDim = 0;
    qint64 linearParameters = 0; ///< per linear layer
    qint64 linearState = 0;      ///< bytes per linear layer and sequence
};

/// Reads the sizes of a configuration; what is missing is kept by `keys`.
ConfigShape configShape(ConfigKeys &keys, const ConfigFamily &family);

/// Counts the weights of a model from its sizes. @return its classes; `lookedUp` becomes the part of
/// `routerNormOther` of which a token needs one row
ParameterClasses configWeights(const ConfigShape &shape, qint64 &lookedUp);

} // namespace rigwright
