// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/problem_list.h"

#include <QDate>

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr std::array kDateColumns{"price_date", "date", "launch_date", "release_date", "year"};

/// As precise as the source: "2026", "2026-05" or "2026-05-17".
bool isDate(const QString &text)
{
    QString whole = text;
    if (whole.size() == 4)
        whole += QLatin1String("-01");
    if (whole.size() == 7)
        whole += QLatin1String("-01");
    const QDate date = QDate::fromString(whole, Qt::ISODate);
    return date.isValid() && date.toString(Qt::ISODate) == whole;
}

} // namespace

void checkDates(const Catalog &rows, Problems &problems)
{
    forEachTable(rows, [&problems](const char *name, const auto &table) {
        using Row = RowOf<decltype(table)>;
        std::vector<const Field<Row> *> dated;
        for (const char *column : kDateColumns)
            if (const Field<Row> *field = fieldNamed<Row>(QLatin1String(column)))
                dated.push_back(field);
        if (dated.empty())
            return;
        checkRows(problems, name, table, [&dated](const Row &row, const RowReport &report) {
            for (const Field<Row> *field : dated) {
                const QString text = cellText(field->get(row));
                if (!text.isEmpty() && !isDate(text))
                    report(
                        field->name,
                        CheckText::tr("\"%1\" is not written like \"2026-05-17\", \"2026-05\" or \"2026\"").arg(text));
            }
        });
    });
}

} // namespace rigwright
