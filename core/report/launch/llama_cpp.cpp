// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/launch/engines.h"

#include <algorithm>

namespace rigwright::launch {

namespace {

constexpr int kFirstPort = 8080;
constexpr int kDefaultBatch = 2048; // --batch-size; a physical batch cannot be larger

/// llama.cpp's name of a device: its backend and number ("CUDA0").
QString deviceName(const Machine &machine, std::size_t device)
{
    const QString &vendor = machine.devices[device].vendor;
    const QString backend = vendor == QLatin1String("NVIDIA")  ? QStringLiteral("CUDA")
                            : vendor == QLatin1String("AMD")   ? QStringLiteral("ROCm")
                            : vendor == QLatin1String("Intel") ? QStringLiteral("SYCL")
                                                               : QStringLiteral("Metal");
    return backend + QString::number(vendorIndex(machine, device));
}

/// ik_llama.cpp is a fork: it has no unified cache, and its tensor parallelism is called "graph".
bool isFork(const Subject &subject)
{
    return subject.engine().id == QLatin1String("ik_llama.cpp");
}

QString splitMode(const Subject &subject)
{
    switch (subject.plan().split) {
    case SplitMode::Row: return isFork(subject) ? QStringLiteral("graph") : QStringLiteral("row");
    case SplitMode::Tensor: return isFork(subject) ? QStringLiteral("graph") : QStringLiteral("tensor");
    case SplitMode::Single: return QStringLiteral("none");
    default: return QStringLiteral("layer");
    }
}

/// --n-gpu-layers counts the output head as one more layer. llama.cpp puts the head on the GPU
/// first (src/llama-model.cpp load_tensors), the fork last.
int gpuLayers(const Subject &subject)
{
    const MemoryPlan &plan = subject.plan();
    const int layers = subject.model().layers;
    if (subject.onHostOnly())
        return 0;
    const bool headIsLast = isFork(subject) && plan.hostLayers > 0;
    return layers - plan.hostLayers + (headIsLast ? 0 : 1);
}

/// Shares that give each device as many layers as planned: the head is one more item of the last.
QStringList tensorSplit(const Subject &subject, int copy, std::size_t devices)
{
    QStringList shares;
    if (subject.plan().split == SplitMode::Layer || subject.plan().split == SplitMode::Pipeline) {
        std::vector<int> layers = subject.layersOf(copy);
        if (!layers.empty())
            ++layers.back();
        for (const int count : layers)
            shares << QString::number(count);
    } else if (subject.settings().parallelism.tensorSplit.size() == devices) {
        for (const double share : subject.settings().parallelism.tensorSplit)
            shares << QString::number(share);
    }
    return shares;
}

void addDevices(QStringList &words, const Subject &subject, int copy)
{
    const std::vector<std::size_t> devices = subject.devicesOf(copy);
    if (subject.onHostOnly()) {
        if (!subject.machine.devices.empty())
            add(words, "--device", QStringLiteral("none"));
        return;
    }
    if (devices.size() < subject.machine.devices.size()) {
        QStringList names;
        for (const std::size_t device : devices)
            names << deviceName(subject.machine, device);
        add(words, "--device", names.join(QLatin1Char(',')));
    }
    if (devices.size() < 2)
        return;
    add(words, "--split-mode", splitMode(subject));
    if (const QStringList shares = tensorSplit(subject, copy, devices.size()); !shares.isEmpty())
        add(words, "--tensor-split", shares.join(QLatin1Char(',')));
}

/// The experts that stay in system RAM; --n-cpu-moe counts from the first layer, dense ones too.
void addExperts(QStringList &words, const Subject &subject)
{
    if (subject.plan().hostExpertLayers == 0 || subject.onHostOnly())
        return;
    add(words, "--n-cpu-moe", subject.model().denseLayers + subject.plan().hostExpertLayers);
    if (!subject.engineSettings().expertStaging && !isFork(subject))
        words << QStringLiteral("--no-op-offload");
}

void addCache(QStringList &words, const Subject &subject)
{
    const EngineSettings &settings = subject.engineSettings();
    const QString &kvType = subject.settings().kvType;
    add(words, "-fa", settings.flashAttention.value_or(true) ? QStringLiteral("on") : QStringLiteral("off"));
    if (settings.physicalBatch > kDefaultBatch)
        add(words, "-b", settings.physicalBatch);
    if (settings.physicalBatch > 0)
        add(words, "-ub", settings.physicalBatch);
    if (kvType != QLatin1String("f16")) {
        add(words, "-ctk", kvType);
        add(words, "-ctv", kvType);
    }
    if (isFork(subject))
        return;
    if (settings.fullWindowCache)
        words << QStringLiteral("--swa-full");
    if (subject.requests() > 1) // without -np the cache is unified, with it it is not
        words << (settings.separateSlots ? QStringLiteral("--no-kv-unified") : QStringLiteral("--kv-unified"));
}

void addCompanions(QStringList &words, const Subject &subject)
{
    const EngineSettings &settings = subject.engineSettings();
    if (settings.imageEncoder.value_or(false)) {
        add(words, "--mmproj", QStringLiteral("mmproj-") + checkpointName(subject.model()) + QStringLiteral(".gguf"));
        if (const auto device = subject.deviceOf(settings.imageEncoderGpu); device && !isFork(subject))
            add(words, "--mmproj-device", deviceName(subject.machine, *device));
    }
    if (subject.hasDraft()) {
        add(words, "-md", ggufFile(*subject.draft, *subject.draftQuant));
        add(words, "-ngld", subject.draft->layers + 1);
        if (const auto device = subject.deviceOf(settings.draftGpu))
            add(words, "-devd", deviceName(subject.machine, *device));
    }
}

QStringList serverWords(const Subject &subject, int copy)
{
    QStringList words{QStringLiteral("llama-server"), QStringLiteral("-m"), ggufFile(subject.model(), subject.quant())};
    add(words, "-ngl", gpuLayers(subject));
    add(words, "-c", qint64(subject.settings().contextTokens) * subject.requests());
    add(words, "-np", subject.requests());
    addDevices(words, subject, copy);
    addExperts(words, subject);
    addCache(words, subject);
    addCompanions(words, subject);
    if (subject.copies() > 1)
        add(words, "--port", kFirstPort + copy);
    return words;
}

} // namespace

/// Flags: llama.cpp tools/server/README.md (common and server arguments) and common/arg.cpp;
/// ik_llama.cpp docs/parameters.md. -c is the context of all slots together.
LaunchCommand llamaServer(const Subject &subject)
{
    LaunchCommand command;
    command.lines = wiredLimit(subject);
    for (int copy = 0; copy < subject.copies(); ++copy)
        command.lines << joined(serverWords(subject, copy));
    command.note = copiesNote(subject);
    return command;
}

/// Flags: lmstudio.ai/docs/cli/load and /docs/cli/import. What `lms` has no flag for is set in the
/// load dialog of the program.
LaunchCommand lmStudio(const Subject &subject)
{
    const MemoryPlan &plan = subject.plan();
    const Deployment &settings = subject.settings();
    const int layers = std::max(1, subject.model().layers);
    const QString gpu = subject.onHostOnly()   ? QStringLiteral("off")
                        : plan.hostLayers == 0 ? QStringLiteral("max")
                                               : QString::number(double(layers - plan.hostLayers) / layers, 'f', 2);
    QStringList load{QStringLiteral("lms"), QStringLiteral("load"), subject.model().id};
    add(load, "--gpu", gpu);
    add(load, "--context-length", settings.contextTokens);

    QStringList byHand;
    if (subject.requests() > 1)
        byHand << Words::tr("concurrent predictions %1").arg(subject.requests());
    byHand << (subject.engineSettings().flashAttention.value_or(true) ? Words::tr("flash attention on")
                                                                      : Words::tr("flash attention off"));
    if (settings.kvType != QLatin1String("f16"))
        byHand << Words::tr("K and V cache quantization %1").arg(settings.kvType);
    if (plan.hostExpertLayers > 0)
        byHand << Words::tr("layers with experts on the CPU: %1").arg(plan.hostExpertLayers);
    if (!plan.devices.empty() && plan.devices.size() < subject.machine.devices.size()) {
        QStringList names;
        for (const std::size_t device : plan.devices)
            names << QString::number(device);
        byHand << Words::tr("only GPU %1").arg(names.join(QLatin1String(", ")));
    }
    return {{joined({QStringLiteral("lms"), QStringLiteral("import"), ggufFile(subject.model(), subject.quant())}),
             joined(load), QStringLiteral("lms server start")},
            Words::tr("Set in the program, with the model's load settings: %1. Take the model's name from \"lms ls\".")
                .arg(byHand.join(QLatin1String(", ")))};
}

} // namespace rigwright::launch
