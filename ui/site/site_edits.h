// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"

/// What a choice in the site editor does to the build. Pure functions.
namespace rigwright::ui {

/// "US · 120 V 20 A · NEMA 5-20R"
QString circuitText(const Circuit &circuit);
/// "United States (average) · 0.187 USD/kWh"
QString tariffText(const Tariff &tariff);

/// Another tariff brings its currency; an own price in the old currency is dropped.
Site withTariff(Site site, const Tariff &tariff, const Catalog &catalog);
/// Another currency with the catalogue's rate; an own price is converted.
Site withCurrency(Site site, const Currency &currency);
/// Hours of work and of idling share the day: the other one gives way.
Site withActiveHours(Site site, double hours);
Site withIdleHours(Site site, double hours);

/// A circuit like the last one, without other loads.
Build withCircuitAdded(Build build, const Catalog &catalog);
/// Supplies on it become automatic; those on later circuits keep theirs. The last one stays.
Build withCircuitRemoved(Build build, std::size_t index);
Build withSupplyOn(Build build, ItemId supply, std::optional<int> circuit);

} // namespace rigwright::ui
