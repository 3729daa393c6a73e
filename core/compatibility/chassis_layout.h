// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"

#include <vector>

namespace rigwright {

/// A place for a card: an expansion slot of a tower, a frame position on a riser, or a module
/// socket of a whole machine. Coordinates are millimetres from the top left of the chassis
/// interior, x to the front of the case, y down.
struct CardPosition
{
    QString label;          ///< "Slot 3", "Frame 2", "SXM 5"
    PcieLink link;          ///< electrical link with the present board and CPU
    int boardSlot = -1;     ///< index into Motherboard::slots_, or -1
    int expansionIndex = 0; ///< expansion-slot row it starts at (1 = top); 0 where cards do not share rows
    bool external = false;  ///< on a riser: no neighbour, no shared rows
    bool module = false;    ///< SXM or OAM socket
    double x = 0;
    double y = 0;
    Millimetres maxLength; ///< 0 = unknown
};

struct SupplyBay
{
    double x = 0;
    double y = 0;
    Millimetres maxLength; ///< 0 = unknown
};

/// The chassis as drawn and checked: what the enclosure and board (or the whole machine) offer.
struct ChassisLayout
{
    QString title;      ///< "Enthoo Pro 2 Server · 11 slots"
    QString boardTitle; ///< empty without a board
    double width = 0;   ///< mm, interior
    double height = 0;  ///< mm, interior
    double boardX = 0;  ///< board rectangle, mm; width 0 = no board
    double boardY = 0;
    double boardWidth = 0;
    double boardHeight = 0;
    bool closed = false; ///< a whole machine that is not opened (unified memory)
    int cpuSockets = 0;
    int memoryBanks = 0; ///< memory slots
    int driveBays = 0;
    int m2Slots = 0; ///< the first of the drive bays: NVMe drives; the rest are SATA trays
    int fanMounts = 0;
    int expansionRows = 0; ///< rows that the enclosure has openings for
    std::vector<CardPosition> positions;
    std::vector<SupplyBay> bays;
};

inline constexpr double kSlotPitchMm = 20.32; ///< ATX specification 2.2: 0.8 inch
inline constexpr double kSupplyHeightMm = 86; ///< ATX12V design guide: 150 x 86 mm, any length

/// @return the layout of the build's host: its whole machine, or its enclosure and board. A build
///         without a host gives an empty layout (no positions).
ChassisLayout chassisLayout(const Build &build, const Catalog &catalog);

/// @return rows of expansion slots that a card of this width covers (2.5 covers 3)
int rowsCovered(double slotWidth);

} // namespace rigwright
