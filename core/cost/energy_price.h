// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"

namespace rigwright {

/// What a kilowatt hour costs at a site.
struct EnergyPrice
{
    double perKwh = 0; ///< in the price's own currency
    double perUsd = 1; ///< units of that currency in a dollar
    QString source;    ///< of a tariff; empty for the user's own price
    bool known = false;
};

/// The user's own price (in the site's currency), else that of the tariff (in the tariff's).
EnergyPrice energyPriceOf(const Site &site, const Catalog &catalog);

} // namespace rigwright
