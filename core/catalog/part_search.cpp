// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/part_search.h"

#include <algorithm>

namespace rigwright {

std::vector<SearchHit> PartSearch::find(const QString &text, std::optional<CatalogSection> section, int limit) const
{
    SearchRequest request;
    request.text = text;
    if (section)
        request.sections.push_back(*section);
    const SearchAnswer answer = search(request);
    std::vector<SearchHit> hits;
    for (std::size_t i = 0; i < std::min(answer.rows.size(), std::size_t(std::max(0, limit))); ++i)
        hits.push_back(hit(answer.rows[i]));
    return hits;
}

} // namespace rigwright
