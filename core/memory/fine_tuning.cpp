// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/fine_tuning.h"

#include "core/memory/fine_tuning_parts.h"

#include <QCoreApplication>

#include <limits>

namespace rigwright {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("FineTuning", source);
}

QString refusalOf(const Machine &machine, const FineTuningJob &job)
{
    const FineTuning &settings = job.settings;
    if (machine.devices.empty())
        return text(QT_TRANSLATE_NOOP("FineTuning", "Training needs a GPU"));
    if (settings.method == TuningMethod::QLora && !job.base)
        return text(QT_TRANSLATE_NOOP("FineTuning", "QLoRA needs a format for the frozen weights"));
    if (settings.method != TuningMethod::Full && (settings.rank < 1 || !settings.targets))
        return text(QT_TRANSLATE_NOOP("FineTuning", "LoRA needs a rank and at least one target"));
    if (settings.stepInBackward && settings.accumulation > 1)
        return text(QT_TRANSLATE_NOOP("FineTuning",
                                      "An optimizer step within the backward pass leaves no gradients to accumulate"));
    const bool sharded = settings.sharding == Sharding::Zero3 || settings.sharding == Sharding::Fsdp;
    if (settings.offloadState && !sharded)
        return text(
            QT_TRANSLATE_NOOP("FineTuning", "Only ZeRO-3 and FSDP keep weights, gradients and optimizer in RAM"));
    return {};
}

void fillAt(TrainingPeak peak, const TrainingSizes &sizes, FineTuningPlan &plan)
{
    plan.peak = peak;
    plan.gradients = gradientsPart(sizes, peak);
    plan.activations = activationsPart(sizes, peak);
    plan.logits = logitsPart(sizes, peak);
}

} // namespace

FineTuningPlan planFineTuning(const Machine &machine, const FineTuningJob &job)
{
    FineTuningPlan plan;
    plan.refusal = refusalOf(machine, job);
    if (!plan.refusal.isEmpty())
        return plan;
    plan.gpus = int(machine.devices.size());
    const TrainingSizes sizes = trainingSizes(job, plan.gpus);
    plan.trainableParameters = qint64(sizes.trainable);
    plan.weights = weightsPart(sizes);
    plan.adapters = adaptersPart(sizes);
    plan.optimizer = optimizerPart(sizes);
    plan.buffers = buffersPart(sizes);

    // Gradients come as activations go, so their largest sizes are not added.
    fillAt(TrainingPeak::Loss, sizes, plan);
    for (const TrainingPeak peak : {TrainingPeak::LastLayer, TrainingPeak::FirstLayer}) {
        FineTuningPlan other = plan;
        fillAt(peak, sizes, other);
        if (other.allocated() > plan.allocated())
            plan = other;
    }

    plan.host = Bytes(qint64(hostBytes(sizes)));
    plan.verdict = machine.host.memory < plan.host ? FitVerdict::DoesNotFit : FitVerdict::Fits;
    plan.margin = Bytes(std::numeric_limits<qint64>::max());
    for (const Device &device : machine.devices) {
        const Estimate<Bytes> overhead = overheadPart(sizes, device, plan.allocated());
        const Bytes margin = device.memory - plan.allocated() - overhead.value;
        plan.verdict = std::max(plan.verdict, verdictFor(double(margin.base()), double(device.memory.base())));
        if (margin < plan.margin) {
            plan.margin = margin;
            plan.overhead = overhead;
        }
    }
    return plan;
}

} // namespace rigwright
