// SPDX-License-Identifier: GPL-3.0-or-later
// What engines logged, against what the memory engine says. MiB; sources in the row names.
#include <QTest>

#include "core/memory/kv_cache.h"
#include "core/memory/weights.h"
#include "tests/support/known_rows.h"

using namespace rigwright;

namespace {

/// Equal within `tolerance` MiB, with a message that shows both.
bool near(double actual, double expected, double tolerance)
{
    const bool ok = std::abs(actual - expected) <= tolerance;
    if (!ok)
        qWarning("actual %.2f MiB, expected %.2f +- %.2f", actual, expected, tolerance);
    return ok;
}

} // namespace

class TestMemoryFacts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void weightsOnGpuAndInRam_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("quant");
        QTest::addColumn<double>("onGpu");
        QTest::addColumn<double>("inRam");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("Gemma-3-27B Q4_K_M, tied table on both sides (ik_llama.cpp discussion 334)")
            << QByteArray("gemma-3-27b") << QByteArray("q4_k_m") << 15773.97 << 1102.77 << 0.2;
        QTest::newRow("Llama-3.3-70B Q4_K_M (containers/ramalama issue 1354)")
            << QByteArray("llama-3.3-70b") << QByteArray("q4_k_m") << 39979.48 << 563.62 << 0.2;
        QTest::newRow("gpt-oss-20b MXFP4 (LM Studio bug tracker 900)")
            << QByteArray("gpt-oss-20b") << QByteArray("mxfp4") << 10949.4 << 586.8 << 2.0;
    }
    void weightsOnGpuAndInRam()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, quant);
        QFETCH(double, onGpu);
        QFETCH(double, inRam);
        QFETCH(double, tolerance);
        const ResolvedDeployment d = test::deploymentOf(model, quant, "llama.cpp", 4096);
        const WeightLayout layout = weightLayout(*d.model, *d.quant, styleOf(*d.engine));
        QVERIFY(near(layout.all() / 1048576, onGpu, tolerance));
        QVERIFY(near(layout.embeddingRam / 1048576, inRam, tolerance));
    }

    void fileSize_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("quant");
        QTest::addColumn<double>("gib");
        QTest::addColumn<double>("toleranceGiB");
        QTest::newRow("Qwen3-235B-A22B Q4_K_M file (ik_llama.cpp issue 530)")
            << QByteArray("qwen3-235b-a22b") << QByteArray("q4_k_m") << 132.386 << 0.001;
        QTest::newRow("Llama-3.3-70B Q4_K_M file (gguf-parser-go README)")
            << QByteArray("llama-3.3-70b") << QByteArray("q4_k_m") << 39.59 << 0.005;
        QTest::newRow("Llama-3-70B Q4_K_S from its bits per weight: 37.58 GiB (dranger003 table)")
            << QByteArray("llama-3.3-70b") << QByteArray("q4_k_s") << 37.57 << 0.1;
        QTest::newRow("Llama-3-8B BF16 (vLLM PR 10511)")
            << QByteArray("llama-3.1-8b") << QByteArray("bf16") << 14.96 << 0.01;
        QTest::newRow("Qwen2.5-32B BF16 on two cards: 2 x 30.71 GiB reported (vLLM issue 15815)")
            << QByteArray("qwen2.5-32b") << QByteArray("bf16") << 61.42 << 0.6;
    }
    void fileSize()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, quant);
        QFETCH(double, gib);
        QFETCH(double, toleranceGiB);
        const ResolvedDeployment d = test::deploymentOf(model, quant, "llama.cpp", 4096);
        QVERIFY(near(toMiB(weightBytes(*d.model, *d.quant)), gib * 1024, toleranceGiB * 1024));
    }

    void cache_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("engine");
        QTest::addColumn<QByteArray>("kvType");
        QTest::addColumn<int>("context");
        QTest::addColumn<int>("sequences");
        QTest::addColumn<double>("mib");
        const auto row = [](const char *name, const char *model, const char *engine, const char *kvType, int context,
                            int sequences, double mib) {
            QTest::newRow(name) << QByteArray(model) << QByteArray(engine) << QByteArray(kvType) << context << sequences
                                << mib;
        };
        row("Gemma-3-27B, full-size window cache (ik_llama.cpp discussion 334)", "gemma-3-27b", "ik_llama.cpp", "f16",
            32768, 1, 15872.0);
        row("Gemma-3-27B at 131,072 (ik_llama.cpp issue 539)", "gemma-3-27b", "ik_llama.cpp", "f16", 131072, 1,
            63488.0);
        row("Qwen3-32B at 16,896 q8_0 (ik_llama.cpp issue 503)", "qwen3-32b", "ik_llama.cpp", "q8_0", 16896, 1, 2244.0);
        row("Qwen3-32B at 40,960 (ik_llama.cpp issue 539)", "qwen3-32b", "ik_llama.cpp", "f16", 40960, 1, 10240.0);
        row("Qwen3-235B at 32,768 (ik_llama.cpp discussion 357)", "qwen3-235b-a22b", "llama.cpp", "f16", 32768, 1,
            6016.0);
        row("Qwen3-235B at 16,384 q8_0 (ik_llama.cpp discussion 357)", "qwen3-235b-a22b", "llama.cpp", "q8_0", 16384, 1,
            1598.0);
        row("DeepSeek-V3 at 32,768 q8_0, MLA (ik_llama.cpp issue 455)", "deepseek-v3-0324", "ik_llama.cpp", "q8_0",
            32768, 1, 1166.62);
        row("DeepSeek-V3 at 163,840, MLA (ik_llama.cpp PR 237)", "deepseek-v3-0324", "ik_llama.cpp", "f16", 163840, 1,
            10980.0);
        row("Gemma-3-270M, one slot (Unsloth planner)", "gemma-3-270m", "llama.cpp", "f16", 8192, 1, 39.0);
        row("Gemma-3-270M, two slots sharing the cells (Unsloth planner)", "gemma-3-270m", "llama.cpp", "f16", 4096, 2,
            46.5);
        row("Gemma-3-270M, four slots sharing the cells (Unsloth planner)", "gemma-3-270m", "llama.cpp", "f16", 2048, 4,
            61.5);
        row("gpt-oss-20b, full-size window cache: 3,072 beyond the global part (LM Studio bug tracker 900)",
            "gpt-oss-20b", "ik_llama.cpp", "f16", 131072, 1, 6144.0);
        row("Command-R 35B at 4,096 (llama.cpp PR 6122)", "command-r-35b", "llama.cpp", "f16", 4096, 1, 5120.0);
        row("Mixtral-8x7B at 16,000 (ollama issue 3158)", "mixtral-8x7b", "ollama", "f16", 16000, 1, 2016.0);
        row("Qwen3.6-35B-A3B at 32,768 with its state (llama-fit-params)", "qwen3.6-35b-a3b", "llama.cpp", "f16", 32768,
            1, 702.8);
        row("Qwen2.5-32B, 3,947 vLLM blocks of 16 (vLLM issue 15815)", "qwen2.5-32b", "vllm", "f16", 3947 * 16, 1,
            2 * 7894.0);
    }
    void cache()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, engine);
        QFETCH(QByteArray, kvType);
        QFETCH(int, context);
        QFETCH(int, sequences);
        QFETCH(double, mib);
        const ResolvedDeployment d = test::deploymentOf(model, "f16", engine, context);
        QVERIFY(
            near(toMiB(kvCacheBytes(*d.model, *d.engine, QString::fromLatin1(kvType), context, sequences)), mib, 0.5));
    }

    void layerSplit_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("kvType");
        QTest::addColumn<int>("context");
        QTest::addColumn<int>("layers0");
        QTest::addColumn<int>("layers1");
        QTest::addColumn<double>("kv0");
        QTest::addColumn<double>("kv1");
        QTest::newRow("80 layers and the head over two equal cards: 41 and 39 (containers/ramalama issue 1354)")
            << QByteArray("llama-3.3-70b") << QByteArray("f16") << 2048 << 41 << 39 << 328.0 << 312.0;
        QTest::newRow("Qwen3-235B cache 816.02 + 782.02 MiB (ik_llama.cpp discussion 357)")
            << QByteArray("qwen3-235b-a22b") << QByteArray("q8_0") << 16384 << 48 << 46 << 816.0 << 782.0;
        QTest::newRow("Mixtral cache 17 + 15 layers (ollama issue 3158)")
            << QByteArray("mixtral-8x7b") << QByteArray("f16") << 15872 << 17 << 15 << 1054.0 << 930.0;
    }
    void layerSplit()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, kvType);
        QFETCH(int, context);
        QFETCH(int, layers0);
        QFETCH(int, layers1);
        QFETCH(double, kv0);
        QFETCH(double, kv1);
        ResolvedDeployment d = test::deploymentOf(model, "q4_k_m", "llama.cpp", context);
        d.settings.kvType = QString::fromLatin1(kvType);
        d.settings.parallelism.split = SplitMode::Layer;
        Machine machine = test::machineWith({"h100-sxm5-80gb", "h100-sxm5-80gb"});
        const MemoryPlan plan = planMemory(machine, d);
        QCOMPARE(plan.layers, (std::vector<int>{layers0, layers1}));
        QVERIFY(near(toMiB(plan.use[0].kvCache), kv0, 0.5));
        QVERIFY(near(toMiB(plan.use[1].kvCache), kv1, 0.5));
    }
    void layerSplitWeights()
    {
        // containers/ramalama issue 1354: CUDA0 20,038.81, CUDA1 19,940.67, CPU 563.62 MiB on two RTX 3090
        ResolvedDeployment d = test::deploymentOf("llama-3.3-70b", "q4_k_m", "llama.cpp", 2048);
        d.settings.parallelism.split = SplitMode::Layer;
        const MemoryPlan plan = planMemory(test::machineWith({"rtx-3090", "rtx-3090"}), d);
        QVERIFY(near(toMiB(plan.use[0].weights), 20038.81, 1.0));
        QVERIFY(near(toMiB(plan.use[1].weights), 19940.67, 1.0));
        QVERIFY(near(toMiB(plan.host.weights), 563.62, 0.1));
    }

    void totalOnOneCard_data()
    {
        QTest::addColumn<QByteArray>("quant");
        QTest::addColumn<int>("context");
        QTest::addColumn<QByteArray>("kvType");
        QTest::addColumn<double>("measured");
        QTest::addColumn<double>("tolerance");
        // nvidia-smi peaks on an RTX 3090, 4x3090-llm-benchmarks. The server rows were made with a build
        // that keeps logits per slot; the planner keeps the larger of the two sizes, 240 MiB here.
        QTest::newRow("Q4_K_M, llama-bench tg256")
            << QByteArray("q4_k_m") << 256 << QByteArray("f16") << 20534.0 << 30.0;
        QTest::newRow("Q4_K_M, llama-bench pp512")
            << QByteArray("q4_k_m") << 512 << QByteArray("f16") << 20792.0 << 30.0;
        QTest::newRow("Q2_K, llama-bench pp512") << QByteArray("q2_k") << 512 << QByteArray("f16") << 13060.0 << 30.0;
        QTest::newRow("Q4_K_M, llama-server 65,536 q8_0")
            << QByteArray("q4_k_m") << 65536 << QByteArray("q8_0") << 21226.0 << 270.0;
        QTest::newRow("Q2_K, llama-server 65,536 q8_0")
            << QByteArray("q2_k") << 65536 << QByteArray("q8_0") << 13496.0 << 270.0;
    }
    void totalOnOneCard()
    {
        QFETCH(QByteArray, quant);
        QFETCH(int, context);
        QFETCH(QByteArray, kvType);
        QFETCH(double, measured);
        QFETCH(double, tolerance);
        ResolvedDeployment d = test::deploymentOf("qwen3.6-35b-a3b", quant, "llama.cpp", context);
        d.settings.kvType = QString::fromLatin1(kvType);
        const MemoryPlan plan = planMemory(test::machineWith({"rtx-3090"}), d);
        QVERIFY(near(toMiB(plan.busiest), measured, tolerance));
    }

    void vllmPool()
    {
        // vLLM PR 17122: Llama-3.1-8B BF16 on an L40S holds 158,656 tokens of cache in 19.37 GiB
        const ResolvedDeployment d = test::deploymentOf("llama-3.1-8b", "bf16", "vllm", 158656);
        const Bytes pool = kvCacheBytes(*d.model, *d.engine, QStringLiteral("f16"), 158656, 1);
        QVERIFY(near(toMiB(pool), 19.37 * 1024, 5.0));
    }
};

QTEST_GUILESS_MAIN(TestMemoryFacts)
#include "tst_memory_facts.moc"
