// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/site/site_edits.h"

#include "core/units/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Site)
};

constexpr double kHoursPerDay = 24;

const Currency *findCurrency(const Catalog &catalog, const QString &code)
{
    const auto it = std::ranges::find(catalog.currencies, code, &Currency::code);
    return it == catalog.currencies.end() ? nullptr : &*it;
}

} // namespace

QString circuitText(const Circuit &circuit)
{
    QString text =
        Words::tr("%1 · %2 V %3 A")
            .arg(circuit.region, format::number(circuit.voltage.base()), format::number(circuit.breaker.base()));
    if (circuit.phases > 1)
        text += Words::tr(" · %1 phases").arg(circuit.phases);
    const QString receptacle = circuit.receptacle.section(QStringLiteral(" ("), 0, 0);
    return receptacle.isEmpty() ? text : text + QStringLiteral(" · ") + receptacle;
}

QString tariffText(const Tariff &tariff)
{
    return Words::tr("%1 · %2 %3/kWh").arg(tariff.region, format::number(tariff.pricePerKwh, 3), tariff.currency);
}

Site withTariff(Site site, const Tariff &tariff, const Catalog &catalog)
{
    site.tariffId = tariff.id;
    site.pricePerKwh.reset();
    if (const Currency *currency = findCurrency(catalog, tariff.currency)) {
        site.currency = currency->code;
        site.currencyPerUsd = currency->perUsd;
    }
    return site;
}

Site withCurrency(Site site, const Currency &currency)
{
    if (site.pricePerKwh && site.currencyPerUsd > 0)
        site.pricePerKwh = *site.pricePerKwh / site.currencyPerUsd * currency.perUsd;
    site.currency = currency.code;
    site.currencyPerUsd = currency.perUsd;
    return site;
}

Site withActiveHours(Site site, double hours)
{
    site.activeHoursPerDay = std::clamp(hours, 0.0, kHoursPerDay);
    site.idleHoursPerDay = std::min(site.idleHoursPerDay, kHoursPerDay - site.activeHoursPerDay);
    return site;
}

Site withIdleHours(Site site, double hours)
{
    site.idleHoursPerDay = std::clamp(hours, 0.0, kHoursPerDay);
    site.activeHoursPerDay = std::min(site.activeHoursPerDay, kHoursPerDay - site.idleHoursPerDay);
    return site;
}

Build withCircuitAdded(Build build, const Catalog &catalog)
{
    SiteCircuit circuit;
    if (!build.site.circuits.empty())
        circuit.circuitId = build.site.circuits.back().circuitId;
    else if (!catalog.circuits.empty())
        circuit.circuitId = catalog.circuits.begin()->id;
    build.site.circuits.push_back(circuit);
    return build;
}

Build withCircuitRemoved(Build build, std::size_t index)
{
    if (build.site.circuits.size() < 2 || index >= build.site.circuits.size())
        return build;
    build.site.circuits.erase(build.site.circuits.begin() + std::ptrdiff_t(index));
    for (Item &item : build.items) {
        if (!item.circuit)
            continue;
        if (*item.circuit == int(index))
            item.circuit.reset();
        else if (*item.circuit > int(index))
            --*item.circuit;
    }
    return build;
}

Build withSupplyOn(Build build, ItemId supply, std::optional<int> circuit)
{
    for (Item &item : build.items)
        if (item.id == supply)
            item.circuit = circuit;
    return build;
}

} // namespace rigwright::ui
