// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/weights.h"

#include "core/memory/memory_plan.h"
#include "core/memory/model_tensors.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr double kBitsPerByte = 8.0;
constexpr double kSmallTensorBits = 16.0; // norms and routers outside of GGUF files
constexpr double kVisionBits = 16.0;      // image encoders are not quantized
// Resident against the file: Unsloth plans 1.4, measured 1.3 to 1.4 (memory_model.md, section 1).
constexpr double kResidentVision = 1.35;
constexpr double kAbsorbedBits = 16.0; // vLLM, mla_attention.py: W_UK and W_UV beside kv_b_proj

/// Q4_K_L has the layers of Q4_K_M, and tables of more bits.
bool hasListedTables(const Quantization &quant)
{
    return quant.id == QLatin1String("q4_k_l");
}

class LayoutBuilder
{
public:
    LayoutBuilder(const LlmModel &model, const Quantization &quant, const EngineStyle &style, bool importanceMatrix)
        : m_model(model), m_quant(quant), m_style(style), m_tensors(model)
    {
        m_isGguf = isGguf(quant, style);
        const std::optional<GgufMix> mix = m_isGguf ? ggufMix(quant.id) : std::nullopt;
        if (!mix)
            return;
        m_hasMix = true;
        m_choice.mix = *mix;
        m_choice.importanceMatrix = importanceMatrix;
        m_choice.tiedEmbeddings = model.tiedEmbeddings;
        m_choice.isFalcon = m_tensors.isFalcon;
        m_choice.is70B = m_tensors.is70B;
        m_choice.experts = model.experts;
        m_choice.headsPerKvHead = model.kvHeads > 0 ? model.attentionHeads / model.kvHeads : 1;
    }

    static bool isGguf(const Quantization &quant, const EngineStyle &style)
    {
        return quant.family == QuantFamily::Gguf
               || (quant.family == QuantFamily::Float && style.kind == EngineStyle::Kind::LlamaCpp);
    }

    WeightLayout build()
    {
        addLayers();
        addTables();
        return std::move(m_layout);
    }

private:
    double bits(const ModelTensor &tensor, LayerPosition position) const
    {
        if (m_hasMix)
            return bitsPerWeight(m_choice.typeOf(tensor.role, position, tensor.rowLength, tensor.isExpert));
        if (tensor.role != TensorRole::Small || m_quant.family == QuantFamily::Float)
            return m_quant.bitsPerWeight;
        return m_isGguf ? bitsPerWeight(GgmlType::F32) : kSmallTensorBits;
    }

    void add(WeightLayout::Sum &sum, const TensorGroup &group, LayerPosition position)
    {
        for (const ModelTensor &tensor : group) {
            const double bytes = tensor.weights * bits(tensor, position) / kBitsPerByte;
            (tensor.isExpert ? sum.experts : sum.plain) += bytes;
            if (tensor.isReplicated)
                sum.replicated += bytes;
            if (tensor.isExpert)
                m_layout.largestExpertTensor = std::max(m_layout.largestExpertTensor, bytes);
        }
    }

    /// Layers that stand alike have the same types, so each kind is counted once.
    struct LayerKind
    {
        ModelTensors::Layer layer;
        LayerPosition value, feedForward;
        WeightLayout::Sum bytes;
    };

    const WeightLayout::Sum &bytesOf(ModelTensors::Layer layer, LayerPosition value, LayerPosition feedForward)
    {
        const auto end = m_kinds.begin() + m_kindCount;
        const auto known = std::find_if(m_kinds.begin(), end, [&](const LayerKind &kind) {
            return kind.layer == layer && kind.value == value && kind.feedForward == feedForward;
        });
        if (known != end)
            return known->bytes;
        m_kindCount = std::min(m_kindCount + 1, m_kinds.size()); // when full, the last is counted anew
        LayerKind &kind = m_kinds[m_kindCount - 1];
        kind = {layer, value, feedForward, m_common};
        add(kind.bytes, m_tensors.attentionOf(layer), value);
        add(kind.bytes, m_tensors.feedForwardOf(layer), feedForward);
        return kind.bytes;
    }

    void addLayers()
    {
        const int layers = m_tensors.layers, values = m_tensors.valueTensors();
        const bool countsTensors = m_choice.experts <= 1 || m_choice.countsDownTensors();
        const int asked = m_hasMix ? m_choice.flagsAsked() : 0;
        add(m_common, m_tensors.common, {});
        m_layout.layers = m_layout.denseLayers = layers;
        m_layout.sums.reserve(std::size_t(layers) + 1);
        WeightLayout::Sum sum;
        m_layout.sums.push_back(sum);
        int value = 0, down = 0;
        for (int i = 0; i < layers; ++i) {
            const ModelTensors::Layer layer = m_tensors.layer(i);
            LayerPosition valuePosition, ffnPosition;
            if (asked != 0) {
                valuePosition = LayerPosition(value, values).only(asked);
                ffnPosition = LayerPosition(countsTensors ? down : i, layers).only(asked);
            }
            const WeightLayout::Sum &bytes = bytesOf(layer, valuePosition, ffnPosition);
            value += m_tensors.valueTensors(layer.attention);
            down += m_tensors.downTensors(layer.feedForward);
            if (bytes.experts > 0)
                m_layout.denseLayers = std::min(m_layout.denseLayers, i);
            sum.plain += bytes.plain;
            sum.experts += bytes.experts;
            sum.replicated += bytes.replicated;
            m_layout.sums.push_back(sum);
        }
    }

    double tableBits(TensorRole role, int rowLength) const
    {
        if (m_hasMix && !hasListedTables(m_quant))
            return bitsPerWeight(m_choice.typeOf(role, {}, rowLength, false));
        if (role == TensorRole::Output)
            return m_quant.headBits;
        return m_model.tiedEmbeddings && m_isGguf ? m_quant.tiedEmbeddingBits : m_quant.embeddingBits;
    }

    void addTables()
    {
        const ParameterClasses &p = m_model.classes;
        const bool tied = m_model.tiedEmbeddings;
        const double tokens = double(m_model.vocabularySize) * m_model.hiddenSize;
        const double positions = m_hasMix && tokens > 0 ? std::max(0.0, double(p.embedding) - tokens) : 0;
        const double bits = tableBits(TensorRole::TokenEmbedding, m_model.hiddenSize);
        const double shared = (double(p.embedding) - positions) * bits / kBitsPerByte;
        double embedding = shared + positions * bitsPerWeight(GgmlType::F32) / kBitsPerByte;
        if (m_tensors.perLayerEmbedding > 0 && m_model.vocabularySize > 0)
            embedding +=
                double(m_tensors.perLayerEmbedding) / kBitsPerByte
                * tableBits(TensorRole::TokenEmbedding, int(m_tensors.perLayerEmbedding / m_model.vocabularySize));
        (m_style.embeddingInRam ? m_layout.embeddingRam : m_layout.embeddingDevice) = embedding;
        // One table serves both ends of a tied model unless the embedding stays in RAM.
        if (!tied)
            m_layout.head = double(p.outputHead) * tableBits(TensorRole::Output, m_model.hiddenSize) / kBitsPerByte;
        else if (m_style.embeddingInRam)
            m_layout.head = shared;
    }

    const LlmModel &m_model;
    const Quantization &m_quant;
    const EngineStyle &m_style;
    ModelTensors m_tensors;
    TypeChoice m_choice;
    bool m_isGguf = false;
    bool m_hasMix = false;
    WeightLayout::Sum m_common;
    std::array<LayerKind, 24> m_kinds;
    std::size_t m_kindCount = 0;
    WeightLayout m_layout;
};

/// @return of a layout without image encoder: the bytes of the file
double fileBytes(const WeightLayout &layout, bool tied)
{
    const WeightLayout::Sum &layers = layout.sums.back();
    return layout.embeddingRam + layout.embeddingDevice + (tied ? 0 : layout.head) + layers.plain + layers.experts;
}

/// Spreads what the file has more or less than the formula over the layers.
void fitToFile(WeightLayout &layout, double difference)
{
    const WeightLayout::Sum all = layout.sums.back();
    const double inLayers = all.plain + all.experts;
    const double scale = inLayers > 0 ? 1 + difference / inLayers : 1;
    layout.largestExpertTensor *= scale;
    for (WeightLayout::Sum &sum : layout.sums)
        sum = {sum.plain * scale, sum.experts * scale, sum.replicated * scale};
}

/// vLLM keeps the expansions of the latent a second time, prepared for decoding.
void addAbsorbed(WeightLayout &layout, double weightsPerLayer)
{
    for (std::size_t i = 0; i < layout.sums.size(); ++i)
        layout.sums[i].plain += double(i) * weightsPerLayer * kAbsorbedBits / kBitsPerByte;
}

double visionBytes(const LlmModel &model, const EngineStyle &style, const EngineSettings &settings)
{
    using Kind = EngineStyle::Kind;
    // llama.cpp loads an encoder on demand, from a file of its own; mlx-lm and ExLlama load text models.
    const bool isUsual = style.kind == Kind::Pooled || style.kind == Kind::Eager;
    if (!settings.imageEncoder.value_or(isUsual))
        return 0;
    const double resident = style.kind == Kind::LlamaCpp ? kResidentVision : 1;
    return double(model.visionParameters) * resident * kVisionBits / kBitsPerByte;
}

} // namespace

double WeightLayout::expertBytes(int from, int to) const
{
    return to > from ? sums[std::size_t(to)].experts - sums[std::size_t(from)].experts : 0;
}

double WeightLayout::layerBytes(int from, int to, bool withExperts) const
{
    if (to <= from)
        return 0;
    const double plain = sums[std::size_t(to)].plain - sums[std::size_t(from)].plain;
    return withExperts ? plain + expertBytes(from, to) : plain;
}

double WeightLayout::replicatedBytes(int from, int to) const
{
    return to > from ? sums[std::size_t(to)].replicated - sums[std::size_t(from)].replicated : 0;
}

Bytes knownFileBytes(const LlmModel &model, const Quantization &quant)
{
    const bool isFile = quant.family == QuantFamily::Gguf || quant.family == QuantFamily::Float;
    if (!isFile || model.ggufBytes.isEmpty())
        return {};
    if (const Bytes exact = model.ggufBytes.value(quant.id); exact > Bytes())
        return exact;
    if (quant.id == QLatin1String("bf16")) // the same two bytes per weight
        return model.ggufBytes.value(QStringLiteral("f16"));
    return {};
}

WeightLayout weightLayout(const LlmModel &model, const Quantization &quant, const EngineStyle &style,
                          const EngineSettings &settings)
{
    LayoutBuilder builder(model, quant, style, settings.importanceMatrix);
    WeightLayout layout = builder.build();
    const Bytes file = LayoutBuilder::isGguf(quant, style) ? knownFileBytes(model, quant) : Bytes();
    if (file > Bytes()) { // of a file made without an importance matrix
        const bool tied = model.tiedEmbeddings;
        const double formula = settings.importanceMatrix
                                   ? fileBytes(LayoutBuilder(model, quant, style, false).build(), tied)
                                   : fileBytes(layout, tied);
        fitToFile(layout, double(file.base()) - formula);
    }
    if (style.kind == EngineStyle::Kind::Pooled)
        addAbsorbed(layout, ModelTensors::latentExpansionOf(model));
    layout.vision = visionBytes(model, style, settings);
    return layout;
}

Bytes weightBytes(const LlmModel &model, const Quantization &quant)
{
    if (const Bytes file = knownFileBytes(model, quant); file > Bytes())
        return file;
    EngineStyle style; // one copy of every tensor
    style.kind = EngineStyle::Kind::Eager;
    EngineSettings settings;
    if (quant.family == QuantFamily::Gguf || quant.family == QuantFamily::Float)
        settings.imageEncoder = false; // has a file of its own
    return Bytes(qint64(weightLayout(model, quant, style, settings).all()));
}

} // namespace rigwright
