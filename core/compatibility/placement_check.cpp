// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/placement_check.h"

#include "core/build/edits.h"
#include "core/compatibility/bridges.h"
#include "core/compatibility/pcie.h"
#include "core/compatibility/placement_rules.h"

#include <algorithm>

namespace rigwright {

namespace {

PlacementCheck check(const placement::Context &context, const Item &item)
{
    switch (item.part.kind) {
    case PartKind::Gpu: return placement::card(context, item);
    case PartKind::UnifiedSystem:
    case PartKind::Prebuilt: return placement::machine(context, item);
    case PartKind::Cpu: return placement::cpu(context, item);
    case PartKind::Motherboard: return placement::motherboard(context, item);
    case PartKind::PowerSupply: return placement::supply(context, item);
    case PartKind::Enclosure: return placement::enclosure(context, item);
    case PartKind::MemoryKit: return placement::memory(context, item);
    case PartKind::Drive: return placement::drive(context, item);
    case PartKind::NvlinkBridge: return placement::bridge(context, item);
    case PartKind::Fan: return placement::fan(context, item);
    case PartKind::Extra:
        return item.location.place == Place::Outside
                   ? placement::fine()
                   : placement::refused(placement::tr("This part stays beside the chassis"));
    }
    return placement::fine();
}

/// The item that the layout's own place for a kind holds at an index, of any id.
const Item *kindAt(const Build &build, PartKind kind, Location location, ItemId except)
{
    const auto it = std::ranges::find_if(build.items, [&](const Item &item) {
        return item.part.kind == kind && item.location == location && item.id != except;
    });
    return it == build.items.end() ? nullptr : &*it;
}

std::vector<Location> upTo(Place place, int count)
{
    std::vector<Location> places;
    places.reserve(std::size_t(std::max(0, count)));
    for (int i = 0; i < count; ++i)
        places.push_back({place, i});
    return places;
}

int firstFreeOutside(const Build &build)
{
    int next = 0;
    for (const Item &item : build.items)
        if (item.location.place == Place::Outside)
            next = std::max(next, item.location.index + 1);
    return next;
}

/// Rate of the link at a place, as the layout with the card there gives it.
double linkRate(const Build &with, const Catalog &catalog, Location location)
{
    const ChassisLayout layout = chassisLayout(with, catalog);
    return location.index < int(layout.positions.size())
               ? pcieBandwidth(layout.positions[std::size_t(location.index)].link).base()
               : 0;
}

} // namespace

std::vector<Misplaced> misplacedItems(const Build &build, const Catalog &catalog, const ChassisLayout &layout)
{
    std::vector<Misplaced> misplaced;
    const placement::Context context{build, catalog, layout, hostOf(build, catalog)};
    for (const Item &item : build.items)
        if (PlacementCheck verdict = check(context, item); !verdict.allowed)
            misplaced.push_back({&item, std::move(verdict.reason)});
    return misplaced;
}

PlacementCheck checkPlacement(const Build &build, const Catalog &catalog, const PartRef &part, Location location,
                              ItemId moving)
{
    Build after = build;
    ItemId placed = moving;
    ItemId swapped;
    if (const Item *mover = moving ? after.find(moving) : nullptr; mover && mover->part == part) {
        if (const Item *other = kindAt(build, part.kind, location, moving))
            swapped = other->id;
        after = edits::moved(std::move(after), moving, location);
    } else {
        if (moving)
            after = edits::removed(std::move(after), moving);
        placed = ItemId{after.nextItem};
        after = edits::placed(std::move(after), part, location);
    }

    const ChassisLayout layout = chassisLayout(after, catalog);
    const placement::Context context{after, catalog, layout, hostOf(after, catalog)};
    const PlacementCheck first = check(context, *after.find(placed));
    if (!first.allowed || !swapped)
        return first;
    const PlacementCheck second = check(context, *after.find(swapped));
    return second.allowed ? first : second;
}

std::vector<Location> placesFor(const Build &build, const Catalog &catalog, PartKind kind)
{
    const ChassisLayout layout = chassisLayout(build, catalog);
    switch (kind) {
    case PartKind::Gpu: return upTo(Place::ExpansionSlot, int(layout.positions.size()));
    case PartKind::UnifiedSystem:
    case PartKind::Prebuilt:
    case PartKind::Motherboard:
    case PartKind::Enclosure: return {{Place::Host, 0}};
    case PartKind::Cpu: return upTo(Place::CpuSocket, layout.cpuSockets);
    case PartKind::PowerSupply: return upTo(Place::PsuBay, int(layout.bays.size()));
    case PartKind::MemoryKit: return upTo(Place::MemoryBank, layout.memoryBanks);
    case PartKind::Drive: return upTo(Place::DriveBay, layout.driveBays);
    case PartKind::NvlinkBridge: return upTo(Place::Bridge, int(build.ofKind(PartKind::Gpu).size()) - 1);
    case PartKind::Fan: return upTo(Place::FanMount, layout.fanMounts);
    case PartKind::Extra: return {{Place::Outside, firstFreeOutside(build)}};
    }
    return {};
}

std::optional<Location> bestPlace(const Build &build, const Catalog &catalog, const PartRef &part)
{
    std::optional<Location> best;
    std::pair<double, bool> bestRank;
    for (const Location location : placesFor(build, catalog, part.kind)) {
        const PlacementCheck verdict = checkPlacement(build, catalog, part, location);
        if (!verdict.allowed)
            continue;
        if (part.kind != PartKind::Gpu)
            return location;
        const std::pair rank{linkRate(edits::placed(build, part, location), catalog, location),
                             verdict.reason.isEmpty()};
        if (!best || rank > bestRank) {
            best = location;
            bestRank = rank;
        }
    }
    return best;
}

} // namespace rigwright
