// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compatibility/chassis_layout.h"

namespace rigwright {

/// Whether a part can go to a place, and why not.
struct PlacementCheck
{
    bool allowed = false;
    QString reason; ///< why it cannot be, or what is unwise about it; empty = fine
};

/// Asks whether `part` can be placed at `location`; `moving` is ignored as an occupant (and any
/// item of the same kind at the location is swapped when something moves).
PlacementCheck checkPlacement(const Build &build, const Catalog &catalog, const PartRef &part, Location location,
                              ItemId moving = {});

/// An item that could not be where it is.
struct Misplaced
{
    const Item *item = nullptr; ///< of the build
    QString reason;
};
/// Judges every item as a drop to its place would have been; for builds that come from a file.
/// `layout` is the build's own.
std::vector<Misplaced> misplacedItems(const Build &build, const Catalog &catalog, const ChassisLayout &layout);

/// @return every location that a part of this kind could be dropped on, valid or not
std::vector<Location> placesFor(const Build &build, const Catalog &catalog, PartKind kind);

/// @return the best valid place (fastest free link first), or nullopt
std::optional<Location> bestPlace(const Build &build, const Catalog &catalog, const PartRef &part);

} // namespace rigwright
