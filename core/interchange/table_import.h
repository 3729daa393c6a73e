// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

class QIODevice;

namespace rigwright {

/// What an import does to one row.
struct RowChange
{
    enum class Kind { Added, Changed, Same };
    struct Column
    {
        QString name;
        QString before; ///< as CSV writes it; empty = blank
        QString after;
        friend bool operator==(const Column &, const Column &) = default;
    };
    int line = 0;
    QString id;
    QString name;
    Kind kind = Kind::Added;
    std::vector<Column> columns; ///< of a changed row
    friend bool operator==(const RowChange &, const RowChange &) = default;
};

/// What reading a CSV file over a catalogue would do. Nothing is done where there are problems.
struct ImportPlan
{
    QString table; ///< "gpus"
    Catalog rows;  ///< what is to be stored: the rows that are added or changed; none where there are problems
    std::vector<RowChange> changes; ///< one per row of the file
    QStringList problems;           ///< "my-gpus.csv:12: tdp_w: ..."
};

inline constexpr int kImportedRows = 100'000; ///< at most, in one file

/// Reads a CSV file of one table and compares it with the catalogue. A column that the file does not have keeps the
/// catalogue's value in a row that is there, and is blank in a new one. Where a file does not say who stands behind
/// a row, it is the user, today; so it is with a price that it changes.
/// @param name     of the file, for messages
/// @param table    empty = recognised by the header
/// @param catalog  with the user's rows, without the prices that he has seen
ImportPlan planImport(QIODevice &in, const QString &name, const QString &table, const Catalog &catalog,
                      const QDate &today);

/// @return any table as CSV with all columns but derived ones; only these ids where some are given
QByteArray tableCsv(const Catalog &catalog, const QString &table, const QStringList &ids = {});

} // namespace rigwright
