// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/board_size.h"
#include "core/compatibility/memory_type.h"
#include "core/compatibility/placement_rules.h"
#include "core/units/format.h"

#include <algorithm>

namespace rigwright::placement {

namespace {

/// Another item of a kind at the same place, or nullptr.
const Item *occupant(const Context &context, const Item &item)
{
    for (const Item &other : context.build.items)
        if (other.id != item.id && other.location == item.location)
            return &other;
    return nullptr;
}

/// Parts of a whole machine come with it and are not added.
std::optional<PlacementCheck> ownPartsRule(const Context &context, const Item &item)
{
    if (context.host.wholeMachine() && !item.included)
        return refused(tr("%1 has its own").arg(context.layout.title));
    return std::nullopt;
}

QString bareSocket(const QString &socket)
{
    return socket.startsWith(QLatin1String("2x")) ? socket.mid(2) : socket;
}

/// Only one item of a kind can be the host; `kinds` are the ones that exclude it.
template <class... Kind>
const Item *hostOfKind(const Context &context, const Item &item, Kind... kinds)
{
    for (const Item &other : context.build.items)
        if (other.id != item.id && other.location.place == Place::Host && ((other.part.kind == kinds) || ...))
            return &other;
    return nullptr;
}

QString standoffReason(const QString &board)
{
    return tr("%1 board: check the case's standoffs and board depth").arg(board);
}
QString tooLargeReason(const QString &board, const Enclosure &enclosure)
{
    return tr("%1 board, case takes up to %2").arg(board, largestFormFactor(enclosure.boards));
}

PlacementCheck boardInCase(const Motherboard &board, const Enclosure &enclosure)
{
    switch (boardFit(board.formFactor, enclosure.boards)) {
    case BoardFit::TooLarge: return refused(tooLargeReason(board.formFactor, enclosure));
    case BoardFit::CheckStandoffs: return unwise(standoffReason(board.formFactor));
    case BoardFit::Fits: break;
    }
    return fine();
}

} // namespace

PlacementCheck cpu(const Context &context, const Item &item)
{
    const Cpu *row = context.catalog.cpus.find(item.part.id);
    if (!row)
        return refused(unknownPart(item));
    if (item.location.place != Place::CpuSocket)
        return refused(tr("A CPU goes into a CPU socket"));
    if (const auto no = ownPartsRule(context, item))
        return *no;
    if (!context.host.board)
        return refused(tr("Place a motherboard first"));
    if (item.location.index < 0 || item.location.index >= context.layout.cpuSockets)
        return refused(context.layout.cpuSockets == 1 ? tr("The socket is taken")
                                                      : tr("All %1 sockets are taken").arg(context.layout.cpuSockets));
    if (const Item *other = occupant(context, item))
        return refused(tr("The socket holds %1").arg(nameOf(context.catalog, other->part)));
    const QString socket = bareSocket(context.host.board->socket);
    if (row->socket != socket)
        return refused(tr("Socket %1, CPU is %2").arg(socket, row->socket));
    for (const Item *other : context.build.ofKind(PartKind::Cpu))
        if (other->id != item.id && other->part != item.part)
            return refused(
                tr("Both sockets need the same CPU; the other is %1").arg(nameOf(context.catalog, other->part)));
    return fine();
}

PlacementCheck motherboard(const Context &context, const Item &item)
{
    const Motherboard *row = context.catalog.motherboards.find(item.part.id);
    if (!row)
        return refused(unknownPart(item));
    if (item.location.place != Place::Host)
        return refused(tr("A motherboard goes into the case"));
    if (const auto no = ownPartsRule(context, item))
        return *no;
    if (const Item *other = hostOfKind(context, item, PartKind::Motherboard))
        return refused(tr("There is a board already: %1").arg(nameOf(context.catalog, other->part)));
    return context.host.enclosure ? boardInCase(*row, *context.host.enclosure) : fine();
}

PlacementCheck enclosure(const Context &context, const Item &item)
{
    const Enclosure *row = context.catalog.enclosures.find(item.part.id);
    if (!row)
        return refused(unknownPart(item));
    if (item.location.place != Place::Host)
        return refused(tr("A case holds the build, it is not put into it"));
    if (const auto no = ownPartsRule(context, item))
        return *no;
    if (const Item *other = hostOfKind(context, item, PartKind::Enclosure))
        return refused(tr("There is a case already: %1").arg(nameOf(context.catalog, other->part)));
    return context.host.board ? boardInCase(*context.host.board, *row) : fine();
}

PlacementCheck machine(const Context &context, const Item &item)
{
    if (!context.catalog.partInfo(item.part))
        return refused(unknownPart(item));
    if (item.location.place != Place::Host)
        return refused(tr("A whole machine takes the place of case and board"));
    if (const Item *other = hostOfKind(context, item, PartKind::Prebuilt, PartKind::UnifiedSystem, PartKind::Enclosure,
                                       PartKind::Motherboard))
        return refused(tr("A whole machine needs an empty build; remove %1").arg(nameOf(context.catalog, other->part)));
    return fine();
}

PlacementCheck memory(const Context &context, const Item &item)
{
    const MemoryKit *row = context.catalog.memoryKits.find(item.part.id);
    if (!row)
        return refused(unknownPart(item));
    if (item.location.place != Place::MemoryBank)
        return refused(tr("Memory goes into the board's memory slots"));
    if (const auto no = ownPartsRule(context, item))
        return *no;
    if (!context.host.board)
        return refused(tr("Place a motherboard first"));
    const Motherboard &board = *context.host.board;
    if (!memoryTypeFits(row->type, board.memoryType))
        return refused(tr("%1, board takes %2").arg(row->type, board.memoryType));

    int modules = row->modules;
    double gigabytes = row->modules * row->moduleGB;
    bool sameSpeed = true;
    for (const Item *other : context.build.ofKind(PartKind::MemoryKit)) {
        const MemoryKit *kit = other->id == item.id ? nullptr : context.catalog.memoryKits.find(other->part.id);
        if (!kit)
            continue;
        modules += kit->modules;
        gigabytes += kit->modules * kit->moduleGB;
        sameSpeed = sameSpeed && kit->speedMTs == row->speedMTs;
        if (kit->type != row->type)
            return refused(tr("%1 cannot be mixed with %2").arg(row->type, kit->type));
    }
    if (item.location.index < 0 || item.location.index >= std::max(1, board.memorySlots) || occupant(context, item))
        return refused(tr("That memory bank is taken"));
    if (modules > board.memorySlots)
        return refused(tr("%1 modules, %2 slots free")
                           .arg(row->modules)
                           .arg(std::max(0, board.memorySlots - (modules - row->modules))));
    if (board.maxMemoryGB > 0 && gigabytes > board.maxMemoryGB)
        return refused(tr("%1 in all, board takes %2").arg(format::gb(gigabytes), format::gb(board.maxMemoryGB)));
    return sameSpeed ? fine() : unwise(tr("Kits of different speed: all run at the slowest"));
}

PlacementCheck supply(const Context &context, const Item &item)
{
    const PowerSupply *row = context.catalog.powerSupplies.find(item.part.id);
    if (!row)
        return refused(unknownPart(item));
    if (item.location.place != Place::PsuBay)
        return refused(tr("A power supply goes into a PSU bay"));
    if (const auto no = ownPartsRule(context, item))
        return *no;
    const int bays = int(context.layout.bays.size());
    if (bays == 0)
        return refused(tr("Place a case first"));
    if (item.location.index < 0 || item.location.index >= bays)
        return refused(bays == 1 ? tr("The PSU bay is taken") : tr("All %1 PSU bays are taken").arg(bays));
    if (const Item *other = occupant(context, item))
        return refused(tr("The bay holds %1").arg(nameOf(context.catalog, other->part)));
    const Millimetres longest = context.layout.bays[std::size_t(item.location.index)].maxLength;
    if (longest.base() > 0 && row->length > longest)
        return refused(tr("%1 long, bay takes %2").arg(format::millimetres(row->length), format::millimetres(longest)));
    return fine();
}

PlacementCheck drive(const Context &context, const Item &item)
{
    const Drive *row = context.catalog.drives.find(item.part.id);
    if (!row)
        return refused(unknownPart(item));
    if (item.location.place != Place::DriveBay)
        return refused(tr("A drive goes into an M.2 slot or a drive tray"));
    if (const auto no = ownPartsRule(context, item))
        return *no;
    if (context.layout.driveBays == 0)
        return refused(tr("Place a motherboard first"));
    if (item.location.index < 0 || item.location.index >= context.layout.driveBays)
        return refused(tr("All %1 drive places are taken").arg(context.layout.driveBays));
    if (const Item *other = occupant(context, item))
        return refused(tr("The place holds %1").arg(nameOf(context.catalog, other->part)));
    const bool nvme = row->interface.contains(QLatin1String("NVMe"), Qt::CaseInsensitive);
    if (nvme != (item.location.index < context.layout.m2Slots))
        return refused(
            nvme ? tr("NVMe drive, this is a SATA tray (the board has %1 M.2 slots)").arg(context.layout.m2Slots)
                 : tr("%1 drive, this is an M.2 slot for NVMe").arg(row->interface));
    return fine();
}

PlacementCheck fan(const Context &context, const Item &item)
{
    const Fan *row = context.catalog.fans.find(item.part.id);
    if (!row)
        return refused(unknownPart(item));
    if (item.location.place != Place::FanMount)
        return refused(tr("A fan goes on a fan mount"));
    if (const auto no = ownPartsRule(context, item))
        return *no;
    if (!context.host.enclosure)
        return refused(tr("Place a case first"));
    const int mounts = context.layout.fanMounts;
    int fans = row->count;
    for (const Item *other : context.build.ofKind(PartKind::Fan))
        if (const Fan *pack = other->id == item.id ? nullptr : context.catalog.fans.find(other->part.id))
            fans += pack->count;
    if (fans > mounts)
        return refused(tr("%1 fans, the case has %2 mounts").arg(fans).arg(mounts));
    if (item.location.index < 0 || item.location.index >= mounts || occupant(context, item))
        return refused(tr("That fan mount is taken"));
    return fine();
}

} // namespace rigwright::placement
