// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/known_rows.h"

using namespace rigwright;
using test::deploymentOf;
using test::machineWith;

Q_DECLARE_METATYPE(rigwright::FitVerdict)
Q_DECLARE_METATYPE(rigwright::SplitMode)

class TestMemoryPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void automatic_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("quant");
        QTest::addColumn<QByteArray>("engine");
        QTest::addColumn<int>("cards");
        QTest::addColumn<SplitMode>("split");
        QTest::addColumn<int>("ways");
        QTest::addColumn<FitVerdict>("verdict");
        QTest::newRow("what fits on one card stays on one card")
            << QByteArray("llama-3.1-8b") << QByteArray("q4_k_m") << QByteArray("llama.cpp") << 4 << SplitMode::Single
            << 1 << FitVerdict::Fits;
        QTest::newRow("llama.cpp spreads layers")
            << QByteArray("llama-3.3-70b") << QByteArray("q4_k_m") << QByteArray("llama.cpp") << 4 << SplitMode::Layer
            << 1 << FitVerdict::Fits;
        QTest::newRow("vLLM divides layers") << QByteArray("qwen2.5-32b") << QByteArray("bf16") << QByteArray("vllm")
                                             << 4 << SplitMode::Tensor << 4 << FitVerdict::Fits;
        QTest::newRow("70B in 16 bit does not fit on four 24 GB cards")
            << QByteArray("llama-3.3-70b") << QByteArray("f16") << QByteArray("llama.cpp") << 4 << SplitMode::Layer << 1
            << FitVerdict::DoesNotFit;
    }
    void automatic()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, quant);
        QFETCH(QByteArray, engine);
        QFETCH(int, cards);
        QFETCH(SplitMode, split);
        QFETCH(int, ways);
        QFETCH(FitVerdict, verdict);
        const Machine machine = machineWith(std::vector<const char *>(std::size_t(cards), "rtx-3090"));
        const MemoryPlan plan = planMemory(machine, deploymentOf(model, quant, engine, 8192));
        QCOMPARE(plan.split, split);
        QCOMPARE(plan.tensorWays, ways);
        QCOMPARE(plan.verdict, verdict);
    }

    void sixCardsNeedStages()
    {
        // 64 heads divide over four of six cards, which is too little; two by three stages use all
        ResolvedDeployment d = deploymentOf("llama-3.3-70b", "fp8", "vllm", 32768);
        d.settings.concurrency = 2;
        const MemoryPlan plan = planMemory(machineWith(std::vector<const char *>(6, "rtx-3090")), d);
        QVERIFY(plan.fits());
        QCOMPARE(plan.tensorWays, 2);
        QCOMPARE(plan.pipelineWays, 3);
    }

    void tensorWays_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<int>("ways");
        QTest::addColumn<bool>("allowed");
        // vLLM: heads % tp == 0, and KV heads divide or are replicated
        QTest::newRow("Llama 70B over 8") << QByteArray("llama-3.3-70b") << 8 << true;
        QTest::newRow("Llama 70B over 3: 64 heads do not divide") << QByteArray("llama-3.3-70b") << 3 << false;
        QTest::newRow("Qwen2.5 32B over 5: 8 KV heads do not divide") << QByteArray("qwen2.5-32b") << 5 << false;
        QTest::newRow("Qwen3.6 35B-A3B over 8: 2 KV heads are replicated")
            << QByteArray("qwen3.6-35b-a3b") << 8 << true;
    }
    void tensorWays()
    {
        QFETCH(QByteArray, model);
        QFETCH(int, ways);
        QFETCH(bool, allowed);
        ResolvedDeployment d = deploymentOf(model, "bf16", "vllm", 4096);
        d.settings.parallelism.split = SplitMode::Tensor;
        d.settings.parallelism.tensorWays = ways;
        const MemoryPlan plan = planMemory(machineWith(std::vector<const char *>(8, "h100-sxm5-80gb")), d);
        QCOMPARE(plan.verdict != FitVerdict::Refused, allowed);
        QCOMPARE(plan.refusal.isEmpty(), allowed);
    }

    void replicatedCache()
    {
        ResolvedDeployment d = deploymentOf("llama-3.3-70b", "bf16", "vllm", 4096);
        d.settings.parallelism.split = SplitMode::Tensor;
        const Machine machine = machineWith(std::vector<const char *>(16, "h100-sxm5-80gb"));
        d.settings.parallelism.tensorWays = 8;
        const Bytes overEight = planMemory(machine, d).use[0].kvCache;
        d.settings.parallelism.tensorWays = 16;
        QCOMPARE(planMemory(machine, d).use[0].kvCache, overEight); // 8 KV heads on 16 cards
        ResolvedDeployment latent = deploymentOf("deepseek-v3-0324", "fp8", "vllm", 4096);
        latent.settings.parallelism.split = SplitMode::Tensor;
        latent.settings.parallelism.tensorWays = 16;
        const MemoryPlan plan = planMemory(machine, latent);
        QCOMPARE(plan.use[3].kvCache, kvCacheBytes(*latent.model, *latent.engine, QStringLiteral("f16"), 4096, 1));
    }

    void copiesShareTheRequests()
    {
        ResolvedDeployment d = deploymentOf("llama-3.1-8b", "bf16", "vllm", 4096);
        d.settings.concurrency = 8;
        d.settings.parallelism.replicas = 4;
        const MemoryPlan plan = planMemory(machineWith(std::vector<const char *>(4, "rtx-3090")), d);
        QCOMPARE(plan.replicas, 4);
        QCOMPARE(plan.devices.size(), std::size_t(4));
        QCOMPARE(plan.use[0].kvCache, kvCacheBytes(*d.model, *d.engine, QStringLiteral("f16"), 4096, 2));
        d.settings.parallelism.replicas = 5;
        QCOMPARE(planMemory(machineWith(std::vector<const char *>(4, "rtx-3090")), d).verdict, FitVerdict::Refused);
    }

    void expertsGoToRam()
    {
        const Machine machine = machineWith({"rtx-3090"}, bytesFromGiB(256), fromGBPerSecond(200));
        const MemoryPlan plan = planMemory(machine, deploymentOf("qwen3-235b-a22b", "q4_k_m", "llama.cpp", 8192));
        QVERIFY(plan.fits());
        QVERIFY(plan.hostExpertLayers > 0);
        QCOMPARE(plan.hostLayers, 0);
        QVERIFY(plan.host.weights > bytesFromGiB(100));
    }
    void layersGoToRam()
    {
        const Machine machine = machineWith({"rtx-3090"}, bytesFromGiB(64), fromGBPerSecond(80));
        const MemoryPlan plan = planMemory(machine, deploymentOf("llama-3.3-70b", "q4_k_m", "llama.cpp", 4096));
        QVERIFY(plan.fits());
        QVERIFY(plan.hostLayers > 30 && plan.hostLayers < 50);
        QCOMPARE(plan.layers[0] + plan.hostLayers, 80);
    }
    void unknownRamIsNotUsed()
    {
        const MemoryPlan plan =
            planMemory(machineWith({"rtx-3090"}), deploymentOf("llama-3.3-70b", "q4_k_m", "llama.cpp", 4096));
        QCOMPARE(plan.verdict, FitVerdict::DoesNotFit);
        QCOMPARE(plan.hostLayers, 0);
    }
    void processorOnly()
    {
        ResolvedDeployment d = deploymentOf("llama-3.1-8b", "q4_k_m", "llama.cpp", 4096);
        d.settings.parallelism.split = SplitMode::CpuOnly;
        QCOMPARE(planMemory(machineWith({}, bytesFromGiB(16), fromGBPerSecond(80)), d).verdict, FitVerdict::Fits);
        QCOMPARE(planMemory(machineWith({}, bytesFromGiB(4), fromGBPerSecond(80)), d).verdict, FitVerdict::DoesNotFit);
        QCOMPARE(planMemory(machineWith({}), d).verdict, FitVerdict::Refused);
    }
    void occupiedMemoryCounts()
    {
        const Machine machine = machineWith({"rtx-3090"});
        const ResolvedDeployment d = deploymentOf("qwen3-32b", "q4_k_m", "llama.cpp", 4096);
        QVERIFY(planMemory(machine, d).fits());
        QVERIFY(!planMemory(machine, d, {bytesFromGiB(10)}).fits());
    }
    void secondDeploymentTakesTheEmptierCard()
    {
        const Machine machine = machineWith({"rtx-3090", "rtx-3090"});
        const ResolvedDeployment d = deploymentOf("llama-3.1-8b", "q4_k_m", "llama.cpp", 4096);
        QCOMPARE(planMemory(machine, d, {bytesFromGiB(6), Bytes()}).devices, (std::vector<std::size_t>{1}));
    }
    void unevenCardsShareByFreeMemory()
    {
        ResolvedDeployment d = deploymentOf("qwen3-32b", "q4_k_m", "llama.cpp", 4096);
        d.settings.parallelism.split = SplitMode::Layer;
        const MemoryPlan plan = planMemory(machineWith({"rtx-3090", "rtx-3060-12gb"}), d);
        QVERIFY(plan.fits());
        QVERIFY(plan.layers[0] > 1.7 * plan.layers[1]);
    }

    void bestQuantization_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("best");
        QTest::newRow("8B leaves room for Q8_0") << QByteArray("llama-3.1-8b") << QByteArray("q8_0");
        QTest::newRow("32B in 24 GB") << QByteArray("qwen3-32b") << QByteArray("q5_k_m");
        QTest::newRow("70B does not fit in 24 GB at all") << QByteArray("llama-3.3-70b") << QByteArray();
    }
    void bestQuantization()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, best);
        const Quantization *quant = rigwright::bestQuantization(
            machineWith({"rtx-3090"}), deploymentOf(model, "q4_k_m", "llama.cpp", 4096), test::knownCatalog());
        QCOMPARE(quant ? quant->id.toLatin1() : QByteArray(), best);
    }
};

QTEST_GUILESS_MAIN(TestMemoryPlan)
#include "tst_memory_plan.moc"
