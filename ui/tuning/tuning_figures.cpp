// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tuning/tuning_figures.h"

#include "core/memory/fine_tuning_limits.h"
#include "core/units/format.h"
#include "ui/theme/theme.h"
#include "ui/tuning/tuning_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

namespace rigwright::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FineTuningWindow)
};

struct Part
{
    const char *id;
    QString label;
    const Estimate<Bytes> &estimate;
    QColor color;
};

std::vector<Part> partsOf(const FineTuningPlan &plan)
{
    return {{"weights", Words::tr("Weights"), plan.weights, Theme::color(Role::Weights)},
            {"adapters", Words::tr("Adapters"), plan.adapters, Theme::deploymentColor(5)},
            {"gradients", Words::tr("Gradients"), plan.gradients, Theme::color(Role::KvCache)},
            {"optimizer", Words::tr("Optimizer state"), plan.optimizer, Theme::color(Role::Compute)},
            {"activations", Words::tr("Activations"), plan.activations, Theme::deploymentColor(1)},
            {"logits", Words::tr("Logits"), plan.logits, Theme::deploymentColor(4)},
            {"buffers", Words::tr("Buffers"), plan.buffers, Theme::color(Role::Nvlink)},
            {"overhead", Words::tr("Overhead"), plan.overhead, Theme::color(Role::Overhead)}};
}

QString gib(Bytes bytes)
{
    return format::gib(bytes);
}

Bytes memoryOf(const FineTuningPlan &plan)
{
    return plan.total() + plan.margin;
}

/// The sum of the parts, as a figure that explains itself.
Estimate<Bytes> totalOf(const FineTuningPlan &plan)
{
    Estimate<Bytes> total;
    total.basis = Basis::Generic;
    total.trace = {"weights + adapters + gradients + optimizer + activations + logits + buffers + overhead",
                   "B",
                   QT_TRANSLATE_NOOP("Trace", "What one GPU holds at the peak of a step"),
                   {}};
    const auto add = [&total](const char *symbol, const char *label, const Estimate<Bytes> &part) {
        total.value += part.value;
        total.low += part.low;
        total.high += part.high;
        total.trace.inputs.append({symbol, label, double(part.value.base()), "B", {}});
    };
    add("weights", QT_TRANSLATE_NOOP("Trace", "Weights of the model"), plan.weights);
    add("adapters", QT_TRANSLATE_NOOP("Trace", "Adapters"), plan.adapters);
    add("gradients", QT_TRANSLATE_NOOP("Trace", "Gradients"), plan.gradients);
    add("optimizer", QT_TRANSLATE_NOOP("Trace", "Optimizer state"), plan.optimizer);
    add("activations", QT_TRANSLATE_NOOP("Trace", "Activations"), plan.activations);
    add("logits", QT_TRANSLATE_NOOP("Trace", "Output over the vocabulary"), plan.logits);
    add("buffers", QT_TRANSLATE_NOOP("Trace", "Buffers"), plan.buffers);
    add("overhead", QT_TRANSLATE_NOOP("Trace", "Driver, links and what the allocator cannot use"), plan.overhead);
    return total;
}

Figure tokensOfAStep(const TuningResult &result)
{
    const FineTuning &settings = result.job.settings;
    const double tokens = double(settings.sequence) * settings.microBatch * settings.accumulation * result.plan.gpus;
    Trace trace{"sequence*sequences*accumulation*gpus",
                "tok",
                QT_TRANSLATE_NOOP("Trace", "Tokens that one optimizer step learns from"),
                {}};
    trace.inputs = {
        {"sequence", QT_TRANSLATE_NOOP("Trace", "Sequence length"), double(settings.sequence), "tok", {}},
        {"sequences", QT_TRANSLATE_NOOP("Trace", "Micro-batch of one GPU"), double(settings.microBatch), "", {}},
        {"accumulation", QT_TRANSLATE_NOOP("Trace", "Micro-batches per step"), double(settings.accumulation), "", {}},
        {"gpus", QT_TRANSLATE_NOOP("Trace", "GPUs"), double(result.plan.gpus), "", {}}};
    const QString label = Words::tr("Tokens per step");
    Figure figure;
    figure.id = QStringLiteral("stepTokens");
    figure.label = label;
    figure.value = format::number(tokens);
    figure.why = explain(label, exactly(tokens, std::move(trace)), [](double value) { return format::number(value); });
    return figure;
}

Figure trainedParameters(const TuningResult &result)
{
    const double trained = double(result.plan.trainableParameters);
    const double all = double(result.job.model->totalParameters);
    Trace trace{"trained/all", "", QT_TRANSLATE_NOOP("Trace", "Share of the model that is trained"), {}};
    trace.inputs = {{"trained", QT_TRANSLATE_NOOP("Trace", "Parameters that are trained"), trained, "", {}},
                    {"all", QT_TRANSLATE_NOOP("Trace", "Parameters of the model"), all, "", {}}};
    const auto share = [](double value) { return Words::tr("%1 %").arg(format::number(value * 100, 2)); };
    Figure figure;
    figure.id = QStringLiteral("trained");
    figure.label = Words::tr("Trained parameters");
    figure.value =
        tuning_words::countText(result.plan.trainableParameters) + QStringLiteral(" · ") + share(trained / all);
    figure.why = explain(figure.label, exactly(trained / all, std::move(trace)), share);
    return figure;
}

/// What fits at most, explained by what it would fill.
Figure limitFigure(const char *id, const QString &label, const QString &value, int limit, const FineTuningPlan &plan)
{
    Figure figure;
    figure.id = QLatin1String(id);
    figure.label = label;
    figure.value = limit > 0 ? value : Words::tr("none fits");
    figure.tone = limit > 0 ? Tone::Neutral : Tone::Bad;
    figure.detail = Words::tr("With everything else as it is set");
    const Estimate<Bytes> total = totalOf(plan);
    figure.why = explain(Words::tr("%1: %2").arg(label, figure.value), total,
                         [&](Bytes bytes) { return Words::tr("%1 of %2").arg(gib(bytes), gib(memoryOf(plan))); });
    return figure;
}

} // namespace

TuningResult tuningResult(const Machine &machine, const FineTuningJob &job)
{
    TuningResult result;
    result.job = job;
    result.plan = planFineTuning(machine, job);
    if (!result.plan.refusal.isEmpty())
        return result;
    const QString name = machine.devices.front().name;
    const bool alike = std::ranges::all_of(machine.devices, [&](const Device &device) { return device.name == name; });
    result.machine = machine.devices.size() == 1 ? name
                     : alike                     ? QStringLiteral("%1 × %2").arg(machine.devices.size()).arg(name)
                                                 : Words::tr("%1 GPUs").arg(machine.devices.size());
    const auto planWith = [&](int FineTuning::*setting, int limit) {
        FineTuningJob limited = job;
        limited.settings.*setting = std::max(1, limit);
        return planFineTuning(machine, limited);
    };
    result.longestSequence = longestSequence(machine, job);
    result.longest = planWith(&FineTuning::sequence, result.longestSequence);
    result.largestMicroBatch = largestMicroBatch(machine, job);
    result.largest = planWith(&FineTuning::microBatch, result.largestMicroBatch);
    return result;
}

TuningVerdict tuningVerdict(const TuningResult &result)
{
    const FineTuningPlan &plan = result.plan;
    TuningVerdict verdict;
    switch (plan.verdict) {
    case FitVerdict::Refused:
        verdict.headline = Words::tr("No plan");
        verdict.subject = plan.refusal;
        return verdict;
    case FitVerdict::Fits:
        verdict.headline = Words::tr("Fits · %1 free").arg(gib(plan.margin));
        verdict.tone = Tone::Good;
        break;
    case FitVerdict::Tight:
        verdict.headline = Words::tr("Tight · %1 free").arg(gib(plan.margin));
        verdict.tone = Tone::Warn;
        break;
    case FitVerdict::DoesNotFit:
        verdict.headline = plan.margin < Bytes()
                               ? Words::tr("Does not fit · %1 missing").arg(gib(Bytes() - plan.margin))
                               : Words::tr("Does not fit in system RAM");
        verdict.tone = Tone::Bad;
        break;
    }
    const FineTuning &settings = result.job.settings;
    QString method;
    for (const auto &named : tuning_words::methods())
        if (named.value == settings.method)
            method = named.label;
    if (settings.method != TuningMethod::Full)
        method += Words::tr(", rank %1").arg(settings.rank);
    verdict.subject =
        QStringList{result.job.model->name, method,
                    Words::tr("%1 tokens × %2").arg(format::number(settings.sequence)).arg(settings.microBatch),
                    result.machine}
            .join(QStringLiteral(" · "));
    verdict.peak = tuning_words::peakText(plan.peak);
    return verdict;
}

std::vector<Figure> memoryFigures(const FineTuningPlan &plan)
{
    std::vector<Figure> figures;
    const Bytes memory = std::max(memoryOf(plan), plan.total());
    for (const Part &part : partsOf(plan)) {
        if (part.estimate.value <= Bytes())
            continue; // what this method does not have
        Figure figure;
        figure.id = QLatin1String(part.id);
        figure.label = part.label;
        figure.value = gib(part.estimate.value);
        figure.share = part.estimate.value / memory;
        figure.color = part.color;
        figure.why = explain(part.label, part.estimate, gib);
        figures.push_back(std::move(figure));
    }
    Figure total;
    total.id = QStringLiteral("total");
    total.label = Words::tr("In all");
    total.value = gib(plan.total());
    total.tone = plan.margin < Bytes() ? Tone::Bad : Tone::Neutral;
    total.why = explain(Words::tr("Memory of a GPU at its peak"), totalOf(plan), gib);
    figures.push_back(std::move(total));
    return figures;
}

MemoryStackView memoryStack(const FineTuningPlan &plan)
{
    MemoryStackView view;
    const Bytes memory = memoryOf(plan);
    const Bytes end = std::max(memory, plan.total());
    for (const Part &part : partsOf(plan)) {
        view.segments.push_back({part.estimate.value / end, part.color});
        view.names.push_back(Words::tr("%1: %2").arg(part.label, gib(part.estimate.value)));
    }
    if (plan.total() > memory)
        view.limit = memory / end;
    view.title = Words::tr("%1 of %2").arg(gib(plan.total()), gib(memory));
    return view;
}

std::vector<Figure> runFigures(const TuningResult &result)
{
    std::vector<Figure> figures{limitFigure("longestSequence", Words::tr("Longest sequence"),
                                            Words::tr("%1 tokens").arg(format::number(result.longestSequence)),
                                            result.longestSequence, result.longest),
                                limitFigure("largestMicroBatch", Words::tr("Largest micro-batch"),
                                            format::number(result.largestMicroBatch), result.largestMicroBatch,
                                            result.largest),
                                tokensOfAStep(result), trainedParameters(result)};
    if (result.plan.host > Bytes()) {
        Trace trace{"offloaded", "B", QT_TRANSLATE_NOOP("Trace", "What waits in system RAM, of all GPUs together"), {}};
        trace.inputs = {{"offloaded",
                         QT_TRANSLATE_NOOP("Trace", "Offloaded state, optimizer pages and checkpoints"),
                         double(result.plan.host.base()),
                         "B",
                         {}}};
        Figure host;
        host.id = QStringLiteral("host");
        host.label = Words::tr("System RAM");
        host.value = gib(result.plan.host);
        host.why = explain(host.label, exactly(result.plan.host, std::move(trace)), gib);
        figures.push_back(std::move(host));
    }
    return figures;
}

} // namespace rigwright::ui
