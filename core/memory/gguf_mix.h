// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace rigwright {

/// Types in which GGUF files store tensors.
enum class GgmlType : quint8 {
    F32,
    F16,
    Q8_0,
    Q6_K,
    Q5_K,
    Q5_1,
    Q5_0,
    Q4_K,
    Q4_1,
    Q4_0,
    IQ4_NL,
    IQ4_XS,
    MXFP4,
    Q3_K,
    IQ3_S,
    IQ3_XXS,
    Q2_K,
    IQ2_S,
    IQ2_XS,
    IQ2_XXS,
    TQ2_0,
    IQ1_M,
    TQ1_0,
    IQ1_S,
};

/// @return bits per weight with the scales of its block. Source: ggml-common.h, block sizes.
double bitsPerWeight(GgmlType type);

/// Mixtures of types that llama-quantize knows ("ftype"). A mixture chooses a type per tensor.
enum class GgufMix : quint8 {
    F32,
    F16,
    Q8_0,
    Q6_K,
    Q5_K_M,
    Q5_K_S,
    Q5_1,
    Q5_0,
    Q4_K_M,
    Q4_K_S,
    Q4_1,
    Q4_0,
    IQ4_NL,
    IQ4_XS,
    Q3_K_L,
    Q3_K_M,
    Q3_K_S,
    IQ3_M,
    IQ3_S,
    IQ3_XS,
    IQ3_XXS,
    Q2_K,
    Q2_K_S,
    IQ2_M,
    IQ2_S,
    IQ2_XS,
    IQ2_XXS,
    IQ1_M,
    IQ1_S,
    TQ2_0,
    TQ1_0,
    MXFP4_MOE,
};

/// @return the mixture of a quantization ("q4_k_m"), or nothing for mixes with a recipe of their own ("ud-q4_k_xl")
std::optional<GgufMix> ggufMix(const QString &quantizationId);

/// What a tensor is for, as far as the choice of its type asks.
enum class TensorRole : quint8 {
    Small,          ///< norms, biases, routers, convolutions: never quantized
    TokenEmbedding, ///< also embeddings per layer
    Output,
    Query,
    Key,
    Value,
    FusedQkv,
    AttentionOutput,
    FfnGate,
    FfnUp,
    FfnDown,
    OtherMatrix,
};

/// Where a tensor stands among those of its role, as far as the choice of its type asks.
class LayerPosition
{
public:
    LayerPosition() = default;
    /// @param index  0 ... count - 1
    LayerPosition(int index, int count)
    {
        const int eighth = count / 8;
        const bool isFirst = index < eighth, isLast = index >= 7 * count / 8;
        const bool isRich = isFirst || isLast || unsigned(index - eighth) % 3 == 2; // llama-quant.cpp, use_more_bits()
        m_flags = quint8((index < 2 ? First2 : 0) | (index < 4 ? First4 : 0) | (index < count / 16 ? First16th : 0)
                         | (isFirst ? First8th : 0) | (isLast ? Last8th : 0) | (isRich ? MoreBits : 0));
    }

    bool isOfFirst2() const { return m_flags & First2; }
    bool isOfFirst4() const { return m_flags & First4; }
    bool isInFirst16th() const { return m_flags & First16th; }
    bool isInFirst8th() const { return m_flags & First8th; }
    bool isInLast8th() const { return m_flags & Last8th; }
    /// The outer eighths and every third between them.
    bool usesMoreBits() const { return m_flags & MoreBits; }
    friend bool operator==(LayerPosition, LayerPosition) = default;

    enum Flag : quint8 { First2 = 1, First4 = 2, First16th = 4, First8th = 8, Last8th = 16, MoreBits = 32 };
    /// @return the position as far as `flags` tell it
    LayerPosition only(int flags) const
    {
        LayerPosition position;
        position.m_flags = quint8(m_flags & flags);
        return position;
    }

private:
    quint8 m_flags = 0;
};

/// Chooses the types of a model's tensors as llama-quantize does.
/// Source: llama.cpp, src/llama-quant.cpp, llama_tensor_get_type_impl() and tensor_type_fallback().
struct TypeChoice
{
    GgufMix mix = GgufMix::F16;
    bool importanceMatrix = false;
    bool tiedEmbeddings = false;
    bool isFalcon = false;
    bool is70B = false; ///< llama.cpp's model type "70B": 80 layers with grouped queries, Llama and Qwen2
    int experts = 0;
    int headsPerKvHead = 1;

    /// @param rowLength  weights in a row, which must hold whole blocks
    /// @param isExpert   the matrices of all routed experts of a layer
    GgmlType typeOf(TensorRole role, LayerPosition position, int rowLength, bool isExpert) const;

    /// @return the flags of LayerPosition on which types of this mixture depend
    int flagsAsked() const;

    /// The ffn_down tensors are counted; other mixes ask for the layer where the model has experts.
    bool countsDownTensors() const;

private:
    GgmlType wanted(TensorRole role, LayerPosition position, int rowLength, bool isExpert) const;
    GgmlType ofOutput(int rowLength) const;
    GgmlType ofTokenEmbedding() const;
    GgmlType ofValue(LayerPosition position) const;
    GgmlType ofKey() const;
    GgmlType ofQuery() const;
    GgmlType ofAttentionOutput() const;
    GgmlType ofDown(LayerPosition position) const;
    GgmlType ofGateOrUp(LayerPosition position) const;
};

} // namespace rigwright
