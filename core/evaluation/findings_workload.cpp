// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the models fit, how they are spread, and what would be better.
#include "core/build/edits.h"
#include "core/evaluation/findings.h"
#include "core/evaluation/space_fix.h"
#include "core/units/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright::findings {

namespace {

const QLatin1String kCompactCache("q8_0"); // about half of f16, quality practically unchanged

QString text(const char *source)
{
    return QCoreApplication::translate("Findings", source);
}

/// One deployment with what the rules ask of it.
struct Subject
{
    const Build &build;
    const Catalog &catalog;
    const Evaluation &evaluation;
    std::size_t index;
    bool fixes;

    const DeploymentResult &result() const { return evaluation.deployments[index]; }
    const Deployment &settings() const { return build.deployments[index]; }
    const MemoryPlan &plan() const { return result().plan; }
    const InferenceEngine *engine() const { return catalog.engines.find(settings().engineId); }
    const LlmModel *model() const { return catalog.models.find(settings().modelId); }
    const Quantization *quant() const { return catalog.quantizations.find(settings().quantId); }

    Finding finding(const char *id, Severity severity, const QString &message) const
    {
        Finding f;
        f.id = QString::fromLatin1(id);
        f.severity = severity;
        f.subject = result().title;
        f.text = message;
        f.deployment = int(index);
        for (const std::size_t device : plan().devices)
            f.items.push_back(evaluation.machine.devices[device].item);
        return f;
    }
    std::optional<Fix> fix(const QString &label, const Deployment &changed) const
    {
        if (!fixes)
            return std::nullopt;
        return Fix{label, edits::deploymentUpdated(build, index, changed)};
    }
    /// Bytes that the deployments before this one take on each device.
    std::vector<Bytes> occupied() const
    {
        std::vector<Bytes> taken(evaluation.machine.devices.size());
        for (std::size_t d = 0; d < index; ++d)
            for (std::size_t i = 0; i < evaluation.deployments[d].plan.devices.size(); ++i)
                taken[evaluation.deployments[d].plan.devices[i]] += evaluation.deployments[d].plan.use[i].total();
        return taken;
    }
};

using Findings = std::vector<Finding>;

std::optional<Fix> fixForSpace(const Subject &s)
{
    if (!s.fixes)
        return std::nullopt;
    const auto smallest = smallestSpaceFix(s.result(), s.evaluation.machine, s.catalog, s.occupied());
    return smallest ? s.fix(smallest->label, smallest->changed) : std::nullopt;
}

void space(const Subject &s, Findings &all)
{
    const MemoryPlan &plan = s.plan();
    switch (plan.verdict) {
    case FitVerdict::Refused:
        all.push_back(s.finding("workload.refused", Severity::Error, text("%1.").arg(plan.refusal)));
        return;
    case FitVerdict::DoesNotFit: {
        QString message =
            plan.margin < Bytes()
                ? text("Does not fit: %1 are missing on the fullest device.").arg(format::gib(Bytes() - plan.margin))
                : text("Does not fit: the part in system RAM needs %1.").arg(format::gib(plan.host.total()));
        if (s.result().longestContext > 0)
            message +=
                u' ' + text("It fits with a context of up to %1.").arg(format::tokens(s.result().longestContext));
        Finding f = s.finding("workload.does-not-fit", Severity::Error, message);
        f.fix = fixForSpace(s);
        all.push_back(std::move(f));
        return;
    }
    case FitVerdict::Tight: {
        Finding f = s.finding("workload.tight", Severity::Warning,
                              text("Fits with only %1 to spare: a display, a longer batch or a newer engine may not.")
                                  .arg(format::gib(plan.margin)));
        f.fix = fixForSpace(s);
        all.push_back(std::move(f));
        return;
    }
    case FitVerdict::Fits: return;
    }
}

void offload(const Subject &s, Findings &all)
{
    const MemoryPlan &plan = s.plan();
    if (plan.split == SplitMode::CpuOnly || (plan.hostLayers == 0 && plan.hostExpertLayers == 0))
        return;
    const QString speed = format::speed(s.result().speed.decode.value);
    const QString message = plan.hostExpertLayers > 0
                                ? text("The experts of %1 layers (%2) stay in system RAM and set the speed: %3.")
                                      .arg(plan.hostExpertLayers)
                                      .arg(format::gib(plan.host.total()), speed)
                                : text("%1 layers (%2) stay in system RAM and set the speed: %3.")
                                      .arg(plan.hostLayers)
                                      .arg(format::gib(plan.host.total()), speed);
    all.push_back(s.finding("workload.offloaded", Severity::Warning, message));
}

void cacheType(const Subject &s, Findings &all)
{
    const MemoryUse sum = s.plan().sum();
    const InferenceEngine *engine = s.engine();
    if (!s.plan().fits() || sum.kvCache.base() * 3 < sum.total().base() || !engine
        || !engine->kvTypes.contains(kCompactCache)
        || kvBytesPerElement(s.settings().kvType) <= kvBytesPerElement(kCompactCache))
        return;
    Deployment changed = s.settings();
    changed.kvType = kCompactCache;
    const double saved = 1 - kvBytesPerElement(kCompactCache) / kvBytesPerElement(s.settings().kvType);
    Finding f = s.finding("workload.kv-type", Severity::Advice,
                          text("The KV cache takes %1. A q8_0 cache saves %2 of it at practically the same quality.")
                              .arg(format::gib(sum.kvCache), format::gib(sum.kvCache * saved)));
    f.fix = s.fix(text("Use a q8_0 KV cache"), changed);
    all.push_back(std::move(f));
}

void betterQuantization(const Subject &s, Findings &all)
{
    const QString &bestId = s.result().bestQuantId;
    const Quantization *best = s.catalog.quantizations.find(bestId);
    const Quantization *now = s.quant();
    if (s.plan().verdict != FitVerdict::Fits || !best || !now || best->bitsPerWeight <= now->bitsPerWeight)
        return;
    constexpr double kEnoughBits = 6.5; // above this the difference to f16 is within noise
    if (now->bitsPerWeight >= kEnoughBits)
        return;
    Deployment changed = s.settings();
    changed.quantId = bestId;
    Finding f =
        s.finding("workload.better-quant", Severity::Advice,
                  text("There is room for %1 instead of %2: better answers, slower by about %3.")
                      .arg(best->name, now->name, format::percent(1 - now->bitsPerWeight / best->bitsPerWeight)));
    f.fix = s.fix(text("Use %1").arg(best->name), changed);
    all.push_back(std::move(f));
}

void targets(const Subject &s, Findings &all)
{
    if (s.plan().verdict == FitVerdict::Refused)
        return;
    const SpeedResult &speed = s.result().speed;
    if (s.settings().targetSpeed && speed.decode.value < *s.settings().targetSpeed)
        all.push_back(s.finding("workload.below-target", Severity::Warning,
                                text("%1 per request at full context; the target is %2.")
                                    .arg(format::speed(speed.decode.value), format::speed(*s.settings().targetSpeed))));
    else if (!s.settings().targetSpeed && speed.tier == SpeedTier::Painful)
        all.push_back(
            s.finding("workload.painful", Severity::Warning,
                      text("%1 at full context is slower than reading aloud (below %2).")
                          .arg(format::speed(speed.decode.value), format::speed(tierFloor(SpeedTier::Usable)))));
    if (s.settings().targetFirstToken && speed.firstToken.value > *s.settings().targetFirstToken)
        all.push_back(
            s.finding("workload.first-token", Severity::Warning,
                      text("The first token of a prompt of %1 comes after %2; the target is %3.")
                          .arg(format::tokens(s.settings().promptTokens), format::duration(speed.firstToken.value),
                               format::duration(*s.settings().targetFirstToken))));
}

void software(const Subject &s, Findings &all)
{
    const InferenceEngine *engine = s.engine();
    const Quantization *quant = s.quant();
    const LlmModel *model = s.model();
    if (model && !model->released)
        all.push_back(
            s.finding("workload.no-such-model", Severity::Warning,
                      text("%1 has never been released; the figures are for its presumed size.").arg(model->name)));
    if (engine && quant && !quant->engines.isEmpty() && !quant->engines.contains(engine->id))
        all.push_back(s.finding("workload.engine-quant", Severity::Error,
                                text("%1 does not run %2.").arg(engine->name, quant->name)));
    if (!engine || engine->vendors.isEmpty())
        return;
    QStringList refused;
    for (const std::size_t index : s.plan().devices) {
        const QString &vendor = s.evaluation.machine.devices[index].vendor;
        if (!vendor.isEmpty() && !engine->vendors.contains(vendor) && !refused.contains(vendor))
            refused.append(vendor);
    }
    if (!refused.isEmpty())
        all.push_back(
            s.finding("workload.engine-vendor", Severity::Error,
                      text("%1 does not run on %2 hardware.").arg(engine->name, refused.join(QLatin1String(", ")))));
}

void cards(const Subject &s, Findings &all)
{
    const MemoryPlan &plan = s.plan();
    if (plan.devices.size() < 2)
        return;
    const std::vector<Device> &devices = s.evaluation.machine.devices;
    const auto byBandwidth = [&](std::size_t a, std::size_t b) { return devices[a].bandwidth < devices[b].bandwidth; };
    const Device &slow = devices[*std::ranges::min_element(plan.devices, byBandwidth)];
    const Device &fast = devices[*std::ranges::max_element(plan.devices, byBandwidth)];
    constexpr double kNotable = 1.2;
    if (plan.split == SplitMode::Tensor && fast.bandwidth / slow.bandwidth > kNotable)
        all.push_back(s.finding(
            "workload.mixed-cards", Severity::Warning,
            text("Tensor parallel over unlike cards runs at the pace of the slowest: %1 (%2) holds back %3 (%4).")
                .arg(slow.name, format::bandwidth(slow.bandwidth), fast.name, format::bandwidth(fast.bandwidth))));
    const bool noPeer = s.evaluation.machine.link(plan.devices[0], plan.devices[1]).kind == InterconnectKind::PcieNoPeer
                        || s.evaluation.machine.link(plan.devices[0], plan.devices[1]).kind == InterconnectKind::Pcie;
    if (plan.split == SplitMode::Tensor && plan.devices.size() == 2 && noPeer && slow.gpu && fast.gpu == slow.gpu
        && slow.gpu->nvlinkPeers > 0)
        all.push_back(s.finding("workload.nvlink", Severity::Advice,
                                text("The two %1 talk over %2. An NVLink bridge (%3) speeds up long prompts most, "
                                     "decoding by a few percent.")
                                    .arg(slow.name, s.evaluation.machine.link(plan.devices[0], plan.devices[1]).name,
                                         format::bandwidth(slow.gpu->nvlinkTotal))));
}

} // namespace

std::vector<Finding> workload(const Build &build, const Catalog &catalog, const Evaluation &so_far, bool fixes)
{
    Findings all;
    for (std::size_t i = 0; i < so_far.deployments.size(); ++i) {
        const Subject s{build, catalog, so_far, i, fixes};
        if (!s.result().known) {
            all.push_back(
                s.finding("workload.unknown", Severity::Error,
                          text("The catalogue does not have the model, quantization or engine of this deployment.")));
            continue;
        }
        software(s, all);
        space(s, all);
        offload(s, all);
        cacheType(s, all);
        betterQuantization(s, all);
        targets(s, all);
        cards(s, all);
    }
    return all;
}

} // namespace rigwright::findings
