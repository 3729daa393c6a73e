// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/launch_command.h"

#include <QTest>

using namespace rigwright;

namespace {

LlmModel llama70b()
{
    LlmModel model;
    model.id = QStringLiteral("llama-3.3-70b");
    model.name = QStringLiteral("Llama 3.3 70B");
    model.repository = QStringLiteral("meta-llama/Llama-3.3-70B-Instruct");
    model.layers = 80;
    model.nativeDtype = QStringLiteral("bf16");
    return model;
}

LlmModel gptOss()
{
    LlmModel model;
    model.id = QStringLiteral("gpt-oss-120b");
    model.repository = QStringLiteral("openai/gpt-oss-120b");
    model.layers = 36;
    model.nativeDtype = QStringLiteral("mxfp4 experts + bf16");
    return model;
}

LlmModel hostileModel()
{
    LlmModel model = llama70b();
    model.id = QStringLiteral("hostile");
    model.repository = QStringLiteral("a/x'; rm -rf ~; echo '");
    return model;
}

Quantization quantization(const char *id, const char *name, QuantFamily family)
{
    Quantization quant;
    quant.id = QString::fromLatin1(id);
    quant.name = QString::fromLatin1(name);
    quant.family = family;
    return quant;
}

InferenceEngine engine(const char *id, double utilization)
{
    InferenceEngine engine;
    engine.id = QString::fromLatin1(id);
    engine.memoryUtilization = utilization;
    return engine;
}

Catalog catalog()
{
    Catalog facts;
    facts.models = Table<LlmModel>({llama70b(), gptOss(), hostileModel()});
    facts.quantizations = Table<Quantization>({
        quantization("q4_k_m", "Q4_K_M", QuantFamily::Gguf),
        quantization("mxfp4", "MXFP4 (GGUF MXFP4_MOE)", QuantFamily::Gguf),
        quantization("bf16", "BF16", QuantFamily::Float),
        quantization("fp8", "FP8 E4M3", QuantFamily::Fp8),
        quantization("awq-4bit-g128", "AWQ 4-bit g128", QuantFamily::Awq),
    });
    facts.engines = Table<InferenceEngine>(
        {engine("llama.cpp", 1), engine("ollama", 1), engine("vllm", 0.92), engine("lm-studio", 1)});
    return facts;
}

struct Case
{
    QString model = QStringLiteral("llama-3.3-70b");
    QString quant = QStringLiteral("q4_k_m");
    QString engine = QStringLiteral("llama.cpp");
    int context = 32768;
    int requests = 1;
    QString kvType = QStringLiteral("f16");
    MemoryPlan plan;
    int devices = 2;
    QString vendor = QStringLiteral("NVIDIA");
};

MemoryPlan plan(SplitMode split, std::vector<std::size_t> devices, std::vector<int> layers = {})
{
    MemoryPlan plan;
    plan.verdict = FitVerdict::Fits;
    plan.split = split;
    plan.devices = std::move(devices);
    plan.layers = std::move(layers);
    return plan;
}

QString commandOf(const Case &row)
{
    const Catalog facts = catalog();
    Machine machine;
    for (int i = 0; i < row.devices; ++i) {
        Device device;
        device.vendor = row.vendor;
        machine.devices.push_back(device);
    }
    DeploymentResult result;
    result.known = true;
    result.plan = row.plan;
    result.settings.modelId = row.model;
    result.settings.quantId = row.quant;
    result.settings.engineId = row.engine;
    result.settings.contextTokens = row.context;
    result.settings.concurrency = row.requests;
    result.settings.kvType = row.kvType;
    const std::optional<LaunchCommand> command = launchCommand(result, machine, facts);
    return command ? command->text() : QStringLiteral("none");
}

} // namespace

Q_DECLARE_METATYPE(Case)

class TestLaunchCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void command_data()
    {
        QTest::addColumn<Case>("given");
        QTest::addColumn<QString>("expected");

        const auto row = [](const char *name, const Case &given, const char *expected) {
            QTest::newRow(name) << given << QString::fromUtf8(expected);
        };
        row("llama.cpp splits layers over both cards in the planned proportion",
            {.plan = plan(SplitMode::Layer, {0, 1}, {41, 39})},
            "llama-server -m Llama-3.3-70B-Instruct-Q4_K_M.gguf -ngl 81 -c 32768 -np 1 --split-mode layer "
            "--tensor-split 41,39 -fa on");
        row("llama.cpp's context is that of all slots together",
            {.context = 8192, .requests = 4, .plan = plan(SplitMode::Single, {0}), .devices = 1},
            "llama-server -m Llama-3.3-70B-Instruct-Q4_K_M.gguf -ngl 81 -c 32768 -np 4 -fa on");
        row("a quantized cache names both K and V",
            {.kvType = QStringLiteral("q8_0"), .plan = plan(SplitMode::Single, {0}), .devices = 1},
            "llama-server -m Llama-3.3-70B-Instruct-Q4_K_M.gguf -ngl 81 -c 32768 -np 1 -fa on -ctk q8_0 -ctv q8_0");
        row("one of two cards is picked by name", {.plan = plan(SplitMode::Single, {1})},
            "llama-server -m Llama-3.3-70B-Instruct-Q4_K_M.gguf -ngl 81 -c 32768 -np 1 --device CUDA1 -fa on");
        row("cards of AMD are called ROCm", {.plan = plan(SplitMode::Single, {0}), .vendor = QStringLiteral("AMD")},
            "llama-server -m Llama-3.3-70B-Instruct-Q4_K_M.gguf -ngl 81 -c 32768 -np 1 --device ROCm0 -fa on");
        row("llama.cpp has its own tensor split mode", {.plan = plan(SplitMode::Tensor, {0, 1}, {80, 80})},
            "llama-server -m Llama-3.3-70B-Instruct-Q4_K_M.gguf -ngl 81 -c 32768 -np 1 --split-mode tensor -fa on");
        MemoryPlan partial = plan(SplitMode::Single, {0}, {40});
        partial.hostLayers = 40;
        row("layers in system RAM are not counted in -ngl", {.plan = partial, .devices = 1},
            "llama-server -m Llama-3.3-70B-Instruct-Q4_K_M.gguf -ngl 40 -c 32768 -np 1 -fa on");
        MemoryPlan experts = plan(SplitMode::Single, {0}, {36});
        experts.hostExpertLayers = 24;
        row("experts in system RAM keep every layer on the card",
            {.model = QStringLiteral("gpt-oss-120b"), .quant = QStringLiteral("mxfp4"), .plan = experts, .devices = 1},
            "llama-server -m gpt-oss-120b-MXFP4.gguf -ngl 37 -c 32768 -np 1 --n-cpu-moe 24 -fa on");
        row("without a GPU nothing is offloaded", {.plan = plan(SplitMode::CpuOnly, {}), .devices = 0},
            "llama-server -m Llama-3.3-70B-Instruct-Q4_K_M.gguf -ngl 0 -c 32768 -np 1 -fa on");
        row("text of a build cannot leave its word",
            {.model = QStringLiteral("hostile"), .plan = plan(SplitMode::Single, {0}), .devices = 1},
            "llama-server -m 'x'\\''; rm -rf ~; echo '\\''-Q4_K_M.gguf' -ngl 81 -c 32768 -np 1 -fa on");

        MemoryPlan tensor = plan(SplitMode::Tensor, {0, 1, 2, 3});
        tensor.tensorWays = 4;
        row("vLLM spreads tensors over four cards and quantizes to FP8 while it loads",
            {.quant = QStringLiteral("fp8"),
             .engine = QStringLiteral("vllm"),
             .requests = 2,
             .plan = tensor,
             .devices = 4},
            "vllm serve meta-llama/Llama-3.3-70B-Instruct --quantization fp8 --tensor-parallel-size 4 "
            "--max-model-len 32768 --max-num-seqs 2 --gpu-memory-utilization 0.92");
        row("vLLM serves a checkpoint in its own type as it is",
            {.quant = QStringLiteral("bf16"),
             .engine = QStringLiteral("vllm"),
             .kvType = QStringLiteral("fp8_e4m3"),
             .plan = tensor,
             .devices = 4},
            "vllm serve meta-llama/Llama-3.3-70B-Instruct --tensor-parallel-size 4 --max-model-len 32768 "
            "--max-num-seqs 1 --gpu-memory-utilization 0.92 --kv-cache-dtype fp8_e4m3");
        row("gpt-oss is published in MXFP4",
            {.model = QStringLiteral("gpt-oss-120b"),
             .quant = QStringLiteral("mxfp4"),
             .engine = QStringLiteral("vllm"),
             .plan = plan(SplitMode::Single, {0}),
             .devices = 1},
            "vllm serve openai/gpt-oss-120b --max-model-len 32768 --max-num-seqs 1 --gpu-memory-utilization 0.92");
        row("vLLM on some of the cards sees only those",
            {.quant = QStringLiteral("awq-4bit-g128"),
             .engine = QStringLiteral("vllm"),
             .plan = plan(SplitMode::Single, {2}),
             .devices = 4},
            "CUDA_VISIBLE_DEVICES=2 vllm serve ./Llama-3.3-70B-Instruct-AWQ --max-model-len 32768 --max-num-seqs 1 "
            "--gpu-memory-utilization 0.92");
        row("Ollama takes its settings from the environment and the context per request",
            {.engine = QStringLiteral("ollama"),
             .context = 8192,
             .requests = 2,
             .kvType = QStringLiteral("q8_0"),
             .plan = plan(SplitMode::Layer, {0, 1}, {40, 40})},
            "OLLAMA_CONTEXT_LENGTH=8192 OLLAMA_NUM_PARALLEL=2 OLLAMA_FLASH_ATTENTION=1 OLLAMA_KV_CACHE_TYPE=q8_0 "
            "OLLAMA_SCHED_SPREAD=1 ollama serve\n"
            "printf '%s\\n' 'FROM ./Llama-3.3-70B-Instruct-Q4_K_M.gguf' > Modelfile\n"
            "ollama create llama-3.3-70b -f Modelfile\n"
            "ollama run llama-3.3-70b");
        row("an engine without a command line has none",
            {.engine = QStringLiteral("lm-studio"), .plan = plan(SplitMode::Single, {0})}, "none");
        row("a refused plan has no command", {.plan = MemoryPlan()}, "none");
    }
    void command()
    {
        QFETCH(Case, given);
        QFETCH(QString, expected);
        QCOMPARE(commandOf(given), expected);
    }
};

QTEST_GUILESS_MAIN(TestLaunchCommand)
#include "tst_launch_command.moc"
