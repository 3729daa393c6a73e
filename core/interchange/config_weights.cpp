// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/config_shape.h"

/// The formulas of the catalogue's check of geometry, with norms, biases and routers to the last parameter.
namespace rigwright {

namespace {

qint64 latentAttention(const ConfigShape &shape)
{
    const LlmModel &m = shape.model;
    const qint64 d = m.hiddenSize, heads = m.attentionHeads, latent = m.kvLoraRank, queryLatent = m.qLoraRank;
    const qint64 nope = m.headDim - m.ropeHeadDim;
    const qint64 query =
        queryLatent > 0 ? queryLatent * (d + heads * m.headDim) + queryLatent : d * heads * m.headDim; // with its norm
    const qint64 compress = d * (latent + m.ropeHeadDim) + latent;
    const qint64 expand = latent * heads * (nope + m.valueHeadDim);
    return query + compress + expand + heads * m.valueHeadDim * d;
}

qint64 attention(const ConfigShape &shape, qint64 kvHeads, qint64 headDim, bool keyIsValue)
{
    const ConfigFamily &family = shape.family;
    const qint64 d = shape.model.hiddenSize;
    const qint64 query = shape.model.attentionHeads * headDim;
    const qint64 key = kvHeads * headDim;
    const qint64 keysAndValues = keyIsValue ? 1 : 2;
    qint64 count = d * (query * (family.gatedQuery ? 2 : 1) + keysAndValues * key) + query * d;
    if (family.qkvBias)
        count += query + keysAndValues * key;
    if (family.outputBias)
        count += d;
    if (family.qkNorm == ConfigFamily::QkNorm::PerHead)
        count += 2 * headDim;
    else if (family.qkNorm == ConfigFamily::QkNorm::FullWidth)
        count += query + key;
    return shape.attentionSinks ? count + shape.model.attentionHeads : count;
}

qint64 feedForward(const ConfigShape &shape, qint64 width, bool bias)
{
    const qint64 d = shape.model.hiddenSize;
    const qint64 matrices = shape.family.gatedFfn ? 3 : 2;
    return matrices * d * width + (bias ? (matrices - 1) * width + d : 0);
}

/// Gemma 3n and 4: a second embedding for each layer, its projections, norms and a scale.
/// Source: transformers, modeling_gemma4.py.
qint64 perLayerInputs(const ConfigShape &shape, qint64 &lookedUp)
{
    const qint64 d = shape.model.hiddenSize, width = shape.perLayerEmbedding, layers = shape.model.layers;
    if (width <= 0)
        return 0;
    lookedUp = shape.model.vocabularySize * layers * width;
    return lookedUp + d * layers * width + width + layers * (2 * d * width + d);
}

/// Sparse attention picks tokens with keys of its own. Source: DeepSeek-V3.2-Exp, inference/model.py, Indexer.
qint64 indexer(const ConfigShape &shape)
{
    const qint64 d = shape.model.hiddenSize, heads = shape.indexHeads, dim = shape.indexHeadDim;
    return heads > 0 ? shape.model.qLoraRank * heads * dim + d * dim + 2 * dim + d * heads : 0;
}

qint64 others(const ConfigShape &shape, qint64 &lookedUp)
{
    const LlmModel &m = shape.model;
    const ConfigFamily &family = shape.family;
    const qint64 d = m.hiddenSize, layers = m.layers;
    const bool isGemma4 = qstrcmp(family.modelType, "gemma4_text") == 0;
    const qint64 norm = d * (family.normBias ? 2 : 1);
    qint64 router = d * m.experts + (family.routerBias ? m.experts : 0) + (shape.gatedShared ? d : 0);
    if (isGemma4 && m.experts > 0)
        router += 4 * d + m.experts; // three more norms, a scale of the input, one per expert
    const qint64 outermost = family.norms > 0 ? norm : 0;
    return layers * (family.norms * norm + (isGemma4 ? 1 : 0) + indexer(shape)) + shape.expertLayers * router
           + outermost + perLayerInputs(shape, lookedUp);
}

} // namespace

ParameterClasses configWeights(const ConfigShape &shape, qint64 &lookedUp)
{
    const LlmModel &m = shape.model;
    const qint64 d = m.hiddenSize;
    ParameterClasses c;
    c.embedding = (m.vocabularySize + (shape.family.learnsPositions ? qint64(m.maxContext) : 0)) * d;
    c.outputHead = m.tiedEmbeddings ? 0 : m.vocabularySize * (d + (shape.family.headBias ? 1 : 0));
    for (const ConfigShape::Layer layer : shape.layers)
        if (layer == ConfigShape::Layer::Linear)
            c.linearAttention += shape.linearParameters;
        else if (m.attention == AttentionKind::Mla)
            c.attention += latentAttention(shape);
        else if (layer == ConfigShape::Layer::Sliding)
            c.attention += attention(shape, m.kvHeads, m.headDim, false);
        else
            c.attention += attention(shape, shape.globalHeads, shape.globalHeadDim, shape.globalKeyIsValue);
    const bool bias = shape.family.ffnBias;
    c.denseFfn = (shape.denseFfnLayers - shape.wideFfnLayers) * feedForward(shape, m.ffnSize, bias)
                 + shape.wideFfnLayers * feedForward(shape, 2LL * m.ffnSize, bias);
    c.experts = qint64(shape.expertLayers) * m.experts * feedForward(shape, m.expertFfnSize, shape.expertBias);
    c.sharedExperts = shape.sharedFfnSize > 0 ? shape.expertLayers * feedForward(shape, shape.sharedFfnSize, false) : 0;
    c.routerNormOther = others(shape, lookedUp);
    return c;
}

} // namespace rigwright
