// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/space_fix.h"
#include "tests/support/known_rows.h"

#include <QTest>

using namespace rigwright;
using test::deploymentOf;
using test::knownCatalog;
using test::machineWith;

/// The smallest change that makes a deployment fit.
class TestSpaceFix : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void smallest_data();
    void smallest();
    void nothingHelps();
};

namespace {

DeploymentResult resultOf(const Machine &machine, const ResolvedDeployment &deployment)
{
    DeploymentResult result;
    result.settings = deployment.settings;
    const Capacity capacity = capacityFor(machine, deployment);
    result.plan = capacity.plan;
    result.longestContext = capacity.longestContext;
    result.mostRequests = capacity.mostRequests;
    if (const Quantization *best = bestQuantization(machine, deployment, knownCatalog()))
        result.bestQuantId = best->id;
    return result;
}

} // namespace

void TestSpaceFix::smallest_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("quant");
    QTest::addColumn<int>("context");
    QTest::addColumn<int>("requests");
    QTest::addColumn<int>("memoryGiB");
    QTest::addColumn<QString>("label");
    const auto row = [](const char *name, const char *model, const char *quant, int context, int requests, int memory,
                        const char *label) {
        QTest::newRow(name) << QByteArray(model) << QByteArray(quant) << context << requests << memory
                            << QString::fromUtf8(label);
    };
    row("a cache of half the size", "qwen3-32b", "q4_k_m", 24000, 1, 0, "Use a q8_0 KV cache");
    row("a shorter context", "qwen3-32b", "q4_k_m", 43000, 1, 0, "Limit the context to");
    row("layers in RAM", "qwen3-32b", "q8_0", 8192, 1, 128, "Keep 2");
    row("fewer bits", "qwen3-32b", "q8_0", 8192, 1, 0, "Use Q5_K_M");
}

void TestSpaceFix::smallest()
{
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, quant);
    QFETCH(int, context);
    QFETCH(int, requests);
    QFETCH(int, memoryGiB);
    QFETCH(QString, label);
    const Machine machine = machineWith({"rtx-3090"}, bytesFromGiB(memoryGiB), BytesPerSecond(80e9));
    ResolvedDeployment deployment = deploymentOf(model, quant, "llama.cpp", context);
    deployment.settings.concurrency = requests;
    deployment.settings.parallelism.offload = Offload::None;
    const DeploymentResult result = resultOf(machine, deployment);
    QVERIFY(!result.plan.fits());
    QVERIFY(result.plan.margin < Bytes());

    const auto fix = smallestSpaceFix(result, machine, knownCatalog(), {});
    QVERIFY(fix);
    QVERIFY2(fix->label.startsWith(label), qPrintable(fix->label + QString::number(result.longestContext)));
    const auto changed = resolve(fix->changed, knownCatalog());
    QVERIFY(changed && planMemory(machine, *changed).fits());
}

void TestSpaceFix::nothingHelps()
{
    const Machine machine = machineWith({"rtx-3060-12gb"});
    ResolvedDeployment deployment = deploymentOf("deepseek-v3-0324", "q4_k_m", "llama.cpp", 8192);
    deployment.settings.parallelism.offload = Offload::None;
    QVERIFY(!smallestSpaceFix(resultOf(machine, deployment), machine, knownCatalog(), {}));
}

QTEST_GUILESS_MAIN(TestSpaceFix)
#include "tst_space_fix.moc"
