// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/energy_price.h"

namespace rigwright {

namespace {
/// The site's own rate for its currency, the catalogue's for another.
double unitsPerUsd(const QString &currency, const Site &site, const Catalog &catalog)
{
    if (currency.isEmpty() || currency == site.currency)
        return site.currencyPerUsd > 0 ? site.currencyPerUsd : 1;
    for (const Currency &row : catalog.currencies)
        if (row.code == currency && row.perUsd > 0)
            return row.perUsd;
    return 1;
}
} // namespace

EnergyPrice energyPriceOf(const Site &site, const Catalog &catalog)
{
    if (site.pricePerKwh)
        return {*site.pricePerKwh, unitsPerUsd(site.currency, site, catalog), {}, true};
    if (const Tariff *tariff = catalog.tariffs.find(site.tariffId))
        return {tariff->pricePerKwh, unitsPerUsd(tariff->currency, site, catalog), tariff->source, true};
    return {};
}

} // namespace rigwright
