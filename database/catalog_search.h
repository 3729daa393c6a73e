// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/search_facts.h"
#include "core/catalog/user_layer.h"
#include "core/units/result.h"

#include <memory>

namespace rigwright {

class SearchIndex;

/// Search in a catalogue file and in the user's layer above it. For use in the thread that opened it.
/// Rows are numbered through: the file's, then the user's own.
class CatalogSearch : public PartSearch
{
public:
    /// @return the failures of openCatalogFile()
    static Result<std::unique_ptr<CatalogSearch>> open(const QString &path);
    /// Searches rows that are in no file.
    static Result<std::unique_ptr<CatalogSearch>> over(const Catalog &catalog);
    ~CatalogSearch() override;

    /// Takes the user's rows, prices and favourites into account; in the place of what was there before.
    Outcome setLayer(const UserLayer &layer);

    SearchAnswer search(const SearchRequest &request) const override;
    SearchHit hit(int row) const override;
    double largest(Figure figure, CatalogSection section, quint32 withoutTraits) const override;

private:
    explicit CatalogSearch(std::unique_ptr<SearchIndex> shipped);

    int count() const { return int(m_facts.size()); }
    CatalogSection section(int row) const;
    std::vector<int> found(const SearchRequest &request) const;
    void rank(std::vector<int> &rows, const QStringList &words) const;
    void sort(std::vector<int> &rows, const SearchOrder &order) const;
    const std::vector<int> &ordered(const SearchOrder &order) const;

    std::unique_ptr<SearchIndex> m_shipped;
    std::unique_ptr<SearchIndex> m_own;
    std::vector<SearchFacts> m_facts; ///< of all rows, with the user's prices and favourites
    std::vector<bool> m_hidden;       ///< shipped rows that an own row stands in front of

    /// All rows in an order, made when it is first asked for.
    struct Ordered
    {
        SearchOrder order;
        std::vector<int> rows;
    };
    mutable std::vector<Ordered> m_ordered;
};

} // namespace rigwright
