// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/part_edits.h"

#include "core/build/edits.h"
#include "core/compatibility/bridges.h"
#include "core/compatibility/placement_check.h"
#include "core/evaluation/starter_deployment.h"
#include "ui/chassis/host_change.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright::ui {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Chassis", source);
}

PartEdit refused(const Build &build, const QString &reason)
{
    return {false, reason, {}, build};
}

PartEdit modelAdded(const Build &build, const Catalog &catalog, const QString &modelId)
{
    const LlmModel *model = catalog.models.find(modelId);
    if (!model)
        return refused(build, text("This model is not in the catalogue"));
    if (!model->released)
        return refused(build, text("%1 has not been released").arg(model->name));
    return {true,
            {},
            text("Add %1").arg(model->name),
            edits::deploymentAdded(build, starterDeployment(*model, build, catalog))};
}

PartEdit hostReplaced(const Build &build, const Catalog &catalog, const PartRef &host)
{
    HostChange change = hostChanged(build, catalog, host);
    if (!change.allowed)
        return refused(build, change.reason);
    const QString name = partName(catalog, host);
    if (change.removed.isEmpty())
        return {true, change.reason, text("Use %1").arg(name), std::move(change.build)};
    const QString removed = change.removed.join(QStringLiteral(", "));
    return {true, text("Without %1: no place there").arg(removed), text("Use %1, without %2").arg(name, removed),
            std::move(change.build)};
}

const Item *sameKindAt(const Build &build, PartKind kind, Location location, ItemId except)
{
    const auto it = std::ranges::find_if(build.items, [&](const Item &item) {
        return item.id != except && item.part.kind == kind && item.location == location;
    });
    return it == build.items.end() ? nullptr : &*it;
}

PartEdit moved(const Build &build, const Catalog &catalog, const Item &item, Location location)
{
    if (item.location == location)
        return refused(build, {});
    if (item.included)
        return refused(build, text("This part belongs to the machine"));
    const PlacementCheck check = checkPlacement(build, catalog, item.part, location, item.id);
    if (!check.allowed)
        return refused(build, check.reason);
    const QString name = partName(catalog, item.part);
    const Item *other = sameKindAt(build, item.part.kind, location, item.id);
    const QString label = other ? text("Swap %1 and %2").arg(name, partName(catalog, other->part))
                                : text("Move %1 to %2").arg(name, placeName(build, catalog, location));
    return {true, check.reason, label, edits::moved(build, item.id, location)};
}

} // namespace

QString partName(const Catalog &catalog, const PartRef &part)
{
    const PartInfo *info = catalog.partInfo(part);
    return info ? info->name : part.id;
}

QString placeName(const Build &build, const Catalog &catalog, Location location)
{
    const int number = location.index + 1;
    switch (location.place) {
    case Place::Host: return text("the build");
    case Place::CpuSocket: return text("CPU socket %1").arg(number);
    case Place::MemoryBank: return text("memory bank %1").arg(number);
    case Place::ExpansionSlot: {
        const ChassisLayout layout = chassisLayout(build, catalog);
        return location.index >= 0 && std::size_t(location.index) < layout.positions.size()
                   ? layout.positions[std::size_t(location.index)].label
                   : text("slot %1").arg(number);
    }
    case Place::PsuBay: return text("PSU bay %1").arg(number);
    case Place::DriveBay: return text("drive place %1").arg(number);
    case Place::FanMount: return text("fan mount %1").arg(number);
    case Place::Bridge: return text("the next two cards");
    case Place::Outside: return text("the things beside the chassis");
    }
    return {};
}

PartEdit dropped(const Build &build, const Catalog &catalog, const DraggedPart &dragged, Location location)
{
    if (!dragged.part)
        return modelAdded(build, catalog, dragged.modelId);
    if (dragged.placed) {
        const Item *item = build.find(dragged.placed);
        if (!item || item->part != *dragged.part) // dragged over from another window
            return dropped(build, catalog, {dragged.part, {}, {}}, location);
        return moved(build, catalog, *item, location);
    }
    if (isHostKind(dragged.part->kind))
        return hostReplaced(build, catalog, *dragged.part);
    const PlacementCheck check = checkPlacement(build, catalog, *dragged.part, location);
    if (!check.allowed)
        return refused(build, check.reason);
    Build after = edits::placed(build, *dragged.part, location);
    if (dragged.part->kind == PartKind::NvlinkBridge)
        after.items.back().joins = cardsAtBridgePlace(build, location.index);
    return {true, check.reason,
            text("Place %1 in %2").arg(partName(catalog, *dragged.part), placeName(build, catalog, location)),
            std::move(after)};
}

PartEdit taken(const Build &build, const Catalog &catalog, ItemId id)
{
    const Item *item = build.find(id);
    if (!item)
        return refused(build, {});
    if (item->included)
        return refused(build, text("This part belongs to the machine"));
    const QString name = partName(catalog, item->part);
    if (item->location.place != Place::Host)
        return {true, {}, text("Remove %1").arg(name), edits::removed(build, id)};
    HostChange change = hostRemoved(build, catalog, id);
    const QString label = change.removed.isEmpty()
                              ? text("Remove %1").arg(name)
                              : text("Remove %1 with %2").arg(name, change.removed.join(QStringLiteral(", ")));
    return {true, {}, label, std::move(change.build)};
}

PartEdit duplicated(const Build &build, const Catalog &catalog, ItemId id)
{
    const Item *item = build.find(id);
    if (!item || isHostKind(item->part.kind))
        return refused(build, text("There is one of it in a build"));
    const std::optional<Location> location = bestPlace(build, catalog, item->part);
    if (!location)
        return refused(build, text("No free place for another %1").arg(partName(catalog, item->part)));
    PartEdit edit = dropped(build, catalog, {item->part, {}, {}}, *location);
    if (!edit.allowed)
        return edit;
    Item &copy = edit.build.items.back();
    copy.variant = item->variant;
    copy.powerLimit = item->powerLimit;
    copy.price = item->price;
    copy.condition = item->condition;
    edit.label = text("Duplicate %1").arg(partName(catalog, item->part));
    return edit;
}

std::vector<ItemId> bridgeable(const Build &build, const Catalog &catalog, ItemId card)
{
    std::vector<ItemId> neighbours;
    for (const Location location : placesFor(build, catalog, PartKind::NvlinkBridge)) {
        const std::vector<ItemId> pair = cardsAtBridgePlace(build, location.index);
        if (std::ranges::find(pair, card) == pair.end())
            continue;
        for (const ItemId other : pair)
            if (other != card && bridged(build, catalog, card, other).allowed)
                neighbours.push_back(other);
    }
    return neighbours;
}

PartEdit bridged(const Build &build, const Catalog &catalog, ItemId card, ItemId neighbour)
{
    QString reason = text("No NVLink bridge for these cards in the catalogue");
    for (const Location location : placesFor(build, catalog, PartKind::NvlinkBridge)) {
        const std::vector<ItemId> pair = cardsAtBridgePlace(build, location.index);
        if (std::ranges::find(pair, card) == pair.end() || std::ranges::find(pair, neighbour) == pair.end())
            continue;
        for (const NvlinkBridge &bridge : catalog.nvlinkBridges) {
            PartEdit edit =
                dropped(build, catalog, {PartRef{PartKind::NvlinkBridge, bridge.info.id}, {}, {}}, location);
            if (edit.allowed)
                return edit;
            reason = edit.reason;
        }
    }
    return refused(build, reason);
}

} // namespace rigwright::ui
