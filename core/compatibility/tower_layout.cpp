// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/board_size.h"
#include "core/compatibility/layouts.h"
#include "core/compatibility/slot_links.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace rigwright {

namespace {

constexpr double kBoardInsetMm = 12;  ///< rear panel to the board's edge
constexpr double kRiserPitchRows = 2; ///< MCIO adapters are mounted in every second row
constexpr int kBenchRows = 8;         ///< a board on the table ends nowhere, so it gets a large case's rows
constexpr int kBenchSupplies = 2;

/// Positions in the order of the board's slots. A slot without an expansion position (an MCIO
/// connector) feeds a riser that is mounted in the rows below.
void addPositions(ChassisLayout &layout, const Host &host, const Build &build, double firstRowY)
{
    const std::vector<BoardSlot> &slots_ = host.board->slots_;
    QVarLengthArray<int, 16> slotOf(qsizetype(slots_.size()));
    std::iota(slotOf.begin(), slotOf.end(), 0);
    const auto links = slotLinks(host, layouts::usedSlots(build, slotOf, slots_.size()));
    const QString slotWord = QCoreApplication::translate("Chassis", "Slot ");
    const QString cableWord = QCoreApplication::translate("Chassis", "MCIO ");

    int boardRows = 0; // cabled cards are mounted below the board's own slots
    for (const BoardSlot &slot : slots_)
        boardRows = std::max(boardRows, slot.position);
    int cabled = 0;
    layout.positions.reserve(slots_.size());
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        CardPosition position;
        position.boardSlot = int(i);
        position.link = links[qsizetype(i)];
        if (slots_[i].position > 0) {
            position.expansionIndex = slots_[i].position;
            position.label = slotWord + QString::number(position.expansionIndex);
        } else {
            position.expansionIndex = boardRows + 1 + int(cabled * kRiserPitchRows);
            position.label = cableWord + QString::number(++cabled);
        }
        position.y = firstRowY + (position.expansionIndex - 1) * kSlotPitchMm;
        position.maxLength = host.enclosure ? host.enclosure->maxGpuLength : Millimetres(0);
        layout.positions.push_back(std::move(position));
    }
}

} // namespace

void layouts::tower(ChassisLayout &layout, const Host &host, const Build &build)
{
    const Enclosure *enclosure = host.enclosure;
    const double boardHeight = host.board ? layout.boardHeight : boardSize(QStringLiteral("ATX")).height;
    layout.boardX = kBoardInsetMm;
    layout.boardY = 2 * kGapMm;
    layout.expansionRows = enclosure ? enclosure->expansionSlots : kBenchRows;

    const double firstRowY = layout.boardY + std::min(kFirstRowOffsetMm, boardHeight - kSlotPitchMm);
    if (host.board)
        addPositions(layout, host, build, firstRowY);

    int lastRow = layout.expansionRows;
    for (const CardPosition &position : layout.positions)
        lastRow = std::max(lastRow, position.expansionIndex);
    const double rowsEnd = firstRowY + lastRow * kSlotPitchMm;
    const double contentEnd = std::max(layout.boardY + boardHeight, rowsEnd) + kGapMm;

    const double cardLength =
        enclosure && enclosure->maxGpuLength.base() > 0 ? enclosure->maxGpuLength.base() : kDefaultCardMm;
    const Millimetres supplyLength = enclosure ? enclosure->maxPsuLength : Millimetres(0);
    const double supplyDrawn = supplyLength.base() > 0 ? supplyLength.base() : kDefaultSupplyMm;
    layout.width = std::max({cardLength, layout.boardX + layout.boardWidth, supplyDrawn + 2 * kGapMm}) + kFanDepthMm;
    layout.height = supplyBays(layout, enclosure ? enclosure->psuBays : kBenchSupplies, supplyLength, kGapMm,
                               contentEnd, layout.width - 2 * kGapMm);
}

} // namespace rigwright
