// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/gguf_tensors.h"

namespace rigwright {

namespace {

enum class WeightClass {
    Embedding,
    OutputHead,
    Attention,
    LinearAttention,
    DenseFfn,
    Experts,
    SharedExperts,
    Other,
    LookedUp,
    Vision,
    Constant ///< computed from the configuration; no parameter
};

struct Place
{
    int layer = -1;  ///< -1 = outside of the layers
    QByteArray name; ///< without "blk.N." and without ".weight"
};

Place placeOf(const QByteArray &tensor)
{
    Place place;
    place.name = tensor;
    if (tensor.startsWith("blk.")) {
        const qsizetype dot = tensor.indexOf('.', 4);
        bool isNumber = false;
        const int layer = tensor.mid(4, dot - 4).toInt(&isNumber);
        if (dot > 0 && isNumber && layer >= 0) {
            place.layer = layer;
            place.name = tensor.mid(dot + 1);
        }
    }
    const qsizetype suffix = place.name.lastIndexOf('.');
    if (suffix > 0)
        place.name.truncate(suffix);
    return place;
}

/// State-space models and their relatives; attention of RWKV is "time mix".
bool isLinear(const QByteArray &name)
{
    return name.startsWith("ssm_") || name.startsWith("shortconv") || name.startsWith("time_mix");
}

/// Norms of queries, keys and latents belong to the attention, those before and after it do not.
bool isLayerNorm(const QByteArray &name)
{
    if (name == "attn_q_norm" || name == "attn_k_norm" || name == "attn_q_a_norm" || name == "attn_kv_a_norm")
        return false;
    return name.contains("norm");
}

WeightClass classOfTop(const QByteArray &name)
{
    if (name == "token_embd" || name == "position_embd" || name == "token_types")
        return WeightClass::Embedding;
    if (name == "output")
        return WeightClass::OutputHead;
    if (name == "per_layer_token_embd")
        return WeightClass::LookedUp;
    if (name.startsWith("rope_f"))
        return WeightClass::Constant;
    if (name.startsWith("v.") || name.startsWith("mm.") || name.startsWith("a.") || name == "mm")
        return WeightClass::Vision;
    return WeightClass::Other;
}

WeightClass classOfFfn(const QByteArray &name)
{
    if (name.startsWith("ffn_gate_inp") || isLayerNorm(name))
        return WeightClass::Other;
    if (name.endsWith("_shexp"))
        return WeightClass::SharedExperts;
    const bool isNumbered = name.contains('.'); // "ffn_up.3": one tensor per expert, in files of 2023
    return name.contains("exps") || isNumbered ? WeightClass::Experts : WeightClass::DenseFfn;
}

/// @param hasLinear  the layer has a state space: its fused projection and its gate belong to that (Qwen3-Next)
WeightClass classOfLayer(const QByteArray &name, bool hasLinear)
{
    if (isLinear(name))
        return WeightClass::LinearAttention;
    if (name.startsWith("rope_f"))
        return WeightClass::Constant;
    if (name.startsWith("ffn_"))
        return classOfFfn(name);
    if (name.startsWith("channel_mix"))
        return WeightClass::DenseFfn;
    if (isLayerNorm(name))
        return WeightClass::Other;
    if (hasLinear && (name == "attn_qkv" || name == "attn_gate"))
        return WeightClass::LinearAttention;
    return name.startsWith("attn_") || name.startsWith("cross_attn_") ? WeightClass::Attention : WeightClass::Other;
}

void add(GgufWeights &weights, WeightClass kind, const GgufTensor &tensor)
{
    ParameterClasses &c = weights.classes;
    const qint64 count = tensor.elements;
    if (kind != WeightClass::Vision) {
        weights.bytes = weights.bytes + tensor.bytes;
        Bytes &sum = weights.bytesByType[tensor.type];
        sum = sum + tensor.bytes;
    }
    switch (kind) {
    case WeightClass::Embedding: c.embedding += count; break;
    case WeightClass::OutputHead:
        c.outputHead += count;
        weights.hasOutputHead = true;
        break;
    case WeightClass::Attention: c.attention += count; break;
    case WeightClass::LinearAttention: c.linearAttention += count; break;
    case WeightClass::DenseFfn: c.denseFfn += count; break;
    case WeightClass::Experts: c.experts += count; break;
    case WeightClass::SharedExperts: c.sharedExperts += count; break;
    case WeightClass::LookedUp: weights.lookedUp += count; [[fallthrough]];
    case WeightClass::Other: c.routerNormOther += count; break;
    case WeightClass::Vision: weights.vision += count; break;
    case WeightClass::Constant: break;
    }
}

void describe(GgufLayer &layer, WeightClass kind, const QByteArray &name)
{
    const bool keeps = name == "attn_k" || name == "attn_qkv" || name == "attn_kv_a_mqa" || name == "attn_kv";
    layer.attention = layer.attention || (kind == WeightClass::Attention && keeps);
    layer.latent = layer.latent || name == "attn_kv_a_mqa";
    layer.linear = layer.linear || kind == WeightClass::LinearAttention;
    layer.denseFfn = layer.denseFfn || kind == WeightClass::DenseFfn;
    layer.experts = layer.experts || kind == WeightClass::Experts;
}

} // namespace

GgufWeights ggufWeights(const GgufHeader &header, int layers)
{
    std::vector<std::pair<Place, const GgufTensor *>> placed;
    std::vector<bool> hasLinear(std::size_t(std::max(0, layers)));
    for (const GgufTensor &tensor : header.tensors) {
        Place place = placeOf(tensor.name);
        if (place.layer >= layers)
            continue;
        if (place.layer >= 0 && isLinear(place.name))
            hasLinear[std::size_t(place.layer)] = true;
        placed.emplace_back(std::move(place), &tensor);
    }

    GgufWeights weights;
    weights.layers.resize(hasLinear.size());
    for (const auto &[place, tensor] : placed) {
        const bool isOutside = place.layer < 0;
        const WeightClass kind =
            isOutside ? classOfTop(place.name) : classOfLayer(place.name, hasLinear[std::size_t(place.layer)]);
        add(weights, kind, *tensor);
        if (!isOutside)
            describe(weights.layers[std::size_t(place.layer)], kind, place.name);
    }
    return weights;
}

} // namespace rigwright
