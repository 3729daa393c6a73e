// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/units/result.h"

#include <QByteArray>

namespace rigwright {

/// Writes a catalogue database, the same bytes for the same facts, and its checksum beside it.
/// @param digest  SHA-256 of the CSV files, kept in catalog_info
Outcome writeCatalog(const QString &path, const Catalog &catalog, const QByteArray &digest);

/// SHA-256 over the names and contents of the CSV files of a folder.
QByteArray digestOf(const QString &folder);

} // namespace rigwright
