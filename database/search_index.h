// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/search_facts.h"
#include "core/units/result.h"

#include <memory>

namespace rigwright {

class SqliteFile;
class SqliteStatement;

/// Writes what a search over these rows needs into a database: their words (FTS5) and their figures.
Outcome writeSearchIndex(SqliteFile &file, const Catalog &catalog);

/// Reads what writeSearchIndex() wrote. Rows are numbered from 0 in the order in which the catalogue lists
/// them. For use in the thread that opened it.
class SearchIndex
{
public:
    explicit SearchIndex(std::shared_ptr<SqliteFile> file);
    ~SearchIndex();

    int count() const { return int(m_facts.size()); }
    /// What is known of each row; held, because every query looks at many of them.
    const std::vector<SearchFacts> &facts() const { return m_facts; }
    CatalogSection section(int row) const { return m_sections[std::size_t(row)]; }
    /// @return the rows of a section as first and one past last; they stand beside each other
    std::pair<int, int> rowsOf(CatalogSection section) const;
    /// @return the rows from `first` to before `last` in which every word begins a word, rising
    std::vector<int> matches(const QStringList &words, int first, int last) const;
    QString name(int row) const;
    SearchHit hit(int row) const;
    /// @return the row, or -1 where there is none
    int find(const SearchHit &hit) const;

private:
    QString textOf(SqliteStatement &select, int row) const;

    std::shared_ptr<SqliteFile> m_file;
    std::unique_ptr<SqliteStatement> m_selectName;
    std::unique_ptr<SqliteStatement> m_selectId;
    std::vector<SearchFacts> m_facts;
    std::vector<CatalogSection> m_sections;
};

} // namespace rigwright
