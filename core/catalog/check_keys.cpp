// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/problem_list.h"

#include <QSet>

#include <algorithm>

namespace rigwright {

namespace {

constexpr qsizetype kMostOfId = 100;
constexpr qsizetype kMostOfName = 200;

/// The columns by which a row is found in a table that has no ids. A table that is not here may repeat itself:
/// power_limits has several measurements of one point, claims several of one cell.
struct Key
{
    const char *table;
    std::vector<const char *> columns;
};
const std::vector<Key> &keys()
{
    static const std::vector<Key> list{
        {"efficiency_curves", {"level", "supply_class"}},
        {"phase_fractions", {"device_class"}},
        {"excursion_limits", {"sixteen_pin_above_450w", "duration_ms"}},
        {"transients", {"gpu_id", "architecture", "duration_ms"}},
        {"speed_coefficients", {"engine_id", "device_family"}},
        {"currencies", {"code"}},
    };
    return list;
}

bool isGoodId(const QString &id)
{
    return id.size() <= kMostOfId && std::ranges::all_of(id, [](QChar c) {
               return c.isLetterOrNumber() || c == u'-' || c == u'.' || c == u'_';
           });
}

template <class AnyTable>
void checkIds(Problems &problems, const char *name, const AnyTable &table)
{
    QSet<QString> seen;
    checkRows(problems, name, table, [&seen](const auto &row, const RowReport &report) {
        const QString &id = idOf(row);
        if (seen.contains(id))
            report("id", CheckText::tr("\"%1\" stands already in an earlier row").arg(id));
        else if (!isGoodId(id))
            report("id",
                   CheckText::tr("is not made of letters, digits, \"-\", \".\" and \"_\", at most %1").arg(kMostOfId));
        seen.insert(id);
    });
}

template <class AnyTable>
void checkKey(Problems &problems, const Key &key, const AnyTable &table)
{
    using Row = RowOf<AnyTable>;
    QSet<QStringList> seen;
    checkRows(problems, key.table, table, [&](const Row &row, const RowReport &report) {
        QStringList cells;
        for (const char *column : key.columns)
            cells << cellText(fieldNamed<Row>(QLatin1String(column))->get(row));
        if (seen.contains(cells))
            report(key.columns.front(),
                   CheckText::tr("\"%1\" stands already in an earlier row").arg(cells.join(QStringLiteral(", "))));
        seen.insert(cells);
    });
}

} // namespace

/// A row is found by what names it, so that stands once.
void checkKeys(const Catalog &rows, Problems &problems)
{
    forEachTable(rows, [&problems](const char *name, const auto &table) {
        using Row = RowOf<decltype(table)>;
        if constexpr (Identified<Row>)
            checkIds(problems, name, table);
        for (const Key &key : keys())
            if (qstrcmp(key.table, name) == 0)
                checkKey(problems, key, table);
        if (const Field<Row> *field = fieldNamed<Row>(QStringLiteral("name")))
            checkRows(problems, name, table, [field](const Row &row, const RowReport &report) {
                const QString text = cellText(field->get(row));
                if (text.size() > kMostOfName || text.contains(u'\n'))
                    report("name", CheckText::tr("is not one line of at most %1 characters").arg(kMostOfName));
            });
    });
    if (rows.measurements)
        checkIds(problems, "measurements", *rows.measurements);
}

} // namespace rigwright
