// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/part.h"

#include <optional>
#include <vector>

namespace rigwright {

/// What a search shows: a row of any kind. Models have no PartKind, so kinds are named by table.
enum class CatalogSection {
    Gpus,
    Systems,
    Prebuilts,
    Models,
    Boards,
    Cpus,
    PowerSupplies,
    Enclosures,
    Memory,
    Drives,
    Bridges,
    Fans,
    Extras
};

struct SearchHit
{
    CatalogSection section = CatalogSection::Gpus;
    QString id;
};

/// Full-text search over the catalogue; prefix search as the user types.
class PartSearch
{
public:
    virtual ~PartSearch() = default;
    /// @param text what the user typed; empty finds all rows
    /// @param section restricts the hits; none searches everything
    /// @return best hits first, catalogue order for an empty text
    virtual std::vector<SearchHit> find(const QString &text, std::optional<CatalogSection> section,
                                        int limit = 500) const = 0;
};

} // namespace rigwright
