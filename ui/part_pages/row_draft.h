// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/any_table.h"

#include <QDate>

namespace rigwright::ui {

class CatalogStore;

/// A row that the user is about to save.
struct RowDraft
{
    QString table;
    QString title;      ///< "Edit RTX 4090"
    bool isNew = false; ///< gets an id of its own
    std::vector<Column> columns;
    std::vector<Cell> cells;   ///< one per column
    std::vector<Cell> shipped; ///< likewise; empty where none ships

    int columnNamed(const QString &name) const; ///< -1 where there is none
    int nameColumn() const;                     ///< the column that the id is made from
};

RowDraft editedRow(const CatalogStore &store, const RowKey &key);
RowDraft copiedRow(const CatalogStore &store, const RowKey &key, const QDate &today);
RowDraft newRow(const QString &table, const QDate &today);

/// @return "rtx-5090-ti" for "RTX 5090 Ti", with a number behind it where the table has that row already
QString idFor(const QString &name, const QString &table, const Catalog &catalog);

/// @return what is wrong with each cell by itself, one sentence per column, empty where nothing is. A required
///         cell that is blank is wrong.
QStringList problemsOf(const RowDraft &draft, const Catalog &catalog);
/// @return where the cells contradict each other or the catalogue; for cells that are right by themselves
QStringList contradictionsOf(const RowDraft &draft, const Catalog &catalog);

} // namespace rigwright::ui
