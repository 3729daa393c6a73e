// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/interchange/json_fields.h"
#include "core/interchange/rig_file.h"

/// The catalogue rows that travel with a build. They have the columns and the limits of the
/// catalogue's own CSV files (core/catalog/fields.h), so that one list defines both.
namespace rigwright {

/// Calls `visit(name, member of Catalog)` for every table whose rows a build can name.
template <class Visitor>
void forEachEmbeddedTable(Visitor &&visit)
{
    visit("gpus", &Catalog::gpus);
    visit("unified_systems", &Catalog::unifiedSystems);
    visit("prebuilts", &Catalog::prebuilts);
    visit("cpus", &Catalog::cpus);
    visit("motherboards", &Catalog::motherboards);
    visit("power_supplies", &Catalog::powerSupplies);
    visit("enclosures", &Catalog::enclosures);
    visit("memory_kits", &Catalog::memoryKits);
    visit("drives", &Catalog::drives);
    visit("nvlink_bridges", &Catalog::nvlinkBridges);
    visit("fans", &Catalog::fans);
    visit("extras", &Catalog::extras);
    visit("models", &Catalog::models);
    visit("quantizations", &Catalog::quantizations);
    visit("engines", &Catalog::engines);
    visit("circuits", &Catalog::circuits);
    visit("tariffs", &Catalog::tariffs);
}

/// @return the rows that the build names, in the order in which it first names them
Catalog rowsUsed(const Build &build, const Catalog &catalog);

/// Writes the tables that are not empty as the members of a "catalog" object; nothing where all are.
void writeEmbedded(JsonWriter &json, const Catalog &rows);

/// @return the rows of a "catalog" object, or Invalid with the place in the document
Result<Catalog> readEmbedded(const QJsonValue &object);

} // namespace rigwright
