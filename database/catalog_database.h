// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/catalog/part_search.h"
#include "core/units/result.h"

#include <memory>

namespace rigwright {

class SqliteFile;

/// Where the program's own catalogue is: $RIGWRIGHT_CATALOG, else beside the program
/// (../share/rigwright), else in the system's data folders. The file need not exist.
QString shippedCatalogPath();

/// Reads a whole catalogue. The file is opened read-only and never changed.
/// @return NotFound, Corrupt (no catalogue, or damaged) or TooNew (made for a later release)
Result<std::shared_ptr<const Catalog>> loadCatalog(const QString &path);

/// Full-text search in a catalogue file. For use in the thread that opened it.
class CatalogSearch : public PartSearch
{
public:
    /// @return the failures of loadCatalog
    static Result<std::unique_ptr<CatalogSearch>> open(const QString &path);
    ~CatalogSearch() override;

    /// Every word of the text must begin a word of the row: "rtx 30", "24gb amper", "llama 70b".
    std::vector<SearchHit> find(const QString &text, std::optional<CatalogSection> section,
                                int limit = 500) const override;

private:
    explicit CatalogSearch(std::shared_ptr<SqliteFile> file);
    std::shared_ptr<SqliteFile> m_file;
};

} // namespace rigwright
