// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/layouts.h"
#include "core/compatibility/slot_links.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright {

namespace {

constexpr double kFramePitchMm = 75;                  ///< mining frames space cards 70 to 80 mm
constexpr double kCagePitchMm = 2 * kSlotPitchMm + 4; ///< server cages: double-width cards, side by side
constexpr int kMostInColumn = 10;

} // namespace

/// Cards on risers in columns at the left, the board at the right, supplies under it. Position i is
/// fed by the i-th fastest slot of the board; positions beyond the board's slots have no link.
void layouts::openFrame(ChassisLayout &layout, const Host &host, const Build &build)
{
    const Enclosure &enclosure = *host.enclosure;
    const bool cage = enclosure.style == EnclosureStyle::GpuCage;
    const double pitch = cage ? kCagePitchMm : kFramePitchMm;
    const double cardLength = enclosure.maxGpuLength.base() > 0 ? enclosure.maxGpuLength.base() : kDefaultCardMm;
    const int count = host.board ? enclosure.expansionSlots : 0;
    const int columns = std::max(1, (enclosure.expansionSlots + kMostInColumn - 1) / kMostInColumn);
    const int inColumn = (enclosure.expansionSlots + columns - 1) / columns;

    if (host.board) {
        const QVarLengthArray<int, 16> slotOf = slotsByRate(*host.board);
        const auto links = slotLinks(host, usedSlots(build, slotOf, host.board->slots_.size()));
        const QString word =
            cage ? QCoreApplication::translate("Chassis", "Cage ") : QCoreApplication::translate("Chassis", "Frame ");
        layout.positions.reserve(std::size_t(count));
        for (int i = 0; i < count; ++i) {
            CardPosition position;
            position.label = word + QString::number(i + 1);
            position.external = true;
            if (i < slotOf.size()) {
                position.boardSlot = slotOf[i];
                position.link = links[slotOf[i]];
            }
            const int column = i / inColumn;
            position.x = kGapMm + column * (cardLength + kGapMm);
            position.y = 2 * kGapMm + (i % inColumn) * pitch;
            position.maxLength = enclosure.maxGpuLength;
            layout.positions.push_back(std::move(position));
        }
    }

    layout.boardX = kGapMm + columns * (cardLength + kGapMm);
    layout.boardY = 2 * kGapMm;
    const double supplyDrawn = enclosure.maxPsuLength.base() > 0 ? enclosure.maxPsuLength.base() : kDefaultSupplyMm;
    const double boardColumn = std::max(layout.boardWidth, supplyDrawn);
    layout.width = layout.boardX + boardColumn + kGapMm + kFanDepthMm;
    const double bayEnd = supplyBays(layout, enclosure.psuBays, enclosure.maxPsuLength, layout.boardX,
                                     layout.boardY + layout.boardHeight + kGapMm, boardColumn);
    layout.height = std::max(bayEnd, 2 * kGapMm + inColumn * pitch);
}

} // namespace rigwright
