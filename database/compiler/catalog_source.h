// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <QHash>
#include <QStringList>

namespace rigwright {

/// The catalogue's facts as read from a folder of CSV files.
struct CatalogSource
{
    Catalog catalog;                           ///< with measurements resolved
    QHash<QString, QHash<QString, int>> lines; ///< of rows with an id, by table and id
    QStringList problems;                      ///< "gpus.csv:12: tdp_w: ..."; empty = good

    /// Adds a problem of the row with that id ("" = of the whole file).
    void report(const QString &table, const QString &id, const QString &column, const QString &reason);
};

/// Reads and checks every table of a folder: types, ranges, words, references, unique ids and
/// names, sources, plausibility. All problems are collected; none stops the reading.
CatalogSource readCatalogSource(const QString &folder);

} // namespace rigwright
