// SPDX-License-Identifier: GPL-3.0-or-later
// The types that llama-quantize gives to tensors, and the bytes that follow, against the catalogue's files and logs.
#include <QTest>

#include "core/memory/gguf_mix.h"
#include "core/memory/memory_plan.h"
#include "core/memory/weights.h"
#include "tests/support/test_catalog.h"

using namespace rigwright;

namespace {

constexpr double kMiB = 1048576;
constexpr double kTolerancePercent = 0.1;

/// Models whose bytes in the catalogue were counted otherwise than llama-quantize chooses.
struct Deviation
{
    const char *model;
    double percent; ///< of the worst mix
    const char *reason;
};
constexpr Deviation kDeviations[] = {
    {"all-minilm-l6-v2", 4.6, "positions and norms counted like matrices; the converter keeps them in F32"},
    {"bge-small-en-v1.5", 3.4, "as all-minilm-l6-v2"},
    {"bge-large-en-v1.5", 1.6, "as all-minilm-l6-v2"},
    {"bge-m3", 4.8, "as all-minilm-l6-v2"},
    {"multilingual-e5-large", 1.0, "as all-minilm-l6-v2"},
    {"gemma-4-31b", 3.9, "attention counted in the main type; attn_v and attn_output have more bits"},
    {"gemma-4-26b-a4b", 0.6, "as gemma-4-31b"},
    {"gemma-4-e4b", 1.0, "as gemma-4-31b"},
    {"gemma-4-e2b", 0.7, "as gemma-4-31b"},
    {"qwen-72b", 4.2, "counted with attn_v apart; the files have it fused with Q and K"},
    {"phi-3.5-moe", 1.1, "counted with Q, K and V fused; the files have them apart"},
    {"qwen2.5-coder-72b", 0.3, "a model that does not exist, counted without the rule of 80 layers"},
    {"llama-4-maverick", 1.2, "counted with its dense layers first; every second layer is dense"},
    {"nemotron-3-nano-30b-a3b", 2.1, "counted with its experts in the last layers; here they are spread evenly"},
    {"qwen3.5-0.8b", 0.7, "attn_qkv of linear layers and attn_v counted one after the other, not layer by layer"},
    {"qwen3.5-2b", 0.6, "as qwen3.5-0.8b"},
    {"qwen3.5-4b", 0.5, "as qwen3.5-0.8b"},
    {"qwen3.5-9b", 0.4, "as qwen3.5-0.8b"},
    {"qwen3.5-27b", 0.3, "as qwen3.5-0.8b"},
    {"qwen3.6-27b", 0.3, "as qwen3.5-0.8b"},
    {"qwen3.8-27b", 0.3, "as qwen3.5-0.8b"},
};

double allowedPercent(const QString &model)
{
    for (const Deviation &deviation : kDeviations)
        if (model == QLatin1String(deviation.model))
            return deviation.percent;
    return kTolerancePercent;
}

EngineStyle styleNamed(const char *engine)
{
    return styleOf(*test::testCatalog().engines.find(QLatin1String(engine)));
}

/// Bytes of a model's file by the formula alone.
double formulaBytes(LlmModel model, const Quantization &quant, const EngineSettings &settings = {})
{
    model.ggufBytes.clear();
    const WeightLayout layout = weightLayout(model, quant, styleNamed("llama.cpp"), settings);
    return layout.all() + layout.embeddingRam - (model.tiedEmbeddings ? layout.head : 0);
}

const LlmModel &model(const char *id)
{
    return *test::testCatalog().models.find(QLatin1String(id));
}

const Quantization &quantization(const char *id)
{
    return *test::testCatalog().quantizations.find(QLatin1String(id));
}

} // namespace

class TestGgufMix : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filesOfTheCatalogue_data()
    {
        QTest::addColumn<QString>("modelId");
        for (const LlmModel &row : test::testCatalog().models.rows())
            if (!row.ggufBytes.isEmpty())
                QTest::newRow(qPrintable(row.id)) << row.id;
    }
    void filesOfTheCatalogue()
    {
        QFETCH(QString, modelId);
        const LlmModel &row = *test::testCatalog().models.find(modelId);
        double worst = 0;
        for (auto it = row.ggufBytes.begin(); it != row.ggufBytes.end(); ++it) {
            const Quantization &quant = *test::testCatalog().quantizations.find(it.key());
            const double percent = 100 * (formulaBytes(row, quant) / double(it.value().base()) - 1);
            QVERIFY2(std::abs(percent) <= allowedPercent(modelId),
                     qPrintable(QStringLiteral("%1: %2 %").arg(it.key()).arg(percent)));
            worst = std::max(worst, std::abs(percent));
        }
        const bool isListed = allowedPercent(modelId) > kTolerancePercent;
        QVERIFY2(!isListed || worst > kTolerancePercent, "no longer deviates: take it off the list");
    }

    void everyWeightHasATensor()
    {
        for (const LlmModel &row : test::testCatalog().models) {
            const ParameterClasses &c = row.classes;
            const double weights =
                double(c.embedding + (row.tiedEmbeddings ? 0 : c.outputHead) + c.attention + c.linearAttention
                       + c.denseFfn + c.experts + c.sharedExperts + c.routerNormOther);
            const double counted = formulaBytes(row, quantization("f32")) / 4;
            QVERIFY2(
                std::abs(counted / weights - 1) < 1e-9,
                qPrintable(QStringLiteral("%1: %2 of %3").arg(row.id).arg(counted, 0, 'f', 0).arg(weights, 0, 'f', 0)));
        }
    }

    // Bits per weight of whole files, of mixes that the catalogue has no bytes for too: tools/quantize/README.md
    // (Llama 3.1 8B) and the same of a 70B model.
    void bitsOfWholeFiles_data()
    {
        QTest::addColumn<QString>("quantId");
        for (const Quantization &row : test::testCatalog().quantizations)
            if (ggufMix(row.id) && row.family == QuantFamily::Gguf && row.bitsPerWeight8B > 0)
                QTest::newRow(qPrintable(row.id)) << row.id;
    }
    void bitsOfWholeFiles()
    {
        QFETCH(QString, quantId);
        const Quantization &quant = *test::testCatalog().quantizations.find(quantId);
        const auto bits = [&](const char *id) {
            return formulaBytes(model(id), quant) * 8 / double(model(id).totalParameters);
        };
        QCOMPARE(QString::number(bits("llama-3.1-8b"), 'f', 4), QString::number(quant.bitsPerWeight8B, 'f', 4));
        QCOMPARE(QString::number(bits("llama-3.3-70b"), 'f', 4), QString::number(quant.bitsPerWeight70B, 'f', 4));
    }

    void types_data()
    {
        QTest::addColumn<GgufMix>("mix");
        QTest::addColumn<TensorRole>("role");
        QTest::addColumn<int>("layer");
        QTest::addColumn<int>("headsPerKvHead");
        QTest::addColumn<GgmlType>("type");
        using enum GgufMix;
        using R = TensorRole;
        using T = GgmlType;
        const auto row = [](const char *name, GgufMix mix, TensorRole role, int layer, int heads, GgmlType type) {
            QTest::newRow(name) << mix << role << layer << heads << type;
        };
        // memory_model.md, section 1, "Type choice in llama.cpp mixes"; 32 layers
        row("Q8_0: everything", Q8_0, R::FfnDown, 0, 4, T::Q8_0);
        row("Q8_0: the head too", Q8_0, R::Output, 0, 4, T::Q8_0);
        row("Q6_K: the head too", Q6_K, R::Output, 0, 4, T::Q6_K);
        row("Q5_K_M: attn_v of the first eighth", Q5_K_M, R::Value, 3, 4, T::Q6_K);
        row("Q5_K_M: attn_v between", Q5_K_M, R::Value, 4, 4, T::Q5_K);
        row("Q5_K_S: ffn_down", Q5_K_S, R::FfnDown, 0, 4, T::Q5_K);
        row("Q4_K_M: every third layer between the eighths", Q4_K_M, R::FfnDown, 6, 4, T::Q6_K);
        row("Q4_K_M: the last eighth", Q4_K_M, R::FfnDown, 28, 4, T::Q6_K);
        row("Q4_K_M: fused QKV as attn_v", Q4_K_M, R::FusedQkv, 28, 4, T::Q6_K);
        row("Q4_K_M: token embedding", Q4_K_M, R::TokenEmbedding, 0, 4, T::Q4_K);
        row("Q4_K_S: attn_v of the first four layers", Q4_K_S, R::Value, 3, 4, T::Q5_K);
        row("Q4_K_S: ffn_down of the first eighth", Q4_K_S, R::FfnDown, 4, 4, T::Q4_K);
        row("Q4_0: head", Q4_0, R::Output, 0, 4, T::Q6_K);
        row("IQ4_XS: attn_v of wide groups", IQ4_XS, R::Value, 20, 4, T::Q5_K);
        row("IQ4_XS: attn_v of narrow groups", IQ4_XS, R::Value, 20, 2, T::IQ4_XS);
        row("IQ4_NL: ffn_down of the first eighth", IQ4_NL, R::FfnDown, 3, 2, T::Q5_K);
        row("Q3_K_L: attn_output", Q3_K_L, R::AttentionOutput, 9, 4, T::Q5_K);
        row("Q3_K_M: attn_v of the first two layers", Q3_K_M, R::Value, 1, 4, T::Q5_K);
        row("Q3_K_M: ffn_down after the first 16th", Q3_K_M, R::FfnDown, 2, 4, T::Q4_K);
        row("Q3_K_S: attn_v", Q3_K_S, R::Value, 0, 4, T::Q3_K);
        row("IQ3_M: ffn_down of the first eighth", IQ3_M, R::FfnDown, 0, 4, T::Q4_K);
        row("IQ3_XS: gate in the middle", IQ3_XS, R::FfnGate, 4, 4, T::IQ3_XXS);
        row("IQ3_XS: gate at the end", IQ3_XS, R::FfnGate, 28, 4, T::IQ3_S);
        row("IQ3_XXS: queries", IQ3_XXS, R::Query, 9, 4, T::IQ2_S);
        row("IQ3_XXS: head", IQ3_XXS, R::Output, 0, 4, T::Q5_K);
        row("Q2_K: attn_v of wide groups", Q2_K, R::Value, 9, 4, T::Q4_K);
        row("Q2_K: attn_v of narrow groups", Q2_K, R::Value, 9, 1, T::Q3_K);
        row("Q2_K: attn_output", Q2_K, R::AttentionOutput, 9, 4, T::Q3_K);
        row("IQ2_M: token embedding", IQ2_M, R::TokenEmbedding, 0, 4, T::IQ3_S);
        row("IQ2_XS: ffn_down of the first eighth", IQ2_XS, R::FfnDown, 3, 4, T::Q2_K);
        row("IQ1_S: attn_output", IQ1_S, R::AttentionOutput, 9, 4, T::IQ2_XXS);
        row("MXFP4_MOE: attention", MXFP4_MOE, R::Query, 9, 4, T::Q8_0);
        row("norms are never quantized", Q2_K, R::Small, 9, 4, T::F32);
    }
    void types()
    {
        QFETCH(GgufMix, mix);
        QFETCH(TensorRole, role);
        QFETCH(int, layer);
        QFETCH(int, headsPerKvHead);
        QFETCH(GgmlType, type);
        TypeChoice choice;
        choice.mix = mix;
        choice.headsPerKvHead = headsPerKvHead;
        constexpr int layers = 32, rowLength = 4096;
        const LayerPosition position(layer, layers);
        QCOMPARE(choice.typeOf(role, position, rowLength, false), type);
        QCOMPARE(choice.typeOf(role, position.only(choice.flagsAsked()), rowLength, false), type);
    }

    void shortRows_data()
    {
        QTest::addColumn<GgufMix>("mix");
        QTest::addColumn<int>("rowLength");
        QTest::addColumn<GgmlType>("type");
        using enum GgufMix;
        QTest::newRow("Qwen2.5-0.5B, 896: Q4_K") << Q4_K_M << 896 << GgmlType::Q5_0;
        QTest::newRow("Falcon-7B, 4544: Q5_K") << Q5_K_S << 4544 << GgmlType::Q5_1;
        QTest::newRow("gpt-oss, 2880: Q6_K") << Q6_K << 2880 << GgmlType::Q8_0;
        QTest::newRow("Gemma-3-1B, 1152: Q3_K") << Q3_K_S << 1152 << GgmlType::Q4_0;
        QTest::newRow("IQ3_S") << IQ3_S << 1152 << GgmlType::IQ4_NL;
        QTest::newRow("not of 32 either") << Q4_K_M << 1000 << GgmlType::F16;
    }
    void shortRows()
    {
        QFETCH(GgufMix, mix);
        QFETCH(int, rowLength);
        QFETCH(GgmlType, type);
        TypeChoice choice;
        choice.mix = mix;
        QCOMPARE(choice.typeOf(TensorRole::OtherMatrix, {}, rowLength, false), type);
    }

    void eightExperts()
    {
        TypeChoice choice;
        choice.mix = GgufMix::Q4_K_M;
        choice.experts = 8;
        const auto type = [&](TensorRole role) { return choice.typeOf(role, LayerPosition(9, 32), 4096, false); };
        QCOMPARE(type(TensorRole::Key), GgmlType::Q8_0);
        QCOMPARE(type(TensorRole::Value), GgmlType::Q8_0);
        QCOMPARE(type(TensorRole::AttentionOutput), GgmlType::Q5_K);
    }

    void importanceMatrix_data()
    {
        QTest::addColumn<QByteArray>("modelId");
        QTest::addColumn<QByteArray>("quantId");
        QTest::addColumn<bool>("onGpu"); // without the token embedding
        QTest::addColumn<double>("mib");
        QTest::newRow("Gemma-3-27B Q4_0 (ik_llama.cpp issue 539)")
            << QByteArray("gemma-3-27b") << QByteArray("q4_0") << true << 14888.20;
        QTest::newRow("Qwen3-32B Q4_0 (ik_llama.cpp issue 539)")
            << QByteArray("qwen3-32b") << QByteArray("q4_0") << false << 17830.96;
        QTest::newRow("GLM-Z1-32B-0414 IQ4_XS (ik_llama.cpp PR 344)")
            << QByteArray("glm-4-32b-0414") << QByteArray("iq4_xs") << true << 16303.48;
    }
    void importanceMatrix()
    {
        QFETCH(QByteArray, modelId);
        QFETCH(QByteArray, quantId);
        QFETCH(bool, onGpu);
        QFETCH(double, mib);
        EngineSettings settings;
        settings.importanceMatrix = true;
        const WeightLayout layout =
            weightLayout(model(modelId), quantization(quantId), styleNamed("llama.cpp"), settings);
        const double bytes = layout.all() + (onGpu ? 0 : layout.embeddingRam);
        QVERIFY2(std::abs(bytes / kMiB - mib) < 0.02, qPrintable(QString::number(bytes / kMiB, 'f', 2)));
    }

    void layersOfTwoCards() // Llama-3.3-70B Q4_K_M on 2x RTX 3090 (containers/ramalama issue 1354)
    {
        const WeightLayout layout =
            weightLayout(model("llama-3.3-70b"), quantization("q4_k_m"), styleNamed("llama.cpp"));
        constexpr double finalNorm = 0.04; // MiB, spread over the layers here
        QVERIFY(std::abs(layout.layerBytes(0, 41) / kMiB - 20038.81) < finalNorm);
        QVERIFY(std::abs((layout.layerBytes(41, 80) + layout.head) / kMiB - 19940.67) < finalNorm);
    }

    void largestExpertTensor() // logged as the compute buffer's share (ik_llama.cpp discussion 357)
    {
        const EngineStyle style = styleNamed("llama.cpp");
        const LlmModel &row = model("qwen3-235b-a22b");
        QVERIFY(std::abs(weightLayout(row, quantization("q6_k"), style).largestExpertTensor / kMiB - 630) < 0.1);
        QVERIFY(std::abs(weightLayout(row, quantization("q8_0"), style).largestExpertTensor / kMiB - 816) < 0.1);
    }

    void replicatedUnderTensorParallelism() // DeepSeek-R1 AWQ on 16 cards: 21.21 GiB each (vLLM PR 14447)
    {
        const WeightLayout layout =
            weightLayout(model("deepseek-r1"), quantization("awq-4bit-g128"), styleNamed("vllm"));
        const double replicated = layout.replicatedBytes(0, layout.layers);
        const double perCard = (layout.all() - replicated) / 16 + replicated;
        QVERIFY2(std::abs(perCard / kMiB / (21.21 * 1024) - 1) < 0.005, qPrintable(QString::number(perCard / kMiB)));
    }

    void unslothDynamic() // Qwen3.6-27B UD-Q4_K_XL on an RTX 5090: 16,386 MiB, and 682 in RAM (llama-server log)
    {
        const WeightLayout layout =
            weightLayout(model("qwen3.6-27b"), quantization("ud-q4_k_xl"), styleNamed("llama.cpp"));
        QVERIFY2(std::abs(layout.all() / kMiB - 16386) < 16, qPrintable(QString::number(layout.all() / kMiB)));
        QVERIFY(std::abs(layout.embeddingRam / kMiB - 682.03) < 0.1);
    }

    void imageEncoder()
    {
        const LlmModel &row = model("llama-3.2-11b-vision");
        const Quantization &bf16 = quantization("bf16");
        const EngineStyle vllm = styleNamed("vllm"), llama = styleNamed("llama.cpp");
        // vLLM PR 12126: 19.86 GiB
        QVERIFY(std::abs(weightLayout(row, bf16, vllm).all() / kMiB - 19.86 * 1024) < 20);
        EngineSettings settings;
        QCOMPARE(weightLayout(row, bf16, llama, settings).vision, 0.0);
        settings.imageEncoder = true;
        QCOMPARE(weightLayout(row, bf16, llama, settings).vision, double(row.visionParameters) * 2 * 1.35);
        settings.imageEncoder = false;
        QCOMPARE(weightLayout(row, bf16, vllm, settings).vision, 0.0);
    }

    void sumsOfLayers()
    {
        const WeightLayout layout = weightLayout(model("deepseek-v3"), quantization("q4_k_m"), styleNamed("llama.cpp"));
        QCOMPARE(layout.denseLayers, 3);
        QCOMPARE(layout.expertBytes(0, 3), 0.0);
        QVERIFY(layout.expertBytes(3, 4) > 0);
        const double parts = layout.layerBytes(0, 30, false) + layout.expertBytes(0, 30) + layout.layerBytes(30, 61);
        QVERIFY(std::abs(parts / layout.layerBytes(0, 61) - 1) < 1e-12);
        QCOMPARE(layout.layerBytes(7, 7), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestGgufMix)
#include "tst_gguf_mix.moc"
