// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/rig_file.h"
#include "tests/cli/program.h"
#include "tests/support/sample_parts.h"

#include <QJsonArray>
#include <QTest>

using namespace rigwright;
using namespace rigwright::test;

namespace {

constexpr int kContext = 8192;

/// Cards of one kind in a server, and one model on them.
Build rig(const char *card, int count, const Deployment &deployment)
{
    BuildMaker maker = server();
    for (int i = 0; i < count; ++i)
        maker.card(card, i);
    Build build = maker;
    build.name = QStringLiteral("Same figures");
    build.deployments = {deployment};
    return build;
}

Deployment served(const char *model, const char *quant, const char *engine, SplitMode split)
{
    Deployment deployment;
    deployment.modelId = QString::fromLatin1(model);
    deployment.quantId = QString::fromLatin1(quant);
    deployment.engineId = QString::fromLatin1(engine);
    deployment.contextTokens = kContext;
    deployment.promptTokens = 512;
    deployment.parallelism.split = split;
    deployment.parallelism.offload = Offload::None;
    return deployment;
}

} // namespace

Q_DECLARE_METATYPE(rigwright::Build)

/// A build and a case that state the same machine and deployment are the same question.
class TestCliSameFigures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void evaluateAndPredictAgree_data();
    void evaluateAndPredictAgree();
};

void TestCliSameFigures::evaluateAndPredictAgree_data()
{
    QTest::addColumn<Build>("build");
    QTest::addColumn<QByteArray>("columns"); ///< further ones
    QTest::addColumn<QByteArray>("values");  ///< gpu, gpu_count, split_mode, engine, model, quant, concurrency, ...

    QTest::newRow("one card") << rig("rtx-3090", 1, served("llama-3.1-8b", "q8_0", "llama.cpp", SplitMode::Single))
                              << QByteArray() << QByteArray("rtx-3090,1,none,llama.cpp,llama-3.1-8b,q8_0,1");

    QTest::newRow("layers over two cards")
        << rig("rtx-3090", 2, served("llama-3.3-70b", "q4_k_m", "llama.cpp", SplitMode::Layer)) << QByteArray()
        << QByteArray("rtx-3090,2,layer,llama.cpp,llama-3.3-70b,q4_k_m,1");

    Deployment shares = served("llama-3.3-70b", "q4_k_m", "llama.cpp", SplitMode::Layer);
    shares.parallelism.tensorSplit = {3, 1, 2};
    QTest::newRow("layers in the user's own proportion")
        << rig("rtx-3090", 3, shares) << QByteArray(",tensor_split")
        << QByteArray("rtx-3090,3,layer,llama.cpp,llama-3.3-70b,q4_k_m,1,3/1/2");

    Deployment partial = served("llama-3.3-70b", "q4_k_m", "llama.cpp", SplitMode::Single);
    partial.parallelism.offload = Offload::Layers;
    partial.parallelism.gpuLayers = 35;
    QTest::newRow("layers in RAM") << rig("rtx-3090", 1, partial) << QByteArray(",n_gpu_layers")
                                   << QByteArray("rtx-3090,1,none,llama.cpp,llama-3.3-70b,q4_k_m,1,35");

    Deployment experts = served("gpt-oss-120b", "mxfp4", "llama.cpp", SplitMode::Single);
    experts.parallelism.offload = Offload::Experts;
    experts.parallelism.hostExpertLayers = 26;
    QTest::newRow("experts in RAM") << rig("rtx-3090", 1, experts) << QByteArray(",n_cpu_moe")
                                    << QByteArray("rtx-3090,1,none,llama.cpp,gpt-oss-120b,mxfp4,1,26");

    Deployment afterDense = served("glm-4.5-air", "q4_k_m", "llama.cpp", SplitMode::Single);
    afterDense.parallelism.offload = Offload::Experts;
    afterDense.parallelism.hostExpertLayers = 40;
    QTest::newRow("experts in RAM, counted from the first layer, which is dense")
        << rig("rtx-3090", 1, afterDense) << QByteArray(",n_cpu_moe")
        << QByteArray("rtx-3090,1,none,llama.cpp,glm-4.5-air,q4_k_m,1,41");

    Deployment settings = served("gpt-oss-20b", "mxfp4", "llama.cpp", SplitMode::Single);
    settings.concurrency = 4;
    settings.engineSettings.flashAttention = false;
    settings.engineSettings.physicalBatch = 1024;
    settings.engineSettings.fullWindowCache = true;
    settings.engineSettings.separateSlots = true;
    settings.engineSettings.logitsRows = LogitsRows::WholeBatch;
    QTest::newRow("settings of the engine")
        << rig("rtx-3090", 1, settings) << QByteArray(",flash_attention,ubatch,swa_full,kv_unified,logits_rows")
        << QByteArray("rtx-3090,1,none,llama.cpp,gpt-oss-20b,mxfp4,4,off,1024,yes,no,whole-batch");

    Deployment tensor = served("llama-3.3-70b", "awq-4bit-g128", "vllm", SplitMode::Tensor);
    tensor.parallelism.tensorWays = 4;
    tensor.concurrency = 8;
    tensor.engineSettings.memoryShare = 0.85;
    tensor.engineSettings.batchedTokens = 4096;
    QTest::newRow("tensor parallel on vLLM")
        << rig("rtx-3090", 4, tensor) << QByteArray(",memory_share,batched_tokens")
        << QByteArray("rtx-3090,4,TP4,vllm,llama-3.3-70b,awq-4bit-g128,8,0.85,4096");
}

void TestCliSameFigures::evaluateAndPredictAgree()
{
    QFETCH(Build, build);
    QFETCH(QByteArray, columns);
    QFETCH(QByteArray, values);
    const Program program;
    program.write(QStringLiteral("a.rig"), toRigJson(build, Catalog{}));
    const Run evaluated = program.run({QStringLiteral("evaluate"), QStringLiteral("a.rig"), QStringLiteral("--json")});
    QVERIFY2(evaluated.exitCode == 0, evaluated.errors.constData());
    const QJsonValue deployment = evaluated.json()[QLatin1String("deployments")][0];

    // depth + prompt + generated = 8192
    program.write(QStringLiteral("cases.csv"),
                  "id,context_depth,prompt_tokens,gen_tokens,gpu,gpu_count,split_mode,engine,"
                  "model,quant,concurrency"
                      + columns + "\na,7552,512,128," + values + '\n');
    const Run predicted =
        program.run({QStringLiteral("predict"), QStringLiteral("--cases"), QStringLiteral("cases.csv")});
    QVERIFY2(predicted.exitCode == 0, predicted.errors.constData());
    const QList<QByteArray> lines = QByteArray(predicted.out).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> header = lines[0].split(',');
    const QList<QByteArray> answer = lines[1].split(',');
    QCOMPARE(answer[1], QByteArray("ok"));

    QCOMPARE(deployment[QLatin1String("context_tokens")].toInt(), kContext);
    const auto predictedBytes = [&](const char *key) { return answer[header.indexOf(key)].toLongLong(); };
    for (const char *key : {"weights_bytes", "kv_bytes", "compute_bytes", "overhead_bytes", "total_bytes"})
        QVERIFY2(deployment[QLatin1String("memory")][QLatin1String(key)].toInteger() == predictedBytes(key), key);
    QCOMPARE(deployment[QLatin1String("max_gpu_bytes")].toInteger(), predictedBytes("max_gpu_bytes"));
    QVERIFY(predictedBytes("max_gpu_bytes") > 0);
}

QTEST_GUILESS_MAIN(TestCliSameFigures)
#include "tst_cli_same_figures.moc"
