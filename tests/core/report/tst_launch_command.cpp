// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/launch_sample.h"

#include <QTest>

using namespace rigwright;
using namespace rigwright::sample;

/// Engines that run GGUF files: llama.cpp, its fork, LM Studio, Ollama.
class TestLaunchCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void llamaCpp_data();
    void llamaCpp();
    void llamaCppSettings_data();
    void llamaCppSettings();
    void others_data();
    void others();
    void notes();
};

namespace {

const QByteArray kServer = "llama-server -m Llama-3.3-70B-Instruct-Q4_K_M.gguf ";

void columns()
{
    QTest::addColumn<LaunchCase>("given");
    QTest::addColumn<QString>("expected");
}

void row(const char *name, const LaunchCase &given, const QByteArray &expected)
{
    QTest::newRow(name) << given << QString::fromUtf8(expected);
}

void compare()
{
    QFETCH(LaunchCase, given);
    QFETCH(QString, expected);
    QCOMPARE(launchText(given), expected);
}

MemoryPlan onOne()
{
    return plan(SplitMode::Single, {0});
}

MemoryPlan withHostLayers(int device, int host)
{
    MemoryPlan partial = plan(SplitMode::Single, {0}, {device});
    partial.hostLayers = host;
    return partial;
}

MemoryPlan withHostExperts(int layers, int host)
{
    MemoryPlan experts = plan(SplitMode::Single, {0}, {layers});
    experts.hostExpertLayers = host;
    return experts;
}

} // namespace

void TestLaunchCommand::llamaCpp_data()
{
    columns();
    row("layers over both cards as planned; the output head is one more item of the last",
        {.plan = plan(SplitMode::Layer, {0, 1}, {41, 39})},
        kServer + "-ngl 81 -c 32768 -np 1 --split-mode layer --tensor-split 41,40 -fa on");
    row("stages are layers as planned, too", {.plan = plan(SplitMode::Pipeline, {0, 1}, {40, 40})},
        kServer + "-ngl 81 -c 32768 -np 1 --split-mode layer --tensor-split 40,41 -fa on");
    row("the context is that of all slots together", {.context = 8192, .requests = 4, .plan = onOne(), .devices = 1},
        kServer + "-ngl 81 -c 32768 -np 4 -fa on --kv-unified");
    row("a quantized cache names both K and V", {.kvType = QStringLiteral("q8_0"), .plan = onOne(), .devices = 1},
        kServer + "-ngl 81 -c 32768 -np 1 -fa on -ctk q8_0 -ctv q8_0");
    row("one of two cards is picked by name", {.plan = plan(SplitMode::Single, {1})},
        kServer + "-ngl 81 -c 32768 -np 1 --device CUDA1 -fa on");
    row("cards of AMD are called ROCm", {.plan = onOne(), .vendor = QStringLiteral("AMD")},
        kServer + "-ngl 81 -c 32768 -np 1 --device ROCm0 -fa on");
    row("the tensor split mode", {.plan = plan(SplitMode::Tensor, {0, 1}, {80, 80})},
        kServer + "-ngl 81 -c 32768 -np 1 --split-mode tensor -fa on");
    row("with layers in system RAM -ngl counts those on the card and the output head",
        {.plan = withHostLayers(40, 40), .devices = 1}, kServer + "-ngl 41 -c 32768 -np 1 -fa on");
    row("experts in system RAM keep every layer on the card",
        {.model = QStringLiteral("gpt-oss-120b"),
         .quant = QStringLiteral("mxfp4"),
         .plan = withHostExperts(36, 24),
         .devices = 1},
        "llama-server -m gpt-oss-120b-MXFP4.gguf -ngl 37 -c 32768 -np 1 --n-cpu-moe 24 -fa on");
    row("--n-cpu-moe counts from the first layer, dense ones too",
        {.model = QStringLiteral("deepseek-v3"), .plan = withHostExperts(61, 50), .devices = 1},
        "llama-server -m DeepSeek-V3-Q4_K_M.gguf -ngl 62 -c 32768 -np 1 --n-cpu-moe 53 -fa on");
    row("without a GPU nothing is offloaded", {.plan = plan(SplitMode::CpuOnly, {}), .devices = 0},
        kServer + "-ngl 0 -c 32768 -np 1 -fa on");
    row("on the processor alone the cards are left out", {.plan = plan(SplitMode::CpuOnly, {})},
        kServer + "-ngl 0 -c 32768 -np 1 --device none -fa on");
    row("text of a build cannot leave its word", {.model = QStringLiteral("hostile"), .plan = onOne(), .devices = 1},
        "llama-server -m 'x'\\''; rm -rf ~; echo '\\''\nEND\n-Q4_K_M.gguf' -ngl 81 -c 32768 -np 1 -fa on");
    MemoryPlan copies = plan(SplitMode::Layer, {0, 1, 2, 3}, {40, 40, 40, 40});
    copies.replicas = 2;
    row("two copies share the requests, each on cards and a port of its own",
        {.context = 8192, .requests = 5, .plan = copies, .devices = 4},
        kServer
            + "-ngl 81 -c 24576 -np 3 --device CUDA0,CUDA1 --split-mode layer --tensor-split 40,41 -fa on "
              "--kv-unified --port 8080\n"
            + kServer
            + "-ngl 81 -c 24576 -np 3 --device CUDA2,CUDA3 --split-mode layer --tensor-split 40,41 -fa on "
              "--kv-unified --port 8081");
    MemoryPlan large = onOne();
    large.use = {{bytesFromGiB(46), bytesFromGiB(4), {}, {}}};
    row("a Mac's GPU is given more of the memory where the plan takes more",
        {.plan = large, .devices = 1, .vendor = QStringLiteral("Apple")},
        "sudo sysctl iogpu.wired_limit_mb=51200\n" + kServer + "-ngl 81 -c 32768 -np 1 -fa on");
    row("a refused plan has no command", {.plan = MemoryPlan()}, "none");
}

void TestLaunchCommand::llamaCpp()
{
    compare();
}

void TestLaunchCommand::llamaCppSettings_data()
{
    columns();
    const auto with = [](const EngineSettings &settings) {
        return LaunchCase{.plan = onOne(), .devices = 1, .settings = settings};
    };
    const QByteArray start = kServer + "-ngl 81 -c 32768 -np 1 ";
    row("flash attention off", with({.flashAttention = false}), start + "-fa off");
    row("a physical batch", with({.physicalBatch = 256}), start + "-fa on -ub 256");
    row("a physical batch above the logical one raises that", with({.physicalBatch = 4096}),
        start + "-fa on -b 4096 -ub 4096");
    row("the whole context in sliding-window layers", with({.fullWindowCache = true}), start + "-fa on --swa-full");
    row("separate slots",
        {.context = 8192, .requests = 4, .plan = onOne(), .devices = 1, .settings = {.separateSlots = true}},
        kServer + "-ngl 81 -c 32768 -np 4 -fa on --no-kv-unified");
    row("an image encoder", with({.imageEncoder = true}), start + "-fa on --mmproj mmproj-Llama-3.3-70B-Instruct.gguf");
    row("an image encoder on the second card",
        {.plan = onOne(), .settings = {.imageEncoder = true, .imageEncoderGpu = ItemId{2}}},
        kServer
            + "-ngl 81 -c 32768 -np 1 --device CUDA0 -fa on --mmproj mmproj-Llama-3.3-70B-Instruct.gguf "
              "--mmproj-device CUDA1");
    EngineSettings draft{.draftModelId = QStringLiteral("llama-3.2-1b"), .draftQuantId = QStringLiteral("q8_0")};
    row("a draft model with all its layers on the GPU", with(draft),
        start + "-fa on -md Llama-3.2-1B-Instruct-Q8_0.gguf -ngld 17");
    draft.draftGpu = ItemId{2};
    row("a draft model on the second card", {.plan = plan(SplitMode::Layer, {0, 1}, {40, 40}), .settings = draft},
        kServer
            + "-ngl 81 -c 32768 -np 1 --split-mode layer --tensor-split 40,41 -fa on "
              "-md Llama-3.2-1B-Instruct-Q8_0.gguf -ngld 17 -devd CUDA1");
    draft.draftModelId = QStringLiteral("no-such-model");
    row("a draft model that is not in the catalogue makes no command", with(draft), "none");
    row("experts that are used where they are",
        {.model = QStringLiteral("gpt-oss-120b"),
         .quant = QStringLiteral("mxfp4"),
         .plan = withHostExperts(36, 24),
         .devices = 1,
         .settings = {.expertStaging = false}},
        "llama-server -m gpt-oss-120b-MXFP4.gguf -ngl 37 -c 32768 -np 1 --n-cpu-moe 24 --no-op-offload -fa on");
    row("shares of rows are the user's own",
        {.plan = plan(SplitMode::Row, {0, 1}, {80, 80}), .parallelism = {.tensorSplit = {3, 1.5}}},
        kServer + "-ngl 81 -c 32768 -np 1 --split-mode row --tensor-split 3,1.5 -fa on");
    row("shares of layers are what was planned from them",
        {.plan = plan(SplitMode::Layer, {0, 1}, {54, 26}), .parallelism = {.tensorSplit = {2, 1}}},
        kServer + "-ngl 81 -c 32768 -np 1 --split-mode layer --tensor-split 54,27 -fa on");
}

void TestLaunchCommand::llamaCppSettings()
{
    compare();
}

void TestLaunchCommand::others_data()
{
    columns();
    const QString fork = QStringLiteral("ik_llama.cpp");
    row("ik_llama.cpp calls its tensor parallelism graph", {.engine = fork, .plan = plan(SplitMode::Tensor, {0, 1})},
        kServer + "-ngl 81 -c 32768 -np 1 --split-mode graph -fa on");
    row("ik_llama.cpp has no unified cache and puts the output head on the card last",
        {.engine = fork,
         .context = 8192,
         .requests = 4,
         .plan = withHostLayers(40, 40),
         .devices = 1,
         .settings = {.physicalBatch = 4096, .fullWindowCache = true}},
        kServer + "-ngl 40 -c 32768 -np 4 -fa on -b 4096 -ub 4096");
    row("ik_llama.cpp keeps experts in system RAM",
        {.model = QStringLiteral("deepseek-v3"), .engine = fork, .plan = withHostExperts(61, 58), .devices = 1},
        "llama-server -m DeepSeek-V3-Q4_K_M.gguf -ngl 62 -c 32768 -np 1 --n-cpu-moe 61 -fa on");

    const QString studio = QStringLiteral("lm-studio");
    row("LM Studio loads a file that it imported", {.engine = studio, .plan = onOne(), .devices = 1},
        "lms import Llama-3.3-70B-Instruct-Q4_K_M.gguf\n"
        "lms load llama-3.3-70b --gpu max --context-length 32768\n"
        "lms server start");
    row("LM Studio offloads a share of the layers", {.engine = studio, .plan = withHostLayers(20, 60), .devices = 1},
        "lms import Llama-3.3-70B-Instruct-Q4_K_M.gguf\n"
        "lms load llama-3.3-70b --gpu 0.25 --context-length 32768\n"
        "lms server start");

    const QString ollama = QStringLiteral("ollama");
    const QByteArray create = "ollama create llama-3.3-70b -f Modelfile\n"
                              "ollama run llama-3.3-70b";
    row("Ollama takes its settings from the environment and the context per request",
        {.engine = ollama,
         .context = 8192,
         .requests = 2,
         .kvType = QStringLiteral("q8_0"),
         .plan = plan(SplitMode::Layer, {0, 1}, {40, 40})},
        "OLLAMA_CONTEXT_LENGTH=8192 OLLAMA_NUM_PARALLEL=2 OLLAMA_FLASH_ATTENTION=1 OLLAMA_KV_CACHE_TYPE=q8_0 "
        "OLLAMA_SCHED_SPREAD=1 ollama serve\n"
        "printf '%s\\n' 'FROM ./Llama-3.3-70B-Instruct-Q4_K_M.gguf' > Modelfile\n"
            + create);
    row("Ollama's model file has the layers and the batch",
        {.engine = ollama,
         .plan = withHostLayers(40, 40),
         .devices = 1,
         .settings = {.flashAttention = false, .physicalBatch = 256}},
        "OLLAMA_CONTEXT_LENGTH=32768 OLLAMA_NUM_PARALLEL=1 OLLAMA_FLASH_ATTENTION=0 ollama serve\n"
        "printf '%s\\n' 'FROM ./Llama-3.3-70B-Instruct-Q4_K_M.gguf' 'PARAMETER num_gpu 40' 'PARAMETER num_batch 256' "
        "> Modelfile\n"
            + create);
    MemoryPlan copies = plan(SplitMode::Single, {0, 1}, {80, 80});
    copies.replicas = 2;
    row("two copies are two Ollama servers", {.engine = ollama, .requests = 2, .plan = copies},
        "CUDA_VISIBLE_DEVICES=0 OLLAMA_HOST=127.0.0.1:11434 OLLAMA_CONTEXT_LENGTH=32768 OLLAMA_NUM_PARALLEL=1 "
        "OLLAMA_FLASH_ATTENTION=1 ollama serve\n"
        "CUDA_VISIBLE_DEVICES=1 OLLAMA_HOST=127.0.0.1:11435 OLLAMA_CONTEXT_LENGTH=32768 OLLAMA_NUM_PARALLEL=1 "
        "OLLAMA_FLASH_ATTENTION=1 ollama serve\n"
        "printf '%s\\n' 'FROM ./Llama-3.3-70B-Instruct-Q4_K_M.gguf' > Modelfile\n"
            + create);
    row("an engine without a command line has none", {.engine = QStringLiteral("tinygrad"), .plan = onOne()}, "none");
    row("llama.cpp does not run what is no GGUF file", {.quant = QStringLiteral("awq-4bit-g128"), .plan = onOne()},
        "none");
}

void TestLaunchCommand::others()
{
    compare();
}

void TestLaunchCommand::notes()
{
    QCOMPARE(launched({.plan = onOne()})->note, QString());
    MemoryPlan copies = plan(SplitMode::Single, {0, 1}, {80, 80});
    copies.replicas = 2;
    QVERIFY(launched({.plan = copies})->note.contains(QLatin1String("terminal")));
    const QString studio = launched({.engine = QStringLiteral("lm-studio"),
                                     .requests = 4,
                                     .kvType = QStringLiteral("q8_0"),
                                     .plan = plan(SplitMode::Single, {1})})
                               ->note;
    for (const char *setting :
         {"concurrent predictions 4", "flash attention on", "K and V cache quantization q8_0", "only GPU 1"})
        QVERIFY2(studio.contains(QLatin1String(setting)), qPrintable(studio));
}

QTEST_GUILESS_MAIN(TestLaunchCommand)
#include "tst_launch_command.moc"
