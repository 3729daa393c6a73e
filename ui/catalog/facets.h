// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/catalog/part_search.h"

#include <QString>

#include <vector>

namespace rigwright::ui {

/// A chip of the catalogue's section row: one or more sections under one word.
struct SectionChip
{
    QString label;
    std::vector<CatalogSection> sections;
};
std::vector<SectionChip> sectionChips();

/// A yes-or-no question about a row that narrows the list.
struct Facet
{
    QString label;
    bool (*matches)(const Catalog &catalog, const SearchHit &hit) = nullptr;
    int group = 0; ///< facets of one group > 0 widen each other (either may match); else all must
};

/// An order of the list by a number; rows without one come last.
struct SortOrder
{
    QString label;
    double (*key)(const Catalog &catalog, const SearchHit &hit) = nullptr; ///< < 0 = has none; null = best match
    bool descending = false;
};

/// @return the facets that are worth having in these sections
std::vector<Facet> facetsFor(const std::vector<CatalogSection> &sections);
/// @return the orders for these sections; the first is the one to start with
std::vector<SortOrder> sortOrdersFor(const std::vector<CatalogSection> &sections);

} // namespace rigwright::ui
