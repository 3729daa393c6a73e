// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/host_change.h"

#include "core/build/edits.h"
#include "core/compatibility/placement_check.h"

#include <algorithm>

namespace rigwright::ui {

namespace {

bool isWholeMachine(PartKind kind)
{
    return kind == PartKind::Prebuilt || kind == PartKind::UnifiedSystem;
}

/// A machine replaces case, board and machine; a case or board replaces its like and a machine.
bool replaces(PartKind host, PartKind present)
{
    return host == present || isWholeMachine(host) || isWholeMachine(present);
}

/// What others depend on is placed first: a card's link depends on the CPU, a bridge on its cards.
int orderOf(PartKind kind)
{
    switch (kind) {
    case PartKind::Cpu: return 0;
    case PartKind::MemoryKit: return 1;
    case PartKind::PowerSupply: return 2;
    case PartKind::Gpu: return 3;
    case PartKind::NvlinkBridge: return 4;
    default: return 5;
    }
}

/// The cards that come with a machine.
void addIncluded(Build &build, const Catalog &catalog, const PartRef &host)
{
    const Prebuilt *machine = host.kind == PartKind::Prebuilt ? catalog.prebuilts.find(host.id) : nullptr;
    if (!machine || machine->gpuIds.empty() || !machine->unifiedSystemId.isEmpty())
        return;
    const PartRef gpu{PartKind::Gpu, machine->gpuIds.front()};
    for (int i = 0; i < machine->gpuCount; ++i) {
        build = edits::placed(std::move(build), gpu, {Place::ExpansionSlot, i});
        build.items.back().included = true;
    }
}

bool namesOnlyPresent(const Build &build, const Item &bridge)
{
    return std::ranges::all_of(bridge.joins, [&](ItemId card) { return build.find(card) != nullptr; });
}

/// @return where a part can go on in the new host
std::optional<Location> newPlace(const Build &build, const Catalog &catalog, const Item &item)
{
    if (item.part.kind == PartKind::NvlinkBridge && !namesOnlyPresent(build, item))
        return std::nullopt;
    if (checkPlacement(build, catalog, item.part, item.location).allowed)
        return item.location;
    return bestPlace(build, catalog, item.part);
}

/// Gives the parts that wait their places in the changed build, or takes them out by name.
void settle(HostChange &change, std::vector<Item> waiting, const Build &before, const Catalog &catalog)
{
    std::ranges::stable_sort(waiting, {}, [](const Item &item) { return orderOf(item.part.kind); });
    for (Item &item : waiting) {
        if (const std::optional<Location> location = newPlace(change.build, catalog, item)) {
            item.location = *location;
            change.build.items.push_back(item);
            continue;
        }
        const PartInfo *info = catalog.partInfo(item.part);
        change.removed << (info ? info->name : item.part.id);
    }
    // Whatever went leaves no name behind in cabling, bridges and deployments.
    for (const Item &item : before.items)
        if (!change.build.find(item.id))
            change.build = edits::removed(std::move(change.build), item.id);
}

} // namespace

HostChange hostChanged(const Build &build, const Catalog &catalog, const PartRef &host)
{
    HostChange change;
    change.build = build;
    std::vector<Item> waiting;
    change.build.items.clear();
    for (const Item &item : build.items) {
        if (item.location.place == Place::Host && replaces(host.kind, item.part.kind))
            continue;
        if (item.location.place == Place::Host || item.location.place == Place::Outside)
            change.build.items.push_back(item);
        else if (!item.included)
            waiting.push_back(item);
    }
    const Location place{Place::Host, 0};
    const PlacementCheck check = checkPlacement(change.build, catalog, host, place);
    change.reason = check.reason;
    if (!check.allowed) {
        change.build = build;
        return change;
    }
    change.allowed = true;
    change.build = edits::placed(std::move(change.build), host, place);
    addIncluded(change.build, catalog, host);

    settle(change, std::move(waiting), build, catalog);
    return change;
}

HostChange hostRemoved(const Build &build, const Catalog &catalog, ItemId host)
{
    HostChange change;
    change.allowed = true;
    change.build = build;
    change.build.items.clear();
    std::vector<Item> waiting;
    for (const Item &item : build.items) {
        if (item.id == host || item.included)
            continue;
        if (item.location.place == Place::Host || item.location.place == Place::Outside)
            change.build.items.push_back(item);
        else
            waiting.push_back(item);
    }
    settle(change, std::move(waiting), build, catalog);
    return change;
}

} // namespace rigwright::ui
