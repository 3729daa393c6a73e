// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/launch_command.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace rigwright {

namespace {

struct Subject
{
    const DeploymentResult &result;
    const Machine &machine;
    ResolvedDeployment resolved;

    const MemoryPlan &plan() const { return result.plan; }
    const Deployment &settings() const { return result.settings; }
    bool onlySomeDevices() const { return !plan().devices.empty() && plan().devices.size() < machine.devices.size(); }
};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LaunchCommand)
};

/// "meta-llama/Llama-3.3-70B-Instruct" -> "Llama-3.3-70B-Instruct"
QString checkpointName(const LlmModel &model)
{
    const QString repository = model.repository.section(QLatin1Char('/'), -1);
    return repository.isEmpty() ? model.id : repository;
}

/// The short name a quantized file carries: "MXFP4 (GGUF MXFP4_MOE)" -> "MXFP4"
QString quantSuffix(const Quantization &quant)
{
    return quant.name.section(QLatin1Char(' '), 0, 0);
}

bool isFloat(const Quantization &quant)
{
    return quant.id == QLatin1String("f32") || quant.id == QLatin1String("f16") || quant.id == QLatin1String("bf16");
}

bool isGguf(const Quantization &quant)
{
    return quant.family == QuantFamily::Gguf && !isFloat(quant);
}

/// Whether the model's own repository already holds these weights (gpt-oss in MXFP4, DeepSeek in FP8).
bool isPublishedAs(const LlmModel &model, const Quantization &quant)
{
    return !quant.id.isEmpty() && model.nativeDtype.section(QLatin1Char(' '), 0, 0) == quant.id;
}

QString ggufFile(const Subject &subject)
{
    return checkpointName(*subject.resolved.model) + QLatin1Char('-') + quantSuffix(*subject.resolved.quant)
           + QStringLiteral(".gguf");
}

/// Number of a device among the devices of its vendor, as its runtime counts them.
int vendorIndex(const Machine &machine, std::size_t device)
{
    return int(std::count_if(machine.devices.begin(), machine.devices.begin() + std::ptrdiff_t(device),
                             [&](const Device &other) { return other.vendor == machine.devices[device].vendor; }));
}

/// "CUDA_VISIBLE_DEVICES=0,2" where the deployment may not use every device, else nothing.
QStringList visibleDevices(const Subject &subject)
{
    if (!subject.onlySomeDevices())
        return {};
    QStringList numbers;
    for (const std::size_t device : subject.plan().devices)
        numbers << QString::number(vendorIndex(subject.machine, device));
    const bool amd = subject.machine.devices[subject.plan().devices.front()].vendor == QLatin1String("AMD");
    return {(amd ? QStringLiteral("HIP_VISIBLE_DEVICES=") : QStringLiteral("CUDA_VISIBLE_DEVICES="))
            + numbers.join(QLatin1Char(','))};
}

QString joined(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted << shellQuoted(word);
    return quoted.join(QLatin1Char(' '));
}

/// llama.cpp's name of a device: its backend and number ("CUDA0").
QString llamaDevice(const Machine &machine, std::size_t device)
{
    const QString &vendor = machine.devices[device].vendor;
    const QString backend = vendor == QLatin1String("NVIDIA")  ? QStringLiteral("CUDA")
                            : vendor == QLatin1String("AMD")   ? QStringLiteral("ROCm")
                            : vendor == QLatin1String("Intel") ? QStringLiteral("SYCL")
                                                               : QStringLiteral("Metal");
    return backend + QString::number(vendorIndex(machine, device));
}

QString llamaSplitMode(SplitMode split)
{
    switch (split) {
    case SplitMode::Row: return QStringLiteral("row");
    case SplitMode::Tensor: return QStringLiteral("tensor");
    case SplitMode::Single: return QStringLiteral("none");
    default: return QStringLiteral("layer");
    }
}

/// Flags: llama.cpp, tools/server/README.md. -c is the context of all slots together; -ngl counts
/// the output layer; --n-cpu-moe keeps the experts of the first N layers in system RAM.
LaunchCommand llamaServer(const Subject &subject)
{
    const MemoryPlan &plan = subject.plan();
    const Deployment &settings = subject.settings();
    const LlmModel &model = *subject.resolved.model;
    QStringList words{QStringLiteral("llama-server"), QStringLiteral("-m"), ggufFile(subject)};

    const bool cpuOnly = plan.split == SplitMode::CpuOnly || plan.devices.empty();
    const int gpuLayers = cpuOnly ? 0 : plan.hostLayers > 0 ? model.layers - plan.hostLayers : model.layers + 1;
    words << QStringLiteral("-ngl") << QString::number(gpuLayers);
    const int requests = std::max(1, settings.concurrency);
    words << QStringLiteral("-c") << QString::number(qint64(settings.contextTokens) * requests);
    words << QStringLiteral("-np") << QString::number(requests);

    if (!cpuOnly && subject.onlySomeDevices()) {
        QStringList names;
        for (const std::size_t device : plan.devices)
            names << llamaDevice(subject.machine, device);
        words << QStringLiteral("--device") << names.join(QLatin1Char(','));
    }
    if (plan.devices.size() > 1 && !cpuOnly) {
        words << QStringLiteral("--split-mode") << llamaSplitMode(plan.split);
        QStringList shares;
        for (const int layers : plan.layers)
            shares << QString::number(layers);
        if (plan.split == SplitMode::Layer && shares.size() == qsizetype(plan.devices.size()))
            words << QStringLiteral("--tensor-split") << shares.join(QLatin1Char(','));
    }
    if (plan.hostExpertLayers > 0 && !cpuOnly)
        words << QStringLiteral("--n-cpu-moe") << QString::number(plan.hostExpertLayers);
    words << QStringLiteral("-fa") << QStringLiteral("on");
    if (settings.kvType != QLatin1String("f16"))
        words << QStringLiteral("-ctk") << settings.kvType << QStringLiteral("-ctv") << settings.kvType;
    return {{joined(words)}, {}};
}

/// Flags: vLLM documentation, "vllm serve" engine arguments. Quantizations that vLLM applies while
/// it loads are named by a flag; the others need a checkpoint that holds them.
LaunchCommand vllmServe(const Subject &subject)
{
    const MemoryPlan &plan = subject.plan();
    const Deployment &settings = subject.settings();
    const LlmModel &model = *subject.resolved.model;
    const Quantization &quant = *subject.resolved.quant;
    QStringList words{QStringLiteral("vllm"), QStringLiteral("serve")};
    QString note;
    if (isPublishedAs(model, quant)) {
        words << model.repository;
    } else if (isFloat(quant)) {
        words << model.repository << QStringLiteral("--dtype")
              << (quant.id == QLatin1String("f16")   ? QStringLiteral("float16")
                  : quant.id == QLatin1String("f32") ? QStringLiteral("float32")
                                                     : QStringLiteral("bfloat16"));
    } else if (quant.family == QuantFamily::Fp8) {
        words << model.repository << QStringLiteral("--quantization") << QStringLiteral("fp8");
    } else if (quant.family == QuantFamily::Nf4) {
        words << model.repository << QStringLiteral("--quantization") << QStringLiteral("bitsandbytes");
    } else if (isGguf(quant)) {
        words << QStringLiteral("./") + ggufFile(subject) << QStringLiteral("--tokenizer") << model.repository;
    } else {
        words << QStringLiteral("./") + checkpointName(model) + QLatin1Char('-') + quantSuffix(quant);
        note = Words::tr(
            "Needs a checkpoint that was quantized this way; put its folder or repository in the first place.");
    }
    if (plan.tensorWays > 1)
        words << QStringLiteral("--tensor-parallel-size") << QString::number(plan.tensorWays);
    if (plan.pipelineWays > 1)
        words << QStringLiteral("--pipeline-parallel-size") << QString::number(plan.pipelineWays);
    if (plan.replicas > 1)
        words << QStringLiteral("--data-parallel-size") << QString::number(plan.replicas);
    if (settings.parallelism.expertParallel)
        words << QStringLiteral("--enable-expert-parallel");
    words << QStringLiteral("--max-model-len") << QString::number(settings.contextTokens);
    words << QStringLiteral("--max-num-seqs") << QString::number(std::max(1, settings.concurrency));
    words << QStringLiteral("--gpu-memory-utilization")
          << QString::number(subject.resolved.engine->memoryUtilization, 'g', 3);
    if (settings.kvType.startsWith(QLatin1String("fp8")))
        words << QStringLiteral("--kv-cache-dtype") << settings.kvType;
    const QStringList environment = visibleDevices(subject);
    return {{(environment + QStringList{joined(words)}).join(QLatin1Char(' '))}, note};
}

/// Variables: Ollama, envconfig. The context is per request; a quantized cache needs flash
/// attention; OLLAMA_SCHED_SPREAD uses all devices even where one would hold the model.
LaunchCommand ollama(const Subject &subject)
{
    const MemoryPlan &plan = subject.plan();
    const Deployment &settings = subject.settings();
    QStringList serve = visibleDevices(subject);
    serve << QStringLiteral("OLLAMA_CONTEXT_LENGTH=%1").arg(settings.contextTokens)
          << QStringLiteral("OLLAMA_NUM_PARALLEL=%1").arg(std::max(1, settings.concurrency))
          << QStringLiteral("OLLAMA_FLASH_ATTENTION=1");
    if (settings.kvType != QLatin1String("f16"))
        serve << QStringLiteral("OLLAMA_KV_CACHE_TYPE=") + shellQuoted(settings.kvType);
    if (plan.devices.size() > 1)
        serve << QStringLiteral("OLLAMA_SCHED_SPREAD=1");
    serve << QStringLiteral("ollama serve");

    const LlmModel &model = *subject.resolved.model;
    QStringList modelfile{QStringLiteral("FROM ./") + ggufFile(subject)};
    if (plan.split == SplitMode::CpuOnly || plan.hostLayers > 0)
        modelfile << QStringLiteral("PARAMETER num_gpu %1")
                         .arg(plan.split == SplitMode::CpuOnly ? 0 : model.layers - plan.hostLayers);
    return {{serve.join(QLatin1Char(' ')),
             QStringLiteral("printf '%s\\n' ") + joined(modelfile) + QStringLiteral(" > Modelfile"),
             joined({QStringLiteral("ollama"), QStringLiteral("create"), model.id, QStringLiteral("-f"),
                     QStringLiteral("Modelfile")}),
             joined({QStringLiteral("ollama"), QStringLiteral("run"), model.id})},
            Words::tr("The first line keeps running; type the others in a second terminal.")};
}

} // namespace

QString shellQuoted(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+$"));
    if (plain.match(text).hasMatch())
        return text;
    QString inner = text;
    inner.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + inner + QLatin1Char('\'');
}

std::optional<LaunchCommand> launchCommand(const DeploymentResult &deployment, const Machine &machine,
                                           const Catalog &catalog)
{
    if (!deployment.known || deployment.plan.verdict == FitVerdict::Refused)
        return std::nullopt;
    std::optional<ResolvedDeployment> resolved = resolve(deployment.settings, catalog);
    if (!resolved)
        return std::nullopt;
    const Subject subject{deployment, machine, *std::move(resolved)};
    const QString &engine = subject.resolved.engine->id;
    const bool gguf = isGguf(*subject.resolved.quant) || isFloat(*subject.resolved.quant);
    if (engine == QLatin1String("llama.cpp") && gguf)
        return llamaServer(subject);
    if (engine == QLatin1String("ollama") && gguf)
        return ollama(subject);
    if (engine == QLatin1String("vllm"))
        return vllmServe(subject);
    return std::nullopt;
}

} // namespace rigwright
