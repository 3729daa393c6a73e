// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/catalog/part_search.h"

#include <QString>

#include <array>
#include <optional>

namespace rigwright::ui {

/// A number of a card with what it is.
struct CardFact
{
    QString value;   ///< "936"
    QString caption; ///< "GB/s"
};

/// A row of the catalogue as its card shows it.
struct CatalogEntry
{
    QString name;
    QString price;  ///< "$700-900"; empty where unknown
    QString detail; ///< plain text for the tooltip: price date and source, notes
    std::array<CardFact, 4> facts;
    double bar = 0; ///< the leading figure against the catalogue's largest, 0 to 1
};

/// @return how many parts and models the catalogue has
std::size_t countRows(const Catalog &catalog);

/// @param full  the leading figure that fills the bar, see fullBar()
/// @return the card of a row; an empty name where the catalogue has no such row
CatalogEntry catalogEntry(const Catalog &catalog, const SearchHit &hit, double full);

} // namespace rigwright::ui
