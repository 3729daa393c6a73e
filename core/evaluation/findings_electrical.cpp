// SPDX-License-Identifier: GPL-3.0-or-later
// Whether supplies, plugs and circuits carry the load.
#include "core/compatibility/host.h"
#include "core/evaluation/finding_text.h"
#include "core/evaluation/findings.h"
#include "core/evaluation/fixes.h"
#include "core/power/circuits.h"
#include "core/power/excursion.h"
#include "core/units/format.h"

#include <algorithm>
#include <cmath>

namespace rigwright::findings {

namespace {

using Findings = std::vector<Finding>;

constexpr double kSustainedShare = 0.8; ///< of a supply's rating; Intel and vendors' practice
constexpr Watts kSlotPower{75};
constexpr Watts kEightPinPower{150};
constexpr Watts kSlotTwelveVolts{66};   ///< of the slot's 75 W
constexpr Watts kBoardTwelveVolts{144}; ///< two pins of the 24-pin plug, 12 A
/// A home's service is 100 A or more; from this share of it an electrician should look.
constexpr Amperes kSmallService{100};
constexpr double kServiceShare = 0.25;

/// What the rules look at.
struct Subject
{
    const Build &build;
    const Catalog &catalog;
    const Evaluation &evaluation;
    const Host host;
    bool fixes;

    const PowerResult &power() const { return evaluation.power; }
    const Circuit *circuit(int index) const
    {
        return index >= 0 && index < int(build.site.circuits.size())
                   ? catalog.circuits.find(build.site.circuits[std::size_t(index)].circuitId)
                   : nullptr;
    }
    QString voltageText(int index) const
    {
        const Circuit *row = circuit(index);
        return row ? QString::number(row->voltage.base()) + QStringLiteral(" V") : tr("an unknown voltage");
    }
};

QString supplyName(const Subject &s, std::size_t index)
{
    const PsuLoad &psu = s.power().psus[index];
    return s.power().psus.size() == 1 ? psu.name : tr("PSU %1, %2").arg(index + 1).arg(psu.name);
}

/// Watts that the cards of a supply may draw so that it stays at `share` of its rating.
Watts allowedForCards(const Subject &s, const PsuLoad &psu, double share)
{
    Watts cards;
    for (const Device &device : s.evaluation.machine.devices)
        if (device.gpu && std::ranges::find(psu.feeds, device.item) != psu.feeds.end())
            cards += device.gpu->tdp * device.powerLimit;
    return psu.rating * share - (psu.load - cards);
}

std::optional<Fix> fixForSupply(const Subject &s, const PsuLoad &psu)
{
    if (!s.fixes)
        return std::nullopt;
    if (auto cap = fixes::capCards(s.build, s.evaluation.machine, psu.feeds, allowedForCards(s, psu, kSustainedShare)))
        return cap;
    return fixes::largerSupply(s.build, s.catalog, s.evaluation, psu);
}

void supplyLoads(Findings &all, const Subject &s)
{
    if (!s.host.wholeMachine() && s.power().psus.empty() && !s.build.items.empty()) {
        all.push_back(finding("power.no-supply", Severity::Error, tr("Build"),
                              tr("No power supply: the parts need %1 of DC power at their limits.")
                                  .arg(format::watts(s.power().of(PowerState::Sizing).dc.value))));
        return;
    }
    for (std::size_t i = 0; i < s.power().psus.size(); ++i) {
        const PsuLoad &psu = s.power().psus[i];
        if (psu.rating.base() <= 0 && psu.label.base() > 0) {
            const bool machine = !psu.item;
            all.push_back(finding("power.needs-high-line", Severity::Error,
                                  machine ? s.evaluation.chassis.title : supplyName(s, i),
                                  tr("It needs 200 to 240 V; %1 has %2.")
                                      .arg(psu.circuit < int(s.power().circuits.size())
                                               ? s.power().circuits[std::size_t(psu.circuit)].label
                                               : tr("the site"),
                                           s.voltageText(psu.circuit)),
                                  {machine ? s.host.machineItem->id : psu.item}));
            if (machine)
                return; // the same for every supply of the machine
            continue;
        }
        if (!psu.item)
            continue; // the maker sized the supplies of a whole machine
        if (psu.rating < psu.label)
            all.push_back(
                finding("power.low-line", Severity::Advice, supplyName(s, i),
                        tr("On %1 it gives %2 of its %3: check its label.")
                            .arg(s.voltageText(psu.circuit), format::watts(psu.rating), format::watts(psu.label)),
                        {psu.item}));
        if (psu.share() > 1)
            all.push_back(
                finding("power.psu-overloaded", Severity::Error, supplyName(s, i),
                        tr("%1 at the parts' limits, %2 of its %3: it shuts down under full load.")
                            .arg(format::watts(psu.load), format::percent(psu.share()), format::watts(psu.rating)),
                        {psu.item}, fixForSupply(s, psu)));
        else if (psu.share() > kSustainedShare)
            all.push_back(
                finding("power.psu-high", Severity::Warning, supplyName(s, i),
                        tr("%1 at the parts' limits, %2 of its %3: above 80 % it runs hot, loud and with little "
                           "room for peaks.")
                            .arg(format::watts(psu.load), format::percent(psu.share()), format::watts(psu.rating)),
                        {psu.item}, fixForSupply(s, psu)));
    }
}

void plugs(Findings &all, const Subject &s)
{
    for (std::size_t i = 0; i < s.power().psus.size(); ++i) {
        const PsuLoad &psu = s.power().psus[i];
        if (!psu.item)
            continue;
        const int missing16 = std::max(0, psu.sixteenPinNeeded - psu.sixteenPinPresent);
        // An adapter takes one 8-pin lead per 150 W over the slot's 75 W
        Watts largest;
        for (const Device &device : s.evaluation.machine.devices)
            if (device.gpu && std::ranges::find(psu.feeds, device.item) != psu.feeds.end())
                largest = std::max(largest, device.gpu->tdp);
        const int perAdapter = std::max(1, int(std::ceil((largest - kSlotPower) / kEightPinPower)));
        const int needed8 = psu.eightPinNeeded + missing16 * perAdapter;
        if (needed8 > psu.eightPinPresent)
            all.push_back(finding(
                "power.connectors", Severity::Error, supplyName(s, i),
                missing16 > 0
                    ? tr("Its cards need %1 16-pin and %2 8-pin plugs; it has %3 and %4, and adapters for "
                         "the rest would need %5 8-pin leads.")
                          .arg(psu.sixteenPinNeeded)
                          .arg(psu.eightPinNeeded)
                          .arg(psu.sixteenPinPresent)
                          .arg(psu.eightPinPresent)
                          .arg(needed8)
                    : tr("Its cards need %1 8-pin plugs, it has %2.").arg(psu.eightPinNeeded).arg(psu.eightPinPresent),
                {psu.item}));
        else if (missing16 > 0)
            all.push_back(
                finding("power.adapters", Severity::Warning, supplyName(s, i),
                        tr("%1 of %2 cards need an adapter from %3 8-pin leads each to 16-pin: use one separate "
                           "lead per plug.")
                            .arg(missing16)
                            .arg(psu.sixteenPinNeeded)
                            .arg(perAdapter),
                        {psu.item}));
    }
}

void peaks(Findings &all, const Subject &s)
{
    for (std::size_t i = 0; i < s.power().psus.size(); ++i) {
        const PsuLoad &psu = s.power().psus[i];
        const Item *item = psu.item ? s.build.find(psu.item) : nullptr;
        const PowerSupply *row = item ? s.catalog.powerSupplies.find(item->part.id) : nullptr;
        if (!row || psu.share() > 1)
            continue;
        std::vector<FedCard> cards;
        Watts rest = psu.load;
        for (const Device &device : s.evaluation.machine.devices) {
            if (!device.gpu || std::ranges::find(psu.feeds, device.item) == psu.feeds.end())
                continue;
            cards.push_back({device.gpu, device.gpu->tdp * device.powerLimit});
            rest -= cards.back().limit;
        }
        const auto worst = worstExcursion(*row, cards, rest, s.catalog);
        if (!worst || worst->passes())
            continue;
        all.push_back(
            finding("power.excursion", Severity::Warning, supplyName(s, i),
                    tr("Peaks of %1 ms can reach %2; %3. It may switch off when all cards start at once.")
                        .arg(format::twoDigits(worst->window.base() * 1000), format::watts(worst->peak),
                             row->atxVersion.startsWith(u'3')
                                 ? tr("it must bear %1").arg(format::watts(worst->tolerated))
                                 : tr("a unit from before ATX 3 trips near %1").arg(format::watts(worst->tolerated))),
                    {psu.item}, s.fixes ? fixes::largerSupply(s.build, s.catalog, s.evaluation, psu) : std::nullopt));
    }
}

/// More cards in slots than the board's own plugs can feed with 12 V.
void slotPower(Findings &all, const Subject &s)
{
    std::vector<ItemId> items;
    for (const Item &item : s.build.items)
        if (item.part.kind == PartKind::Gpu && item.location.place == Place::ExpansionSlot && item.location.index >= 0
            && item.location.index < int(s.evaluation.chassis.positions.size())
            && !s.evaluation.chassis.positions[std::size_t(item.location.index)].module)
            items.push_back(item.id);
    const auto cards = items.size();
    const Watts drawn = kSlotTwelveVolts * int(cards);
    if (s.host.wholeMachine() || cards < 4)
        return;
    all.push_back(finding("power.slots", Severity::Advice, s.host.board ? s.host.board->info.name : tr("Slots"),
                          tr("%1 cards can draw %2 through their slots, the 24-pin plug carries about %3: connect the "
                             "board's extra PCIe power plug or use powered risers.")
                              .arg(cards)
                              .arg(format::watts(drawn), format::watts(kBoardTwelveVolts)),
                          std::move(items)));
}

void severalSupplies(Findings &all, const Subject &s)
{
    if (s.host.wholeMachine() || s.power().psus.size() < 2)
        return;
    const bool joined = std::ranges::any_of(s.build.items, [](const Item &item) {
        return item.part.kind == PartKind::Extra && item.part.id.contains(QLatin1String("add2psu"));
    });
    if (joined)
        return;
    std::vector<ItemId> items;
    for (const PsuLoad &psu : s.power().psus)
        items.push_back(psu.item);
    all.push_back(
        finding("power.start-together", Severity::Advice, tr("Power supplies"),
                tr("%1 supplies must start together: join their PS_ON lines (an add-2-PSU board) and never put "
                   "one card on two of them.")
                    .arg(s.power().psus.size()),
                std::move(items)));
}

std::optional<Fix> fixForCircuit(const Subject &s, const CircuitLoad &circuit)
{
    if (!s.fixes)
        return std::nullopt;
    if (auto moved = fixes::moveSupply(s.build, s.evaluation, circuit.index))
        return moved;
    Watts cards;
    std::vector<ItemId> fed;
    for (const PsuLoad &psu : s.power().psus)
        if (psu.circuit == circuit.index)
            fed.insert(fed.end(), psu.feeds.begin(), psu.feeds.end());
    for (const Device &device : s.evaluation.machine.devices)
        if (device.gpu && std::ranges::find(fed, device.item) != fed.end())
            cards += device.gpu->tdp * device.powerLimit;
    if (fed.empty() || circuit.rig.base() <= 0)
        return std::nullopt;
    const double ratio = (circuit.limit - circuit.other) / circuit.rig;
    const Watts dc = s.power().of(PowerState::Sizing).dc.value;
    return fixes::capCards(s.build, s.evaluation.machine, fed, cards - dc * (1 - ratio));
}

void circuitLoads(Findings &all, const Subject &s)
{
    for (const CircuitLoad &load : s.power().circuits) {
        const Circuit *row = s.circuit(load.index);
        if (!row || load.rig.base() <= 0)
            continue;
        const Watts together = load.rig + load.other;
        const QString others =
            load.other.base() > 0 ? tr(" with the other loads' %1").arg(format::watts(load.other)) : QString();
        std::vector<ItemId> items;
        for (const PsuLoad &psu : s.power().psus)
            if (psu.circuit == load.index && psu.item)
                items.push_back(psu.item);
        if (load.current > load.breaker)
            all.push_back(finding(
                "power.circuit-trips", Severity::Error, load.label,
                tr("%1%2 is %3 on a %4 breaker: it trips.")
                    .arg(format::watts(together), others, format::amperes(load.current), format::amperes(load.breaker)),
                std::move(items), fixForCircuit(s, load)));
        else if (together > load.limit)
            all.push_back(finding(
                "power.circuit-over", Severity::Error, load.label,
                tr("%1%2 is %3 of the %4 that this circuit may carry for three hours and more.")
                    .arg(format::watts(together), others, format::percent(load.share()), format::watts(load.limit)),
                std::move(items), fixForCircuit(s, load)));
        else if (!comfortable(*row, together))
            all.push_back(finding(
                "power.circuit-comfort", Severity::Advice, load.label,
                tr("%1%2 is %3 of its continuous %4: allowed, but close. A stronger circuit or a second "
                   "one leaves room.")
                    .arg(format::watts(together), others, format::percent(load.share()), format::watts(load.limit)),
                std::move(items)));
    }
}

void panel(Findings &all, const Subject &s)
{
    // Panels are split-phase 240 V in the 100 to 127 V world, 230 V elsewhere
    const Amperes atPanel = s.power().of(PowerState::Sizing).wall.value / Volts(240);
    const double share = atPanel / kSmallService;
    if (share < kServiceShare)
        return;
    all.push_back(finding("power.panel", Severity::Advice, tr("Electrical panel"),
                          tr("%1 at 240 V, %2 of a 100 A service: have the load calculation checked before adding it.")
                              .arg(format::amperes(atPanel), format::percent(share))));
}

void unknownPower(Findings &all, const Subject &s)
{
    if (s.host.wholeMachine() && s.power().of(PowerState::Sizing).wall.value.base() <= 0)
        all.push_back(finding("power.unknown", Severity::Advice, s.evaluation.chassis.title,
                              tr("Its power draw is not in the catalogue: circuit, heat and cost are not judged."),
                              {s.host.machineItem->id}));
    if (s.build.site.tariffId.isEmpty() && !s.build.site.pricePerKwh && !s.build.items.empty())
        all.push_back(finding("cost.no-tariff", Severity::Advice, tr("Site"),
                              tr("No electricity price is set: the energy shows no cost.")));
}

} // namespace

Findings electrical(const Build &build, const Catalog &catalog, const Evaluation &soFar, bool fixes)
{
    Findings all;
    const Subject subject{build, catalog, soFar, hostOf(build, catalog), fixes};
    supplyLoads(all, subject);
    plugs(all, subject);
    peaks(all, subject);
    slotPower(all, subject);
    severalSupplies(all, subject);
    circuitLoads(all, subject);
    panel(all, subject);
    unknownPower(all, subject);
    return all;
}

} // namespace rigwright::findings
