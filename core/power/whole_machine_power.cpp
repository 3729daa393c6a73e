// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/power/whole_machine_power.h"

#include <algorithm>

namespace rigwright {

namespace {

/// CPUs, switches, fans and network of a machine at work take at least this share of its
/// nameplate (DGX H100: 2.6 of 10.2 kW; desktop with one card: 0.15 of 0.9 kW).
constexpr double kLeastRest = 0.1;
/// Idle over loaded draw of the same parts: EPYC pair 120/250 W, NVSwitch board 300/600 W.
constexpr double kRestIdleShare = 0.5;
/// A machine that only states its nameplate works at this share of it: DGX H100 8.0 of 10.2 kW,
/// DGX A100 5.0 of 6.5 kW, DGX B200 11.0 of 14.3 kW.
constexpr double kTypicalShare = 0.78;

/// DC power at which these supplies together draw `wall`.
Watts dcAtWall(const Supplies &supplies, Watts wall)
{
    if (supplies.isEmpty())
        return wall;
    const Supply &one = supplies.front();
    const double count = double(supplies.size());
    Watts dc = wall * 0.9;
    for (int step = 0; step < 8; ++step) // converges: the loss changes slowly with the load
        dc = wall - (one.losses.wall(dc / count, one.label) - dc / count) * count;
    return std::max(dc, Watts(0));
}

} // namespace

Watts unifiedWall(const Host &host, const Catalog &catalog, const std::vector<BusyDeployment> &busy, PowerState state)
{
    const UnifiedSystem &system = *host.unified;
    const int count = host.prebuilt ? std::max(1, host.prebuilt->gpuCount) : 1;
    Watts maximum = system.maximum * count;
    if (host.prebuilt && host.prebuilt->maximum.base() > 0)
        maximum = host.prebuilt->maximum;
    if (state == PowerState::Idle)
        return system.idle * count;
    const PhaseFractions fractions = phaseFractionsOf(catalog, QLatin1String("unified"));
    switch (state) {
    case PowerState::Decode: {
        int concurrency = 1;
        for (const BusyDeployment &one : busy)
            concurrency = std::max(concurrency, one.deployment->settings.concurrency);
        return maximum * decodeFraction(fractions, concurrency);
    }
    case PowerState::Prefill: return maximum * fractions.prefill;
    case PowerState::Training: return maximum * fractions.training;
    default: return maximum;
    }
}

Supplies machineSupplies(const Prebuilt &machine, const Item &item)
{
    Supplies supplies;
    const int count = std::max(1, machine.psuCount);
    for (int i = 0; i < count; ++i) {
        Supply supply;
        supply.label = machine.psuWatts.base() > 0 ? machine.psuWatts : machine.maximum / count;
        supply.lowLineWatts = lowLine(machine.minimumVoltage) ? supply.label : Watts(0);
        supply.level = machine.psuRating;
        supply.redundant = !lowLine(machine.minimumVoltage);
        supply.wantedCircuit = item.circuit;
        supplies.push_back(std::move(supply));
    }
    return supplies;
}

MachineRest machineRest(const Prebuilt &machine, const Machine &devices, const Catalog &catalog,
                        const Supplies &supplies)
{
    Watts limits;
    Watts stockPrefill;
    for (const Device &device : devices.devices) {
        if (!device.gpu)
            continue;
        limits += device.gpu->tdp;
        stockPrefill += device.gpu->tdp * phaseFractionsOf(catalog, phaseClassOf(device)).prefill;
    }
    const Watts nameplate = machine.maximum.base() > 0 ? machine.maximum : machine.typical;
    const Watts typical = machine.typical.base() > 0 ? machine.typical : nameplate * kTypicalShare;

    MachineRest rest;
    rest.load = std::max(dcAtWall(supplies, typical) - stockPrefill, nameplate * kLeastRest);
    rest.idle = rest.load * kRestIdleShare;
    rest.sizing = std::max(dcAtWall(supplies, nameplate) - limits, rest.load);
    return rest;
}

} // namespace rigwright
