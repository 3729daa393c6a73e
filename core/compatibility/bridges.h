// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"

#include <vector>

namespace rigwright {

/// The build's cards in the order of their positions.
std::vector<const Item *> cardsInOrder(const Build &build);

/// The two cards beside a bridge place: place k lies between the k-th and the next card.
/// @return both ids, or nothing where there is no such pair
std::vector<ItemId> cardsAtBridgePlace(const Build &build, int index);

/// The cards that a placed bridge joins: what it names, else the pair at its place.
std::vector<ItemId> joinedBy(const Build &build, const Item &bridge);

} // namespace rigwright
