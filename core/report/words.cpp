// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/words.h"

#include "core/units/format.h"

#include <QCoreApplication>

#include <cmath>

namespace rigwright {

namespace {
QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("Words", text, nullptr, n);
}
} // namespace

namespace words {

QString tier(SpeedTier tier)
{
    switch (tier) {
    case SpeedTier::Painful: return tr("Painful");
    case SpeedTier::Usable: return tr("Usable");
    case SpeedTier::Comfortable: return tr("Comfortable");
    case SpeedTier::Fast: return tr("Fast");
    case SpeedTier::Instant: return tr("Instant");
    }
    return {};
}

QString basis(Basis basis, int measurements)
{
    switch (basis) {
    case Basis::Exact: return tr("exact");
    case Basis::Measured: return tr("measured");
    case Basis::Calibrated:
        return measurements == 1 ? tr("calibrated on 1 measurement")
                                 : tr("calibrated on %1 measurements").arg(measurements);
    case Basis::Generic: return tr("generic model");
    }
    return {};
}

QString severity(Severity severity)
{
    switch (severity) {
    case Severity::Advice: return tr("Advice");
    case Severity::Warning: return tr("Warning");
    case Severity::Error: return tr("Error");
    }
    return {};
}

QString state(PowerState state)
{
    switch (state) {
    case PowerState::Idle: return tr("Idle, model loaded");
    case PowerState::Decode: return tr("Decoding");
    case PowerState::Prefill: return tr("Prefill");
    case PowerState::Training: return tr("Training");
    case PowerState::Sizing: return tr("Everything at its limit");
    }
    return {};
}

QString split(const MemoryPlan &plan)
{
    const int devices = int(plan.devices.size());
    QString text;
    switch (plan.split) {
    case SplitMode::Automatic:
    case SplitMode::Single: text = tr("one GPU"); break;
    case SplitMode::Layer: text = tr("layers over %1 GPUs").arg(devices); break;
    case SplitMode::Row: text = tr("rows over %1 GPUs").arg(devices); break;
    case SplitMode::Tensor: text = tr("tensor parallel %1").arg(plan.tensorWays); break;
    case SplitMode::Pipeline: text = tr("pipeline parallel %1").arg(plan.pipelineWays); break;
    case SplitMode::CpuOnly: text = tr("CPU only"); break;
    }
    if (plan.split == SplitMode::Tensor && plan.pipelineWays > 1)
        text += tr(" × pipeline %1").arg(plan.pipelineWays);
    if (plan.replicas > 1)
        text += tr(" × %1 copies").arg(plan.replicas);
    if (plan.hostLayers > 0)
        text += tr(", %1 layers in system RAM").arg(plan.hostLayers);
    if (plan.hostExpertLayers > 0)
        text += tr(", experts of %1 layers in system RAM").arg(plan.hostExpertLayers);
    return text;
}

QString role(PartKind kind)
{
    switch (kind) {
    case PartKind::Gpu: return tr("Graphics cards");
    case PartKind::UnifiedSystem:
    case PartKind::Prebuilt: return tr("Machine");
    case PartKind::Cpu: return tr("Processor");
    case PartKind::Motherboard: return tr("Motherboard");
    case PartKind::PowerSupply: return tr("Power supplies");
    case PartKind::Enclosure: return tr("Enclosure");
    case PartKind::MemoryKit: return tr("System memory");
    case PartKind::Drive: return tr("Drives");
    case PartKind::NvlinkBridge: return tr("NVLink bridges");
    case PartKind::Fan: return tr("Fans");
    case PartKind::Extra: return tr("Extras");
    }
    return {};
}

QString link(const PcieLink &link)
{
    if (link.generation == 0)
        return {};
    return QStringLiteral("PCIe %1.0 ×%2").arg(link.generation).arg(link.lanes);
}

QString band(double value, double low, double high)
{
    if (value <= 0 || high <= low)
        return {};
    return QStringLiteral("±") + format::percent((high - low) / 2 / value);
}

} // namespace words

namespace keys {

QString tier(SpeedTier tier)
{
    switch (tier) {
    case SpeedTier::Painful: return QStringLiteral("Painful");
    case SpeedTier::Usable: return QStringLiteral("Usable");
    case SpeedTier::Comfortable: return QStringLiteral("Comfortable");
    case SpeedTier::Fast: return QStringLiteral("Fast");
    case SpeedTier::Instant: return QStringLiteral("Instant");
    }
    return {};
}

QString basis(Basis basis)
{
    switch (basis) {
    case Basis::Exact: return QStringLiteral("exact");
    case Basis::Measured: return QStringLiteral("measured");
    case Basis::Calibrated: return QStringLiteral("calibrated");
    case Basis::Generic: return QStringLiteral("generic");
    }
    return {};
}

QString severity(Severity severity)
{
    switch (severity) {
    case Severity::Advice: return QStringLiteral("advice");
    case Severity::Warning: return QStringLiteral("warning");
    case Severity::Error: return QStringLiteral("error");
    }
    return {};
}

QString state(PowerState state)
{
    switch (state) {
    case PowerState::Idle: return QStringLiteral("idle");
    case PowerState::Decode: return QStringLiteral("decode");
    case PowerState::Prefill: return QStringLiteral("prefill");
    case PowerState::Training: return QStringLiteral("training");
    case PowerState::Sizing: return QStringLiteral("sizing");
    }
    return {};
}

QString verdict(FitVerdict verdict)
{
    switch (verdict) {
    case FitVerdict::Fits: return QStringLiteral("fits");
    case FitVerdict::Tight: return QStringLiteral("tight");
    case FitVerdict::DoesNotFit: return QStringLiteral("does-not-fit");
    case FitVerdict::Refused: return QStringLiteral("refused");
    }
    return {};
}

QString split(SplitMode split)
{
    switch (split) {
    case SplitMode::Automatic: return QStringLiteral("automatic");
    case SplitMode::Single: return QStringLiteral("single");
    case SplitMode::Layer: return QStringLiteral("layer");
    case SplitMode::Row: return QStringLiteral("row");
    case SplitMode::Tensor: return QStringLiteral("tensor");
    case SplitMode::Pipeline: return QStringLiteral("pipeline");
    case SplitMode::CpuOnly: return QStringLiteral("cpu-only");
    }
    return {};
}

QString kind(PartKind kind)
{
    switch (kind) {
    case PartKind::Gpu: return QStringLiteral("gpu");
    case PartKind::UnifiedSystem: return QStringLiteral("unified-system");
    case PartKind::Prebuilt: return QStringLiteral("prebuilt");
    case PartKind::Cpu: return QStringLiteral("cpu");
    case PartKind::Motherboard: return QStringLiteral("motherboard");
    case PartKind::PowerSupply: return QStringLiteral("power-supply");
    case PartKind::Enclosure: return QStringLiteral("enclosure");
    case PartKind::MemoryKit: return QStringLiteral("memory-kit");
    case PartKind::Drive: return QStringLiteral("drive");
    case PartKind::NvlinkBridge: return QStringLiteral("nvlink-bridge");
    case PartKind::Fan: return QStringLiteral("fan");
    case PartKind::Extra: return QStringLiteral("extra");
    }
    return {};
}

} // namespace keys

} // namespace rigwright
