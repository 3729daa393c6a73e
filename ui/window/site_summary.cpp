// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/site_summary.h"

#include "core/units/format.h"

#include <QCoreApplication>

namespace rigwright::ui {

QString siteSummary(const Site &site, const Catalog &catalog)
{
    QStringList parts;
    if (!site.name.isEmpty())
        parts << site.name;
    if (!site.circuits.empty()) {
        if (const Circuit *circuit = catalog.circuits.find(site.circuits.front().circuitId)) {
            QString text = QStringLiteral("%1 V %2 A")
                               .arg(format::number(circuit->voltage.base()), format::number(circuit->breaker.base()));
            if (site.circuits.size() > 1)
                text += QStringLiteral(" +%1").arg(site.circuits.size() - 1);
            parts << text;
        }
    }
    const Tariff *tariff = catalog.tariffs.find(site.tariffId);
    if (site.pricePerKwh || tariff) {
        // A price per kilowatt-hour is a sum of money in the site's own currency: no conversion.
        const double price = site.pricePerKwh ? *site.pricePerKwh : tariff->pricePerKwh;
        const QString currency = site.pricePerKwh ? site.currency : tariff->currency;
        parts << QCoreApplication::translate("SiteSummary", "%1/kWh").arg(format::money(Money(price), currency));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace rigwright::ui
