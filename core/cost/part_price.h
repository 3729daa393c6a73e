// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"

namespace rigwright {

/// What an item costs: low and high of what was seen, and what to reckon with.
struct PartPrice
{
    Money low;
    Money typical;
    Money high;
};

/// The user's own price, else the catalogue's. A unified system's range spans its memory options:
/// the chosen one lies between in proportion to its memory. @return none where no price is known
std::optional<PartPrice> priceOf(const Item &item, const Catalog &catalog);

} // namespace rigwright
