// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/part.h"

#include <limits>
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
    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

enum class Figure;

/// A range that a figure has to be in; a row without the figure is not.
struct FigureRange
{
    Figure figure;
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool lowExcluded = false;
    bool highExcluded = false;
    bool contains(double value) const
    {
        return (lowExcluded ? value > low : value >= low) && (highExcluded ? value < high : value <= high);
    }
    friend bool operator==(const FigureRange &, const FigureRange &) = default;
};

/// A yes-or-no question about a row.
struct SearchFilter
{
    std::vector<FigureRange> ranges;       ///< all have to hold
    quint32 traits = 0;                    ///< all have to be there
    std::optional<CatalogSection> section; ///< where it has to be
    int group = 0; ///< filters of one group > 0 widen each other (one has to hold); else all have to
};

/// What rows are sorted by: a figure, or one for each of another ($/GB). Rows without it come last.
struct SearchOrder
{
    Figure figure;
    std::optional<Figure> per;
    bool descending = false;
    std::optional<quint32> only; ///< traits without which a row counts as having no figure
    friend bool operator==(const SearchOrder &, const SearchOrder &) = default;
};

struct SearchRequest
{
    QString text;                         ///< as typed, see typedQuery(); empty finds all rows
    std::vector<CatalogSection> sections; ///< empty = all
    std::vector<SearchFilter> filters;
    std::vector<SearchFilter> counted; ///< filters whose hits are counted
    std::optional<SearchOrder> order;  ///< none = best match, catalogue order for an empty text
};

struct SearchAnswer
{
    std::vector<int> rows;   ///< in order; see PartSearch::hit()
    std::vector<int> counts; ///< by `counted`: rows for which it holds, with the filters outside of its group
};

/// Full-text search over the catalogue and the user's own rows; prefix search as the user types.
class PartSearch
{
public:
    virtual ~PartSearch() = default;
    virtual SearchAnswer search(const SearchRequest &request) const = 0;
    /// @param row  of an answer; valid until the rows of the user change
    virtual SearchHit hit(int row) const = 0;
    /// @return the largest figure in a section among rows without these traits; NaN where none has one
    virtual double largest(Figure figure, CatalogSection section, quint32 withoutTraits) const = 0;

    /// @return best hits first, catalogue order for an empty text
    std::vector<SearchHit> find(const QString &text, std::optional<CatalogSection> section, int limit = 500) const;
};

} // namespace rigwright
