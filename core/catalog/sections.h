// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/any_table.h"
#include "core/catalog/part_search.h"

namespace rigwright {

/// Calls `visit(section, table)` for the parts and models of a catalogue, in the order in which it lists them.
template <class Visitor>
void forEachSection(const Catalog &catalog, Visitor &&visit)
{
    visit(CatalogSection::Gpus, catalog.gpus);
    visit(CatalogSection::Systems, catalog.unifiedSystems);
    visit(CatalogSection::Prebuilts, catalog.prebuilts);
    visit(CatalogSection::Models, catalog.models);
    visit(CatalogSection::Boards, catalog.motherboards);
    visit(CatalogSection::Cpus, catalog.cpus);
    visit(CatalogSection::PowerSupplies, catalog.powerSupplies);
    visit(CatalogSection::Enclosures, catalog.enclosures);
    visit(CatalogSection::Memory, catalog.memoryKits);
    visit(CatalogSection::Drives, catalog.drives);
    visit(CatalogSection::Bridges, catalog.nvlinkBridges);
    visit(CatalogSection::Fans, catalog.fans);
    visit(CatalogSection::Extras, catalog.extras);
}

/// @return the table with the rows of a section: "gpus", "models", ...
QString tableOf(CatalogSection section);
/// @return where the catalogue lists the rows of a table; none for what it does not list
std::optional<CatalogSection> sectionOf(const QString &table);
/// @return where the catalogue lists parts of this kind
CatalogSection sectionOf(PartKind kind);
/// @return the kind of the parts in a section; none for models
std::optional<PartKind> kindOf(CatalogSection section);
/// @return the placeable part that a hit stands for; none for models
std::optional<PartRef> partOf(const SearchHit &hit);
RowKey keyOf(const SearchHit &hit);

} // namespace rigwright
