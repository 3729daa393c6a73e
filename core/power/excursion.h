// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <optional>
#include <vector>

namespace rigwright {

/// A card on a supply, with its limit.
struct FedCard
{
    const Gpu *gpu = nullptr;
    Watts limit;
};

/// The short peak that a supply tolerates least.
struct Excursion
{
    Seconds window;
    Watts peak;      ///< spikes of the cards and everything else on the supply
    Watts tolerated; ///< by the ATX 3 table, or until the over-power trip of an older unit
    bool passes() const { return peak <= tolerated; }
};

/// Compares the cards' spikes with what the supply must survive, window by window.
/// Up to two cards peak together; of more only the square root of their number does so below
/// 10 ms, above they step in phase. A power limit caps averages of 10 ms and more, not shorter spikes.
/// Sources: Intel ATX 3.0 design guide, table T.3-3; reviews' spike measurements.
/// @return the window with the least room; nullopt for server supplies and without cards
std::optional<Excursion> worstExcursion(const PowerSupply &supply, const std::vector<FedCard> &cards, Watts rest,
                                        const Catalog &catalog);

} // namespace rigwright
