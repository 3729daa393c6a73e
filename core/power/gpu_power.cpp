// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/power/gpu_power.h"

#include <algorithm>

namespace rigwright {

namespace {

/// Between the 350 W and the 450 W cards of the phase measurements.
constexpr Watts kLargeCard{400};
constexpr int kSmallBatch = 16; ///< the last number of requests that counts as a small batch
/// Tensor-parallel cards idle while they exchange partial sums (assumption).
constexpr double kAllReduceWait = 0.9;

/// Share of the model's weights that a token needs of those in system RAM: experts are touched sparsely.
double activeShareOnHost(const BusyDeployment &one)
{
    const LlmModel &model = *one.deployment->model;
    if (one.plan->hostExpertLayers == 0 || model.classes.experts <= 0)
        return 1;
    const double outside = double(model.totalParameters - model.classes.experts);
    return std::clamp((double(model.activeParameters) - outside) / double(model.classes.experts), 0.0, 1.0);
}

/// Share of one decode step spent on the CPU: bytes over bandwidth on either side.
double hostShareOf(const Machine &machine, const BusyDeployment &one)
{
    const MemoryPlan &plan = *one.plan;
    if (plan.devices.empty())
        return 1;
    if (plan.host.weights.base() <= 0 || machine.host.bandwidth.base() <= 0)
        return 0;
    double cards = 0;
    for (std::size_t i = 0; i < plan.devices.size(); ++i) {
        const double time = (plan.use[i].weights / machine.devices[plan.devices[i]].bandwidth).base();
        cards = plan.split == SplitMode::Tensor ? std::max(cards, time) : cards + time;
    }
    const double host = (plan.host.weights / machine.host.bandwidth).base() * activeShareOnHost(one);
    return host / (host + cards);
}

/// Share of a decode step in which each card works.
double workShare(const Machine &machine, const BusyDeployment &one)
{
    const MemoryPlan &plan = *one.plan;
    const int perReplica = std::max(1, int(plan.devices.size()) / std::max(1, plan.replicas));
    double share = 1 - hostShareOf(machine, one);
    switch (plan.split) {
    case SplitMode::Layer: return share / perReplica;
    case SplitMode::Pipeline:
        return share * std::min(1.0, double(one.deployment->settings.concurrency) / std::max(1, plan.pipelineWays));
    case SplitMode::Tensor:
    case SplitMode::Row: return share * (perReplica > 1 ? kAllReduceWait : 1);
    default: return share;
    }
}

double fractionOf(const PhaseFractions &fractions, PowerState state, int concurrency)
{
    switch (state) {
    case PowerState::Decode: return decodeFraction(fractions, concurrency);
    case PowerState::Prefill: return fractions.prefill;
    case PowerState::Training: return fractions.training;
    default: return 1;
    }
}

double wattsAt(const Device &device, double fraction, double share)
{
    const double idle = device.gpu->idle.base();
    const double busy = std::min(powerLimitOf(device).base(), fraction * device.gpu->tdp.base());
    return idle + std::max(0.0, busy - idle) * share;
}

} // namespace

Watts powerLimitOf(const Device &device)
{
    return device.gpu ? device.gpu->tdp * device.powerLimit : Watts(0);
}

QLatin1String phaseClassOf(const Device &device)
{
    if (device.unified)
        return QLatin1String("unified");
    if (device.gpu->memoryType.startsWith(QLatin1String("HBM")))
        return QLatin1String("hbm");
    return device.gpu->tdp >= kLargeCard ? QLatin1String("gddr-large") : QLatin1String("gddr-small");
}

PhaseFractions phaseFractionsOf(const Catalog &catalog, QLatin1String deviceClass)
{
    for (const PhaseFractions &row : catalog.phaseFractions)
        if (row.deviceClass == deviceClass)
            return row;
    PhaseFractions full;
    full.deviceClass = deviceClass;
    full.decodeSingle = full.decodeSmallBatch = full.decodeLargeBatch = full.prefill = full.training = 1;
    return full;
}

double decodeFraction(const PhaseFractions &fractions, int concurrency)
{
    if (concurrency <= 1)
        return fractions.decodeSingle;
    return concurrency <= kSmallBatch ? fractions.decodeSmallBatch : fractions.decodeLargeBatch;
}

DeviceWatts gpuWatts(const Machine &machine, const Catalog &catalog, const std::vector<BusyDeployment> &busy,
                     PowerState state)
{
    DeviceWatts watts;
    watts.resize(qsizetype(machine.devices.size()));
    PhaseFractions fractions;
    const Gpu *fractionsFor = nullptr;
    const auto fractionsOf = [&](const Device &device) -> const PhaseFractions & {
        if (device.gpu != fractionsFor) {
            fractions = phaseFractionsOf(catalog, phaseClassOf(device));
            fractionsFor = device.gpu;
        }
        return fractions;
    };

    bool working = false;
    for (std::size_t i = 0; i < machine.devices.size(); ++i)
        watts[qsizetype(i)] = machine.devices[i].gpu ? machine.devices[i].gpu->idle.base() : 0;
    if (state == PowerState::Idle)
        return watts;
    if (state != PowerState::Sizing) {
        for (const BusyDeployment &one : busy) {
            if (one.plan->verdict == FitVerdict::Refused)
                continue;
            working = true;
            const double share = state == PowerState::Decode ? workShare(machine, one) : 1;
            for (const std::size_t index : one.plan->devices) {
                const Device &device = machine.devices[index];
                if (!device.gpu)
                    continue;
                const double fraction = fractionOf(fractionsOf(device), state, one.deployment->settings.concurrency);
                watts[qsizetype(index)] = std::max(watts[qsizetype(index)], wattsAt(device, fraction, share));
            }
        }
    }
    if (working)
        return watts;
    for (std::size_t i = 0; i < machine.devices.size(); ++i) {
        const Device &device = machine.devices[i];
        if (device.gpu)
            watts[qsizetype(i)] = state == PowerState::Sizing
                                      ? powerLimitOf(device).base()
                                      : wattsAt(device, fractionOf(fractionsOf(device), state, 1), 1);
    }
    return watts;
}

double cpuShare(const Machine &machine, const std::vector<BusyDeployment> &busy)
{
    double share = 0;
    for (const BusyDeployment &one : busy)
        if (one.plan->verdict != FitVerdict::Refused)
            share = std::max(share, hostShareOf(machine, one));
    return share;
}

} // namespace rigwright
