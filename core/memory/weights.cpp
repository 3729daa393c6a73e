// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/weights.h"

#include "core/memory/memory_plan.h"

namespace rigwright {

namespace {

constexpr double kBitsPerByte = 8.0;
constexpr double kGgufSmallTensorBits = 32.0; // norms, router and biases are stored as F32 (llama-quant.cpp)
constexpr double kSmallTensorBits = 16.0;     // and in 16 bit by every other format
constexpr double kVisionBits = 16.0;          // image encoders are not quantized
// Mixes published without a size (Unsloth "UD", bartowski "_XL") keep some tensors at higher types:
// Qwen3.6-27B UD-Q4_K_XL is 16,386 MiB where 4.5 bits would be 14,430 (llama-server log, RTX 5090).
constexpr double kUnstatedMixFactor = 1.08;

bool isGgufLike(const Quantization &quant)
{
    return quant.family == QuantFamily::Gguf || quant.family == QuantFamily::Float;
}

/// Parameters of Llama 3 8B and 70B, for which quantizations state their whole-file bits.
struct Reference
{
    double total, embedding, head;
};
constexpr Reference kLlama8B{8.03026e9, 525336576.0, 525336576.0};
constexpr Reference kLlama70B{70.55371e9, 1050673152.0, 1050673152.0};
constexpr qint64 kLargeModel = 20'000'000'000; // nearer to 70B than to 8B in layer proportions

/// Average bits of the matrices inside the layers, from the whole-file bits of the reference model.
double layerBits(const LlmModel &model, const Quantization &quant)
{
    if (quant.family != QuantFamily::Gguf)
        return quant.bitsPerWeight;
    const bool large = model.totalParameters >= kLargeModel && quant.bitsPerWeight70B > 0;
    const double fileBits = large ? quant.bitsPerWeight70B : quant.bitsPerWeight8B;
    if (fileBits <= 0)
        return quant.bitsPerWeight * kUnstatedMixFactor;
    const Reference &ref = large ? kLlama70B : kLlama8B;
    return (fileBits * ref.total - quant.embeddingBits * ref.embedding - quant.headBits * ref.head)
           / (ref.total - ref.embedding - ref.head);
}

/// Q4_K_M and Q5_K_M store attn_v and ffn_down of every third middle layer and of the outer eighths
/// as Q6_K, the type of the head. Source: llama.cpp src/llama-quant.cpp, use_more_bits().
bool hasRichLayers(const Quantization &quant)
{
    return quant.id == QLatin1String("q4_k_m") || quant.id == QLatin1String("q5_k_m");
}

int richLayerCount(const WeightLayout &layout, int from, int to)
{
    int count = 0;
    for (int i = from; i < to; ++i)
        count += layout.isRich(i) ? 1 : 0;
    return count;
}

} // namespace

bool WeightLayout::isRich(int layer) const
{
    const int eighth = layers / 8;
    return layer < eighth || layer >= 7 * layers / 8 || (layer - eighth) % 3 == 2;
}

double WeightLayout::expertBytes(int from, int to) const
{
    from = std::max(from, denseLayers);
    if (to <= from)
        return 0;
    const double rich = richExperts > 0 ? richLayerCount(*this, from, to) * richExperts : 0;
    return experts * (to - from) + rich;
}

double WeightLayout::layerBytes(int from, int to, bool withExperts) const
{
    if (to <= from)
        return 0;
    const int dense = std::clamp(denseLayers, from, to) - from;
    const int mixed = (to - from) - dense;
    double bytes = attention * (to - from) + denseFfn * dense + shared * mixed;
    if (richAttention + richDenseFfn > 0)
        bytes +=
            richLayerCount(*this, from, to) * richAttention + richLayerCount(*this, from, from + dense) * richDenseFfn;
    return withExperts ? bytes + expertBytes(from, to) : bytes;
}

Bytes knownFileBytes(const LlmModel &model, const Quantization &quant)
{
    if (!isGgufLike(quant) || model.ggufBytes.isEmpty())
        return {};
    if (const Bytes exact = model.ggufBytes.value(quant.id); exact > Bytes())
        return exact;
    if (quant.id == QLatin1String("bf16")) // the same two bytes per weight
        return model.ggufBytes.value(QStringLiteral("f16"));
    return {};
}

WeightLayout weightLayout(const LlmModel &model, const Quantization &quant, const EngineStyle &style,
                          const EngineSettings &)
{
    const ParameterClasses &p = model.classes;
    const bool gguf = isGgufLike(quant);
    const double bytesPerWeight = layerBits(model, quant) / kBitsPerByte;
    const double smallBytes = (gguf ? kGgufSmallTensorBits : kSmallTensorBits) / kBitsPerByte;

    WeightLayout layout;
    layout.layers = std::max(1, model.layers);
    layout.denseLayers = model.isMixtureOfExperts() ? std::clamp(model.denseLayers, 0, layout.layers) : layout.layers;
    const int mixtureLayers = layout.layers - layout.denseLayers;

    const double matrices = double(p.attention + p.linearAttention) * bytesPerWeight;
    layout.attention = (matrices + double(p.routerNormOther) * smallBytes) / layout.layers;
    if (layout.denseLayers > 0)
        layout.denseFfn = double(p.denseFfn) * bytesPerWeight / layout.denseLayers;
    if (mixtureLayers > 0) {
        layout.shared = double(p.sharedExperts) * bytesPerWeight / mixtureLayers;
        layout.experts = double(p.experts) * bytesPerWeight / mixtureLayers;
        if (layout.denseLayers == 0) // a dense part beside the experts of every layer
            layout.shared += double(p.denseFfn) * bytesPerWeight / mixtureLayers;
    }

    const bool tied = model.tiedEmbeddings;
    const double embedding =
        double(p.embedding) * (tied && gguf ? quant.tiedEmbeddingBits : quant.embeddingBits) / kBitsPerByte;
    const double head = tied ? embedding : double(p.outputHead) * quant.headBits / kBitsPerByte;
    (style.embeddingInRam ? layout.embeddingRam : layout.embeddingDevice) = embedding;
    // One table serves both ends of a tied model unless the embedding stays in RAM.
    layout.head = tied && !style.embeddingInRam ? 0 : head;
    // GGUF keeps the image encoder in a file of its own; mlx-lm and ExLlama load text models.
    if (!gguf && (style.kind == EngineStyle::Kind::Pooled || style.kind == EngineStyle::Kind::Eager))
        layout.vision = double(model.visionParameters) * kVisionBits / kBitsPerByte;

    const Bytes file = knownFileBytes(model, quant);
    if (hasRichLayers(quant)) {
        const double extra = (quant.headBits - quant.bitsPerWeight) / kBitsPerByte;
        const double plain = quant.bitsPerWeight / layerBits(model, quant); // back from the average to the main type
        const double valueProjection = double(model.hiddenSize) * model.kvHeads * model.headDim;
        constexpr double kDownShare = 1.0 / 3.0; // of gate, up and down
        layout.attention = (matrices * plain + double(p.routerNormOther) * smallBytes) / layout.layers;
        layout.denseFfn *= plain;
        layout.shared *= plain;
        layout.experts *= plain;
        layout.richAttention = model.attention == AttentionKind::Mla ? 0 : valueProjection * extra;
        if (layout.denseLayers > 0)
            layout.richDenseFfn = double(p.denseFfn) * kDownShare * extra / layout.denseLayers;
        if (mixtureLayers > 0)
            layout.richExperts = double(p.experts) * kDownShare * extra / mixtureLayers;
    }
    if (file > Bytes()) {
        const double inLayers = double(file.base()) - embedding - (tied ? 0 : head);
        const double estimated = layout.layerBytes(0, layout.layers);
        const double scale = estimated > 0 ? inLayers / estimated : 1;
        for (double *part : {&layout.attention, &layout.denseFfn, &layout.shared, &layout.experts,
                             &layout.richAttention, &layout.richDenseFfn, &layout.richExperts})
            *part *= scale;
    }
    layout.largestExpertTensor = layout.experts / 3;
    return layout;
}

Bytes weightBytes(const LlmModel &model, const Quantization &quant)
{
    if (const Bytes file = knownFileBytes(model, quant); file > Bytes())
        return file;
    EngineStyle style; // one copy of every tensor
    style.kind = EngineStyle::Kind::Eager;
    return Bytes(qint64(weightLayout(model, quant, style).all()));
}

} // namespace rigwright
