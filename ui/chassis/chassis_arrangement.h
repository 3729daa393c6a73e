// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chassis/chassis_model.h"

namespace rigwright::ui {

/// @return where a card of this size sits: true length and slot width, modules as large as their
///         raster leaves room for
QRectF cardArea(const ChassisLayout &layout, const CardPosition &position, Millimetres length, double slotWidth);

/// @return the outline of a free position: one row high, as long as a card there may be
QRectF slotArea(const ChassisLayout &layout, const CardPosition &position);

/// @return the front view of a supply in its bay
QRectF supplyArea(const ChassisLayout &layout, std::size_t bay, Millimetres length);

/// Gives the blocks, the airflow column, the outline and the scale bar of a model their
/// rectangles, around the slots, cards, supplies and bridges that have theirs. Nothing overlaps.
void arrange(ChassisModel &model, const ChassisLayout &layout);

} // namespace rigwright::ui
