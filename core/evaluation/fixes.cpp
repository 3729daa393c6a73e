// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/fixes.h"

#include "core/build/edits.h"
#include "core/power/circuits.h"
#include "core/units/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rigwright::fixes {

namespace {

constexpr double kLowestCap = 0.6;   ///< decode keeps 92 % of its speed here, prefill 65 to 75 %
constexpr double kCapStepWatts = 10; ///< limits are set in round numbers
constexpr double kSustainedShare = 0.8;

QString tr(const char *text)
{
    return QCoreApplication::translate("Fixes", text);
}

bool concerns(const std::vector<ItemId> &cards, ItemId item)
{
    return cards.empty() || std::ranges::find(cards, item) != cards.end();
}

} // namespace

std::optional<Fix> capCards(const Build &build, const Machine &machine, const std::vector<ItemId> &cards, Watts allowed)
{
    Watts now;
    for (const Device &device : machine.devices)
        if (device.gpu && concerns(cards, device.item))
            now += device.gpu->tdp * device.powerLimit;
    if (now.base() <= 0 || allowed.base() <= 0 || allowed >= now)
        return std::nullopt;

    const double share = allowed / now;
    Fix fix{QString(), build};
    std::optional<Watts> common;
    bool same = true;
    for (const Device &device : machine.devices) {
        const Item *item = device.gpu && concerns(cards, device.item) ? build.find(device.item) : nullptr;
        if (!item)
            continue;
        const double limit = device.gpu->tdp.base() * device.powerLimit * share;
        const Watts cap(std::floor(limit / kCapStepWatts) * kCapStepWatts);
        if (cap < device.gpu->tdp * kLowestCap)
            return std::nullopt;
        Item capped = *item;
        capped.powerLimit = cap;
        fix.result = edits::updated(std::move(fix.result), capped);
        same = same && (!common || *common == cap);
        common = cap;
    }
    if (!common)
        return std::nullopt;
    fix.label = same ? tr("Cap %1 at %2").arg(cards.empty() ? tr("all GPUs") : tr("its GPUs"), format::watts(*common))
                     : tr("Cap the GPUs at %1 of their limits").arg(format::percent(share));
    return fix;
}

std::optional<Fix> moveSupply(const Build &build, const Evaluation &evaluation, int fromCircuit)
{
    const std::vector<PsuLoad> &psus = evaluation.power.psus;
    for (std::size_t i = psus.size(); i-- > 0;) { // the last supply does not feed the board
        const PsuLoad &psu = psus[i];
        const Item *item = psu.item ? build.find(psu.item) : nullptr;
        if (!item || psu.circuit != fromCircuit)
            continue;
        for (const CircuitLoad &circuit : evaluation.power.circuits) {
            if (circuit.index == fromCircuit || circuit.rig + circuit.other + psu.wall > circuit.limit)
                continue;
            Item moved = *item;
            moved.circuit = circuit.index;
            return Fix{tr("Move PSU %1 to %2").arg(i + 1).arg(circuit.label), edits::updated(build, moved)};
        }
    }
    return std::nullopt;
}

std::optional<Fix> largerSupply(const Build &build, const Catalog &catalog, const Evaluation &evaluation,
                                const PsuLoad &load)
{
    const Item *item = build.find(load.item);
    if (!item)
        return std::nullopt;
    const bool low =
        load.circuit < int(build.site.circuits.size())
        && lowLine(SiteLine{nullptr, catalog.circuits.find(build.site.circuits[std::size_t(load.circuit)].circuitId)}
                       .voltage());
    Millimetres longest;
    if (item->location.index < int(evaluation.chassis.bays.size()) && item->location.index >= 0)
        longest = evaluation.chassis.bays[std::size_t(item->location.index)].maxLength;

    const PowerSupply *best = nullptr;
    for (const PowerSupply &row : catalog.powerSupplies) {
        const Watts rating = low ? row.lowLineWatts : row.watts;
        const bool carries = load.load <= rating * kSustainedShare && row.sixteenPin >= load.sixteenPinNeeded
                             && row.eightPin >= load.eightPinNeeded && !row.atxVersion.isEmpty();
        const bool fits = longest.base() <= 0 || row.length <= longest;
        if (carries && fits && (!best || row.watts < best->watts))
            best = &row;
    }
    if (!best || best->info.id == item->part.id)
        return std::nullopt;
    Item replaced = *item;
    replaced.part.id = best->info.id;
    replaced.price.reset();
    return Fix{tr("Use %1 (%2)").arg(best->info.name, format::watts(best->watts)), edits::updated(build, replaced)};
}

} // namespace rigwright::fixes
