// SPDX-License-Identifier: GPL-3.0-or-later
// Whether things fit where they are, and whether the air gets through.
#include "core/compatibility/host.h"
#include "core/compatibility/placement_check.h"
#include "core/compatibility/whole_machine.h"
#include "core/evaluation/finding_text.h"
#include "core/evaluation/findings.h"
#include "core/power/heat.h"
#include "core/units/format.h"

#include <algorithm>

namespace rigwright::findings {

namespace {

using Findings = std::vector<Finding>;

/// Filters, grilles and radiators halve what fans move in free air.
constexpr double kInstalledAirflow = 0.5;
constexpr Celsius kWarmExhaust{15}; ///< a case this much warmer than the room makes cards throttle in summer
/// A closed room needs a way out for this much heat, and its own cooling from the second on.
constexpr Watts kRoomExhaust{900};
constexpr Watts kRoomCooling{1800};

QString nameOf(const Catalog &catalog, const Item &item)
{
    const PartInfo *info = catalog.partInfo(item.part);
    return info ? info->name : item.part.id;
}

const CardPosition *positionOf(const ChassisLayout &layout, const Item &item)
{
    const int index = item.location.index;
    return item.location.place == Place::ExpansionSlot && index >= 0 && index < int(layout.positions.size())
               ? &layout.positions[std::size_t(index)]
               : nullptr;
}

/// Every item against the rules that a drop would have met.
void placements(Findings &all, const Build &build, const Catalog &catalog, const Evaluation &soFar)
{
    for (const Misplaced &misplaced : misplacedItems(build, catalog, soFar.chassis)) {
        const Item &item = *misplaced.item;
        const CardPosition *position = positionOf(soFar.chassis, item);
        const QString subject =
            position ? tr("%1 in %2").arg(nameOf(catalog, item), position->label) : nameOf(catalog, item);
        all.push_back(finding("fit.impossible", Severity::Error, subject,
                              tr("Cannot be there: %1.").arg(misplaced.reason), {item.id}));
    }
}

/// Open-air cards whose neighbour starts in the very next row.
void touching(Findings &all, const Build &build, const Catalog &catalog, const Evaluation &soFar)
{
    for (const Item &upper : build.items) {
        const CardPosition *a = upper.part.kind == PartKind::Gpu ? positionOf(soFar.chassis, upper) : nullptr;
        const Gpu *top = a && !a->external ? catalog.gpus.find(upper.part.id) : nullptr;
        if (!top)
            continue;
        const int next = a->expansionIndex + rowsCovered(top->slotWidth);
        for (const Item &lower : build.items) {
            const CardPosition *b = lower.part.kind == PartKind::Gpu ? positionOf(soFar.chassis, lower) : nullptr;
            const Gpu *card =
                b && !b->external && b->expansionIndex == next ? catalog.gpus.find(lower.part.id) : nullptr;
            if (!card)
                continue;
            // The upper card's fans face the lower one's back
            if (top->cooler == GpuCooler::OpenAir)
                all.push_back(finding(
                    "fit.touching", Severity::Warning, tr("%1 and %2").arg(a->label, b->label),
                    tr("%1 draws its air through a gap of one slot or less above %2: open-air coolers need a free "
                       "slot, "
                       "or the card runs 10 to 20 °C hotter and throttles. Use blower cards, risers or a power cap.")
                        .arg(top->info.name, card->info.name),
                    {upper.id, lower.id}));
        }
    }
}

void passiveCards(Findings &all, const Build &build, const Catalog &catalog, const Host &host)
{
    if (host.wholeMachine() || (host.enclosure && host.enclosure->style == EnclosureStyle::GpuCage))
        return;
    std::vector<ItemId> items;
    const Gpu *passive = nullptr;
    for (const Item &item : build.items) {
        const Gpu *gpu = item.part.kind == PartKind::Gpu ? catalog.gpus.find(item.part.id) : nullptr;
        if (gpu && gpu->cooler == GpuCooler::Passive && gpu->formFactor == GpuFormFactor::PcieCard) {
            passive = gpu;
            items.push_back(item.id);
        }
    }
    if (!passive)
        return;
    constexpr double cfmPerWatt = 0.09; // NVIDIA BD-06580: 20 CFM through a 225 W passive card
    all.push_back(finding("heat.passive-card", Severity::Warning, passive->info.name,
                          tr("Passive cooler: about %1 must be forced through each card at high pressure. Case fans do "
                             "not do that; use a blower and shroud per card, or a server chassis.")
                              .arg(format::airflow(CubicFeetPerMinute(cfmPerWatt * passive->tdp.base()))),
                          std::move(items)));
}

/// What the placed fans move against what the heat needs.
void caseAir(Findings &all, const Build &build, const Catalog &catalog, const Evaluation &soFar, const Host &host)
{
    if (!host.enclosure
        || (host.enclosure->style != EnclosureStyle::Tower && host.enclosure->style != EnclosureStyle::Rack))
        return;
    double freeAir = 0;
    std::vector<ItemId> fans;
    for (const Item &item : build.items) {
        const Fan *fan = item.part.kind == PartKind::Fan ? catalog.fans.find(item.part.id) : nullptr;
        if (!fan)
            continue;
        freeAir += fan->airflow.base() * fan->count;
        fans.push_back(item.id);
    }
    const double needed = soFar.power.airflow.value.base();
    const double installed = freeAir * kInstalledAirflow;
    const double rise = installed > 0 ? needed * kAirRise.base() / installed : 0;
    if (installed > 0 && rise > kWarmExhaust.base())
        all.push_back(finding("heat.airflow", Severity::Warning, tr("Case airflow"),
                              tr("The fans move about %1 in the case, %2 are needed to stay within 10 °C of the room: "
                                 "at full load the air leaves %3 °C warmer.")
                                  .arg(format::airflow(CubicFeetPerMinute(installed)),
                                       format::airflow(CubicFeetPerMinute(needed)), format::number(rise)),
                              std::move(fans)));
}

void roomHeat(Findings &all, const Evaluation &soFar)
{
    const Watts wall = soFar.power.of(PowerState::Sizing).wall.value;
    if (wall <= kRoomExhaust)
        return;
    const QString heat = tr("%1 at full load").arg(format::btuPerHour(soFar.power.heat.value));
    all.push_back(
        finding("heat.room", Severity::Advice, tr("Room"),
                wall > kRoomCooling
                    ? tr("%1: a closed room needs an air conditioner of its own, or the rig another room.").arg(heat)
                    : tr("%1: a closed room needs an exhaust fan (%2) or air conditioning.")
                          .arg(heat, format::airflow(soFar.power.airflow.value))));
}

void unknownFacts(Findings &all, const Build &build, const Catalog &catalog, const Host &host)
{
    if (host.enclosure && host.enclosure->maxGpuLength.base() <= 0 && host.enclosure->expansionSlots > 0
        && !build.ofKind(PartKind::Gpu).empty())
        all.push_back(finding("fit.length-unknown", Severity::Advice, host.enclosure->info.name,
                              tr("Its GPU clearance is not in the catalogue: measure before you buy.")));
    if (!host.board || host.board->slotPositionsVerified)
        return;
    const bool wide = std::ranges::any_of(build.items, [&](const Item &item) {
        const Gpu *gpu = item.part.kind == PartKind::Gpu ? catalog.gpus.find(item.part.id) : nullptr;
        return gpu && rowsCovered(gpu->slotWidth) > 1;
    });
    const bool frame =
        host.enclosure
        && (host.enclosure->style == EnclosureStyle::OpenFrame || host.enclosure->style == EnclosureStyle::GpuCage);
    if (wide && !frame)
        all.push_back(
            finding("fit.slots-unverified", Severity::Advice, host.board->info.name,
                    tr("The order of its slots is assumed, not read in the manual: check that the cards fit.")));
}

/// A whole machine without the cards it is sold with.
void emptyMachine(Findings &all, const Build &build, const Catalog &catalog, const Host &host)
{
    if (!host.prebuilt || host.closed() || host.prebuilt->gpuIds.empty() || !build.ofKind(PartKind::Gpu).empty())
        return;
    const Gpu *gpu = catalog.gpus.find(host.prebuilt->gpuIds.front());
    if (!gpu || host.prebuilt->gpuCount <= 0)
        return;
    const QString cards = QString::number(host.prebuilt->gpuCount) + QStringLiteral(" × ") + gpu->info.name;
    all.push_back(finding("machine.no-cards", Severity::Warning, host.prebuilt->info.name,
                          tr("It is sold with %1, but none is placed.").arg(cards), {host.machineItem->id},
                          Fix{tr("Place its %1").arg(cards), withOwnCards(build, *host.prebuilt)}));
}

} // namespace

Findings physical(const Build &build, const Catalog &catalog, const Evaluation &soFar)
{
    Findings all;
    const Host host = hostOf(build, catalog);
    placements(all, build, catalog, soFar);
    touching(all, build, catalog, soFar);
    passiveCards(all, build, catalog, host);
    caseAir(all, build, catalog, soFar, host);
    roomHeat(all, soFar);
    unknownFacts(all, build, catalog, host);
    emptyMachine(all, build, catalog, host);
    return all;
}

} // namespace rigwright::findings
