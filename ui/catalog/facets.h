// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// A question about a row that narrows the list, as a chip.
struct Facet
{
    QString label;
    SearchFilter filter;
};

/// An order of the list by a figure; none = best match.
struct SortOrder
{
    QString label;
    std::optional<SearchOrder> order;
};

/// @return the facets that are worth having in these sections
std::vector<Facet> facetsFor(const std::vector<CatalogSection> &sections);
/// @return the orders for these sections; the first is the one to start with
std::vector<SortOrder> sortOrdersFor(const std::vector<CatalogSection> &sections);

} // namespace rigwright::ui
