// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/gguf_mix.h"

#include <iterator>

namespace rigwright {

namespace {

using Mix = GgufMix;
using Type = GgmlType;

struct TypeRow
{
    Type type;
    double bits;
    int block;     ///< weights; a row holds whole blocks
    Type fallback; ///< for rows that do not
};

// In the order of GgmlType.
constexpr TypeRow kTypes[] = {
    {Type::F32, 32, 1, Type::F32},
    {Type::F16, 16, 1, Type::F16},
    {Type::Q8_0, 8.5, 32, Type::F16},
    {Type::Q6_K, 6.5625, 256, Type::Q8_0},
    {Type::Q5_K, 5.5, 256, Type::Q5_1},
    {Type::Q5_1, 6, 32, Type::F16},
    {Type::Q5_0, 5.5, 32, Type::F16},
    {Type::Q4_K, 4.5, 256, Type::Q5_0},
    {Type::Q4_1, 5, 32, Type::F16},
    {Type::Q4_0, 4.5, 32, Type::F16},
    {Type::IQ4_NL, 4.5, 32, Type::F16},
    {Type::IQ4_XS, 4.25, 256, Type::IQ4_NL},
    {Type::MXFP4, 4.25, 32, Type::F16},
    {Type::Q3_K, 3.4375, 256, Type::Q4_0},
    {Type::IQ3_S, 3.4375, 256, Type::IQ4_NL},
    {Type::IQ3_XXS, 3.0625, 256, Type::IQ4_NL},
    {Type::Q2_K, 2.625, 256, Type::Q4_0},
    {Type::IQ2_S, 2.5625, 256, Type::IQ4_NL},
    {Type::IQ2_XS, 2.3125, 256, Type::IQ4_NL},
    {Type::IQ2_XXS, 2.0625, 256, Type::IQ4_NL},
    {Type::TQ2_0, 2.0625, 256, Type::Q4_0},
    {Type::IQ1_M, 1.75, 256, Type::IQ4_NL},
    {Type::TQ1_0, 1.6875, 256, Type::Q4_0},
    {Type::IQ1_S, 1.5625, 256, Type::IQ4_NL},
};

constexpr bool typesAreInOrder()
{
    for (std::size_t i = 0; i < std::size(kTypes); ++i)
        if (std::size_t(kTypes[i].type) != i)
            return false;
    return true;
}
static_assert(typesAreInOrder());

const TypeRow &rowOf(Type type)
{
    return kTypes[std::size_t(type)];
}

struct MixRow
{
    Mix mix;
    QLatin1String id;
    Type main;
};

// In the order of GgufMix.
const MixRow kMixes[] = {
    {Mix::F32, QLatin1String("f32"), Type::F32},
    {Mix::F16, QLatin1String("f16"), Type::F16},
    {Mix::Q8_0, QLatin1String("q8_0"), Type::Q8_0},
    {Mix::Q6_K, QLatin1String("q6_k"), Type::Q6_K},
    {Mix::Q5_K_M, QLatin1String("q5_k_m"), Type::Q5_K},
    {Mix::Q5_K_S, QLatin1String("q5_k_s"), Type::Q5_K},
    {Mix::Q5_1, QLatin1String("q5_1"), Type::Q5_1},
    {Mix::Q5_0, QLatin1String("q5_0"), Type::Q5_0},
    {Mix::Q4_K_M, QLatin1String("q4_k_m"), Type::Q4_K},
    {Mix::Q4_K_S, QLatin1String("q4_k_s"), Type::Q4_K},
    {Mix::Q4_1, QLatin1String("q4_1"), Type::Q4_1},
    {Mix::Q4_0, QLatin1String("q4_0"), Type::Q4_0},
    {Mix::IQ4_NL, QLatin1String("iq4_nl"), Type::IQ4_NL},
    {Mix::IQ4_XS, QLatin1String("iq4_xs"), Type::IQ4_XS},
    {Mix::Q3_K_L, QLatin1String("q3_k_l"), Type::Q3_K},
    {Mix::Q3_K_M, QLatin1String("q3_k_m"), Type::Q3_K},
    {Mix::Q3_K_S, QLatin1String("q3_k_s"), Type::Q3_K},
    {Mix::IQ3_M, QLatin1String("iq3_m"), Type::IQ3_S},
    {Mix::IQ3_S, QLatin1String("iq3_s"), Type::IQ3_S},
    {Mix::IQ3_XS, QLatin1String("iq3_xs"), Type::IQ3_S},
    {Mix::IQ3_XXS, QLatin1String("iq3_xxs"), Type::IQ3_XXS},
    {Mix::Q2_K, QLatin1String("q2_k"), Type::Q2_K},
    {Mix::Q2_K_S, QLatin1String("q2_k_s"), Type::Q2_K},
    {Mix::IQ2_M, QLatin1String("iq2_m"), Type::IQ2_S},
    {Mix::IQ2_S, QLatin1String("iq2_s"), Type::IQ2_XS},
    {Mix::IQ2_XS, QLatin1String("iq2_xs"), Type::IQ2_XS},
    {Mix::IQ2_XXS, QLatin1String("iq2_xxs"), Type::IQ2_XXS},
    {Mix::IQ1_M, QLatin1String("iq1_m"), Type::IQ1_M},
    {Mix::IQ1_S, QLatin1String("iq1_s"), Type::IQ1_S},
    {Mix::TQ2_0, QLatin1String("tq2_0"), Type::TQ2_0},
    {Mix::TQ1_0, QLatin1String("tq1_0"), Type::TQ1_0},
    {Mix::MXFP4_MOE, QLatin1String("mxfp4"), Type::Q8_0},
};

Type mainType(Mix mix)
{
    return kMixes[std::size_t(mix)].main;
}

bool isIq2OrSmaller(Mix mix)
{
    return mix >= Mix::IQ2_M && mix <= Mix::IQ1_S;
}

constexpr int kWideGrouping = 4; // query heads per KV head from which attn_v is small enough to get more bits
constexpr int kMixtral = 8;      // experts: few, so that attention is a small part of the file

} // namespace

double bitsPerWeight(GgmlType type)
{
    return rowOf(type).bits;
}

std::optional<GgufMix> ggufMix(const QString &quantizationId)
{
    if (quantizationId == QLatin1String("bf16")) // the same two bytes per weight
        return Mix::F16;
    if (quantizationId == QLatin1String("q4_k_l")) // Q4_K_M but for the tables
        return Mix::Q4_K_M;
    for (const MixRow &row : kMixes)
        if (quantizationId == row.id)
            return row.mix;
    return {};
}

int TypeChoice::flagsAsked() const
{
    using P = LayerPosition;
    switch (mix) {
    case Mix::F32:
    case Mix::F16:
    case Mix::Q8_0:
    case Mix::Q6_K:
    case Mix::Q2_K:
    case Mix::MXFP4_MOE: return 0;
    case Mix::Q4_K_M:
    case Mix::Q5_K_M: return isFalcon ? P::MoreBits | P::First16th : P::MoreBits;
    case Mix::Q3_K_M: return isFalcon ? P::MoreBits | P::First2 | P::First16th : P::First2 | P::First16th;
    case Mix::Q4_K_S: return P::First4 | P::First8th;
    case Mix::IQ3_XS: return P::First8th | P::Last8th;
    case Mix::IQ3_M: return P::First8th | P::MoreBits;
    default: return P::First8th;
    }
}

bool TypeChoice::countsDownTensors() const
{
    return isIq2OrSmaller(mix);
}

GgmlType TypeChoice::typeOf(TensorRole role, LayerPosition position, int rowLength, bool isExpert) const
{
    if (role == TensorRole::Small || mix == Mix::F32)
        return Type::F32;
    if (mix == Mix::F16)
        return Type::F16;
    Type type = wanted(role, position, rowLength, isExpert);
    while (rowLength % rowOf(type).block != 0)
        type = rowOf(type).fallback;
    return type;
}

GgmlType TypeChoice::wanted(TensorRole role, LayerPosition position, int rowLength, bool isExpert) const
{
    if (role == TensorRole::Output || (role == TensorRole::TokenEmbedding && tiedEmbeddings))
        return ofOutput(rowLength);
    if (mix == Mix::MXFP4_MOE)
        return isExpert ? Type::MXFP4 : Type::Q8_0;
    switch (role) {
    case TensorRole::TokenEmbedding: return ofTokenEmbedding();
    case TensorRole::Value:
    case TensorRole::FusedQkv: return ofValue(position);
    case TensorRole::Key: return ofKey();
    case TensorRole::Query: return ofQuery();
    case TensorRole::AttentionOutput: return ofAttentionOutput();
    case TensorRole::FfnDown: return ofDown(position);
    case TensorRole::FfnGate:
    case TensorRole::FfnUp: return ofGateOrUp(position);
    case TensorRole::Output:
    case TensorRole::OtherMatrix:
    case TensorRole::Small: break;
    }
    return mainType(mix);
}

GgmlType TypeChoice::ofOutput(int rowLength) const
{
    if (mix == Mix::MXFP4_MOE || isFalcon || rowLength % rowOf(mainType(mix)).block != 0)
        return Type::Q8_0;
    const bool isSmall = isIq2OrSmaller(mix) || mix == Mix::IQ3_XXS;
    return isSmall ? Type::Q5_K : mix == Mix::Q8_0 ? Type::Q8_0 : Type::Q6_K;
}

GgmlType TypeChoice::ofTokenEmbedding() const
{
    switch (mix) {
    case Mix::IQ2_XXS:
    case Mix::IQ2_XS:
    case Mix::IQ1_S:
    case Mix::IQ1_M: return Type::Q2_K;
    case Mix::IQ2_S:
    case Mix::IQ2_M:
    case Mix::IQ3_XXS: return Type::IQ3_S;
    case Mix::TQ1_0:
    case Mix::TQ2_0: return Type::Q4_K;
    default: return mainType(mix);
    }
}

GgmlType TypeChoice::ofValue(LayerPosition position) const
{
    const bool isWide = headsPerKvHead >= kWideGrouping;
    if (isIq2OrSmaller(mix)) {
        if (isWide || experts >= 4)
            return Type::Q4_K;
        return mix == Mix::IQ2_S || mix == Mix::IQ2_M ? Type::IQ3_S : Type::Q2_K;
    }
    if (experts == kMixtral)
        return Type::Q8_0;
    Type type = mainType(mix);
    switch (mix) {
    case Mix::Q2_K: type = isWide ? Type::Q4_K : Type::Q3_K; break;
    case Mix::IQ3_XXS: type = isWide ? Type::Q4_K : importanceMatrix ? Type::IQ3_XXS : Type::IQ3_S; break;
    case Mix::Q2_K_S:
    case Mix::IQ3_XS:
    case Mix::IQ3_S: type = isWide ? Type::Q4_K : type; break;
    case Mix::IQ3_M: type = Type::Q4_K; break;
    case Mix::Q3_K_M: type = position.isOfFirst2() ? Type::Q5_K : Type::Q4_K; break;
    case Mix::Q3_K_L: type = Type::Q5_K; break;
    case Mix::IQ4_NL:
    case Mix::IQ4_XS: type = isWide ? Type::Q5_K : type; break;
    case Mix::Q4_K_M:
    case Mix::Q5_K_M: type = position.usesMoreBits() ? Type::Q6_K : type; break;
    case Mix::Q4_K_S: type = position.isOfFirst4() ? Type::Q5_K : type; break;
    default: break;
    }
    return is70B && (type == Type::Q3_K || type == Type::Q4_K) ? Type::Q5_K : type;
}

GgmlType TypeChoice::ofKey() const
{
    if (experts == kMixtral)
        return isIq2OrSmaller(mix) ? Type::Q4_K : Type::Q8_0;
    return ofQuery();
}

GgmlType TypeChoice::ofQuery() const
{
    return mix == Mix::IQ3_XS ? Type::IQ3_XXS : mix == Mix::IQ3_XXS ? Type::IQ2_S : mainType(mix);
}

GgmlType TypeChoice::ofAttentionOutput() const
{
    const Type main = mainType(mix);
    if (isFalcon && !isIq2OrSmaller(mix))
        return mix == Mix::Q3_K_L ? Type::Q4_K : main;
    if (experts == kMixtral) {
        const bool isRaised = isIq2OrSmaller(mix) || (mix >= Mix::IQ3_M && mix <= Mix::Q2_K) || mix == Mix::Q3_K_S
                              || mix == Mix::Q3_K_M || mix == Mix::IQ4_NL || mix == Mix::IQ4_XS || mix == Mix::Q4_K_S
                              || mix == Mix::Q4_K_M;
        return isRaised ? Type::Q5_K : main;
    }
    switch (mix) {
    case Mix::Q2_K: return Type::Q3_K;
    case Mix::Q3_K_L: return Type::Q5_K;
    case Mix::Q3_K_M:
    case Mix::IQ3_M: return Type::Q4_K;
    case Mix::IQ3_XXS:
    case Mix::IQ2_S:
    case Mix::IQ2_M: return Type::IQ3_S;
    case Mix::IQ1_S:
    case Mix::IQ1_M: return Type::IQ2_XXS;
    default: return main;
    }
}

GgmlType TypeChoice::ofDown(LayerPosition position) const
{
    const Type main = mainType(mix);
    const bool isEarly = position.isInFirst8th();
    const bool isRich = position.usesMoreBits();
    switch (mix) {
    case Mix::Q2_K: return Type::Q3_K;
    case Mix::Q2_K_S: return isEarly ? Type::Q4_K : main;
    case Mix::IQ3_XXS: return importanceMatrix ? main : isEarly ? Type::Q4_K : Type::Q3_K;
    case Mix::Q3_K_M: return position.isInFirst16th() ? Type::Q5_K : !isFalcon || isRich ? Type::Q4_K : Type::Q3_K;
    case Mix::Q3_K_L: return isFalcon ? Type::Q4_K : Type::Q5_K;
    case Mix::IQ3_M: return isEarly || (experts == kMixtral && isRich) ? Type::Q4_K : main;
    case Mix::Q4_K_M:
        if (isFalcon)
            return position.isInFirst16th() ? Type::Q6_K : isRich ? Type::Q5_K : Type::Q4_K;
        return isRich ? Type::Q6_K : main;
    case Mix::Q5_K_M: return isRich ? Type::Q6_K : main;
    case Mix::IQ4_NL:
    case Mix::IQ4_XS: return isEarly && !importanceMatrix ? Type::Q5_K : main;
    case Mix::Q4_K_S: return isEarly && !isFalcon ? Type::Q5_K : main;
    case Mix::Q4_0: return isEarly && importanceMatrix ? Type::Q4_1 : main;
    case Mix::Q5_0: return isEarly && importanceMatrix ? Type::Q5_1 : main;
    case Mix::IQ2_M:
    case Mix::IQ2_S: return isEarly ? Type::IQ3_S : main;
    case Mix::IQ2_XS:
    case Mix::IQ2_XXS:
    case Mix::IQ1_M:
    case Mix::IQ1_S: return isEarly ? Type::Q2_K : main;
    default: return main;
    }
}

GgmlType TypeChoice::ofGateOrUp(LayerPosition position) const
{
    const bool isMiddle = !position.isInFirst8th() && !position.isInLast8th();
    return mix == Mix::IQ3_XS && isMiddle ? Type::IQ3_XXS : mainType(mix);
}

} // namespace rigwright
