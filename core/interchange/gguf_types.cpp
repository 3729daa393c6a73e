// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/gguf_types.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace rigwright {

namespace {

/// Source: ggml, include/ggml.h (enum ggml_type) and src/ggml-common.h (sizes of the blocks).
constexpr GgufType kTypes[] = {
    {0, "F32", 1, 4, "f32"},
    {1, "F16", 1, 2, "f16"},
    {2, "Q4_0", 32, 18, "q4_0"},
    {3, "Q4_1", 32, 20, "q4_1"},
    {6, "Q5_0", 32, 22, "q5_0"},
    {7, "Q5_1", 32, 24, "q5_1"},
    {8, "Q8_0", 32, 34, "q8_0"},
    {9, "Q8_1", 32, 36, ""},
    {10, "Q2_K", 256, 84, "q2_k"},
    {11, "Q3_K", 256, 110, "q3_k_m"},
    {12, "Q4_K", 256, 144, "q4_k_m"},
    {13, "Q5_K", 256, 176, "q5_k_m"},
    {14, "Q6_K", 256, 210, "q6_k"},
    {15, "Q8_K", 256, 292, ""},
    {16, "IQ2_XXS", 256, 66, "iq2_xxs"},
    {17, "IQ2_XS", 256, 74, "iq2_xs"},
    {18, "IQ3_XXS", 256, 98, "iq3_xxs"},
    {19, "IQ1_S", 256, 50, "iq1_s"},
    {20, "IQ4_NL", 32, 18, "iq4_nl"},
    {21, "IQ3_S", 256, 110, "iq3_s"},
    {22, "IQ2_S", 256, 82, "iq2_m"},
    {23, "IQ4_XS", 256, 136, "iq4_xs"},
    {24, "I8", 1, 1, ""},
    {25, "I16", 1, 2, ""},
    {26, "I32", 1, 4, ""},
    {27, "I64", 1, 8, ""},
    {28, "F64", 1, 8, ""},
    {29, "IQ1_M", 256, 56, "iq1_m"},
    {30, "BF16", 1, 2, "bf16"},
    {34, "TQ1_0", 256, 54, "tq1_0"},
    {35, "TQ2_0", 256, 66, "tq2_0"},
    {39, "MXFP4", 32, 17, "mxfp4"},
    {40, "NVFP4", 64, 36, "nvfp4"},
    {41, "Q1_0", 128, 18, "q1_0"},
};

struct FileType
{
    int number;
    const char *quantId;
};
/// Source: llama.cpp, include/llama.h (enum llama_ftype).
constexpr FileType kFileTypes[] = {
    {0, "f32"},     {1, "f16"},     {2, "q4_0"},     {3, "q4_1"},    {7, "q8_0"},    {8, "q5_0"},    {9, "q5_1"},
    {10, "q2_k"},   {11, "q3_k_s"}, {12, "q3_k_m"},  {13, "q3_k_l"}, {14, "q4_k_s"}, {15, "q4_k_m"}, {16, "q5_k_s"},
    {17, "q5_k_m"}, {18, "q6_k"},   {19, "iq2_xxs"}, {20, "iq2_xs"}, {21, "q2_k_s"}, {22, "iq3_xs"}, {23, "iq3_xxs"},
    {24, "iq1_s"},  {25, "iq4_nl"}, {26, "iq3_s"},   {27, "iq3_m"},  {28, "iq2_s"},  {29, "iq2_m"},  {30, "iq4_xs"},
    {31, "iq1_m"},  {32, "bf16"},   {36, "tq1_0"},   {37, "tq2_0"},  {38, "mxfp4"},  {39, "nvfp4"},  {40, "q1_0"},
};

} // namespace

const GgufType *ggufType(quint32 number)
{
    const auto found =
        std::ranges::find_if(kTypes, [number](const GgufType &t) { return quint32(t.number) == number; });
    return found == std::end(kTypes) ? nullptr : found;
}

QString quantizationOfFileType(qint64 fileType)
{
    constexpr qint64 guessed = 1024; // a flag: the number was not written but derived from the tensors
    const qint64 number = fileType >= guessed ? fileType - guessed : fileType;
    const auto found = std::ranges::find_if(kFileTypes, [number](const FileType &t) { return t.number == number; });
    return found == std::end(kFileTypes) ? QString() : QLatin1String(found->quantId);
}

QString quantizationOfFileName(const QString &fileName)
{
    static const QRegularExpression mix(QStringLiteral("(?:^|[-._])(UD-Q[2-8]_K_XL|Q4_K_L)(?:[-._]|$)"),
                                        QRegularExpression::CaseInsensitiveOption);
    return mix.match(fileName).captured(1).toLower();
}

} // namespace rigwright
