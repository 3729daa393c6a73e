// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/power/supplies.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace rigwright {

namespace {

/// Indices of the supplies (or devices) from the heaviest to the lightest.
template <class Weight>
QVarLengthArray<int, 16> heaviestFirst(int count, Weight weight)
{
    QVarLengthArray<int, 16> order;
    order.resize(count);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return weight(a) > weight(b); });
    return order;
}

double shareAfter(Watts load, Watts more, Watts capacity)
{
    return capacity.base() > 0 ? (load + more) / capacity : std::numeric_limits<double>::infinity();
}

int supplyNamed(const Supplies &supplies, ItemId id)
{
    for (int i = 0; i < int(supplies.size()); ++i)
        if (supplies[i].item && supplies[i].item->id == id)
            return i;
    return -1;
}

int leastLoaded(const Supplies &supplies, Watts more)
{
    int best = -1;
    double bestShare = std::numeric_limits<double>::infinity();
    for (int i = 0; i < int(supplies.size()); ++i) {
        const double share = shareAfter(supplies[i].sizing, more, supplies[i].label);
        if (best < 0 || share < bestShare) {
            best = i;
            bestShare = share;
        }
    }
    return best;
}

bool refuses(const Supply &supply, const SiteLine &line)
{
    return lowLine(line.voltage()) && supply.lowLineWatts.base() <= 0;
}

} // namespace

Supplies suppliesOf(const Build &build, const Catalog &catalog)
{
    Supplies supplies;
    for (const Item &item : build.items) {
        if (item.part.kind != PartKind::PowerSupply)
            continue;
        const PowerSupply *row = catalog.powerSupplies.find(item.part.id);
        if (!row)
            continue;
        Supply supply;
        supply.item = &item;
        supply.row = row;
        supply.label = row->watts;
        supply.lowLineWatts = row->lowLineWatts;
        supply.level = row->efficiencyRating;
        supply.redundant = row->atxVersion.isEmpty();
        supply.wantedCircuit = item.circuit;
        supplies.push_back(std::move(supply));
    }
    std::stable_sort(supplies.begin(), supplies.end(),
                     [](const Supply &a, const Supply &b) { return a.item->location < b.item->location; });
    return supplies;
}

QVarLengthArray<SiteLine, 4> siteLines(const Build &build, const Catalog &catalog)
{
    QVarLengthArray<SiteLine, 4> lines;
    for (const SiteCircuit &circuit : build.site.circuits)
        lines.push_back({&circuit, catalog.circuits.find(circuit.circuitId)});
    return lines;
}

QVarLengthArray<int, 16> assignCards(Supplies &supplies, const Build &build, const Machine &machine,
                                     const DeviceWatts &watts, Watts platform)
{
    QVarLengthArray<int, 16> feeds;
    feeds.resize(qsizetype(machine.devices.size()));
    std::fill(feeds.begin(), feeds.end(), -1);
    if (supplies.isEmpty())
        return feeds;

    supplies.front().sizing = platform;
    for (qsizetype i = 0; i < feeds.size(); ++i) {
        const Item *item = build.find(machine.devices[std::size_t(i)].item);
        if (item && item->psu)
            feeds[i] = supplyNamed(supplies, *item->psu);
        if (feeds[i] >= 0)
            supplies[feeds[i]].sizing += Watts(watts[i]);
    }
    for (const int i : heaviestFirst(int(feeds.size()), [&](int device) { return watts[device]; })) {
        if (feeds[i] >= 0)
            continue;
        feeds[i] = leastLoaded(supplies, Watts(watts[i]));
        supplies[feeds[i]].sizing += Watts(watts[i]);
    }
    return feeds;
}

void assignCircuits(Supplies &supplies, const QVarLengthArray<SiteLine, 4> &lines, const Catalog &catalog)
{
    QVarLengthArray<Watts, 4> carried;
    for (const SiteLine &line : lines)
        carried.push_back(line.site->otherLoad);
    const int lineCount = int(lines.size());
    for (Supply &supply : supplies) {
        if (supply.wantedCircuit && *supply.wantedCircuit >= 0 && *supply.wantedCircuit < lineCount) {
            supply.circuit = *supply.wantedCircuit;
            carried[supply.circuit] += supply.sizing;
        } else {
            supply.circuit = -1;
        }
    }
    for (const int i : heaviestFirst(int(supplies.size()), [&](int s) { return supplies[s].sizing.base(); })) {
        Supply &supply = supplies[i];
        if (supply.circuit >= 0)
            continue;
        supply.circuit = 0;
        double bestShare = std::numeric_limits<double>::infinity();
        for (int line = 0; line < lineCount; ++line) {
            const double share = refuses(supply, lines[line])
                                     ? std::numeric_limits<double>::infinity()
                                     : shareAfter(carried[line], supply.sizing, lines[line].limit());
            if (share < bestShare) {
                supply.circuit = line;
                bestShare = share;
            }
        }
        if (lineCount > 0)
            carried[supply.circuit] += supply.sizing;
    }
    for (Supply &supply : supplies) {
        const Volts voltage = supply.circuit < lineCount ? lines[supply.circuit].voltage() : SiteLine{}.voltage();
        supply.rating = lowLine(voltage) ? supply.lowLineWatts : supply.label;
        supply.curve = efficiencyCurve(catalog, supply.level, supplyClassAt(voltage, supply.redundant));
        supply.losses = supply.curve ? LossModel(*supply.curve) : LossModel();
    }
}

} // namespace rigwright
