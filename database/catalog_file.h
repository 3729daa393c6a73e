// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/result.h"

#include <memory>

namespace rigwright {

class SqliteFile;

/// Where the program's own catalogue is: $RIGWRIGHT_CATALOG, else beside the program
/// (../share/rigwright), else in the system's data folders. The file need not exist.
QString shippedCatalogPath();

/// Opens a catalogue read-only and makes sure that this program understands its layout.
/// @return NotFound, Corrupt (no catalogue) or TooNew (made for a later release)
Result<std::shared_ptr<SqliteFile>> openCatalogFile(const QString &path);

/// Reads the whole file: SQLite's own check of its pages, and the checksum that was written beside it
/// when it was made (NAME.sha256; sha256sum -c reads it too). As long as the file is large.
/// @return Corrupt with the reason and what to do
Outcome verifyCatalogFile(const QString &path);

/// @return the error of a catalogue that cannot be trusted
Error damagedCatalog(const QString &path, const QString &reason);

} // namespace rigwright
