// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report_tables.h"

#include "core/units/format.h"

#include <QCoreApplication>

namespace rigwright::report {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

QString energyPrice(const Site &site, const Catalog &catalog)
{
    const Tariff *tariff = catalog.tariffs.find(site.tariffId);
    if (site.pricePerKwh)
        return tr("Electricity at %1 %2 per kWh (own price).").arg(format::number(*site.pricePerKwh, 3), site.currency);
    if (!tariff)
        return tr("No electricity price is set; energy costs nothing here.");
    return tr("Electricity at %1 %2 per kWh: %3, %4 (%5).")
        .arg(format::number(tariff->pricePerKwh, 3), tariff->currency, tariff->region, tariff->year, tariff->source);
}

QString circuits(const Site &site, const Catalog &catalog)
{
    QStringList texts;
    for (const SiteCircuit &circuit : site.circuits) {
        const Circuit *row = catalog.circuits.find(circuit.circuitId);
        if (!row)
            continue;
        const QString name = circuit.label.isEmpty() ? row->region : circuit.label;
        texts.append(tr("%1: %2 V, %3 A breaker, %4 of it for continuous loads")
                         .arg(name, format::number(row->voltage.base()), format::number(row->breaker.base()),
                              format::percent(row->continuousFraction)));
    }
    return texts.isEmpty() ? tr("No circuit of this site is known.")
                           : tr("Circuits: %1.").arg(texts.join(QStringLiteral("; ")));
}

QString powerLimits(const Build &build, const Catalog &catalog)
{
    QStringList texts;
    for (const Item *item : build.ofKind(PartKind::Gpu)) {
        const PartInfo *info = catalog.partInfo(item->part);
        if (item->powerLimit && info)
            texts.append(tr("%1 at %2").arg(info->name, format::watts(*item->powerLimit)));
    }
    return texts.isEmpty() ? QString() : tr("Power limits below stock: %1.").arg(texts.join(QStringLiteral(", ")));
}

} // namespace

QStringList assumptions(const Build &build, const Catalog &catalog, const Evaluation &evaluation)
{
    const Site &site = build.site;
    QStringList lines;
    lines.append(tr("Facts from the catalogue of %1. Prices are what was seen on the date beside them, before tax and "
                    "shipping; the typical price is the middle of the range.")
                     .arg(catalog.version.isEmpty() ? tr("an unknown date") : catalog.version));
    if (site.currency != QLatin1String("USD"))
        lines.append(tr("Prices in US dollars are converted at %1 %2 per dollar.")
                         .arg(format::number(site.currencyPerUsd, 4), site.currency));
    if (!evaluation.deployments.empty())
        lines.append(
            tr("Speeds are estimates with an 80 % band, at the full context and the number of requests shown; "
               "\"measured\" means that this very combination was published, \"calibrated\" that the model was "
               "fitted on measurements of this family, \"generic\" that general constants were used."));
    lines.append(
        tr("GB is 10⁹ bytes, GiB is 2³⁰ bytes; memory is what the driver reports, not the figure on the box."));
    lines.append(tr("Use: %1 h active and %2 h idle a day; %3 of the active time is prefill, the rest decoding.")
                     .arg(hoursText(site.activeHoursPerDay), hoursText(site.idleHoursPerDay),
                          format::percent(site.prefillShare)));
    lines.append(energyPrice(site, catalog));
    lines.append(circuits(site, catalog));
    lines.append(tr("Supplies, circuits, heat and air flow are judged with everything at its limit; ambient %1 °C.")
                     .arg(format::number(site.ambient.base())));
    const QString limits = powerLimits(build, catalog);
    if (!limits.isEmpty())
        lines.append(limits);
    return lines;
}

} // namespace rigwright::report
