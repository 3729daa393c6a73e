// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/config_shape.h"

#include "core/interchange/own_model.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kMostLayers = 1'000;  // as the catalogue takes
constexpr int kMostWidth = 1 << 18; // so that no product of these, over all layers and experts, overflows
constexpr int kMostHeads = 1 << 14;
constexpr int kMostHeadDim = 1 << 14;
constexpr int kMostExperts = 1 << 14;
constexpr int kMostShared = 1 << 8;
constexpr int kMostTokens = 1 << 30;
constexpr int kMostVocabulary = 1 << 24;

class Shape
{
public:
    Shape(ConfigKeys &keys, const ConfigFamily &family) : m_keys(keys) { m_shape.family = family; }

    ConfigShape read()
    {
        readSizes();
        if (m_keys.ok())
            readAttention();
        if (m_keys.ok())
            readLayers();
        if (m_keys.ok() && has(ConfigShape::Layer::Linear))
            readLinear();
        if (m_keys.ok())
            readFeedForward();
        return std::move(m_shape);
    }

private:
    bool is(const char *type) const { return qstrcmp(m_shape.family.modelType, type) == 0; }
    bool has(ConfigShape::Layer kind) const { return std::ranges::find(m_shape.layers, kind) != m_shape.layers.end(); }
    LlmModel &model() { return m_shape.model; }

    void readSizes()
    {
        model().layers = m_keys.required({"num_hidden_layers", "n_layer", "num_layers"}, kMostLayers);
        model().hiddenSize = m_keys.required({"hidden_size", "n_embd"}, kMostWidth);
        model().vocabularySize = m_keys.required({"vocab_size", "padded_vocab_size"}, kMostVocabulary);
        model().maxContext =
            m_keys.required({"max_position_embeddings", "n_positions", "n_ctx", "seq_length"}, kMostTokens);
        model().tiedEmbeddings = m_keys.flag("tie_word_embeddings", m_shape.family.tied);
    }

    void readAttention()
    {
        ConfigFamily &family = m_shape.family;
        LlmModel &m = model();
        m.attentionHeads = m_keys.required({"num_attention_heads", "n_head"}, kMostHeads);
        const int single =
            m_keys.flag("multi_query") && !m_keys.flag("new_decoder_architecture") ? 1 : m.attentionHeads;
        m.kvHeads = m_keys.figure({"num_key_value_heads", "multi_query_group_num"}, kMostHeads, single);
        if (is("falcon")) // states all heads as "num_kv_heads" where it uses one
            m.kvHeads =
                m_keys.flag("new_decoder_architecture") ? m_keys.figure({"num_kv_heads"}, kMostHeads, single) : single;
        const int usual = m.attentionHeads > 0 ? m.hiddenSize / m.attentionHeads : 0;
        m.headDim = m_keys.figure({"head_dim", "kv_channels"}, kMostHeadDim, usual);
        if (m.kvHeads < 1 || m.headDim < 1)
            m_keys.missing(m.kvHeads < 1 ? "num_key_value_heads" : "head_dim");
        m_shape.globalHeads = m_keys.figure({"num_global_key_value_heads"}, kMostHeads, m.kvHeads);
        m_shape.globalHeadDim = m_keys.figure({"global_head_dim"}, kMostHeadDim, m.headDim);
        m_shape.globalKeyIsValue = m_keys.flag("attention_k_eq_v");
        m_shape.attentionSinks = is("gpt_oss");
        if (m_keys.figure({"kv_lora_rank"}, kMostWidth) > 0)
            readLatent();
        const bool outputToo = !is("glm4_moe") && !is("glm4") && !is("glm") && !is("seed_oss");
        family.qkvBias = m_keys.flag("attention_bias", m_keys.flag("add_qkv_bias", family.qkvBias));
        if (m_keys.contains("attention_bias"))
            family.outputBias = family.qkvBias && outputToo;
        family.ffnBias = m_keys.flag("mlp_bias", family.ffnBias);
        if (m_keys.flag("use_qk_norm") && family.qkNorm == ConfigFamily::QkNorm::None)
            family.qkNorm = ConfigFamily::QkNorm::PerHead;
        if (is("falcon") && m_keys.flag("new_decoder_architecture"))
            family.norms = 2;
    }

    void readLatent()
    {
        LlmModel &m = model();
        m.attention = AttentionKind::Mla;
        m.kvHeads = m.attentionHeads;
        m.kvLoraRank = m_keys.required({"kv_lora_rank"}, kMostWidth);
        m.ropeHeadDim = m_keys.required({"qk_rope_head_dim"}, kMostHeadDim);
        m.headDim = m_keys.required({"qk_nope_head_dim"}, kMostHeadDim) + m.ropeHeadDim;
        m.valueHeadDim = m_keys.required({"v_head_dim"}, kMostHeadDim);
        m.qLoraRank = m_keys.figure({"q_lora_rank"}, kMostWidth);
        m_shape.indexHeads = m_keys.figure({"index_n_heads"}, kMostHeads);
        m_shape.indexHeadDim = m_keys.figure({"index_head_dim"}, kMostHeadDim);
    }

    void readLayers()
    {
        LlmModel &m = model();
        const auto count = std::size_t(m.layers);
        m_shape.layers.assign(count, ConfigShape::Layer::Full);
        QStringList kinds = m_keys.list("layer_types");
        for (const char *other : {"layers_block_type", "attn_type_list"})
            if (kinds.isEmpty())
                kinds = m_keys.list(other);
        const int interval = m_keys.figure({"full_attention_interval"}, kMostLayers, m_shape.family.gatedQuery ? 4 : 0);
        int window = m_keys.figure({"sliding_window", "attention_chunk_size"}, kMostTokens);
        if (!m_keys.flag("use_sliding_window", true) || window >= m.maxContext)
            window = 0;
        const bool isLlama4 = is("llama4_text") || is("llama4");
        const int period =
            m_keys.figure({"sliding_window_pattern"}, kMostLayers, isLlama4 ? 4 : m_shape.family.slidingPeriod);
        for (std::size_t i = 0; i < count; ++i)
            if (!kinds.isEmpty())
                m_shape.layers[i] = kindOf(kinds.value(qsizetype(i)));
            else if (interval > 0)
                m_shape.layers[i] = (int(i) + 1) % interval ? ConfigShape::Layer::Linear : ConfigShape::Layer::Full;
            else if (window > 0 && (m_shape.family.alwaysGlobal || (period > 0 && (int(i) + 1) % period != 0)))
                m_shape.layers[i] = ConfigShape::Layer::Sliding;
        if (has(ConfigShape::Layer::Sliding))
            m.slidingWindow = window;
        m.fullAttentionLayers = int(std::ranges::count(m_shape.layers, ConfigShape::Layer::Full));
        m.slidingWindowLayers = int(std::ranges::count(m_shape.layers, ConfigShape::Layer::Sliding));
        m.linearAttentionLayers = int(std::ranges::count(m_shape.layers, ConfigShape::Layer::Linear));
        m_shape.layersWithoutCache = m_keys.figure({"num_kv_shared_layers"}, kMostLayers);
    }

    static ConfigShape::Layer kindOf(const QString &word)
    {
        if (word == QLatin1String("sliding_attention") || word == QLatin1String("chunked_attention"))
            return ConfigShape::Layer::Sliding;
        const QStringList linear{QStringLiteral("linear_attention"), QStringLiteral("mamba"), QStringLiteral("0")};
        return linear.contains(word) ? ConfigShape::Layer::Linear : ConfigShape::Layer::Full;
    }

    void readLinear()
    {
        if (is("granitemoehybrid"))
            readMamba2();
        else if (is("minimax_m1"))
            readLightning();
        else
            readDeltaNet();
    }

    /// Source: arXiv 2412.06464; transformers, modeling_qwen3_next.py, Qwen3NextGatedDeltaNet.
    void readDeltaNet()
    {
        const qint64 d = model().hiddenSize;
        const qint64 keyDim = m_keys.required({"linear_key_head_dim"}, kMostHeadDim);
        const qint64 valueDim = m_keys.required({"linear_value_head_dim"}, kMostHeadDim);
        const qint64 keyHeads = m_keys.required({"linear_num_key_heads"}, kMostHeads);
        const qint64 valueHeads = m_keys.required({"linear_num_value_heads"}, kMostHeads);
        const qint64 window = m_keys.required({"linear_conv_kernel_dim"}, kMostHeadDim);
        const qint64 values = valueHeads * valueDim;
        const qint64 mixed = 2 * keyHeads * keyDim + values; // queries, keys, values
        m_shape.linearParameters =
            d * (mixed + values + 2 * valueHeads) + window * mixed + 2 * valueHeads + valueDim + values * d;
        m_shape.linearState = kF32Bytes * (values * keyDim + (window - 1) * mixed);
        setLinearSizes(mixed, values);
    }

    /// Source: arXiv 2405.21060; transformers, modeling_granitemoehybrid.py, GraniteMoeHybridMambaLayer.
    void readMamba2()
    {
        const qint64 d = model().hiddenSize;
        const qint64 heads = m_keys.required({"mamba_n_heads"}, kMostHeads);
        const qint64 inner = heads * m_keys.required({"mamba_d_head"}, kMostHeadDim);
        const qint64 size = m_keys.required({"mamba_d_state"}, kMostHeadDim);
        const qint64 mixed = inner + 2 * m_keys.required({"mamba_n_groups"}, kMostHeads) * size;
        const qint64 window = m_keys.required({"mamba_d_conv"}, kMostHeadDim);
        m_shape.linearParameters = d * (inner + mixed + heads) + (window + 1) * mixed + 3 * heads + inner + inner * d;
        m_shape.linearState = kF32Bytes * (inner * size + (window - 1) * mixed);
        setLinearSizes(mixed, inner);
    }

    /// Lightning attention. Source: arXiv 2501.08313; MiniMax-M1, modeling_minimax_m1.py.
    void readLightning()
    {
        const qint64 d = model().hiddenSize;
        const qint64 inner = qint64(model().attentionHeads) * model().headDim;
        m_shape.linearParameters = d * 3 * inner + d * inner + inner * d + inner;
        m_shape.linearState = kF32Bytes * inner * model().headDim;
        setLinearSizes(3 * inner, inner);
    }

    void setLinearSizes(qint64 queriesKeysValues, qint64 inner)
    {
        model().linearQkvSize = int(queriesKeysValues);
        model().linearInnerSize = int(inner);
    }

    void readFeedForward()
    {
        LlmModel &m = model();
        m.experts =
            m_keys.figure({"num_experts", "num_local_experts", "n_routed_experts", "moe_num_experts"}, kMostExperts);
        const int usual = 4 * m.hiddenSize; // Falcon, GPT-2
        const int width = is("falcon") || is("gpt2") || is("gpt_bigcode")
                              ? m_keys.figure({"ffn_hidden_size", "n_inner"}, kMostWidth, usual)
                              : m_keys.figure({"intermediate_size", "ffn_hidden_size"}, kMostWidth);
        if (m.experts > 0) {
            readExperts(width);
        } else {
            m.ffnSize = width;
            m_shape.denseFfnLayers = m.layers;
            if (m_keys.flag("use_double_wide_mlp"))
                m_shape.wideFfnLayers = std::min(m_shape.layersWithoutCache, m.layers);
        }
        if (m.ffnSize < 1 && m_shape.denseFfnLayers > 0)
            m_keys.missing("intermediate_size");
        m_shape.perLayerEmbedding = m_keys.figure({"hidden_size_per_layer_input"}, kMostWidth);
    }

    void readExperts(int width)
    {
        LlmModel &m = model();
        m.activeExperts =
            m_keys.required({"num_experts_per_tok", "experts_per_token", "moe_k", "top_k_experts"}, kMostExperts);
        if (m.activeExperts > m.experts)
            m_keys.missing("num_experts_per_tok");
        m.expertFfnSize = m_keys.figure({"moe_intermediate_size"}, kMostWidth, width);
        if (m.expertFfnSize < 1)
            m_keys.missing("moe_intermediate_size");
        m.sharedExperts =
            m_keys.figure({"n_shared_experts", "num_shared_experts", "moe_num_shared_experts"}, kMostShared);
        m_shape.sharedFfnSize =
            m_keys.figure({"shared_expert_intermediate_size", "shared_intermediate_size"}, kMostWidth);
        m_shape.gatedShared = m_keys.contains("shared_expert_intermediate_size");
        if (is("llama4_text") || is("llama4"))
            m_shape.sharedFfnSize = m.expertFfnSize;
        if (m_shape.sharedFfnSize > 0)
            m.sharedExperts = 1;
        else
            m_shape.sharedFfnSize = m.sharedExperts * m.expertFfnSize;
        m_shape.expertBias = is("gpt_oss");

        int dense = m_keys.figure({"first_k_dense_replace", "num_dense_layers", "moe_layer_start_index"}, kMostLayers);
        dense += int(m_keys.list("mlp_only_layers").size());
        const int step = m_keys.figure({"interleave_moe_layer_step", "decoder_sparse_step"}, kMostLayers, 1);
        m.denseLayers = std::min(m.layers, dense);
        if (step > 1)
            m.denseLayers = m.layers - m.layers / step;
        m_shape.expertLayers = m.layers - m.denseLayers;
        m_shape.denseFfnLayers = is("gemma4_text") ? m.layers : m.denseLayers;
        if (m_shape.denseFfnLayers > 0)
            m.ffnSize = m_keys.figure({"intermediate_size_mlp"}, kMostWidth, width);
    }

    ConfigKeys &m_keys;
    ConfigShape m_shape;
};

} // namespace

ConfigShape configShape(ConfigKeys &keys, const ConfigFamily &family)
{
    return Shape(keys, family).read();
}

} // namespace rigwright
