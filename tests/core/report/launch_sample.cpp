// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/launch_sample.h"

#include <QProcess>
#include <QTest>

namespace rigwright::sample {

namespace {

LlmModel modelRow(const char *id, const char *repository, int layers, const char *dtype)
{
    LlmModel model;
    model.id = QString::fromLatin1(id);
    model.name = model.id;
    model.repository = QString::fromLatin1(repository);
    model.layers = layers;
    model.nativeDtype = QString::fromLatin1(dtype);
    return model;
}

std::vector<LlmModel> models()
{
    std::vector<LlmModel> rows{
        modelRow("llama-3.3-70b", "meta-llama/Llama-3.3-70B-Instruct", 80, "bf16"),
        modelRow("llama-3.2-1b", "meta-llama/Llama-3.2-1B-Instruct", 16, "bf16"),
        modelRow("gpt-oss-120b", "openai/gpt-oss-120b", 36, "mxfp4 experts + bf16"),
        modelRow("deepseek-v3", "deepseek-ai/DeepSeek-V3", 61, "fp8"),
        modelRow("gemma-3-27b", "google/gemma-3-27b-it", 62, "bf16"),
        modelRow("hostile", "a/x'; rm -rf ~; echo '\nEND\n", 80, "bf16"),
    };
    rows[3].denseLayers = 3;
    rows[4].visionParameters = 417'000'000;
    return rows;
}

Quantization quantization(const char *id, const char *name, QuantFamily family)
{
    Quantization quant;
    quant.id = QString::fromLatin1(id);
    quant.name = QString::fromLatin1(name);
    quant.family = family;
    return quant;
}

InferenceEngine engine(const char *id, double utilization = 1)
{
    InferenceEngine engine;
    engine.id = QString::fromLatin1(id);
    engine.memoryUtilization = utilization;
    return engine;
}

Catalog catalog()
{
    Catalog facts;
    facts.models = Table<LlmModel>(models());
    facts.quantizations = Table<Quantization>({
        quantization("q4_k_m", "Q4_K_M", QuantFamily::Gguf),
        quantization("q8_0", "Q8_0", QuantFamily::Gguf),
        quantization("mxfp4", "MXFP4 (GGUF MXFP4_MOE)", QuantFamily::Gguf),
        quantization("bf16", "BF16", QuantFamily::Float),
        quantization("fp8", "FP8 E4M3", QuantFamily::Fp8),
        quantization("nf4", "NF4", QuantFamily::Nf4),
        quantization("awq-4bit-g128", "AWQ 4-bit g128", QuantFamily::Awq),
        quantization("exl2-4.0", "EXL2 4.0 bpw", QuantFamily::Exl2),
        quantization("exl3-4.0", "EXL3 4.0 bpw", QuantFamily::Exl3),
        quantization("mlx-4bit", "MLX 4-bit affine (group 64)", QuantFamily::Mlx),
    });
    facts.engines =
        Table<InferenceEngine>({engine("llama.cpp"), engine("ik_llama.cpp"), engine("lm-studio"), engine("ollama"),
                                engine("vllm", 0.92), engine("sglang", 0.88), engine("tensorrt-llm", 0.9),
                                engine("mlx"), engine("exllamav2"), engine("exllamav3"), engine("tinygrad")});
    return facts;
}

const UnifiedSystem &mac()
{
    static const UnifiedSystem system = [] {
        UnifiedSystem one;
        one.gpuUsableFraction = 0.75;
        return one;
    }();
    return system;
}

/// 24 GiB cards, or one Mac of 64 GiB of which the GPU has three quarters.
Machine machineOf(const LaunchCase &given)
{
    Machine machine;
    for (int i = 0; i < given.devices; ++i) {
        Device device;
        device.item = ItemId{i + 1};
        device.vendor = given.vendor;
        device.memory = bytesFromGiB(24);
        if (given.vendor == QLatin1String("Apple")) {
            device.unified = &mac();
            device.memory = bytesFromGiB(48);
        }
        machine.devices.push_back(device);
    }
    return machine;
}

void verifyThatAShellParses(const QString &text)
{
    QProcess shell;
    shell.start(QStringLiteral("sh"), {QStringLiteral("-n")});
    shell.write(text.toUtf8() + '\n');
    shell.closeWriteChannel();
    QVERIFY(shell.waitForFinished());
    const QByteArray problem = shell.readAllStandardError();
    QVERIFY2(shell.exitCode() == 0 && problem.isEmpty(), problem.constData());
}

} // namespace

MemoryPlan plan(SplitMode split, std::vector<std::size_t> devices, std::vector<int> layers)
{
    MemoryPlan plan;
    plan.verdict = FitVerdict::Fits;
    plan.split = split;
    plan.devices = std::move(devices);
    plan.layers = std::move(layers);
    return plan;
}

std::optional<LaunchCommand> launched(const LaunchCase &given)
{
    const Catalog facts = catalog();
    DeploymentResult result;
    result.known = true;
    result.plan = given.plan;
    result.settings.modelId = given.model;
    result.settings.quantId = given.quant;
    result.settings.engineId = given.engine;
    result.settings.contextTokens = given.context;
    result.settings.concurrency = given.requests;
    result.settings.kvType = given.kvType;
    result.settings.parallelism = given.parallelism;
    result.settings.engineSettings = given.settings;
    std::optional<LaunchCommand> command = launchCommand(result, machineOf(given), facts);
    if (command)
        verifyThatAShellParses(command->text());
    return command;
}

QString launchText(const LaunchCase &given)
{
    const std::optional<LaunchCommand> command = launched(given);
    return command ? command->text() : QStringLiteral("none");
}

} // namespace rigwright::sample
