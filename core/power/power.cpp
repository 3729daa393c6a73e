// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/power/power.h"

#include "core/compatibility/host.h"
#include "core/power/heat.h"
#include "core/power/platform_draw.h"
#include "core/power/supplies.h"
#include "core/power/traces.h"
#include "core/power/whole_machine_power.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace rigwright {

namespace {

/// Estimates against six measured boxes stay within this. Source: docs/power.md.
constexpr double kBand = 0.10;

Estimate<Watts> banded(Watts value, Trace trace)
{
    return {value, value * (1 - kBand), value * (1 + kBand), Basis::Generic, 0, std::move(trace)};
}

/// What evaluatePower() works on.
struct Rig
{
    const Build &build;
    const Catalog &catalog;
    const Machine &machine;
    const std::vector<BusyDeployment> &busy;
    Host host;
    QVarLengthArray<SiteLine, 4> lines;
    Supplies supplies;
    QVarLengthArray<int, 16> feeds; ///< per device: its supply
    std::array<DeviceWatts, kPowerStates.size()> cards;
    bool sharedSupplies = false; ///< a whole machine's supplies carry equal parts
};

Trace dcTrace(const StatePower &state)
{
    Trace trace{"gpu + cpu + board + memory + drives + fans + other",
                "W",
                QT_TRANSLATE_NOOP("Trace", "DC power is the sum of the parts"),
                {}};
    trace.inputs = {traceInput("gpu", QT_TRANSLATE_NOOP("Trace", "GPUs"), state.gpu.base(), "W"),
                    traceInput("cpu", QT_TRANSLATE_NOOP("Trace", "CPU"), state.cpu.base(), "W"),
                    traceInput("board", QT_TRANSLATE_NOOP("Trace", "Motherboard or machine"), state.board.base(), "W"),
                    traceInput("memory", QT_TRANSLATE_NOOP("Trace", "Memory modules"), state.memory.base(), "W"),
                    traceInput("drives", QT_TRANSLATE_NOOP("Trace", "Drives"), state.drives.base(), "W"),
                    traceInput("fans", QT_TRANSLATE_NOOP("Trace", "Fans"), state.fans.base(), "W"),
                    traceInput("other", QT_TRANSLATE_NOOP("Trace", "Pump, USB, extras"), state.other.base(), "W")};
    return trace;
}

Trace wallTrace(Watts dc, Watts wall, const QString &source)
{
    Trace trace{"dc + loss",
                "W",
                QT_TRANSLATE_NOOP("Trace", "Supplies lose L(x) = a + b x + c x² of their rating at load x"),
                {}};
    trace.inputs = {traceInput("dc", QT_TRANSLATE_NOOP("Trace", "DC power of all parts"), dc.base(), "W"),
                    traceInput("loss", QT_TRANSLATE_NOOP("Trace", "Loss in the power supplies at this load"),
                               (wall - dc).base(), "W", source)};
    return trace;
}

Watts sumOf(const DeviceWatts &watts)
{
    return Watts(std::accumulate(watts.begin(), watts.end(), 0.0));
}

Watts partsSum(const StatePower &state)
{
    return state.gpu + state.cpu + state.board + state.memory + state.drives + state.fans + state.other;
}

/// DC load of one supply in a state.
Watts supplyLoad(const Rig &rig, const StatePower &state, int supply)
{
    if (rig.sharedSupplies)
        return state.dc.value / double(rig.supplies.size());
    Watts load = supply == 0 ? state.dc.value - state.gpu : Watts(0);
    const DeviceWatts &watts = rig.cards[std::size_t(state.state)];
    for (qsizetype i = 0; i < watts.size(); ++i)
        if (rig.feeds[i] == supply)
            load += Watts(watts[i]);
    return load;
}

Watts supplyWall(const Rig &rig, const StatePower &state, int supply)
{
    const Supply &one = rig.supplies[supply];
    return one.losses.wall(supplyLoad(rig, state, supply), one.label);
}

/// Sums the parts, then what the wall gives for them.
void close(const Rig &rig, StatePower &state)
{
    const Watts dc = partsSum(state);
    state.dc = banded(dc, dcTrace(state));
    Watts wall;
    for (int i = 0; i < int(rig.supplies.size()); ++i)
        wall += supplyWall(rig, state, i);
    if (rig.supplies.isEmpty())
        wall = dc / LossModel().efficiencyAt(0.5);
    const EfficiencyCurve *curve = rig.supplies.isEmpty() ? nullptr : rig.supplies.front().curve;
    state.wall = banded(wall, wallTrace(dc, wall, curve ? curve->source : QString()));
}

void selfBuilt(Rig &rig, PowerResult &result)
{
    const PlatformDraw draw = platformDraw(rig.build, rig.catalog, rig.host);
    const double share = cpuShare(rig.machine, rig.busy);
    for (const PowerState name : kPowerStates) {
        StatePower &state = result.states[std::size_t(name)];
        rig.cards[std::size_t(name)] = gpuWatts(rig.machine, rig.catalog, rig.busy, name);
        state.state = name;
        state.gpu = sumOf(rig.cards[std::size_t(name)]);
        state.cpu = draw.cpuIn(name, share);
        state.board = draw.board.of(name);
        state.memory = draw.memory.of(name);
        state.drives = draw.drives.of(name);
        state.fans = draw.fans.of(name);
        state.other = draw.other.of(name);
    }
    const StatePower &sizing = result.of(PowerState::Sizing);
    rig.supplies = suppliesOf(rig.build, rig.catalog);
    rig.feeds = assignCards(rig.supplies, rig.build, rig.machine, rig.cards[std::size_t(PowerState::Sizing)],
                            partsSum(sizing) - sizing.gpu);
    assignCircuits(rig.supplies, rig.lines, rig.catalog);
    for (StatePower &state : result.states)
        close(rig, state);
}

void prebuilt(Rig &rig, PowerResult &result)
{
    const Prebuilt &machine = *rig.host.prebuilt;
    rig.sharedSupplies = true;
    rig.supplies = machineSupplies(machine, *rig.host.machineItem);
    for (Supply &supply : rig.supplies)
        supply.sizing = machine.maximum / double(rig.supplies.size());
    assignCircuits(rig.supplies, rig.lines, rig.catalog);
    const MachineRest rest = machineRest(machine, rig.machine, rig.catalog, rig.supplies);
    for (const PowerState name : kPowerStates) {
        StatePower &state = result.states[std::size_t(name)];
        rig.cards[std::size_t(name)] = gpuWatts(rig.machine, rig.catalog, rig.busy, name);
        state.state = name;
        state.gpu = sumOf(rig.cards[std::size_t(name)]);
        state.board = rest.of(name);
        close(rig, state);
    }
}

/// Measured at the wall as a whole: no supply of its own is known.
void unified(Rig &rig, PowerResult &result)
{
    rig.sharedSupplies = true;
    Supply supply;
    supply.wantedCircuit = rig.host.machineItem->circuit;
    supply.label = unifiedWall(rig.host, rig.catalog, rig.busy, PowerState::Sizing);
    supply.lowLineWatts = supply.label;
    supply.sizing = supply.label;
    rig.supplies.push_back(supply);
    assignCircuits(rig.supplies, rig.lines, rig.catalog);
    for (const PowerState name : kPowerStates) {
        StatePower &state = result.states[std::size_t(name)];
        state.state = name;
        state.gpu = unifiedWall(rig.host, rig.catalog, rig.busy, name);
        state.dc = banded(state.gpu, dcTrace(state));
        state.wall = banded(state.gpu, wallTrace(state.gpu, state.gpu, rig.host.unified->info.source));
    }
}

void countPlugs(PsuLoad &load, const Gpu &gpu, Watts limit)
{
    constexpr Watts slot{75};
    constexpr Watts eightPin{150};
    for (const PowerPlugCount &plug : gpu.powerPlugs) {
        switch (plug.plug) {
        case PowerPlug::SixPin:
        case PowerPlug::EightPin: load.eightPinNeeded += plug.count; break;
        case PowerPlug::EightPinEps: load.eightPinNeeded += 2 * plug.count; break; // 2x 8-pin to EPS adapter
        case PowerPlug::TwelvePin: // adapter that comes with the card: one 8-pin per 150 W over the slot's 75
            load.eightPinNeeded += std::max(1, int(std::ceil((limit - slot) / eightPin))) * plug.count;
            break;
        case PowerPlug::SixteenPin: load.sixteenPinNeeded += plug.count; break;
        }
    }
}

PsuLoad loadOf(const Rig &rig, const PowerResult &result, int index)
{
    const Supply &supply = rig.supplies[index];
    PsuLoad load;
    load.item = supply.item ? supply.item->id : ItemId{};
    load.load = rig.host.closed() ? supply.sizing : supplyLoad(rig, result.of(PowerState::Sizing), index);
    load.wall = rig.host.closed() ? supply.sizing : supply.losses.wall(load.load, supply.label);
    load.rating = supply.rating;
    load.label = supply.label;
    load.efficiency = load.wall.base() > 0 ? load.load / load.wall : 0;
    load.circuit = supply.circuit;
    if (supply.row) {
        load.name = supply.row->info.name;
        load.eightPinPresent = supply.row->eightPin;
        load.sixteenPinPresent = supply.row->sixteenPin;
        for (qsizetype i = 0; i < rig.feeds.size(); ++i) {
            const Device &device = rig.machine.devices[std::size_t(i)];
            if (rig.feeds[i] != index || !device.gpu)
                continue;
            load.feeds.push_back(device.item);
            countPlugs(load, *device.gpu, device.gpu->tdp);
        }
    } else {
        load.name = rig.supplies.size() == 1
                        ? QCoreApplication::translate("Power", "Built-in supply")
                        : QCoreApplication::translate("Power", "Supply %1 of %2")
                              .arg(QString::number(index + 1), QString::number(rig.supplies.size()));
    }
    return load;
}

Watts mixOf(const Site &site, Watts prefill, Watts decode)
{
    return prefill * site.prefillShare + decode * (1 - site.prefillShare);
}

CircuitLoad circuitOf(const Rig &rig, const PowerResult &result, int index)
{
    const SiteLine &line = rig.lines[index];
    CircuitLoad load;
    load.index = index;
    load.label = line.site->label;
    if (load.label.isEmpty()) {
        load.label = QCoreApplication::translate("Power", "Circuit ") + QString::number(index + 1);
        if (line.circuit)
            load.label += QStringLiteral(" · ") + QString::number(line.voltage().base()) + QStringLiteral(" V ")
                          + QString::number(line.circuit->breaker.base()) + QStringLiteral(" A");
    }
    load.other = line.site->otherLoad;
    load.limit = line.limit();
    for (int i = 0; i < int(rig.supplies.size()); ++i) {
        if (rig.supplies[i].circuit != index)
            continue;
        load.rig += result.psus[std::size_t(i)].wall;
        load.active += rig.host.closed() ? result.active.value
                                         : mixOf(rig.build.site, supplyWall(rig, result.of(PowerState::Prefill), i),
                                                 supplyWall(rig, result.of(PowerState::Decode), i));
    }
    if (rig.supplies.isEmpty() && index == 0) {
        load.rig = result.of(PowerState::Sizing).wall.value;
        load.active = result.active.value;
    }
    if (line.circuit) {
        load.breaker = line.circuit->breaker;
        load.voltage = currentVoltage(*line.circuit);
        load.continuous = currentOn(*line.circuit, load.limit);
        load.current = currentOn(*line.circuit, load.rig + load.other);
    }
    return load;
}

Estimate<Watts> activeOf(const Site &site, const PowerResult &result)
{
    const Watts prefill = result.of(PowerState::Prefill).wall.value;
    const Watts decode = result.of(PowerState::Decode).wall.value;
    Trace trace{"share*prefill + (1 - share)*decode", "W", QT_TRANSLATE_NOOP("Trace", "Time mix of a busy hour"), {}};
    trace.inputs = {
        traceInput("share", QT_TRANSLATE_NOOP("Trace", "Share of busy time spent reading prompts"), site.prefillShare,
                   "", QStringLiteral("arXiv 2501.08219: decode takes 77 to 91 % of serving time")),
        traceInput("prefill", QT_TRANSLATE_NOOP("Trace", "Wall power while reading prompts"), prefill.base(), "W"),
        traceInput("decode", QT_TRANSLATE_NOOP("Trace", "Wall power while writing"), decode.base(), "W")};
    return banded(mixOf(site, prefill, decode), std::move(trace));
}

} // namespace

PowerResult evaluatePower(const Build &build, const Catalog &catalog, const Machine &machine,
                          const std::vector<BusyDeployment> &busy)
{
    PowerResult result;
    Rig rig{build, catalog, machine, busy, hostOf(build, catalog), siteLines(build, catalog), {}, {}, {}, false};
    if (rig.host.closed())
        unified(rig, result);
    else if (rig.host.prebuilt)
        prebuilt(rig, result);
    else
        selfBuilt(rig, result);

    result.active = activeOf(build.site, result);
    result.psus.reserve(std::size_t(rig.supplies.size()));
    for (int i = 0; i < int(rig.supplies.size()); ++i)
        result.psus.push_back(loadOf(rig, result, i));
    result.circuits.reserve(std::size_t(rig.lines.size()));
    for (int i = 0; i < int(rig.lines.size()); ++i)
        result.circuits.push_back(circuitOf(rig, result, i));

    const Estimate<Watts> &sizing = result.of(PowerState::Sizing).wall;
    result.heat = heatOf(sizing);
    result.airflow = airflowFor(sizing, kAirRise, build.site.ambient);
    result.noise = noiseOf(build, catalog, machine);
    return result;
}

} // namespace rigwright
