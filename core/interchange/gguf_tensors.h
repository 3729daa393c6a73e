// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/model.h"
#include "core/interchange/gguf_header.h"

#include <vector>

namespace rigwright {

/// What one layer of a model is made of.
struct GgufLayer
{
    bool attention = false; ///< keeps keys and values, or a latent
    bool latent = false;    ///< of multi-head latent attention
    bool linear = false;    ///< state space, short convolution or linear attention
    bool denseFfn = false;
    bool experts = false;
    friend bool operator==(const GgufLayer &, const GgufLayer &) = default;
};

/// The weights of a file by class. Draft layers (multi-token prediction) are left out: engines do not load them.
struct GgufWeights
{
    ParameterClasses classes;
    qint64 vision = 0;   ///< with audio
    qint64 lookedUp = 0; ///< of the class of norms and others: the embedding per layer of Gemma 3n and 4
    Bytes bytes;         ///< of everything but vision
    bool hasOutputHead = false;
    std::vector<GgufLayer> layers;
    QHash<const GgufType *, Bytes> bytesByType;
};

/// Sorts tensors by the names that llama.cpp gives them (src/llama-arch.cpp, LLM_TENSOR_NAMES).
/// @param layers  tensors of higher ones are left out
GgufWeights ggufWeights(const GgufHeader &header, int layers);

} // namespace rigwright
