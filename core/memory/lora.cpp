// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/lora.h"

#include <bit>

namespace rigwright {

namespace {

/// Rows and columns of the matrices of one attention layer that an adapter is put on.
double attentionSides(const LlmModel &model, LoraTargets targets)
{
    const double hidden = model.hiddenSize;
    const double heads = model.attentionHeads;
    const double queries = heads * model.headDim;
    double sides = 0;
    if (model.attention == AttentionKind::Mla) { // q_a, q_b (or q), kv_a, kv_b, o
        const double latent = model.kvLoraRank;
        const double values = heads * model.valueHeadDim;
        const double keys = heads * (model.headDim - model.ropeHeadDim);
        if (targets & LoraTarget::Query)
            sides += model.qLoraRank > 0 ? hidden + 2.0 * model.qLoraRank + queries : hidden + queries;
        if (targets & LoraTarget::Key)
            sides += hidden + latent + model.ropeHeadDim;
        if (targets & LoraTarget::Value)
            sides += latent + keys + values;
        if (targets & LoraTarget::Output)
            sides += values + hidden;
        return sides;
    }
    const double keys = double(model.kvHeads) * model.headDim;
    if (targets & LoraTarget::Query)
        sides += hidden + queries;
    if (targets & LoraTarget::Key)
        sides += hidden + keys;
    if (targets & LoraTarget::Value)
        sides += hidden + keys;
    if (targets & LoraTarget::Output)
        sides += queries + hidden;
    return sides;
}

int feedForwardTargets(LoraTargets targets)
{
    const LoraTargets inside = targets & (LoraTarget::Gate | LoraTarget::Up | LoraTarget::Down);
    return std::popcount(unsigned(inside));
}

} // namespace

int denseLayerCount(const LlmModel &model)
{
    return model.isMixtureOfExperts() ? std::clamp(model.denseLayers, 0, model.layers) : model.layers;
}

double sharedExpertWidth(const LlmModel &model)
{
    const int mixtures = model.layers - denseLayerCount(model);
    if (mixtures <= 0 || model.hiddenSize <= 0)
        return 0;
    constexpr double kMatrices = 3; // gate, up, down
    return double(model.classes.sharedExperts) / (kMatrices * model.hiddenSize * mixtures);
}

qint64 loraParameters(const LlmModel &model, LoraTargets targets, int rank)
{
    const double hidden = model.hiddenSize;
    const int dense = denseLayerCount(model);
    const int mixtures = model.layers - dense;
    const int perPart = feedForwardTargets(targets);
    const double shared = sharedExpertWidth(model);
    const double sharedSides = shared > 0 ? hidden + shared : 0;
    const double sides = attentionSides(model, targets) * model.layers + perPart * (hidden + model.ffnSize) * dense
                         + perPart * (model.experts * (hidden + model.expertFfnSize) + sharedSides) * mixtures;
    return qint64(rank * sides);
}

int loraTargetsPerToken(const LlmModel &model, LoraTargets targets)
{
    const int attention = std::popcount(unsigned(targets & kAttentionTargets));
    const int parts = model.isMixtureOfExperts() ? model.activeExperts + (sharedExpertWidth(model) > 0 ? 1 : 0) : 1;
    return attention + parts * feedForwardTargets(targets);
}

} // namespace rigwright
