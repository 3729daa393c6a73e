// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/catalog/cell.h"
#include "core/catalog/fields.h"

#include <optional>
#include <vector>

/// The tables of a catalogue by their names, for what treats all of them alike: editors, detail
/// pages, import and export.
namespace rigwright {

/// A column of any table; see Field.
struct Column
{
    QString name;
    CellType type = CellType::Text;
    bool required = false;
    bool derived = false;
    double minimum = 0;
    double maximum = 0;
    QStringList words; ///< of an enumeration
};

template <class Row>
std::vector<Column> columnsOf()
{
    std::vector<Column> columns;
    for (const Field<Row> &field : fields<Row>())
        columns.push_back({QLatin1String(field.name), field.type, field.required, field.derived, field.minimum,
                           field.maximum, field.words});
    return columns;
}

/// Names one row of one table.
struct RowKey
{
    QString table; ///< "gpus"
    QString id;
    friend bool operator==(const RowKey &, const RowKey &) = default;
};
inline size_t qHash(const RowKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.table, key.id);
}

/// @return the tables whose rows a user can have of his own: parts, models, quantizations, engines, circuits, tariffs
QStringList ownableTables();
/// @return "gpus" for PartKind::Gpu
QString tableOf(PartKind kind);
/// @return the kind of the parts in a table; none for models and other facts
std::optional<PartKind> kindOf(const QString &table);

/// @return the columns of a table in their order; empty where there is no such table
std::vector<Column> columnsOf(const QString &table);
/// @return the cells of a row, one per column; empty where there is no such row
std::vector<Cell> cellsOf(const Catalog &catalog, const RowKey &row);
/// @return a catalogue with this row only, or Invalid with the column ("tdp_w: ...").
/// `cells` has one cell per column; required figures have to be there.
Result<Catalog> rowFromCells(const QString &table, const std::vector<Cell> &cells);
/// @return what is wrong with each cell ("is missing"), one text per column, empty where nothing is
QStringList cellProblems(const QString &table, const std::vector<Cell> &cells);
/// @return the name of a row, its id where it has none, or nothing where it does not exist
QString nameOf(const Catalog &catalog, const RowKey &row);

} // namespace rigwright
