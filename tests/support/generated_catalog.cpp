// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/generated_catalog.h"

#include "core/catalog/fields.h"

#include <cmath>

namespace rigwright::test {

namespace {

/// A board partner's variant of a part.
template <class Row>
Row variant(Row row, int number)
{
    static const char *const makers[] = {"Asus", "Gigabyte", "MSI", "Zotac", "Palit", "Sapphire", "Supermicro"};
    static const char *const lines[] = {"Gaming", "Turbo", "Creator", "Eagle", "Ventus", "Pulse", "Pro"};
    row.info.id += QStringLiteral("-v%1").arg(number);
    row.info.name = QStringLiteral("%1 %2 %3 %4")
                        .arg(QLatin1String(makers[number % 7]), row.info.name, QLatin1String(lines[number / 7 % 7]))
                        .arg(number);
    row.info.aliases.clear();
    const double factor = 0.7 + 0.6 * (number * 7919 % 1000) / 1000; // spread, without chance
    if (row.info.price) {
        row.info.price->low = Money(std::round((row.info.price->low * factor).base()));
        row.info.price->high = Money(std::round((row.info.price->high * factor).base()));
    }
    return row;
}

template <class Row>
Table<Row> multiplied(const Table<Row> &table, int count)
{
    std::vector<Row> rows = table.rows();
    rows.reserve(std::size_t(count));
    for (int number = 0; int(rows.size()) < count; ++number)
        rows.push_back(variant(table.rows()[std::size_t(number) % table.size()], number));
    return Table<Row>(std::move(rows));
}

} // namespace

Catalog generatedCatalog(const Catalog &base, int parts)
{
    Catalog catalog = base;
    // About the shares of a parts shop.
    catalog.gpus = multiplied(base.gpus, parts * 3 / 10);
    catalog.motherboards = multiplied(base.motherboards, parts / 10);
    catalog.cpus = multiplied(base.cpus, parts / 10);
    catalog.powerSupplies = multiplied(base.powerSupplies, parts / 10);
    catalog.enclosures = multiplied(base.enclosures, parts / 10);
    catalog.memoryKits = multiplied(base.memoryKits, parts / 10);
    catalog.drives = multiplied(base.drives, parts / 10);
    catalog.fans = multiplied(base.fans, parts / 20);
    catalog.extras = multiplied(base.extras, parts / 20);
    return catalog;
}

} // namespace rigwright::test
