// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/user_layer.h"

#include "core/catalog/fields.h"

namespace rigwright {

namespace {

Price priceOf(const OwnPrice &own)
{
    return {own.amount, own.amount, own.seen.toString(Qt::ISODate), own.seller, own.condition, own.link, true};
}

/// The last price of each row of a table.
QHash<QString, const OwnPrice *> lastPrices(const std::vector<OwnPrice> &prices, const QString &table)
{
    QHash<QString, const OwnPrice *> last;
    for (const OwnPrice &price : prices)
        if (price.row.table == table)
            last.insert(price.row.id, &price);
    return last;
}

} // namespace

std::shared_ptr<const Catalog> withUserLayer(const std::shared_ptr<const Catalog> &shipped, const UserLayer &layer)
{
    auto catalog = std::make_shared<Catalog>(*shipped);
    forEachOwnableTable([&](const char *name, auto table) {
        using Row = RowOf<decltype((*catalog).*table)>;
        Table<Row> &rows = (*catalog).*table;
        rows = rows.with((layer.rows.*table).rows());
        if constexpr (requires(Row row) { row.info.price; }) {
            std::vector<Row> priced;
            const auto last = lastPrices(layer.prices, QLatin1String(name));
            for (auto it = last.cbegin(); it != last.cend(); ++it)
                if (const Row *row = rows.find(it.key())) {
                    priced.push_back(*row);
                    priced.back().info.price = priceOf(**it);
                }
            rows = rows.with(std::move(priced));
        }
    });
    return catalog;
}

} // namespace rigwright
