// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chassis/part_view.h"

namespace rigwright::ui {

/// What the keyboard points at: a placed part by its id (it stays pointed at while it moves), a
/// free place by its location.
struct Spot
{
    ItemId item;
    Location location;
    friend bool operator==(const Spot &, const Spot &) = default;
};

Spot spotOf(const PartView &view);

/// @return the parts in reading order: by rows from the top, then from the left
std::vector<PartView> readingOrder(const ChassisModel &model);

/// @return the index of a spot in the list, or -1
int indexOf(const std::vector<PartView> &parts, const Spot &spot);

/// @return the index of the nearest part in a direction (Qt::Key_Left, ...), or -1
int neighbour(const std::vector<PartView> &parts, int from, int arrowKey);

} // namespace rigwright::ui
