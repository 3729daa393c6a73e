// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/place_areas.h"

#include "core/compatibility/bridges.h"
#include "ui/chassis/chassis_arrangement.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright::ui {

namespace {

const CardView *cardAt(const ChassisModel &model, Location location)
{
    const auto it = std::ranges::find(model.cards, location, &CardView::location);
    return it == model.cards.end() ? nullptr : &*it;
}

PlaceArea slotPlace(const Catalog &catalog, const ChassisLayout &layout, const ChassisModel &model, const PartRef &part,
                    Location location)
{
    const CardPosition &position = layout.positions[std::size_t(location.index)];
    const Gpu *gpu = part.kind == PartKind::Gpu ? catalog.gpus.find(part.id) : nullptr;
    PlaceArea area;
    area.ghost = cardArea(layout, position, gpu ? gpu->length : Millimetres(), gpu ? gpu->slotWidth : 1);
    const CardView *occupant = cardAt(model, location);
    const auto drawn = std::ranges::find(model.slots_, location, &SlotView::location);
    area.vacant = drawn != model.slots_.end();
    area.hit = occupant ? occupant->area : area.vacant ? drawn->area : slotArea(layout, position);
    const QString link = linkText(position.link);
    area.label = link.isEmpty() ? position.label : QStringLiteral("%1 · %2").arg(position.label, link);
    return area;
}

PlaceArea bayPlace(const Catalog &catalog, const ChassisLayout &layout, const ChassisModel &model, const PartRef &part,
                   Location location)
{
    const PowerSupply *supply = catalog.powerSupplies.find(part.id);
    PlaceArea area;
    area.ghost = supplyArea(layout, std::size_t(location.index), supply ? supply->length : Millimetres());
    const auto drawn = std::ranges::find(model.supplies, location, &SupplyView::location);
    area.vacant = drawn != model.supplies.end() && drawn->title.isEmpty();
    area.hit = drawn != model.supplies.end() ? drawn->area : area.ghost;
    area.ghost.moveTopLeft(area.hit.topLeft());
    area.label = QCoreApplication::translate("Chassis", "PSU bay %1").arg(location.index + 1);
    return area;
}

PlaceArea bridgePlace(const Build &build, const ChassisModel &model, Location location)
{
    PlaceArea area;
    for (const ItemId id : cardsAtBridgePlace(build, location.index)) {
        const auto card = std::ranges::find(model.cards, id, &CardView::item);
        if (card != model.cards.end())
            area.hit |= card->area;
    }
    area.ghost = area.hit;
    area.label = QCoreApplication::translate("Chassis", "Between these cards");
    return area;
}

/// Places that share a drawn box: memory banks, drives, fans. The box of the place itself, else
/// the one of its kind, else the airflow column, else the whole chassis.
PlaceArea boxPlace(const ChassisModel &model, Location location)
{
    const auto ofKind = [&](const BlockView &block) { return block.location.place == location.place; };
    auto block = std::ranges::find(model.blocks, location, &BlockView::location);
    if (block == model.blocks.end())
        block = std::ranges::find_if(model.blocks, ofKind);
    PlaceArea area;
    if (block != model.blocks.end()) {
        area.hit = block->area;
        area.vacant = block->empty;
    } else {
        area.hit = location.place == Place::FanMount ? model.airflow.area : model.outline;
    }
    area.ghost = area.hit;
    return area;
}

} // namespace

PlaceArea placeArea(const Build &build, const Catalog &catalog, const ChassisLayout &layout, const ChassisModel &model,
                    const PartRef &part, Location location)
{
    switch (location.place) {
    case Place::ExpansionSlot:
        if (std::size_t(location.index) < layout.positions.size())
            return slotPlace(catalog, layout, model, part, location);
        break;
    case Place::PsuBay:
        if (std::size_t(location.index) < layout.bays.size())
            return bayPlace(catalog, layout, model, part, location);
        break;
    case Place::Bridge: return bridgePlace(build, model, location);
    case Place::Host:
    case Place::Outside: return {model.outline, model.outline, {}, false};
    case Place::CpuSocket:
    case Place::MemoryBank:
    case Place::DriveBay:
    case Place::FanMount: break;
    }
    return boxPlace(model, location);
}

} // namespace rigwright::ui
