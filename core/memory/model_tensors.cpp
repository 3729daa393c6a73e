// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/model_tensors.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

using Role = TensorRole;

/// What follows from the architecture and not from sizes.
/// Source: llama.cpp, src/models (the tensors an architecture creates) and src/llama-model.cpp (type "70B").
struct ArchitectureTraits
{
    QLatin1String name;
    bool fusedQkv = false;
    bool fusedLinearQkv = false;
    bool grows70B = false; ///< 80 layers with grouped queries are the type "70B"
};

const ArchitectureTraits kArchitectures[] = {
    {QLatin1String("llama"), false, false, true},      {QLatin1String("qwen2"), false, false, true},
    {QLatin1String("qwen2vl"), false, false, true},    {QLatin1String("falcon"), true, false, false},
    {QLatin1String("phi3"), true, false, false},       {QLatin1String("gpt2"), true, false, false},
    {QLatin1String("qwen"), true, false, false},       {QLatin1String("chatglm"), true, false, false},
    {QLatin1String("nomic-bert"), true, false, false}, {QLatin1String("qwen3next"), false, true, false},
    {QLatin1String("qwen35"), false, true, false},     {QLatin1String("qwen35moe"), false, true, false},
    {QLatin1String("minimax-m1"), false, true, false},
};

constexpr int k70BLayers = 80;
constexpr int kConvolution = 4;      // taps of the convolution in Mamba 2 and gated delta nets
constexpr double kNormsPerLayer = 8; // vectors of the hidden size; what is beyond is a matrix

int ratio(double whole, double part)
{
    return part > 0 ? int(std::lround(whole / part)) : 0;
}

/// Whether `index` of `count` is one of `chosen` spread evenly, each at the end of its stretch.
bool isSpread(int index, int chosen, int count)
{
    return count > 0 && (index + 1) * chosen / count > index * chosen / count;
}

bool isValue(const ModelTensor &tensor)
{
    return tensor.role == Role::Value || tensor.role == Role::FusedQkv;
}

/// @return weights of the router of one of so many layers
double routerOf(const LlmModel &model, int mixtureLayers)
{
    return std::min(double(model.hiddenSize) * model.experts, double(model.classes.routerNormOther) / mixtureLayers);
}

ModelTensor matrix(Role role, double weights, int rowLength)
{
    return {role, weights, rowLength, false, false};
}

ModelTensor replicated(Role role, double weights, int rowLength)
{
    return {role, weights, rowLength, false, true};
}

ModelTensor expert(Role role, double weights, int rowLength)
{
    return {role, weights, rowLength, true, false};
}

} // namespace

ModelTensors::ModelTensors(const LlmModel &model) : layers(std::max(1, model.layers))
{
    const auto *traits = std::ranges::find(kArchitectures, model.architecture, &ArchitectureTraits::name);
    if (traits != std::end(kArchitectures)) {
        m_hasFusedQkv = traits->fusedQkv;
        m_hasFusedLinearQkv = traits->fusedLinearQkv;
        is70B = traits->grows70B && layers == k70BLayers && model.kvHeads < model.attentionHeads;
    }
    isFalcon = model.architecture == QLatin1String("falcon");

    m_linearLayers = std::clamp(model.linearAttentionLayers, 0, layers);
    m_attentionLayers = m_linearLayers > 0
                            ? std::min(model.fullAttentionLayers + model.slidingWindowLayers, layers - m_linearLayers)
                            : layers;
    m_isSingleBlock = m_linearLayers > 0 && m_attentionLayers + m_linearLayers < layers;
    m_feedForwardLayers = m_isSingleBlock ? layers - m_attentionLayers - m_linearLayers : layers;
    m_hasMixture = model.isMixtureOfExperts();
    if (m_hasMixture)
        m_denseLayers = std::clamp(model.denseLayers, 0, m_feedForwardLayers);
    if (model.architecture == QLatin1String("llama4") && m_denseLayers > 0)
        m_mixtureStep = ratio(layers, layers - m_denseLayers);

    addAttention(model);
    addLinearAttention(model);
    addFeedForward(model);
    addMixture(model);
    addOthers(model);
    for (std::size_t kind = 0; kind < m_attention.size(); ++kind) {
        m_valueTensors[kind] = int(std::ranges::count_if(m_attention[kind], isValue));
        m_downTensors[kind] = int(std::ranges::count(m_feedForward[kind], Role::FfnDown, &ModelTensor::role));
    }
}

ModelTensors::Layer ModelTensors::layer(int index) const
{
    Layer layer;
    const bool attends = m_linearLayers == 0 || isSpread(index, m_attentionLayers, layers);
    layer.attention = attends ? Attention::Full : Attention::Linear;
    if (m_globalLayers > 0 && isSpread(index, m_globalLayers, layers))
        layer.attention = Attention::Global;
    if (m_isSingleBlock) {
        const int before = index * m_attentionLayers / layers; // layers of attention
        const bool feedsForward =
            !attends && isSpread(index - before, m_feedForwardLayers, m_feedForwardLayers + m_linearLayers);
        if (feedsForward)
            layer.attention = Attention::None;
        else
            layer.feedForward = FeedForward::None;
        if (feedsForward && m_hasMixture)
            layer.feedForward = FeedForward::Mixture;
        return layer;
    }
    const bool isMixture = m_mixtureStep > 1 ? (index + 1) % m_mixtureStep == 0 : index >= m_denseLayers;
    if (m_hasMixture && isMixture)
        layer.feedForward = FeedForward::Mixture;
    else if (index >= layers - m_wideLayers)
        layer.feedForward = FeedForward::Wide;
    return layer;
}

double ModelTensors::latentExpansionOf(const LlmModel &model)
{
    const double width = model.headDim - model.ropeHeadDim + model.valueHeadDim;
    return model.valueHeadDim > 0 ? double(model.kvLoraRank) * model.attentionHeads * width : 0;
}

int ModelTensors::valueTensors() const
{
    return valueTensors(Attention::Full) * (m_attentionLayers - m_globalLayers)
           + valueTensors(Attention::Global) * m_globalLayers + valueTensors(Attention::Linear) * m_linearLayers;
}

void ModelTensors::addAttention(const LlmModel &model)
{
    if (m_attentionLayers == 0)
        return;
    const double perLayer = double(model.classes.attention) / m_attentionLayers;
    if (model.kvLoraRank > 0 && model.valueHeadDim > 0)
        addLatentAttention(model, perLayer);
    else if (model.architecture.startsWith(QLatin1String("gemma4")))
        addGlobalAttention(model, perLayer);
    else
        addHeads(model, perLayer);
}

void ModelTensors::addLatentAttention(const LlmModel &model, double perLayer)
{
    TensorGroup &group = m_attention[std::size_t(Attention::Full)];
    const double hidden = model.hiddenSize, heads = model.attentionHeads, latent = model.kvLoraRank;
    const int plain = model.headDim - model.ropeHeadDim;
    const double query = heads * model.headDim;
    const double queries = model.qLoraRank > 0 ? (hidden + query) * model.qLoraRank : hidden * query;
    const double compression = hidden * (latent + model.ropeHeadDim);
    const double keys = heads * plain * latent;
    const double values = heads * model.valueHeadDim * latent;
    const double output = heads * model.valueHeadDim * hidden;
    const double norms = perLayer - queries - compression - keys - values - output;
    if (norms < 0) { // not of this geometry
        group.add(matrix(Role::OtherMatrix, perLayer, model.hiddenSize));
        return;
    }
    if (model.qLoraRank > 0) {
        group.add(replicated(Role::OtherMatrix, hidden * model.qLoraRank, model.hiddenSize));
        group.add(matrix(Role::OtherMatrix, query * model.qLoraRank, model.qLoraRank));
    } else {
        group.add(matrix(Role::Query, queries, model.hiddenSize));
    }
    group.add(replicated(Role::OtherMatrix, compression, model.hiddenSize));
    group.add(matrix(Role::OtherMatrix, keys, plain));
    group.add(matrix(Role::OtherMatrix, values, model.kvLoraRank));
    group.add(matrix(Role::AttentionOutput, output, model.attentionHeads * model.valueHeadDim));
    group.add(replicated(Role::Small, norms, 0));
}

void ModelTensors::addHeads(const LlmModel &model, double perLayer)
{
    TensorGroup &group = m_attention[std::size_t(Attention::Full)];
    const double hidden = model.hiddenSize;
    const int width = model.attentionHeads * model.headDim;
    const double query = hidden * width;
    const double key = hidden * model.kvHeads * model.headDim;
    double rest = perLayer - 2 * query - 2 * key;
    if (rest < 0 || query <= 0) { // not of this geometry
        group.add(matrix(Role::OtherMatrix, perLayer, model.hiddenSize));
        return;
    }
    if (m_hasFusedQkv) {
        group.add(matrix(Role::FusedQkv, query + 2 * key, model.hiddenSize));
    } else {
        group.add(matrix(Role::Query, query, model.hiddenSize));
        group.add(matrix(Role::Key, key, model.hiddenSize));
        group.add(matrix(Role::Value, key, model.hiddenSize));
    }
    group.add(matrix(Role::AttentionOutput, query, width));
    if (rest > kNormsPerLayer * (hidden + width)) { // an output gate
        const double gate = rest >= query ? query : rest;
        group.add(matrix(Role::Query, gate, model.hiddenSize));
        rest -= gate;
    }
    group.add(replicated(Role::Small, rest, 0));
}

void ModelTensors::addGlobalAttention(const LlmModel &model, double perLayer)
{
    // Gemma 4: heads of global layers are twice as wide; in models where those have no V matrix, K serves as V.
    const int globals = std::min(model.fullAttentionLayers, layers);
    const double hidden = model.hiddenSize;
    const int localWidth = model.attentionHeads * model.headDim;
    const double localKey = hidden * model.kvHeads * model.headDim;
    const double ofLocal = (layers - globals) * 2 * (hidden * localWidth + localKey);
    const double query = 2 * hidden * localWidth;
    const double keys = globals > 0 ? (double(model.classes.attention) - ofLocal) / globals - 2 * query : 0;
    if (keys <= 0) { // all layers are alike
        addHeads(model, perLayer);
        return;
    }
    m_globalLayers = globals;
    TensorGroup &local = m_attention[std::size_t(Attention::Full)];
    local.add(matrix(Role::Query, hidden * localWidth, model.hiddenSize));
    local.add(matrix(Role::Key, localKey, model.hiddenSize));
    local.add(matrix(Role::Value, localKey, model.hiddenSize));
    local.add(matrix(Role::AttentionOutput, hidden * localWidth, localWidth));
    constexpr double bytesPerPair = 4; // a key and a value in F16
    const double cached = hidden * double(model.kvBytesPerTokenGlobalF16) / (bytesPerPair * globals);
    const double values = keys > 1.5 * cached ? keys / 2 : 0;
    TensorGroup &global = m_attention[std::size_t(Attention::Global)];
    global.add(matrix(Role::Query, query, model.hiddenSize));
    global.add(matrix(Role::Key, keys - values, model.hiddenSize));
    global.add(matrix(Role::Value, values, model.hiddenSize));
    global.add(matrix(Role::AttentionOutput, query, 2 * localWidth));
}

void ModelTensors::addLinearAttention(const LlmModel &model)
{
    if (m_linearLayers == 0)
        return;
    TensorGroup &group = m_attention[std::size_t(Attention::Linear)];
    const double hidden = model.hiddenSize, fused = model.linearQkvSize, inner = model.linearInnerSize;
    const double perLayer = double(model.classes.linearAttention) / m_linearLayers;
    const double known = hidden * (fused + 2 * inner);
    if (fused <= 0 || known > perLayer) {
        group.add(matrix(Role::OtherMatrix, perLayer, model.hiddenSize));
        return;
    }
    const double small = std::min(perLayer - known, kConvolution * fused);
    group.add(matrix(m_hasFusedLinearQkv ? Role::FusedQkv : Role::OtherMatrix, hidden * fused, model.hiddenSize));
    group.add(matrix(Role::OtherMatrix, perLayer - small - hidden * (fused + inner), model.hiddenSize));
    group.add(matrix(Role::OtherMatrix, hidden * inner, model.linearInnerSize));
    group.add(matrix(Role::Small, small, 0));
}

void ModelTensors::addFeedForward(const LlmModel &model)
{
    const bool isBeside = model.isMixtureOfExperts() && m_denseLayers == 0; // in every layer, next to the experts
    const int count = model.isMixtureOfExperts() && !isBeside ? m_denseLayers : m_feedForwardLayers;
    const double all = double(model.classes.denseFfn);
    if (all <= 0 || count <= 0)
        return;
    const double one = double(model.hiddenSize) * model.ffnSize;
    if (one > 0 && !model.isMixtureOfExperts() && all > 3.5 * one * count)
        m_wideLayers = std::clamp(ratio(all, 3 * one) - count, 0, count);
    const double perLayer = all / (count + m_wideLayers);
    const int matrices = one > 0 && perLayer < 2.5 * one ? 2 : 3;
    const bool fits = one > 0 && perLayer >= matrices * one && perLayer < (matrices + 0.1) * one;
    const double down = fits ? one : perLayer / matrices;
    const int rowLength = one > 0 ? model.ffnSize : model.hiddenSize;
    for (const int width : {1, 2}) {
        if (width == 2 && m_wideLayers == 0)
            break;
        const FeedForward kind = width == 2 ? FeedForward::Wide : isBeside ? FeedForward::Mixture : FeedForward::Dense;
        TensorGroup &group = m_feedForward[std::size_t(kind)];
        group.add(matrix(Role::FfnUp, width * (matrices - 1) * down, model.hiddenSize));
        group.add(matrix(Role::FfnDown, width * down, width * rowLength));
        group.add(replicated(Role::Small, width * (perLayer - matrices * down), 0));
    }
}

void ModelTensors::addMixture(const LlmModel &model)
{
    const int count = m_feedForwardLayers - m_denseLayers;
    if (!model.isMixtureOfExperts() || count <= 0)
        return;
    TensorGroup &group = m_feedForward[std::size_t(FeedForward::Mixture)];
    const double hidden = model.hiddenSize;
    const double one = hidden * model.expertFfnSize * model.experts; // a matrix of all experts
    const double experts = double(model.classes.experts) / count;
    const int matrices = one > 0 && experts < 2.5 * one ? 2 : 3;
    const bool fits = one > 0 && experts >= matrices * one && experts < (matrices + 0.1) * one;
    const double down = fits ? one : experts / matrices;
    group.add(expert(Role::FfnUp, down, model.hiddenSize));
    group.add(expert(Role::FfnGate, (matrices - 2) * down, model.hiddenSize));
    group.add(expert(Role::FfnDown, down, std::max(1, model.expertFfnSize)));
    group.add(expert(Role::Small, experts - matrices * down, 0));
    const double shared = double(model.classes.sharedExperts) / count;
    group.add(matrix(Role::FfnUp, shared * (matrices - 1) / matrices, model.hiddenSize));
    group.add(matrix(Role::FfnDown, shared / matrices, std::max(1, ratio(shared / matrices, hidden))));
    group.add(replicated(Role::Small, routerOf(model, count), 0));
}

void ModelTensors::addOthers(const LlmModel &model)
{
    const double hidden = model.hiddenSize;
    if (!model.isMixtureOfExperts())
        perLayerEmbedding = std::clamp<qint64>(model.totalParameters - model.visionParameters - model.activeParameters,
                                               0, model.classes.routerNormOther);
    const int mixtureLayers = model.isMixtureOfExperts() ? m_feedForwardLayers - m_denseLayers : 0;
    const double routers = mixtureLayers > 0 ? routerOf(model, mixtureLayers) * mixtureLayers : 0;
    const double others = (double(model.classes.routerNormOther - perLayerEmbedding) - routers) / layers;
    // Projections of embeddings per layer (Gemma 4), the indexer of sparse attention (DeepSeek V3.2).
    const bool hasMatrices = others > 2 * kNormsPerLayer * hidden && model.classes.embedding > 0
                             && (perLayerEmbedding > 0 || model.kvLoraRank > 0);
    const double norms = hasMatrices ? std::min(others, 2 * hidden) : others;
    common.add(replicated(Role::OtherMatrix, others - norms, model.hiddenSize));
    common.add(replicated(Role::Small, norms, 0));
}

} // namespace rigwright
