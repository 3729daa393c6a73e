// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/memory/measured_memory.h"

#include "core/evaluation/machine.h"

#include <algorithm>
#include <numeric>

namespace rigwright::test {

namespace {

/// Weights and cache are arithmetic; buffers and totals contain what is only measured.
double toleranceOf(MeasuredPart part, Published size)
{
    switch (part) {
    case MeasuredPart::Weights:
    case MeasuredPart::Cache:
    case MeasuredPart::RamWeights:
    case MeasuredPart::RamCache:
    case MeasuredPart::File: return std::max({1.0, 0.001 * size.mib, size.half});
    case MeasuredPart::Compute:
    case MeasuredPart::Overhead:
    case MeasuredPart::RamCompute: return std::max(100.0, 0.15 * size.mib);
    case MeasuredPart::Total:
    case MeasuredPart::Peak:
    case MeasuredPart::Pool: return std::max(300.0, 0.03 * size.mib);
    }
    return 0;
}

/// Cards that published runs used and the catalogue does not have.
const Gpu *cardNamed(const QString &id, const Catalog &catalog)
{
    if (id == QLatin1String("rx-6800")) {
        static const Gpu card = [&catalog] {
            Gpu gpu = *catalog.gpus.find(QStringLiteral("rx-6800-xt")); // the same board and memory
            gpu.info.name = QStringLiteral("Radeon RX 6800");
            return gpu;
        }();
        return &card;
    }
    return catalog.gpus.find(id);
}

Machine machineOf(const MeasuredRun &run, const Catalog &catalog)
{
    Machine machine;
    if (run.unified)
        machine.devices.push_back(
            bareDevice(*catalog.unifiedSystems.find(QString::fromLatin1(run.unified)), run.memoryGB));
    for (const char *id : run.gpus) {
        const Gpu *card = cardNamed(QString::fromLatin1(id), catalog);
        if (!card)
            qFatal("no GPU %s in the catalogue", id);
        machine.devices.push_back(bareDevice(*card));
        if (run.deviceMiB > 0)
            machine.devices.back().memory = bytesFromMiB(run.deviceMiB);
    }
    machine.links.resize(machine.devices.size() * machine.devices.size());
    machine.host.memory = bytesFromGiB(1024); // never what the comparison is about
    machine.host.bandwidth = fromGBPerSecond(200);
    return machine;
}

double figureOf(const MeasuredFigure &figure, const MemoryPlan &plan)
{
    MemoryUse use;
    if (figure.device == kAllDevices)
        for (const MemoryUse &one : plan.use)
            use += one;
    else if (std::size_t(figure.device) < plan.use.size())
        use = plan.use[std::size_t(figure.device)];
    switch (figure.part) {
    case MeasuredPart::Weights: return toMiB(use.weights);
    case MeasuredPart::Cache: return toMiB(use.kvCache);
    case MeasuredPart::Compute: return toMiB(use.compute);
    case MeasuredPart::Overhead: return toMiB(use.overhead);
    case MeasuredPart::Total: return toMiB(use.total());
    case MeasuredPart::Peak: return toMiB(use.weights + use.kvCache + use.compute);
    case MeasuredPart::Pool: return toMiB(plan.use.front().kvCache + plan.margin);
    case MeasuredPart::RamWeights: return toMiB(plan.host.weights);
    case MeasuredPart::RamCache: return toMiB(plan.host.kvCache);
    case MeasuredPart::RamCompute: return toMiB(plan.host.compute);
    case MeasuredPart::File: break;
    }
    return 0;
}

} // namespace

MeasuredRun::MeasuredRun(const char *rowName, const char *modelId, const char *quantId, const char *engineId,
                         const char *publishedIn)
    : row(rowName), source(publishedIn)
{
    deployment.modelId = QString::fromLatin1(modelId);
    deployment.quantId = QString::fromLatin1(quantId);
    deployment.engineId = QString::fromLatin1(engineId);
    deployment.contextTokens = 2048;
    title = deployment.modelId.toLatin1() + ' ' + quantId;
}

MeasuredRun MeasuredRun::notComparable(const char *row, const char *title, const char *source, const char *reason)
{
    MeasuredRun run(row, "", "", "", source);
    run.title = title;
    run.leftOut.push_back({"all", reason});
    return run;
}

MeasuredRun &MeasuredRun::on(std::vector<const char *> gpuIds, double eachMiB)
{
    gpus = std::move(gpuIds);
    deviceMiB = eachMiB;
    return *this;
}
MeasuredRun &MeasuredRun::onUnified(const char *systemId, double gigabytes)
{
    gpus.clear();
    unified = systemId;
    memoryGB = gigabytes;
    return *this;
}
MeasuredRun &MeasuredRun::onProcessor()
{
    gpus.clear();
    return *this;
}
MeasuredRun &MeasuredRun::context(int tokens, int slots)
{
    deployment.contextTokens = tokens;
    deployment.concurrency = slots;
    return *this;
}
MeasuredRun &MeasuredRun::cacheType(const char *type)
{
    deployment.kvType = QString::fromLatin1(type);
    return *this;
}
MeasuredRun &MeasuredRun::file(double mib)
{
    fileMiB = mib;
    return *this;
}
MeasuredRun &MeasuredRun::geometry(LlmModel (*made)(const Catalog &))
{
    model = made;
    return *this;
}
MeasuredRun &MeasuredRun::draft(LlmModel (*made)(const Catalog &))
{
    draftModel = made;
    return *this;
}
MeasuredRun &MeasuredRun::tensor(int ways)
{
    deployment.parallelism.tensorWays = ways;
    return *this;
}
MeasuredRun &MeasuredRun::shares(std::vector<double> tensorSplit)
{
    deployment.parallelism.tensorSplit = std::move(tensorSplit);
    return *this;
}
MeasuredRun &MeasuredRun::expertsInRam(int layers)
{
    deployment.parallelism.hostExpertLayers = layers;
    return *this;
}
MeasuredRun &MeasuredRun::logits(LogitsRows rows)
{
    deployment.engineSettings.logitsRows = rows;
    return *this;
}
MeasuredRun &MeasuredRun::with(void (*change)(EngineSettings &settings))
{
    change(deployment.engineSettings);
    return *this;
}

MeasuredRun &MeasuredRun::add(const char *name, MeasuredPart part, Published size, int device)
{
    QByteArray full(name);
    if (device != kAllDevices)
        full += ' ' + QByteArray::number(device);
    figures.push_back({full, part, device, size.mib, toleranceOf(part, size), {}});
    return *this;
}
MeasuredRun &MeasuredRun::weights(Published size, int device)
{
    return add("weights", MeasuredPart::Weights, size, device);
}
MeasuredRun &MeasuredRun::cache(Published size, int device)
{
    return add("cache", MeasuredPart::Cache, size, device);
}
MeasuredRun &MeasuredRun::compute(Published size, int device)
{
    return add("compute", MeasuredPart::Compute, size, device);
}
MeasuredRun &MeasuredRun::overhead(Published size, int device)
{
    return add("overhead", MeasuredPart::Overhead, size, device);
}
MeasuredRun &MeasuredRun::total(Published size)
{
    return add("total", MeasuredPart::Total, size, kAllDevices);
}
MeasuredRun &MeasuredRun::peak(Published size)
{
    return add("peak", MeasuredPart::Peak, size, kAllDevices);
}
MeasuredRun &MeasuredRun::pool(Published size)
{
    return add("pool", MeasuredPart::Pool, size, kAllDevices);
}
MeasuredRun &MeasuredRun::ramWeights(Published size)
{
    return add("weights in RAM", MeasuredPart::RamWeights, size, kAllDevices);
}
MeasuredRun &MeasuredRun::ramCache(Published size)
{
    return add("cache in RAM", MeasuredPart::RamCache, size, kAllDevices);
}
MeasuredRun &MeasuredRun::ramCompute(Published size)
{
    return add("compute in RAM", MeasuredPart::RamCompute, size, kAllDevices);
}
MeasuredRun &MeasuredRun::fileSize(Published size)
{
    return add("file", MeasuredPart::File, size, kAllDevices);
}
MeasuredRun &MeasuredRun::within(double share, const char *why)
{
    figures.back().tolerance = share * figures.back().mib;
    figures.back().note = why;
    return *this;
}
MeasuredRun &MeasuredRun::without(const char *what, const char *why)
{
    leftOut.push_back({what, why});
    return *this;
}

const std::vector<MeasuredRun> &measuredRuns()
{
    static const std::vector<MeasuredRun> runs = [] {
        std::vector<MeasuredRun> all = cacheAndBufferRuns();
        for (const auto &more : {wholeCardRuns(), frameworkRuns()})
            all.insert(all.end(), more.begin(), more.end());
        std::ranges::stable_sort(all, {}, &MeasuredRun::number);
        return all;
    }();
    return runs;
}

std::vector<double> computed(const MeasuredRun &run, const Catalog &catalog, QString *problem)
{
    const auto fail = [problem](const QString &reason) {
        if (problem)
            *problem = reason;
        return std::vector<double>();
    };
    ResolvedDeployment d;
    d.model = catalog.models.find(run.deployment.modelId);
    d.quant = catalog.quantizations.find(run.deployment.quantId);
    d.engine = catalog.engines.find(run.deployment.engineId);
    d.settings = run.deployment;
    LlmModel own;
    if (run.model || (d.model && run.fileMiB > 0)) {
        own = run.model ? run.model(catalog) : *d.model;
        if (run.fileMiB > 0)
            own.ggufBytes[run.deployment.quantId] = bytesFromMiB(run.fileMiB);
        d.model = &own;
    }
    LlmModel draft;
    if (run.draftModel) {
        draft = run.draftModel(catalog);
        d.draftModel = &draft;
        d.draftQuant = d.quant;
    }
    if (!d.model || !d.quant || !d.engine)
        return fail(QStringLiteral("model, quantization or engine is not in the catalogue"));

    Parallelism &wish = d.settings.parallelism;
    const std::size_t devices = run.gpus.size() + (run.unified ? 1 : 0);
    wish.split = devices == 0          ? SplitMode::CpuOnly
                 : wish.tensorWays > 0 ? SplitMode::Tensor
                 : devices == 1        ? SplitMode::Single
                                       : SplitMode::Layer;
    if (wish.hostExpertLayers <= 0)
        wish.offload = Offload::None;
    const MemoryPlan plan = planMemory(machineOf(run, catalog), d);
    if (plan.verdict == FitVerdict::Refused)
        return fail(plan.refusal);
    std::vector<double> values;
    for (const MeasuredFigure &figure : run.figures)
        values.push_back(figure.part == MeasuredPart::File ? toMiB(weightBytes(*d.model, *d.quant))
                                                           : figureOf(figure, plan));
    return values;
}

} // namespace rigwright::test
