// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

/// A catalogue of a few rows in which every check passes, and the ways to make each of them fail. No field has commas.
namespace rigwright::test {

/// @return the folder with its CSV files
QString soundFolder();
/// @return the text of one of its files
QByteArray soundTable(const QString &table);
Catalog soundCatalog();

/// One or two cells of one row that are made wrong.
struct Corruption
{
    const char *what;
    const char *table;
    int row; ///< 0 = the first
    const char *column;
    const char *value;
    const char *reason;           ///< words of the problem
    const char *blamed = "";      ///< column of the problem; empty = `column`
    const char *blamedTable = ""; ///< of the problem; empty = `table`
    int blamedRow = -1;           ///< of the problem; < 0 = `row`
    const char *secondColumn = "";
    const char *secondValue = "";
    enum class Refused { Always, WhenRead, UnlessImported } refused = Refused::Always;

    QString problemTable() const { return QLatin1String(*blamedTable ? blamedTable : table); }
    QString problemColumn() const { return QLatin1String(*blamed ? blamed : column); }
    int problemRow() const { return blamedRow < 0 ? row : blamedRow; }
    int problemLine() const { return problemRow() + 2; }
    /// @return whether some problem begins with the place ("gpus.csv:2: tdp_w: ") and has the words of the reason
    bool isNamedIn(const QStringList &problems, const QString &file) const;
};
const std::vector<Corruption> &corruptions();

/// @return the text of the corrupted table
QByteArray corrupted(const Corruption &corruption);
/// The same done to a catalogue. @return whether its columns take the value
bool corrupt(Catalog &catalog, const Corruption &corruption);

} // namespace rigwright::test
