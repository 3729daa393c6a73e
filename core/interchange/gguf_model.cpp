// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/gguf_model.h"

#include "core/interchange/gguf_keys.h"
#include "core/interchange/gguf_reader.h"
#include "core/interchange/gguf_tensors.h"
#include "core/interchange/own_model.h"

#include <QUrl>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kMostLayers = 1'000; // as the catalogue takes
constexpr int kMostWidth = 1 << 20;
constexpr int kMostHeads = 1 << 14;
constexpr int kMostHeadDim = 1 << 14;
constexpr int kMostExperts = 1 << 16;
constexpr int kMostContext = 1 << 30;

Error invalid(const QString &message)
{
    return Error{Error::Code::Invalid, message};
}

/// How often a layer keeps the whole context where the file does not say it: every such layer of so many.
/// Source: llama.cpp, src/models (set_swa_pattern).
int defaultPeriod(const QString &architecture)
{
    static const QHash<QString, int> periods{
        {QStringLiteral("gemma2"), 2},       {QStringLiteral("gemma3"), 6},  {QStringLiteral("gemma-embedding"), 6},
        {QStringLiteral("gemma3n"), 5},      {QStringLiteral("gpt-oss"), 2}, {QStringLiteral("cohere2"), 4},
        {QStringLiteral("llama4"), 4},       {QStringLiteral("olmo2"), 4},   {QStringLiteral("exaone4"), 4},
        {QStringLiteral("smallthinker"), 4}, {QStringLiteral("afmoe"), 4},   {QStringLiteral("plamo3"), 8}};
    return periods.value(architecture);
}

class GgufModel
{
public:
    GgufModel(const GgufHeader &header, const QString &fileName)
        : m_header(header), m_fileName(fileName), m_architecture(header.text("general.architecture")),
          m_keys(header, m_architecture)
    {}

    Result<LlmModel> model(const QString &name)
    {
        if (const QString reason = noModel(); !reason.isEmpty())
            return invalid(reason);
        const int drafts = m_keys.optional("nextn_predict_layers", kMostLayers);
        m_model.layers = m_keys.required("block_count", kMostLayers) - drafts;
        m_model.hiddenSize = m_keys.required("embedding_length", kMostWidth);
        m_model.maxContext = m_keys.required("context_length", kMostContext);
        if (m_keys.ok() && m_model.layers < 1)
            return invalid(GgufText::tr("The file states no layers but those of a draft."));
        if (!m_keys.ok())
            return invalid(m_keys.problem());
        m_weights = ggufWeights(m_header, m_model.layers);
        if (m_weights.classes.embedding <= 0 || std::ranges::none_of(m_weights.layers, isMade))
            return invalid(GgufText::tr("The file holds no weights of layers; import the one that does."));
        readVocabulary();
        readAttention();
        readCache();
        readFeedForward();
        if (!m_keys.ok())
            return invalid(m_keys.problem());
        identify(name);
        if (m_model.id.isEmpty())
            return invalid(GgufText::tr("The file does not name its model; give it a name."));
        finish();
        return m_model;
    }

private:
    static bool isMade(const GgufLayer &layer) { return layer != GgufLayer(); }
    std::size_t layerCount() const { return std::size_t(m_model.layers); }

    /// @return why this is the file of something else
    QString noModel() const
    {
        const QString type = m_header.text("general.type");
        if (m_architecture.isEmpty())
            return GgufText::tr("The file does not state \"general.architecture\", so it cannot be read further.");
        if (m_architecture == QLatin1String("clip") || type == QLatin1String("mmproj"))
            return GgufText::tr("This is the image encoder of a model (mmproj). Import the file of the model itself.");
        if (type == QLatin1String("adapter") || type == QLatin1String("imatrix"))
            return GgufText::tr("This is an addition to a model (%1). Import the file of the model itself.").arg(type);
        return {};
    }

    void readVocabulary()
    {
        const GgufTensor *embedding = m_header.tensor("token_embd.weight");
        const GgufArray *tokens = m_header.array("tokenizer.ggml.tokens");
        constexpr qint64 most = 1 << 24;
        if (embedding && embedding->sizes[1] <= most)
            m_model.vocabularySize = int(embedding->sizes[1]);
        else if (tokens && tokens->count > 0)
            m_model.vocabularySize = int(tokens->count);
        else
            m_keys.missing("vocab_size");
        m_model.tiedEmbeddings = !m_weights.hasOutputHead;
        m_model.kind = kind();
    }

    QString kind() const
    {
        if (m_weights.vision > 0)
            return QStringLiteral("vision");
        const bool encodes = m_architecture.contains(QLatin1String("bert"))
                             || m_architecture.contains(QLatin1String("embedding")) || m_keys.contains("pooling_type");
        return encodes ? QStringLiteral("embedding") : QStringLiteral("text");
    }

    void readAttention()
    {
        const auto keeps = [](const GgufLayer &layer) { return layer.attention; };
        if (std::ranges::none_of(m_weights.layers, keeps))
            return;
        m_isLatent = std::ranges::any_of(m_weights.layers, &GgufLayer::latent);
        const std::vector<int> heads = m_keys.perLayer("attention.head_count", m_model.layers, kMostHeads);
        m_kvHeads = m_keys.perLayer("attention.head_count_kv", m_model.layers, kMostHeads);
        if (heads.empty() || std::ranges::max(heads) < 1) {
            m_keys.missing("attention.head_count");
            return;
        }
        m_model.attentionHeads = std::ranges::max(heads);
        if (m_kvHeads.empty())
            m_kvHeads = heads;
        // Files made since 2025 state one KV head for a latent; the weights are made for as many as there are heads.
        m_model.kvHeads = m_isLatent ? m_model.attentionHeads : std::ranges::max(m_kvHeads);
        const int usual = std::max(1, m_model.hiddenSize / m_model.attentionHeads);
        m_keyDim = orElse(m_keys.optional("attention.key_length", kMostHeadDim), usual);
        m_valueDim = orElse(m_keys.optional("attention.value_length", kMostHeadDim), usual);
        m_slidingKeyDim = orElse(m_keys.optional("attention.key_length_swa", kMostHeadDim), m_keyDim);
        m_slidingValueDim = orElse(m_keys.optional("attention.value_length_swa", kMostHeadDim), m_valueDim);
        m_model.headDim = m_slidingKeyDim;
        if (m_isLatent)
            readLatent();
    }

    static int orElse(int value, int otherwise) { return value > 0 ? value : otherwise; }

    /// Files of before 2025 state the lengths of a head, later ones those of the latent, and the head's as "_mla".
    void readLatent()
    {
        m_model.attention = AttentionKind::Mla;
        m_model.kvLoraRank = m_keys.required("attention.kv_lora_rank", kMostWidth);
        m_model.ropeHeadDim = m_keys.required("rope.dimension_count", kMostHeadDim);
        m_model.qLoraRank = m_keys.optional("attention.q_lora_rank", kMostWidth);
        m_model.headDim = orElse(m_keys.optional("attention.key_length_mla", kMostHeadDim), m_keyDim);
        m_model.valueHeadDim = orElse(m_keys.optional("attention.value_length_mla", kMostHeadDim), m_valueDim);
    }

    /// @return which layers keep a window only
    std::vector<bool> slidingLayers()
    {
        std::vector<bool> sliding(layerCount());
        constexpr int llama4Chunk = 8192; // no key states it
        const bool isChunked = m_architecture == QLatin1String("llama4");
        const int window =
            orElse(m_keys.optional("attention.sliding_window", kMostContext), isChunked ? llama4Chunk : 0);
        const QByteArray patternKey = m_architecture.toUtf8() + ".attention.sliding_window_pattern";
        const GgufArray *flags = m_header.array(patternKey);
        const auto stated = m_header.integer(patternKey);
        if (window <= 0)
            return sliding;
        m_model.slidingWindow = window;
        const qint64 period = stated.value_or(defaultPeriod(m_architecture));
        for (std::size_t i = 0; i < sliding.size(); ++i)
            if (flags && !flags->numbers.empty())
                sliding[i] = flags->numbers[i % flags->numbers.size()] != 0;
            else if (period > 0)
                sliding[i] = qint64(i) % period < period - 1;
            else
                sliding[i] = stated == 0; // 0 says "all of them"
        if (std::ranges::none_of(sliding, std::identity()))
            m_model.slidingWindow = 0; // llama.cpp keeps everything: Mistral 7B v0.1, Phi-3
        return sliding;
    }

    void readCache()
    {
        const std::vector<bool> sliding = slidingLayers();
        const int shared = m_keys.optional("attention.shared_kv_layers", kMostLayers);
        const qint64 state = recurrentState();
        for (std::size_t i = 0; i < layerCount(); ++i) {
            const GgufLayer &layer = m_weights.layers[i];
            if (layer.linear) {
                m_model.linearAttentionLayers += 1;
                m_model.recurrentStateBytesF32 += state;
            }
            if (!layer.attention)
                continue;
            (sliding[i] ? m_model.slidingWindowLayers : m_model.fullAttentionLayers) += 1;
            const bool reusesKeys = int(i) >= m_model.layers - shared;
            if (reusesKeys || m_kvHeads.size() <= i || m_model.kind == QLatin1String("embedding"))
                continue;
            if (sliding[i])
                m_model.kvBytesPerTokenSlidingF16 +=
                    kF16Bytes * m_kvHeads[i] * (qint64(m_slidingKeyDim) + m_slidingValueDim);
            else if (m_isLatent)
                m_model.kvBytesPerTokenGlobalF16 += kF16Bytes * (qint64(m_model.kvLoraRank) + m_model.ropeHeadDim);
            else
                m_model.kvBytesPerTokenGlobalF16 += kF16Bytes * m_kvHeads[i] * (qint64(m_keyDim) + m_valueDim);
        }
        if (m_model.linearAttentionLayers > 0 && state <= 0)
            m_keys.missing("ssm.state_size");
        if (m_model.linearAttentionLayers > 0)
            readLinearSizes();
    }

    /// Source: llama.cpp, src/models/qwen3next.cpp and mamba-base.cpp (the convolution runs over x, B and C).
    void readLinearSizes()
    {
        const qint64 size = m_keys.optional("ssm.state_size", kMostHeadDim);
        const qint64 groups = m_keys.optional("ssm.group_count", kMostHeads);
        m_model.linearInnerSize = m_keys.optional("ssm.inner_size", kMostWidth);
        if (m_model.linearInnerSize > 0)
            m_model.linearQkvSize = int(m_model.linearInnerSize + 2 * groups * size);
    }

    /// Bytes per linear layer and sequence: the last inputs of its convolution, and its state.
    /// Source: llama.cpp, src/llama-hparams.cpp, n_embd_r() and n_embd_s().
    qint64 recurrentState()
    {
        if (const int window = m_keys.optional("shortconv.l_cache", kMostWidth); window > 0)
            return kF32Bytes * qint64(m_model.hiddenSize) * (window - 1);
        if (const int head = m_keys.optional("wkv.head_size", kMostHeadDim); head > 0)
            return kF32Bytes * qint64(m_model.hiddenSize) * (2 + head); // two shifted tokens
        const qint64 window = std::max(1, m_keys.optional("ssm.conv_kernel", kMostWidth)) - 1;
        if (const qint64 head = m_keys.optional("kda.head_dim", kMostHeadDim); head > 0) {
            const qint64 inner = head * m_model.attentionHeads;
            return kF32Bytes * (3 * window * inner + head * inner);
        }
        const qint64 inner = m_keys.optional("ssm.inner_size", kMostWidth);
        const qint64 size = m_keys.optional("ssm.state_size", kMostHeadDim);
        const qint64 groups = m_keys.optional("ssm.group_count", kMostHeads);
        return kF32Bytes * (window * (inner + 2 * groups * size) + size * inner);
    }

    void readFeedForward()
    {
        if (m_weights.classes.denseFfn > 0) {
            const std::vector<int> widths = m_keys.perLayer("feed_forward_length", m_model.layers, kMostWidth);
            const auto first = std::ranges::find_if(widths, [](int width) { return width > 0; });
            if (first == widths.end())
                m_keys.missing("feed_forward_length");
            else
                m_model.ffnSize = *first;
        }
        if (m_weights.classes.experts <= 0)
            return;
        m_model.experts = m_keys.required("expert_count", kMostExperts);
        m_model.activeExperts = m_keys.required("expert_used_count", kMostExperts);
        if (m_keys.ok() && m_model.activeExperts > m_model.experts)
            m_keys.missing("expert_used_count");
        const int width = m_keys.optional("expert_feed_forward_length", kMostWidth);
        m_model.expertFfnSize = width > 0 ? width : m_keys.required("feed_forward_length", kMostWidth);
        if (m_weights.classes.sharedExperts > 0)
            m_model.sharedExperts = orElse(m_keys.optional("expert_shared_count", kMostExperts), 1);
        for (const GgufLayer &layer : m_weights.layers)
            m_model.denseLayers += layer.denseFfn && !layer.experts ? 1 : 0;
    }

    void identify(const QString &name)
    {
        QString own = name;
        for (const char *key : {"general.name", "general.basename"})
            if (own.trimmed().isEmpty())
                own = m_header.text(key);
        m_model.name = modelNameOf(own.trimmed().isEmpty() ? m_fileName.section(u'.', 0, -2) : own);
        m_model.id = modelIdOf(m_model.name);
        m_model.family = modelNameOf(m_architecture);
        m_model.architecture = m_model.family;
        m_model.license = modelNameOf(m_header.text("general.license"));
        for (const char *key : {"general.source.repo_url", "general.source.url", "general.base_model.0.repo_url"}) {
            const QUrl address(m_header.text(key));
            if (m_model.repository.isEmpty() && address.host() == QLatin1String("huggingface.co"))
                m_model.repository = modelNameOf(address.path().mid(1));
        }
    }

    /// @return of the file's name, its key, or the type of most of its bytes
    QString quantization() const
    {
        if (const QString mix = quantizationOfFileName(m_fileName); !mix.isEmpty())
            return mix;
        const QString stated = quantizationOfFileType(m_header.integer("general.file_type").value_or(-1));
        if (!stated.isEmpty())
            return stated;
        const GgufType *most = nullptr;
        for (auto it = m_weights.bytesByType.begin(); it != m_weights.bytesByType.end(); ++it)
            if (!most || it.value() > m_weights.bytesByType.value(most))
                most = it.key();
        return most ? QLatin1String(most->quantId) : QString();
    }

    void finish()
    {
        m_model.classes = m_weights.classes;
        m_model.visionParameters = m_weights.vision;
        completeModel(m_model, m_weights.lookedUp);
        m_model.source = GgufText::tr("header of %1").arg(m_fileName);
        m_model.confidence = Confidence::SingleSource;
        if (const QString id = quantization(); !id.isEmpty())
            m_model.ggufBytes.insert(id, m_weights.bytes);
        exceptGeometry(m_model, GgufText::tr("Counted from the tensors of the file, which are not all of one size."));
    }

    const GgufHeader &m_header;
    QString m_fileName;
    QString m_architecture;
    GgufKeys m_keys;
    GgufWeights m_weights;
    LlmModel m_model;
    bool m_isLatent = false;
    std::vector<int> m_kvHeads;
    int m_keyDim = 0;
    int m_valueDim = 0;
    int m_slidingKeyDim = 0;
    int m_slidingValueDim = 0;
};

} // namespace

Result<LlmModel> modelFromGguf(const GgufHeader &header, const QString &fileName, const QString &name)
{
    return GgufModel(header, fileName).model(name);
}

} // namespace rigwright
