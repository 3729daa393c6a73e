// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/names.h"
#include "core/catalog/problem_list.h"

namespace rigwright {

namespace {

/// Where a row of `rows` stands.
template <class Row>
int indexOf(const Table<Row> &table, const Row *row)
{
    return int(row - table.rows().data());
}

/// @return the column of a row that holds a spelling
template <class Row>
const char *columnOf(const Row &row, const QString &spelling)
{
    const QString key = nameKey(spelling);
    for (const char *column : {"id", "name"})
        if (nameKey(cellText(fieldNamed<Row>(QLatin1String(column))->get(row))) == key)
            return column;
    return "aliases";
}

/// Reports the row where it is one of those that are checked.
template <class Row>
bool report(Problems &problems, const char *name, const Table<Row> &rows, const Ambiguity &ambiguity, bool isSecond)
{
    const RowKey &mine = isSecond ? ambiguity.second : ambiguity.first;
    const RowKey &other = isSecond ? ambiguity.first : ambiguity.second;
    const Row *row = mine.table == QLatin1String(name) ? rows.find(mine.id) : nullptr;
    if (!row)
        return false;
    RowReport(problems, name, mine.id, indexOf(rows, row))(
        columnOf(*row, ambiguity.spelling),
        CheckText::tr("\"%1\" names %2 of %3 too").arg(ambiguity.spelling, other.id, other.table));
    return true;
}

} // namespace

/// A name or an alias means one row of its kind. The later row is to blame, if it is one of those that are checked.
void checkNames(const Catalog &rows, const Catalog &all, Problems &problems)
{
    for (const Ambiguity &ambiguity : NameIndex(all).ambiguities())
        for (const bool isSecond : {true, false})
            if (report(problems, "gpus", rows.gpus, ambiguity, isSecond)
                || report(problems, "unified_systems", rows.unifiedSystems, ambiguity, isSecond)
                || report(problems, "models", rows.models, ambiguity, isSecond)
                || report(problems, "quantizations", rows.quantizations, ambiguity, isSecond)
                || report(problems, "engines", rows.engines, ambiguity, isSecond))
                break;
}

} // namespace rigwright
