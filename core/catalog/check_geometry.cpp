// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/problem_list.h"

#include <algorithm>
#include <initializer_list>

/// Weights of a transformer counted from the sizes of its matrices, in the words of Hugging Face configurations.
/// Norms, biases and routers are below 0.3 % of every model that is known.
namespace rigwright {

namespace {

constexpr double kTolerance = 0.02;

/// The sizes of a model, as numbers that cannot overflow.
struct Geometry
{
    explicit Geometry(const LlmModel &model);

    double layers, hidden, vocabulary, positions;
    double heads, kvHeads, headDim;
    double latent, rope, queryLatent, valueDim; // of MLA
    double ffn, experts, sharedExperts, expertFfn;
    double mixers;          ///< layers that mix tokens: full, sliding-window and linear attention
    bool oneBlockEach;      ///< a layer is attention, state space or FFN, not two of them: Nemotron-H
    double attentionLayers; ///< with attention weights; cross-attention to images included
    double linearLayers;
    double expertLayers;
    double denseLayers; ///< with a dense FFN; a mixture may have one beside its experts: Gemma 4 26B-A4B
};

Geometry::Geometry(const LlmModel &m)
    : layers(m.layers), hidden(m.hiddenSize), vocabulary(m.vocabularySize), positions(m.maxContext),
      heads(m.attentionHeads), kvHeads(m.kvHeads), headDim(m.headDim), latent(m.kvLoraRank), rope(m.ropeHeadDim),
      queryLatent(m.qLoraRank), valueDim(m.valueHeadDim), ffn(m.ffnSize), experts(m.experts),
      sharedExperts(m.sharedExperts), expertFfn(m.expertFfnSize),
      mixers(double(m.fullAttentionLayers) + m.slidingWindowLayers + m.linearAttentionLayers),
      oneBlockEach(m.attention == AttentionKind::HybridLinear && mixers < layers),
      attentionLayers(m.attention == AttentionKind::HybridLinear ? m.fullAttentionLayers : m.layers),
      linearLayers(m.linearAttentionLayers)
{
    const double ffnLayers = oneBlockEach ? layers - mixers : layers;
    const bool mixture = m.isMixtureOfExperts();
    expertLayers = mixture ? ffnLayers - m.denseLayers : 0;
    denseLayers = !mixture ? ffnLayers : m.denseLayers > 0 ? double(m.denseLayers) : ffn > 0 ? ffnLayers : 0;
}

/// What a class may amount to; it suits where it is near to one of these.
using Amounts = std::vector<double>;

/// Token embeddings; GPT-2 and BERT learn positions too.
Amounts embedding(const LlmModel &model, const Geometry &g)
{
    Amounts amounts{g.vocabulary * g.hidden};
    if (model.attention == AttentionKind::Mha)
        amounts.push_back((g.vocabulary + g.positions) * g.hidden);
    return amounts;
}

Amounts outputHead(const LlmModel &model, const Geometry &g)
{
    return model.tiedEmbeddings ? Amounts{0, g.vocabulary * g.hidden} : Amounts{g.vocabulary * g.hidden};
}

/// Multi-head latent attention: DeepSeek-V2 (arXiv 2405.04434), section 2.1.
double latentAttention(const Geometry &g)
{
    const double nope = g.headDim - g.rope; // of a query or key head, without the rotary part
    const double query =
        g.queryLatent > 0 ? g.queryLatent * (g.hidden + g.heads * g.headDim) : g.hidden * g.heads * g.headDim;
    const double compress = g.hidden * (g.latent + g.rope);
    const double expand = g.latent * g.heads * (nope + g.valueDim);
    const double output = g.heads * g.valueDim * g.hidden;
    return g.layers * (query + compress + expand + output);
}

/// Query, key, value and output matrices, and with Qwen3-Next and its successors a gate as large as the query's.
Amounts attention(const LlmModel &model, const Geometry &g)
{
    if (model.attention == AttentionKind::Mla)
        return {latentAttention(g)};
    const double query = g.hidden * g.heads * g.headDim;
    const double key = g.hidden * g.kvHeads * g.headDim;
    return {g.attentionLayers * (2 * query + 2 * key), g.attentionLayers * (3 * query + 2 * key)};
}

/// @return weights of so many FFNs: gated ones of three matrices, plain ones of two
Amounts feedForward(const Geometry &g, double count, double width)
{
    const double matrix = count * g.hidden * width;
    return g.oneBlockEach ? Amounts{2 * matrix} : Amounts{3 * matrix, 2 * matrix};
}

/// One shared expert may be twice as wide as a routed one: Granite 4.0-H, Nemotron 3.
Amounts sharedExperts(const Geometry &g)
{
    const double matrix = g.expertLayers * g.sharedExperts * g.hidden * g.expertFfn;
    return {3 * matrix, 2 * matrix, 6 * matrix, 4 * matrix};
}

/// Holds what does not follow from the geometry until it is known which of it the row excepts.
class Faults
{
public:
    /// A class of weights that has to be near one of these amounts, and none where they are 0.
    void expect(const char *column, double stated, const Amounts &amounts, const char *from)
    {
        const auto distance = [stated](double amount) { return std::abs(stated - amount); };
        const double nearest = *std::ranges::min_element(amounts, {}, distance);
        if (differs(stated, nearest, kTolerance))
            add(column, CheckText::tr("%1 by %2").arg(insteadOf(stated, nearest), QLatin1String(from)));
    }
    void add(const char *column, const QString &reason) { m_faults.push_back({column, reason}); }

    /// Reports every fault that the row does not except, and exceptions for which there is no fault.
    void reportBut(const QStringList &exceptions, const RowReport &report) const
    {
        for (const auto &[column, reason] : m_faults)
            if (!exceptions.contains(QLatin1String(column)))
                report(column, reason);
        for (const QString &exception : exceptions)
            if (std::ranges::none_of(m_faults,
                                     [&exception](const Fault &one) { return exception == QLatin1String(one.column); }))
                report("geometry_exceptions", CheckText::tr("\"%1\" needs no exception").arg(exception));
    }

private:
    struct Fault
    {
        const char *column;
        QString reason;
    };
    std::vector<Fault> m_faults;
};

/// State-space and linear layers differ too much for one formula: per layer, 4 squares of the hidden size (LFM2) to
/// 10.1 (gated delta net of Qwen3.5), with Mamba2 and lightning attention between them.
void checkLinearAttention(const ParameterClasses &classes, const Geometry &g, Faults &faults)
{
    const double square = g.hidden * g.hidden * g.linearLayers;
    const double stated = double(classes.linearAttention);
    constexpr double least = 3.9;
    constexpr double most = 10.5;
    if (stated < least * square || stated > most * square)
        faults.add("linear_attn_params", CheckText::tr("%1 is outside %2 to %3 by hidden_size, linear_attention_layers")
                                             .arg(stated)
                                             .arg(least * square)
                                             .arg(most * square));
}

/// Norms, biases and one router per layer with experts.
void checkRest(const LlmModel &model, const Geometry &g, Faults &faults)
{
    const double stated = double(model.classes.routerNormOther);
    constexpr double most = 0.01;
    const double routers = g.expertLayers * g.experts * g.hidden;
    if (stated > most * double(model.totalParameters))
        faults.add("router_norm_other_params", CheckText::tr("%1 is more than 1 % of params_total").arg(stated));
    else if (stated < 0.9 * routers)
        faults.add(
            "router_norm_other_params",
            CheckText::tr("%1 is less than the routers, %2 by layers, experts, hidden_size").arg(stated).arg(routers));
}

/// A token passes everything but the vision encoder and the experts that are not chosen, and reads of an untied
/// embedding one row only.
void checkActive(const LlmModel &model, const Geometry &g, Faults &faults)
{
    const double idleShare = g.experts > 0 ? (g.experts - model.activeExperts) / g.experts : 0;
    const double active =
        double(model.totalParameters) - double(model.visionParameters) - double(model.classes.experts) * idleShare;
    faults.expect("params_active", double(model.activeParameters), {active},
                  "params_total, vision_params, expert_params, experts_active");
    const bool lookedUp = !model.tiedEmbeddings || model.kind == QLatin1String("embedding");
    const double read = active - (lookedUp ? double(model.classes.embedding) : 0);
    faults.expect("params_read_per_token", double(model.readParametersPerToken), {read}, "params_active, embed_params");
}

void checkModel(const LlmModel &model, const RowReport &report)
{
    const Geometry g(model);
    const ParameterClasses &c = model.classes;
    Faults faults;
    faults.expect("embed_params", double(c.embedding), embedding(model, g), "vocab_size, hidden_size");
    faults.expect("output_head_params", double(c.outputHead), outputHead(model, g),
                  "tied_embeddings, vocab_size, hidden_size");
    if (model.attention == AttentionKind::Mla && model.valueHeadDim <= 0)
        faults.add("value_head_dim", CheckText::tr("is missing"));
    else
        faults.expect("attn_params", double(c.attention), attention(model, g),
                      "layers, hidden_size, attention_heads, kv_heads, head_dim");
    checkLinearAttention(c, g, faults);
    faults.expect("ffn_dense_params", double(c.denseFfn), feedForward(g, g.denseLayers, g.ffn),
                  "layers, hidden_size, ffn_size");
    faults.expect("expert_params", double(c.experts), feedForward(g, g.expertLayers * g.experts, g.expertFfn),
                  "layers, experts, hidden_size, expert_ffn_size");
    faults.expect("shared_expert_params", double(c.sharedExperts), sharedExperts(g),
                  "layers, shared_experts, hidden_size, expert_ffn_size");
    checkRest(model, g, faults);
    checkActive(model, g, faults);
    if (!g.oneBlockEach && g.mixers != g.layers)
        faults.add("full_attention_layers",
                   CheckText::tr("%1 layers of full, sliding-window and linear attention, not %2")
                       .arg(g.mixers)
                       .arg(g.layers));
    faults.reportBut(model.geometryExceptions, report);
}

} // namespace

void checkGeometry(const Catalog &rows, Problems &problems)
{
    checkRows(problems, "models", rows.models, checkModel);
}

} // namespace rigwright
