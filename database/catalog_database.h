// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "database/catalog_file.h"

namespace rigwright {

enum class Verification {
    Now,   ///< the whole file is checked before it is used
    Later, ///< the caller does it with verifyCatalogFile(), beside what the user waits for
};

/// Reads a catalogue. The file is opened read-only and never changed. Long tables are not read: their rows
/// are fetched when they are asked for.
/// @return NotFound, Corrupt (no catalogue, or damaged) or TooNew (made for a later release)
Result<std::shared_ptr<const Catalog>> loadCatalog(const QString &path, Verification verification = Verification::Now);

} // namespace rigwright
