// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <QStringList>

namespace rigwright {

/// The catalogue's facts as read from a folder of CSV files.
struct CatalogSource
{
    Catalog catalog;      ///< with measurements resolved
    QStringList problems; ///< "gpus.csv:12: tdp_w: ..."; empty = good
};

/// Reads every table of a folder and checks it: types, ranges, words, and all that problemsIn() does.
/// All problems are collected; none stops the reading.
CatalogSource readCatalogSource(const QString &folder);

} // namespace rigwright
