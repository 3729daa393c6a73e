// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/catalog_search.h"

#include "core/catalog/sections.h"
#include "core/catalog/typed_query.h"
#include "database/catalog_file.h"
#include "database/search_index.h"
#include "database/sqlite_file.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rigwright {

namespace {

/// Matches that are ranked by their names. A text that finds more is too short for the order to matter, and is
/// answered in catalogue order: the answer has to come before the next key.
constexpr std::size_t kRankedMatches = 400;

/// Above this share of all rows, picking the hits out of a ready order is quicker than sorting them.
constexpr int kPickInsteadOfSort = 16;

bool holds(const SearchFilter &filter, const SearchFacts &facts, CatalogSection section)
{
    return (facts.traits & filter.traits) == filter.traits && (!filter.section || *filter.section == section)
           && std::all_of(filter.ranges.begin(), filter.ranges.end(), [&facts](const FigureRange &range) {
                  return range.contains(double(facts[range.figure])); // never holds for NaN
              });
}

/// The key of a row in an order; NaN where it has none.
float keyOf(const SearchFacts &facts, const SearchOrder &order)
{
    if (order.only && (facts.traits & *order.only) != *order.only)
        return std::numeric_limits<float>::quiet_NaN();
    const float key = order.per ? facts[order.figure] / facts[*order.per] : facts[order.figure];
    return order.descending ? -key : key;
}

void sortByKey(std::vector<int> &rows, const std::vector<SearchFacts> &facts, const SearchOrder &order)
{
    std::vector<std::pair<float, int>> keyed;
    keyed.reserve(rows.size());
    for (const int row : rows) {
        const float key = keyOf(facts[std::size_t(row)], order);
        keyed.emplace_back(std::isfinite(key) ? key : std::numeric_limits<float>::infinity(), row);
    }
    std::sort(keyed.begin(), keyed.end()); // equal keys by row: the order of the catalogue
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const auto &pair) { return pair.second; });
}

/// An index in memory.
Result<std::unique_ptr<SearchIndex>> indexOf(const Catalog &catalog)
{
    Result<std::shared_ptr<SqliteFile>> memory = SqliteFile::create(QStringLiteral(":memory:"));
    if (!memory)
        return memory.error();
    if (Outcome written = writeSearchIndex(**memory, catalog); !written)
        return written.error();
    return std::make_unique<SearchIndex>(std::move(memory).value());
}

/// The filters of a request, one unit per group and one per filter outside of any.
class Filters
{
public:
    explicit Filters(const std::vector<SearchFilter> &filters)
    {
        for (const SearchFilter &filter : filters) {
            const auto unit = std::find_if(m_units.begin(), m_units.end(), [&filter](const auto &each) {
                return filter.group > 0 && each.front()->group == filter.group;
            });
            if (unit != m_units.end())
                unit->push_back(&filter);
            else
                m_units.push_back({&filter});
        }
    }
    struct Verdict
    {
        int failed = 0;
        int group = 0; ///< of the last unit that failed
    };
    Verdict judge(const SearchFacts &facts, CatalogSection section) const
    {
        Verdict verdict;
        for (const auto &unit : m_units)
            if (std::none_of(unit.begin(), unit.end(),
                             [&](const SearchFilter *filter) { return holds(*filter, facts, section); })) {
                ++verdict.failed;
                verdict.group = unit.front()->group;
            }
        return verdict;
    }

private:
    std::vector<std::vector<const SearchFilter *>> m_units;
};

} // namespace

CatalogSearch::CatalogSearch(std::unique_ptr<SearchIndex> shipped) : m_shipped(std::move(shipped))
{
    m_facts = m_shipped->facts();
    m_hidden.resize(m_facts.size());
}

CatalogSearch::~CatalogSearch() = default;

Result<std::unique_ptr<CatalogSearch>> CatalogSearch::open(const QString &path)
{
    Result<std::shared_ptr<SqliteFile>> file = openCatalogFile(path);
    if (!file)
        return file.error();
    return std::unique_ptr<CatalogSearch>(new CatalogSearch(std::make_unique<SearchIndex>(std::move(file).value())));
}

Result<std::unique_ptr<CatalogSearch>> CatalogSearch::over(const Catalog &catalog)
{
    Result<std::unique_ptr<SearchIndex>> index = indexOf(catalog);
    if (!index)
        return index.error();
    return std::unique_ptr<CatalogSearch>(new CatalogSearch(std::move(index).value()));
}

Outcome CatalogSearch::setLayer(const UserLayer &layer)
{
    Result<std::unique_ptr<SearchIndex>> index = indexOf(layer.rows);
    if (!index)
        return index.error();
    m_own = std::move(index).value();
    m_ordered.clear();
    m_facts = m_shipped->facts();
    m_hidden.assign(m_facts.size(), false);
    for (int own = 0; own < m_own->count(); ++own) {
        const int shadowed = m_shipped->find(m_own->hit(own));
        if (shadowed >= 0)
            m_hidden[std::size_t(shadowed)] = true;
        m_facts.push_back(m_own->facts()[std::size_t(own)]);
        m_facts.back().set(Trait::Own);
    }
    const auto factsOf = [this](const RowKey &key) -> SearchFacts * {
        const std::optional<CatalogSection> section = sectionOf(key.table);
        if (!section)
            return nullptr;
        const SearchHit hit{*section, key.id};
        const int own = m_own->find(hit);
        const int row = own >= 0 ? m_shipped->count() + own : m_shipped->find(hit);
        return row < 0 ? nullptr : &m_facts[std::size_t(row)];
    };
    for (const OwnPrice &price : layer.prices) // the last one stays
        if (SearchFacts *facts = factsOf(price.row))
            (*facts)[Figure::Price] = float(price.amount.base());
    for (const RowKey &favourite : layer.favourites)
        if (SearchFacts *facts = factsOf(favourite))
            facts->set(Trait::Favourite);
    return done();
}

CatalogSection CatalogSearch::section(int row) const
{
    return row < m_shipped->count() ? m_shipped->section(row) : m_own->section(row - m_shipped->count());
}

SearchHit CatalogSearch::hit(int row) const
{
    return row < m_shipped->count() ? m_shipped->hit(row) : m_own->hit(row - m_shipped->count());
}

double CatalogSearch::largest(Figure figure, CatalogSection wanted, quint32 withoutTraits) const
{
    double most = std::numeric_limits<double>::quiet_NaN();
    for (int row = 0; row < count(); ++row) {
        const SearchFacts &facts = m_facts[std::size_t(row)];
        if (section(row) == wanted && (facts.traits & withoutTraits) == 0)
            most = std::fmax(most, double(facts[figure]));
    }
    return most;
}

/// @return the rows with the words of the text in the request's sections: the user's own first, then the
///         catalogue's in its order
std::vector<int> CatalogSearch::found(const SearchRequest &request) const
{
    const TypedQuery typed = typedQuery(request.text);
    std::vector<int> rows;
    const auto add = [&](const SearchIndex &index, int offset, int first, int last) {
        const auto passes = [&](int row) {
            const SearchFacts &facts = m_facts[std::size_t(row)];
            const bool hidden = row < m_shipped->count() && m_hidden[std::size_t(row)];
            return !hidden && std::all_of(typed.ranges.begin(), typed.ranges.end(), [&](const FigureRange &range) {
                return range.contains(double(facts[range.figure]));
            });
        };
        if (typed.words.isEmpty()) {
            for (int row = first; row < last; ++row)
                if (passes(offset + row))
                    rows.push_back(offset + row);
            return;
        }
        for (const int row : index.matches(typed.words, first, last))
            if (passes(offset + row))
                rows.push_back(offset + row);
    };
    const auto addAll = [&](const SearchIndex &index, int offset) {
        if (request.sections.empty())
            add(index, offset, 0, index.count());
        for (std::size_t i = 0; i < request.sections.size();) {
            auto [first, last] = index.rowsOf(request.sections[i]);
            // Sections that stand beside each other are asked for at once.
            for (++i; i < request.sections.size() && index.rowsOf(request.sections[i]).first == last; ++i)
                last = index.rowsOf(request.sections[i]).second;
            add(index, offset, first, last);
        }
    };
    if (m_own)
        addAll(*m_own, m_shipped->count());
    addAll(*m_shipped, 0);
    if (!typed.words.isEmpty() && !request.order)
        rank(rows, typed.words);
    return rows;
}

/// Puts first the rows with the most typed words as whole words of their names, of those the ones with the
/// fewest others.
void CatalogSearch::rank(std::vector<int> &rows, const QStringList &words) const
{
    if (rows.size() > kRankedMatches)
        return;
    struct Ranked
    {
        int row = 0;
        int typed = 0;
        int words = 0;
    };
    std::vector<Ranked> ranked;
    ranked.reserve(rows.size());
    for (const int row : rows) {
        const QStringList name =
            searchWords(row < m_shipped->count() ? m_shipped->name(row) : m_own->name(row - m_shipped->count()));
        const auto typed =
            std::count_if(name.begin(), name.end(), [&words](const QString &word) { return words.contains(word); });
        ranked.push_back({row, int(typed), int(name.size())});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) {
        return a.typed != b.typed ? a.typed > b.typed : a.words < b.words;
    });
    std::transform(ranked.begin(), ranked.end(), rows.begin(), [](const Ranked &each) { return each.row; });
}

const std::vector<int> &CatalogSearch::ordered(const SearchOrder &order) const
{
    const auto known =
        std::find_if(m_ordered.begin(), m_ordered.end(), [&order](const Ordered &each) { return each.order == order; });
    if (known != m_ordered.end())
        return known->rows;
    std::vector<int> rows(m_facts.size());
    std::iota(rows.begin(), rows.end(), 0);
    sortByKey(rows, m_facts, order);
    m_ordered.push_back({order, std::move(rows)});
    return m_ordered.back().rows;
}

void CatalogSearch::sort(std::vector<int> &rows, const SearchOrder &order) const
{
    if (rows.size() < m_facts.size() / kPickInsteadOfSort)
        return sortByKey(rows, m_facts, order);
    std::vector<bool> wanted(m_facts.size());
    for (const int row : rows)
        wanted[std::size_t(row)] = true;
    const std::vector<int> &all = ordered(order);
    std::copy_if(all.begin(), all.end(), rows.begin(), [&wanted](int row) { return wanted[std::size_t(row)]; });
}

SearchAnswer CatalogSearch::search(const SearchRequest &request) const
{
    SearchAnswer answer;
    answer.counts.resize(request.counted.size());
    const Filters filters(request.filters);
    std::vector<int> rows = found(request);
    const auto passes = [&](int row) {
        const SearchFacts &facts = m_facts[std::size_t(row)];
        const CatalogSection in = section(row);
        const Filters::Verdict verdict = filters.judge(facts, in);
        for (std::size_t i = 0; i < request.counted.size() && verdict.failed <= 1; ++i) {
            const SearchFilter &filter = request.counted[i];
            const bool others = verdict.failed == 0 || (filter.group > 0 && verdict.group == filter.group);
            answer.counts[i] += others && holds(filter, facts, in) ? 1 : 0;
        }
        return verdict.failed == 0;
    };
    rows.erase(std::remove_if(rows.begin(), rows.end(), [&](int row) { return !passes(row); }), rows.end());
    if (request.order)
        sort(rows, *request.order);
    answer.rows = std::move(rows);
    return answer;
}

} // namespace rigwright
