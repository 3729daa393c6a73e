// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/placement_session.h"

#include "core/compatibility/placement_check.h"
#include "ui/chassis/host_change.h"
#include "ui/chassis/place_areas.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace rigwright::ui {

namespace {

/// How far beside a place, in millimetres, a part still snaps to it.
constexpr double kSnapDistance = 24;

double distanceTo(const QRectF &area, QPointF point)
{
    const double dx = std::max({area.left() - point.x(), point.x() - area.right(), 0.0});
    const double dy = std::max({area.top() - point.y(), point.y() - area.bottom(), 0.0});
    return std::hypot(dx, dy);
}

/// Where a part of a kind would go if there were a place, to ask why there is none.
Location firstPlace(PartKind kind)
{
    switch (kind) {
    case PartKind::Gpu: return {Place::ExpansionSlot, 0};
    case PartKind::Cpu: return {Place::CpuSocket, 0};
    case PartKind::MemoryKit: return {Place::MemoryBank, 0};
    case PartKind::PowerSupply: return {Place::PsuBay, 0};
    case PartKind::Drive: return {Place::DriveBay, 0};
    case PartKind::Fan: return {Place::FanMount, 0};
    case PartKind::NvlinkBridge: return {Place::Bridge, 0};
    case PartKind::UnifiedSystem:
    case PartKind::Prebuilt:
    case PartKind::Motherboard:
    case PartKind::Enclosure: return {Place::Host, 0};
    case PartKind::Extra: return {Place::Outside, 0};
    }
    return {};
}

/// Of places drawn in one box the first that takes the part stands for all.
void addOrMerge(std::vector<DropTarget> &targets, DropTarget target)
{
    for (DropTarget &present : targets)
        if (present.hit == target.hit) {
            if (!present.allowed && target.allowed)
                present = std::move(target);
            return;
        }
    targets.push_back(std::move(target));
}

} // namespace

PlacementSession::PlacementSession(DraggedPart dragged, const Build &build, const Catalog &catalog,
                                   const ChassisLayout &layout, const ChassisModel &model)
    : m_dragged(std::move(dragged)), m_outline(model.outline)
{
    const Item *item = m_dragged.placed ? build.find(m_dragged.placed) : nullptr;
    if (!item || !m_dragged.part || item->part != *m_dragged.part)
        m_dragged.placed = {};
    m_canRemove = m_dragged.placed && !item->included;
    if (m_dragged.part) {
        m_name = partName(catalog, *m_dragged.part);
    } else {
        const LlmModel *llm = catalog.models.find(m_dragged.modelId);
        m_name = llm ? llm->name : m_dragged.modelId;
    }
    if (!m_dragged.part || isHostKind(m_dragged.part->kind))
        addEverywhere(build, catalog, model);
    else
        addPlaces(build, catalog, layout, model);
}

void PlacementSession::addEverywhere(const Build &build, const Catalog &catalog, const ChassisModel &model)
{
    const Location location = m_dragged.part ? Location{Place::Host, 0} : Location{};
    const PartEdit edit = dropped(build, catalog, m_dragged, location);
    DropTarget target;
    target.location = location;
    target.hit = target.ghost = model.outline;
    target.allowed = edit.allowed;
    target.reason = edit.reason;
    m_targets.push_back(std::move(target));
}

void PlacementSession::addPlaces(const Build &build, const Catalog &catalog, const ChassisLayout &layout,
                                 const ChassisModel &model)
{
    const PartRef &part = *m_dragged.part;
    const Item *moving = m_dragged.placed ? build.find(m_dragged.placed) : nullptr;
    std::vector<Location> places = placesFor(build, catalog, part.kind);
    const bool none = places.empty();
    if (none)
        places.push_back(firstPlace(part.kind));
    for (const Location location : places) {
        if (moving && moving->location == location)
            continue;
        const PlaceArea area = none ? PlaceArea{model.outline, model.outline, {}, false}
                                    : placeArea(build, catalog, layout, model, part, location);
        const PlacementCheck check = checkPlacement(build, catalog, part, location, m_dragged.placed);
        addOrMerge(m_targets, {location, area.hit, area.ghost, area.label, check.allowed, area.vacant, check.reason});
    }
}

bool PlacementSession::hold(int target, bool removing)
{
    if (target == m_current && removing == m_removing)
        return false;
    m_current = target;
    m_removing = removing;
    delta.clear();
    return true;
}

bool PlacementSession::holdAt(QPointF point)
{
    if (m_canRemove && !m_outline.contains(point))
        return hold(-1, true);
    // Of places that overlap here: one that takes the part, else the largest (a card in the way is
    // meant as a whole), else the one in whose middle the pointer is.
    using Rank = std::tuple<double, bool, double, double>;
    int nearest = -1;
    Rank best;
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        const DropTarget &target = m_targets[i];
        const double distance = target.hit == m_outline ? 0 : distanceTo(target.hit, point);
        if (distance > kSnapDistance)
            continue;
        const Rank rank{distance, !target.allowed, -target.hit.width() * target.hit.height(),
                        (target.hit.center() - point).manhattanLength()};
        if (nearest < 0 || rank < best) {
            best = rank;
            nearest = int(i);
        }
    }
    return hold(nearest, false);
}

bool PlacementSession::step(int direction)
{
    const int count = int(m_targets.size());
    for (int i = 1; i <= count; ++i) {
        const int start = m_current < 0 && direction < 0 ? 0 : m_current;
        const int candidate = ((start + direction * i) % count + count) % count;
        if (m_targets[std::size_t(candidate)].allowed) {
            hold(candidate, false);
            return true;
        }
    }
    return false;
}

void PlacementSession::letGo()
{
    hold(-1, false);
}

PartEdit PlacementSession::edit(const Build &build, const Catalog &catalog) const
{
    if (m_removing)
        return taken(build, catalog, m_dragged.placed);
    if (const DropTarget *target = current())
        return dropped(build, catalog, m_dragged, target->location);
    return {false, {}, {}, build};
}

} // namespace rigwright::ui
