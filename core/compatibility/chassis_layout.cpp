// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/chassis_layout.h"

#include "core/compatibility/board_size.h"
#include "core/compatibility/layouts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Chassis", text);
}

QString separator()
{
    return QStringLiteral(" · ");
}

QString enclosureTitle(const Enclosure &enclosure)
{
    const bool frame = enclosure.style == EnclosureStyle::OpenFrame || enclosure.style == EnclosureStyle::GpuCage;
    return enclosure.info.name + separator() + QString::number(enclosure.expansionSlots) + QLatin1Char(' ')
           + (frame ? tr("GPU positions") : tr("slots"));
}

} // namespace

int rowsCovered(double slotWidth)
{
    return std::max(1, int(std::ceil(slotWidth)));
}

ChassisLayout chassisLayout(const Build &build, const Catalog &catalog)
{
    ChassisLayout layout;
    const Host host = hostOf(build, catalog);
    if (host.wholeMachine()) {
        layouts::wholeMachine(layout, host, catalog);
        return layout;
    }
    if (!host.enclosure && !host.board)
        return layout;

    layout.title = host.enclosure ? enclosureTitle(*host.enclosure) : tr("Open bench");
    if (host.board)
        layout.boardTitle = host.board->info.name + separator() + host.board->socket + separator()
                            + QString::number(host.board->slots_.size()) + QStringLiteral(" × PCIe");
    layouts::boardPlaces(layout, host);
    const EnclosureStyle style = host.enclosure ? host.enclosure->style : EnclosureStyle::Tower;
    if (style == EnclosureStyle::OpenFrame || style == EnclosureStyle::GpuCage)
        layouts::openFrame(layout, host, build);
    else
        layouts::tower(layout, host, build);
    return layout;
}

void layouts::boardPlaces(ChassisLayout &layout, const Host &host)
{
    if (host.enclosure)
        layout.fanMounts = host.enclosure->fanMountCount;
    if (!host.board)
        return;
    layout.cpuSockets = host.board->sockets;
    layout.memoryBanks = host.board->memorySlots;
    layout.m2Slots = host.board->m2Slots;
    layout.driveBays = layout.m2Slots + kSataTrays;
    const BoardSize size = boardSize(host.board->formFactor);
    layout.boardWidth = size.depth;
    layout.boardHeight = size.height;
}

double layouts::supplyBays(ChassisLayout &layout, int count, Millimetres length, double x, double y, double width)
{
    // Rows are made for common supplies, so that two stand side by side as in the case; the room
    // that is left goes between them, for long ones.
    const int perRow = std::max(1, std::min(count, int((width + kGapMm) / (kDefaultSupplyMm + kGapMm))));
    const double pitch = (width + kGapMm) / perRow;
    for (int i = 0; i < count; ++i) {
        const int row = i / perRow;
        layout.bays.push_back({x + (i % perRow) * pitch, y + row * (kSupplyHeightMm + kGapMm), length});
    }
    const int rows = (count + perRow - 1) / perRow;
    return y + rows * (kSupplyHeightMm + kGapMm);
}

QVarLengthArray<bool, 16> layouts::usedSlots(const Build &build, const QVarLengthArray<int, 16> &slotOf,
                                             std::size_t slotCount)
{
    QVarLengthArray<bool, 16> used;
    used.resize(qsizetype(slotCount));
    std::fill(used.begin(), used.end(), false);
    for (const Item &item : build.items)
        if (item.part.kind == PartKind::Gpu && item.location.place == Place::ExpansionSlot && item.location.index >= 0
            && item.location.index < slotOf.size() && slotOf[item.location.index] >= 0)
            used[slotOf[item.location.index]] = true;
    return used;
}

} // namespace rigwright
