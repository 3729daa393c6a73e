// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/problem_list.h"

namespace rigwright {

void checkPrices(const Catalog &rows, Problems &problems)
{
    forEachTable(rows, [&problems](const char *name, const auto &table) {
        using Row = RowOf<decltype(table)>;
        if constexpr (requires(const Row &row) { row.info.price; })
            checkRows(problems, name, table, [](const Row &row, const RowReport &report) {
                const std::optional<Price> &price = row.info.price;
                if (price && price->high < price->low)
                    report("price_high_usd", CheckText::tr("is below price_low_usd"));
                if (price && price->source.isEmpty())
                    report("price_source", CheckText::tr("is blank: a price needs a source"));
            });
    });
}

} // namespace rigwright
