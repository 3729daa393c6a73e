// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/bridges.h"
#include "core/compatibility/pcie.h"
#include "core/compatibility/placement_rules.h"
#include "core/units/format.h"

#include <algorithm>
#include <cmath>

namespace rigwright::placement {

namespace {

constexpr int kCageRows = 2; ///< server cages hold double-width cards

QString widthText(double slotWidth)
{
    const int decimals = slotWidth == std::floor(slotWidth) ? 0 : 1;
    return tr("%1 slots wide").arg(format::number(slotWidth, decimals));
}

const CardPosition *positionOf(const ChassisLayout &layout, const Item &item)
{
    const int index = item.location.index;
    return item.location.place == Place::ExpansionSlot && index >= 0 && index < int(layout.positions.size())
               ? &layout.positions[std::size_t(index)]
               : nullptr;
}

bool soldIn(const Prebuilt &machine, const QString &gpuId)
{
    return std::ranges::find(machine.gpuIds, gpuId) != machine.gpuIds.end();
}

/// SXM and OAM modules live only on the carrier boards of their machines.
std::optional<PlacementCheck> moduleRule(const Context &context, const Gpu &gpu, const CardPosition &position)
{
    const bool module = gpu.formFactor != GpuFormFactor::PcieCard;
    if (module && !position.module)
        return refused(tr("%1 is a module: it needs its carrier board").arg(gpu.info.name));
    if (!module && position.module)
        return refused(tr("%1 is a socket for modules, %2 is a PCIe card").arg(position.label, gpu.info.name));
    if (module && context.host.prebuilt && !soldIn(*context.host.prebuilt, gpu.info.id))
        return refused(tr("%1 does not take %2").arg(context.host.prebuilt->info.name, gpu.info.name));
    return std::nullopt;
}

/// Rows that the card covers against the rows of the case and of the other cards.
std::optional<PlacementCheck> rowRule(const Context &context, const Item &item, const Gpu &gpu,
                                      const CardPosition &position)
{
    const int rows = rowsCovered(gpu.slotWidth);
    if (position.external) {
        const bool cage = context.host.enclosure && context.host.enclosure->style == EnclosureStyle::GpuCage;
        if (cage && rows > kCageRows)
            return refused(tr("%1, cage positions take %2").arg(widthText(gpu.slotWidth)).arg(kCageRows));
        return std::nullopt;
    }
    const int first = position.expansionIndex;
    int free = context.layout.expansionRows - first + 1;
    for (const Item &other : context.build.items) {
        if (other.part.kind != PartKind::Gpu || other.id == item.id)
            continue;
        const CardPosition *at = positionOf(context.layout, other);
        const Gpu *card = context.catalog.gpus.find(other.part.id);
        if (!at || at->external || !card)
            continue;
        if (at->expansionIndex < first && at->expansionIndex + rowsCovered(card->slotWidth) > first)
            return refused(tr("%1 is covered by %2 in %3").arg(position.label, card->info.name, at->label));
        if (at->expansionIndex > first)
            free = std::min(free, at->expansionIndex - first);
    }
    if (rows > free)
        return refused(tr("%1, %2 free").arg(widthText(gpu.slotWidth)).arg(std::max(0, free)));
    return std::nullopt;
}

std::optional<PlacementCheck> occupiedRule(const Context &context, const Item &item, const CardPosition &position)
{
    for (const Item &other : context.build.items)
        if (other.id != item.id && other.location == item.location)
            return refused(tr("%1 holds %2").arg(position.label, nameOf(context.catalog, other.part)));
    return std::nullopt;
}

QString noLinkReason(const Context &context, const CardPosition &position)
{
    if (position.boardSlot < 0)
        return tr("%1 has %2 slots for risers")
            .arg(context.host.board->info.name)
            .arg(context.host.board->slots_.size());
    return tr("No PCIe lanes left: the CPU has %1")
        .arg(context.host.cpu ? context.host.cpu->pcieLanes * context.host.cpus : 0);
}

QString unwiseReason(const Context &context, const Gpu &gpu, const CardPosition &position)
{
    if (context.host.prebuilt && !context.host.prebuilt->gpuIds.empty() && !soldIn(*context.host.prebuilt, gpu.info.id))
        return tr("%1 is not sold with %2").arg(context.host.prebuilt->info.name, gpu.info.name);
    const PcieLink link = negotiated(position.link, gpu.link);
    if (gpu.formFactor == GpuFormFactor::PcieCard && link.lanes * 2 < gpu.link.lanes)
        return tr("Only %1 for a x%2 card").arg(pcieName(link)).arg(gpu.link.lanes);
    const bool serverAir = context.host.wholeMachine()
                           || (context.host.enclosure && context.host.enclosure->style == EnclosureStyle::GpuCage);
    if (gpu.cooler == GpuCooler::Passive && gpu.formFactor == GpuFormFactor::PcieCard && !serverAir)
        return tr("Passive cooler: it needs a server's airflow or a blower and shroud");
    return {};
}

} // namespace

PlacementCheck card(const Context &context, const Item &item)
{
    const Gpu *gpu = context.catalog.gpus.find(item.part.id);
    if (!gpu)
        return refused(unknownPart(item));
    if (item.location.place != Place::ExpansionSlot)
        return refused(tr("A graphics card goes into an expansion slot"));
    if (context.host.closed())
        return refused(tr("%1 has no expansion slots").arg(context.layout.title));
    if (context.layout.positions.empty())
        return refused(tr("Place a motherboard first"));
    const CardPosition *position = positionOf(context.layout, item);
    if (!position)
        return refused(tr("There are %1 positions here").arg(context.layout.positions.size()));

    if (const auto no = moduleRule(context, *gpu, *position))
        return *no;
    if (const auto no = occupiedRule(context, item, *position))
        return *no;
    if (const auto no = rowRule(context, item, *gpu, *position))
        return *no;
    if (position->maxLength.base() > 0 && gpu->length > position->maxLength)
        return refused(
            tr("%1, clearance %2").arg(format::millimetres(gpu->length), format::millimetres(position->maxLength)));
    if (!context.host.wholeMachine() && position->link.lanes <= 0)
        return refused(noLinkReason(context, *position));
    return unwise(unwiseReason(context, *gpu, *position));
}

PlacementCheck bridge(const Context &context, const Item &item)
{
    const NvlinkBridge *row = context.catalog.nvlinkBridges.find(item.part.id);
    if (!row)
        return refused(unknownPart(item));
    if (item.location.place != Place::Bridge)
        return refused(tr("A bridge joins two cards"));
    const std::vector<ItemId> joined = joinedBy(context.build, item);
    if (joined.size() < 2)
        return refused(tr("A bridge needs two cards side by side"));

    for (const ItemId id : joined) {
        const Item *card = context.build.find(id);
        const Gpu *gpu = card ? context.catalog.gpus.find(card->part.id) : nullptr;
        if (!gpu)
            return refused(tr("A bridge joins graphics cards"));
        if (std::ranges::find(row->gpuIds, gpu->info.id) == row->gpuIds.end()) {
            const bool none = gpu->nvlinkPeers == 0 && gpu->nvlinkTotal.base() == 0;
            return refused(none ? tr("%1 has no NVLink").arg(gpu->info.name)
                                : tr("%1 does not fit %2").arg(row->info.name, gpu->info.name));
        }
        for (const Item &other : context.build.items) {
            if (other.part.kind != PartKind::NvlinkBridge || other.id == item.id)
                continue;
            const std::vector<ItemId> taken = joinedBy(context.build, other);
            if (std::ranges::find(taken, id) != taken.end() && gpu->nvlinkPeers <= 1)
                return refused(tr("%1 is joined already: NVLink joins pairs only").arg(gpu->info.name));
        }
    }
    if (context.build.find(joined[0])->part != context.build.find(joined[1])->part)
        return refused(tr("NVLink joins two cards of the same model"));

    const CardPosition *a = positionOf(context.layout, *context.build.find(joined[0]));
    const CardPosition *b = positionOf(context.layout, *context.build.find(joined[1]));
    if (!a || !b)
        return refused(tr("Both cards must be in a slot"));
    const int apart = std::abs(a->expansionIndex - b->expansionIndex);
    if (row->slotSpacing > 0 && a->external && b->external)
        return unwise(tr("Mount these two cards %1 slots apart for this bridge").arg(row->slotSpacing));
    if (row->slotSpacing > 0 && apart != row->slotSpacing)
        return refused(tr("The bridge spans %1 slots, the cards are %2 apart").arg(row->slotSpacing).arg(apart));
    return fine();
}

} // namespace rigwright::placement
