// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compatibility/chassis_layout.h"
#include "core/compatibility/host.h"

#include <QVarLengthArray>

/// The kinds of chassis, one file each; chassisLayout() picks.
namespace rigwright::layouts {

inline constexpr double kGapMm = 12;             ///< between things that do not touch
inline constexpr double kFanDepthMm = 60;        ///< fans with filter and cables at the front
inline constexpr double kDefaultSupplyMm = 200;  ///< where the case does not state its PSU length
inline constexpr double kDefaultCardMm = 330;    ///< where the case does not state its GPU length
inline constexpr double kFirstRowOffsetMm = 163; ///< board's top edge to row 1: 305 - 7 * 20.32

/// SATA drives hang in the case's own trays; the catalogue does not count them. Every tower and
/// 4U case in it takes at least four.
inline constexpr int kSataTrays = 4;

void tower(ChassisLayout &layout, const Host &host, const Build &build);
void openFrame(ChassisLayout &layout, const Host &host, const Build &build);
void wholeMachine(ChassisLayout &layout, const Host &host, const Catalog &catalog);

/// Sockets, memory slots and drives of the board, alike in every style.
void boardPlaces(ChassisLayout &layout, const Host &host);

/// Supply bays in rows from (x, y) on; @return the y below the last row
double supplyBays(ChassisLayout &layout, int count, Millimetres length, double x, double y, double width);

/// Flags of the board's slots that hold a card; position p feeds from slot slotOf[p].
QVarLengthArray<bool, 16> usedSlots(const Build &build, const QVarLengthArray<int, 16> &slotOf, std::size_t slotCount);

} // namespace rigwright::layouts
