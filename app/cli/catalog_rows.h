// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/catalog/fields.h"
#include "core/catalog/part_search.h"

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace rigwright::cli {

/// The words for the sections on the command line, in the order of CatalogSection.
QStringList sectionNames();
/// @return the section of that name; the name must be one of sectionNames()
CatalogSection sectionNamed(const QString &name);
QString nameOf(CatalogSection section);

/// A row of any table as columns and values, blank ones left out.
struct ShownRow
{
    QString table; ///< "gpus"
    QString id;
    QString name;
    std::vector<std::pair<QString, Cell>> columns;
};

/// @return the row that a search hit points at; an empty id where it is not in the catalogue
ShownRow rowOf(const SearchHit &hit, const Catalog &catalog);

/// @return rows of every table whose id, name or alias is this, regardless of spelling
std::vector<ShownRow> rowsNamed(const QString &name, const Catalog &catalog);

QJsonObject rowJson(const ShownRow &row);

/// The words for tables on the command line: their own names and those of the sections.
QStringList tableNames();
/// @return the table of that name; the name must be one of tableNames()
QString tableNamed(const QString &name);

/// @return the number of rows of each table
std::vector<std::pair<QString, qsizetype>> tableSizes(const Catalog &catalog);

} // namespace rigwright::cli
