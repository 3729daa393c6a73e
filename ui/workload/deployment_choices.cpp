// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workload/deployment_choices.h"

#include "core/evaluation/starter_deployment.h"
#include "core/units/format.h"
#include "ui/workload/engine_setting_values.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace rigwright::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Workload)
};

constexpr int kSmallestContext = 2048;
constexpr int kLargestContext = 16 * 1024 * 1024; // above any published model

bool serves(const Quantization &quant, const QString &engineId, const QString &modelId)
{
    return quant.engines.contains(engineId) && (quant.onlyModel.isEmpty() || quant.onlyModel == modelId);
}

Choice quantChoice(const Quantization &quant)
{
    QString detail = Words::tr("%1: %2 bits per weight").arg(quant.name, format::number(quant.bitsPerWeight, 2));
    if (quant.perplexityIncreasePercent >= 0)
        detail += Words::tr(", perplexity +%1 %").arg(format::number(quant.perplexityIncreasePercent, 1));
    return {quant.id, shortName(quant.name), detail};
}

bool sameSpread(const Parallelism &a, const Parallelism &b)
{
    return a.split == b.split && a.tensorWays == b.tensorWays && a.pipelineWays == b.pipelineWays
           && a.offload == b.offload;
}

/// Tensor-parallel ways worth offering: powers of two up to the devices, and all of them.
std::vector<int> waysUpTo(int devices)
{
    std::vector<int> ways;
    for (int way = 2; way <= devices; way *= 2)
        ways.push_back(way);
    if (devices > 1 && (ways.empty() || ways.back() != devices))
        ways.push_back(devices);
    return ways;
}

QString spreadText(const Parallelism &parallelism)
{
    if (parallelism.split == SplitMode::Automatic && parallelism.offload == Offload::Experts)
        return Words::tr("experts in RAM");
    switch (parallelism.split) {
    case SplitMode::Automatic: return Words::tr("auto");
    case SplitMode::Single: return Words::tr("1 GPU");
    case SplitMode::Layer: return Words::tr("layers");
    case SplitMode::Row: return Words::tr("rows");
    case SplitMode::Tensor:
        return parallelism.tensorWays > 0 ? Words::tr("TP %1").arg(parallelism.tensorWays) : Words::tr("TP");
    case SplitMode::Pipeline:
        return parallelism.pipelineWays > 0 ? Words::tr("PP %1").arg(parallelism.pipelineWays) : Words::tr("PP");
    case SplitMode::CpuOnly: return Words::tr("CPU");
    }
    return {};
}

} // namespace

QString shortName(const QString &name)
{
    return name.section(QStringLiteral(" ("), 0, 0);
}

std::vector<Choice> engineChoices(const Catalog &catalog)
{
    std::vector<Choice> choices;
    for (const InferenceEngine &engine : catalog.engines)
        choices.push_back({engine.id, shortName(engine.name), engine.notes});
    return choices;
}

std::vector<Choice> quantizationChoices(const Deployment &deployment, const Catalog &catalog)
{
    std::vector<Choice> choices;
    for (const Quantization &quant : catalog.quantizations)
        if (serves(quant, deployment.engineId, deployment.modelId) || quant.id == deployment.quantId)
            choices.push_back(quantChoice(quant));
    if (!catalog.quantizations.find(deployment.quantId))
        choices.push_back({deployment.quantId, deployment.quantId, Words::tr("not in the catalogue")});
    return choices;
}

std::vector<Choice> kvTypeChoices(const Deployment &deployment, const Catalog &catalog)
{
    std::vector<Choice> choices;
    if (const InferenceEngine *engine = catalog.engines.find(deployment.engineId))
        for (const QString &type : engine->kvTypes)
            choices.push_back({type, type, {}});
    if (std::ranges::find(choices, deployment.kvType, &Choice::id) == choices.end())
        choices.insert(choices.begin(), {deployment.kvType, deployment.kvType, {}});
    return choices;
}

std::vector<int> contextChoices(const Deployment &deployment, const Catalog &catalog)
{
    const LlmModel *model = catalog.models.find(deployment.modelId);
    const int maximum = model && model->maxContext > 0 ? model->maxContext : 131072;
    std::vector<int> choices;
    for (int tokens = kSmallestContext; tokens < maximum; tokens *= 2)
        choices.push_back(tokens);
    choices.push_back(maximum);
    return choices;
}

std::vector<ParallelismChoice> parallelismChoices(const Deployment &deployment, const Catalog &catalog, int devices)
{
    const InferenceEngine *engine = catalog.engines.find(deployment.engineId);
    const LlmModel *model = catalog.models.find(deployment.modelId);
    std::vector<ParallelismChoice> choices{{Words::tr("Automatic"), {}}};
    const auto add = [&](const QString &label, SplitMode split) -> Parallelism & {
        Parallelism value;
        value.split = split;
        choices.push_back({label, value});
        return choices.back().value;
    };
    if (!engine)
        return choices;
    if (devices > 1) {
        add(Words::tr("One GPU"), SplitMode::Single);
        if (engine->layerSplit)
            add(Words::tr("Layers over the GPUs"), SplitMode::Layer);
        if (engine->tensorParallel)
            for (const int ways : waysUpTo(devices))
                add(Words::tr("Tensor parallel %1").arg(ways), SplitMode::Tensor).tensorWays = ways;
        // Pipeline stages are how servers with continuous batching name a layer split.
        if (engine->layerSplit && engine->batching == BatchingKind::Continuous)
            for (const int ways : waysUpTo(devices))
                add(Words::tr("Pipeline parallel %1").arg(ways), SplitMode::Pipeline).pipelineWays = ways;
    }
    if (engine->expertOffload && model && model->isMixtureOfExperts())
        add(Words::tr("Experts in system RAM"), SplitMode::Automatic).offload = Offload::Experts;
    if (engine->cpuOffload || engine->vendors.contains(QLatin1String("CPU")))
        add(Words::tr("CPU only"), SplitMode::CpuOnly);
    return choices;
}

int indexOf(const std::vector<ParallelismChoice> &choices, const Parallelism &parallelism)
{
    const auto it = std::ranges::find_if(
        choices, [&](const ParallelismChoice &choice) { return sameSpread(choice.value, parallelism); });
    return it == choices.end() ? -1 : int(it - choices.begin());
}

Deployment withModel(const Deployment &deployment, const LlmModel &model, const Build &build, const Catalog &catalog)
{
    Deployment result = deployment;
    result.modelId = model.id;
    const Quantization *quant = catalog.quantizations.find(deployment.quantId);
    if (!quant || !serves(*quant, deployment.engineId, model.id)) {
        const Deployment starter = starterDeployment(model, build, catalog);
        result.quantId = starter.quantId;
        result.engineId = starter.engineId;
    }
    if (model.maxContext > 0)
        result.contextTokens = std::min(result.contextTokens, model.maxContext);
    return result;
}

Deployment withEngine(Deployment deployment, const InferenceEngine &engine, const Catalog &catalog)
{
    deployment.engineId = engine.id;
    const Quantization *present = catalog.quantizations.find(deployment.quantId);
    if (!present || !serves(*present, engine.id, deployment.modelId)) {
        const double bits = present ? present->bitsPerWeight : 4;
        const Quantization *nearest = nullptr;
        for (const Quantization &quant : catalog.quantizations)
            if (serves(quant, engine.id, deployment.modelId)
                && (!nearest || std::abs(quant.bitsPerWeight - bits) < std::abs(nearest->bitsPerWeight - bits)))
                nearest = &quant;
        if (nearest)
            deployment.quantId = nearest->id;
    }
    if (!engine.kvTypes.contains(deployment.kvType))
        deployment.kvType = QStringLiteral("f16");
    const Parallelism &parallelism = deployment.parallelism;
    const bool unknown = (parallelism.split == SplitMode::Tensor && !engine.tensorParallel)
                         || (parallelism.split == SplitMode::Layer && !engine.layerSplit)
                         || (parallelism.split == SplitMode::Pipeline && !engine.layerSplit)
                         || (parallelism.offload == Offload::Experts && !engine.expertOffload);
    if (unknown)
        deployment = withParallelism(deployment, {});
    return withSettingsOf(std::move(deployment), engine.id);
}

Deployment withParallelism(Deployment deployment, const Parallelism &choice)
{
    Parallelism &placement = deployment.parallelism;
    placement.split = choice.split;
    placement.tensorWays = choice.tensorWays;
    placement.pipelineWays = choice.pipelineWays;
    placement.offload = choice.offload;
    return deployment;
}

std::optional<int> parseTokens(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*([0-9][0-9\\s,.']*)\\s*([kKmM]?)[a-zA-Z\\s]*$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QString figure = match.captured(1).trimmed();
    const QString unit = match.captured(2).toLower();
    double value = 0;
    bool ok = false;
    if (unit.isEmpty()) {
        figure.remove(QRegularExpression(QStringLiteral("[\\s,.']"))); // groups of thousands
        value = figure.toDouble(&ok);
    } else {
        figure.replace(QLatin1Char(','), QLatin1Char('.'));
        value = figure.toDouble(&ok) * (unit == QLatin1String("k") ? 1024 : 1024 * 1024);
    }
    if (!ok || value < 1 || value > kLargestContext)
        return std::nullopt;
    return int(std::lround(value));
}

QString runSummary(const Deployment &deployment, const Catalog &catalog, const std::vector<DeviceResult> &devices)
{
    const InferenceEngine *engine = catalog.engines.find(deployment.engineId);
    QString text = (engine ? shortName(engine->name) : deployment.engineId) + QStringLiteral(" · ");
    const std::vector<ItemId> &gpus = deployment.parallelism.gpus;
    const auto only = gpus.size() == 1 ? std::ranges::find(devices, gpus.front(), &DeviceResult::item) : devices.end();
    if (only != devices.end())
        text += only->label;
    else
        text += spreadText(deployment.parallelism);
    if (gpus.size() > 1)
        text += QStringLiteral(" · ") + Words::tr("%1 GPUs").arg(gpus.size());
    if (deployment.kvType != QLatin1String("f16"))
        text += QStringLiteral(" · KV ") + deployment.kvType;
    return text;
}

} // namespace rigwright::ui
