// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/interchange/json_fields.h"
#include "core/interchange/rig_file.h"

/// The catalogue rows that travel with a build. They have the columns and the limits of the
/// catalogue's own CSV files (core/catalog/fields.h), so that one list defines both.
namespace rigwright {

/// @return the rows that the build names, in the order in which it first names them
Catalog rowsUsed(const Build &build, const Catalog &catalog);

/// Writes the tables that are not empty as the members of a "catalog" object; nothing where all are.
void writeEmbedded(JsonWriter &json, const Catalog &rows);

/// @return the rows of a "catalog" object, or Invalid with the place in the document
Result<Catalog> readEmbedded(const QJsonValue &object);

} // namespace rigwright
