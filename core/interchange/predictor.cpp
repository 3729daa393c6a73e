// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/case_machine.h"
#include "core/interchange/cases.h"
#include "core/interchange/split_words.h"
#include "core/interchange/unknown_name.h"
#include "core/memory/planner.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kDefaultPrompt = 512; // llama-bench's defaults: pp512, tg128
constexpr int kDefaultGenerated = 128;
constexpr int kMostTokens = 100'000'000;

QString text(const char *source)
{
    return QCoreApplication::translate("Cases", source);
}

/// Cache types as measurements spell them: "FP8", "auto (BF16)", "Q8_0/F16", "fp8_e4m3".
QString kvTypeFromWords(const QString &words)
{
    const QString lower = words.trimmed().toLower();
    if (lower.isEmpty() || lower.startsWith(QLatin1String("auto")))
        return QStringLiteral("f16");
    return lower;
}

/// What the numbers of layers in a question say about where they are. --n-gpu-layers 99 means "all";
/// --n-cpu-moe counts from the first layer, dense ones too, which have no experts.
void placeLayers(const PredictionCase &question, const LlmModel &model, Parallelism &parallelism)
{
    parallelism.tensorSplit = question.tensorSplit;
    if (question.gpuLayers >= 0 && question.gpuLayers <= model.layers) {
        parallelism.offload = Offload::Layers;
        parallelism.gpuLayers = question.gpuLayers;
    }
    if (question.hostExpertLayers < 0)
        return;
    parallelism.hostExpertLayers = std::max(0, question.hostExpertLayers - model.denseLayers);
    if (parallelism.hostExpertLayers > 0)
        parallelism.offload = Offload::Experts;
    else if (parallelism.offload == Offload::Experts)
        parallelism.offload = Offload::None;
}

} // namespace

class Predictor::Private
{
public:
    Private(const Catalog &rows, bool measurements) : catalog(rows), names(rows), useMeasurements(measurements) {}

    /// The engine that people run such files with.
    const InferenceEngine *usualEngine(const Quantization &quant) const
    {
        switch (quant.family) {
        case QuantFamily::Float:
        case QuantFamily::Gguf: return catalog.engines.find(QStringLiteral("llama.cpp"));
        case QuantFamily::Mlx: return catalog.engines.find(QStringLiteral("mlx"));
        case QuantFamily::Exl2: return catalog.engines.find(QStringLiteral("exllamav2"));
        case QuantFamily::Exl3: return catalog.engines.find(QStringLiteral("exllamav3"));
        default: return catalog.engines.find(QStringLiteral("vllm"));
        }
    }
    const Machine *machineFor(const PredictionCase &question, QString &problem)
    {
        const QString key = question.gpu + u'\n' + question.interconnect + u'\n' + QString::number(question.gpuCount)
                            + u'\n' + QString::number(question.systemMemoryGBs);
        if (const auto it = machines.constFind(key); it != machines.cend())
            return it->get();
        Result<Machine> made = machineFromWords(question.gpu, question.gpuCount, question.interconnect,
                                                question.systemMemoryGBs, catalog, names);
        if (!made) {
            problem = made.error().message;
            return nullptr;
        }
        constexpr qsizetype kMostMachines = 4096; // a file of ever new machines must not grow without end
        if (machines.size() >= kMostMachines)
            machines.clear();
        return machines.insert(key, std::make_shared<const Machine>(std::move(made).value()))->get();
    }
    bool resolveRows(const PredictionCase &question, ResolvedDeployment &deployment, QString &problem) const
    {
        deployment.model = names.model(question.model);
        if (!deployment.model) {
            problem =
                unknownName("No model \"%1\" in the catalogue", question.model, names.nearestModels(question.model))
                    .message;
            return false;
        }
        const QString quant = question.quant.isEmpty() ? QStringLiteral("q4_k_m") : question.quant;
        deployment.quant = names.quantization(quant);
        if (!deployment.quant) {
            problem = unknownName("No quantization \"%1\" in the catalogue", quant, names.nearestQuantizations(quant))
                          .message;
            return false;
        }
        deployment.engine = question.engine.isEmpty() ? usualEngine(*deployment.quant) : names.engine(question.engine);
        if (!deployment.engine) {
            problem =
                unknownName("No engine \"%1\" in the catalogue", question.engine, names.nearestEngines(question.engine))
                    .message;
            return false;
        }
        return true;
    }

    const Catalog &catalog;
    NameIndex names;
    bool useMeasurements;
    QHash<QString, std::shared_ptr<const Machine>> machines;
};

Predictor::Predictor(const Catalog &catalog, bool useMeasurements)
    : d(std::make_unique<Private>(catalog, useMeasurements))
{}

Predictor::~Predictor() = default;

Prediction Predictor::predict(const PredictionCase &question)
{
    Prediction answer;
    ResolvedDeployment &deployment = answer.deployment;
    if (!d->resolveRows(question, deployment, answer.message))
        return answer;
    const Machine *machine = d->machineFor(question, answer.message);
    if (!machine)
        return answer;
    std::optional<Parallelism> parallelism = parallelismFromWords(question.splitMode, int(machine->devices.size()));
    if (!parallelism) {
        answer.message =
            text("Split mode \"%1\" is none of none, layer, row, TPn, PPn, DPn, EPn, DEPn and their combinations, "
                 "moe-cpu-offload, partial-offload, cpu-only")
                .arg(question.splitMode.left(100));
        return answer;
    }
    placeLayers(question, *deployment.model, *parallelism);
    if (machine->devices.empty())
        parallelism->split = SplitMode::CpuOnly;

    const int prompt = question.promptTokens > 0 ? std::min(question.promptTokens, kMostTokens) : kDefaultPrompt;
    const int generated = question.genTokens > 0 ? std::min(question.genTokens, kMostTokens) : kDefaultGenerated;
    const int depth =
        question.contextDepth >= 0 ? std::min(question.contextDepth, kMostTokens) : std::max(0, question.promptTokens);
    // A server's figure for a prompt of N counts those N as its depth; a benchmark's depth comes before.
    const bool depthIsPrompt = depth == prompt;
    Deployment &settings = deployment.settings;
    settings.modelId = deployment.model->id;
    settings.quantId = deployment.quant->id;
    settings.engineId = deployment.engine->id;
    settings.contextTokens =
        question.contextTokens > 0 ? question.contextTokens : depth + generated + (depthIsPrompt ? 0 : prompt);
    settings.concurrency = std::max(1, question.concurrency);
    settings.kvType = kvTypeFromWords(question.kvQuant);
    settings.promptTokens = prompt;
    settings.parallelism = *parallelism;
    settings.engineSettings = question.engineSettings;
    const Planner planner(*machine, deployment, {});
    planner.plan(settings.contextTokens, settings.concurrency, true, answer.plan, true);
    answer.machine = *machine;
    answer.ok = true;
    if (answer.plan.verdict == FitVerdict::Refused) {
        answer.message = answer.plan.refusal;
        return answer;
    }
    OperatingPoint point;
    point.depth = depth;
    point.concurrency = settings.concurrency;
    point.promptTokens = prompt;
    point.generatedTokens = generated;
    point.promptDepth = depthIsPrompt ? 0 : depth;
    point.useMeasurements = d->useMeasurements;
    answer.speed = SpeedPredictor(*machine, deployment, answer.plan, d->catalog, planner.weights()).at(point);
    return answer;
}

} // namespace rigwright
