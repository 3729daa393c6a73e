// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/search_index.h"

#include "core/catalog/search_text.h"
#include "core/catalog/sections.h"
#include "database/sqlite_file.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

QByteArray figureColumns()
{
    static constexpr const char *names[] = {"price",  "memory",     "bandwidth", "power",   "slots",    "compute",
                                            "length", "parameters", "active",    "context", "released", "cores",
                                            "lanes",  "channels",   "capacity",  "airflow", "bays",     "plugs"};
    static_assert(std::size(names) == kFigures);
    QByteArrayList columns;
    for (const char *name : names)
        columns << name;
    return columns.join(" REAL, ") + " REAL";
}

/// Columns of search_facts before the figures: section, id, name, traits.
constexpr int kFirstFigure = 4;

} // namespace

Outcome writeSearchIndex(SqliteFile &file, const Catalog &catalog)
{
    for (const QByteArray &sql :
         {QByteArray("CREATE TABLE search_facts (section INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, "
                     "traits INTEGER NOT NULL, "
                     + figureColumns() + ") STRICT"),
          QByteArray("CREATE VIRTUAL TABLE search USING fts5(name, aliases, joined, numbers, content = '', "
                     "detail = none, tokenize = \"unicode61 remove_diacritics 2 tokenchars '.'\", prefix = '1 2 3')")})
        if (Outcome created = file.run(sql); !created)
            return created;
    SqliteStatement facts(file.handle(), "INSERT INTO search_facts VALUES ("
                                             + QByteArrayList(kFirstFigure + qsizetype(kFigures), "?").join(',') + ')');
    SqliteStatement words(file.handle(),
                          "INSERT INTO search (rowid, name, aliases, joined, numbers) VALUES (?, ?, ?, ?, ?)");
    qint64 row = 0;
    for (const SearchText &text : searchTexts(catalog)) {
        const SearchFacts known = searchFacts(catalog, {text.section, text.id});
        facts.bind(0, qint64(text.section));
        facts.bind(1, text.id);
        facts.bind(2, text.name);
        facts.bind(3, qint64(known.traits));
        for (std::size_t i = 0; i < kFigures; ++i)
            facts.bind(kFirstFigure + int(i), std::isnan(known.figures[i]) ? Cell() : Cell(double(known.figures[i])));
        facts.step();
        facts.reset();
        words.bind(0, ++row);
        words.bind(1, text.name);
        words.bind(2, text.aliases);
        words.bind(3, text.joined);
        words.bind(4, text.numbers);
        words.step();
        words.reset();
    }
    if (file.number("SELECT count(*) FROM search_facts") != row)
        return Error{Error::Code::Io, file.lastMessage()};
    if (Outcome indexed = file.run("CREATE INDEX search_facts_id ON search_facts (id, section)"); !indexed)
        return indexed;
    return file.run("INSERT INTO search(search) VALUES ('optimize')");
}

SearchIndex::SearchIndex(std::shared_ptr<SqliteFile> file)
    : m_file(std::move(file)), m_selectName(std::make_unique<SqliteStatement>(
                                   m_file->handle(), "SELECT name FROM search_facts WHERE rowid = ?")),
      m_selectId(std::make_unique<SqliteStatement>(m_file->handle(), "SELECT id FROM search_facts WHERE rowid = ?"))
{
    // As much of the index as fits stays in memory, in KiB: a key is answered without reading the file again.
    (void)m_file->run("PRAGMA cache_size = -32768");
    const auto count = std::size_t(std::max<qint64>(0, m_file->number("SELECT count(*) FROM search_facts")));
    m_facts.reserve(count);
    m_sections.reserve(count);
    SqliteStatement select(m_file->handle(), "SELECT * FROM search_facts ORDER BY rowid");
    while (select.step()) {
        m_sections.push_back(CatalogSection(std::clamp<qint64>(select.number(0), 0, qint64(CatalogSection::Extras))));
        SearchFacts &facts = m_facts.emplace_back();
        facts.traits = quint32(select.number(3));
        for (std::size_t i = 0; i < kFigures; ++i)
            if (const Cell cell = select.cell(kFirstFigure + int(i), CellType::Real); !isBlank(cell))
                facts.figures[i] = float(std::get<double>(cell));
    }
}

SearchIndex::~SearchIndex() = default;

std::pair<int, int> SearchIndex::rowsOf(CatalogSection section) const
{
    const auto [first, last] = std::equal_range(m_sections.begin(), m_sections.end(), section);
    return {int(first - m_sections.begin()), int(last - m_sections.begin())};
}

std::vector<int> SearchIndex::matches(const QStringList &words, int first, int last) const
{
    // Each word as a quoted prefix: nothing that the user types is read as FTS5 syntax.
    QStringList prefixes;
    for (const QString &word : words)
        prefixes << u'"' + word + QLatin1String("\"*");
    SqliteStatement select(m_file->handle(),
                           "SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid");
    select.bind(0, prefixes.join(QLatin1String(" AND ")));
    select.bind(1, qint64(first) + 1);
    select.bind(2, qint64(last));
    std::vector<int> rows;
    while (select.step())
        if (const qint64 row = select.number(0) - 1; row < count())
            rows.push_back(int(row));
    return rows;
}

QString SearchIndex::textOf(SqliteStatement &select, int row) const
{
    select.bind(0, qint64(row) + 1);
    const QString text = select.step() ? select.text(0) : QString();
    select.reset();
    return text;
}

QString SearchIndex::name(int row) const
{
    return textOf(*m_selectName, row);
}

SearchHit SearchIndex::hit(int row) const
{
    return {section(row), textOf(*m_selectId, row)};
}

int SearchIndex::find(const SearchHit &hit) const
{
    SqliteStatement select(m_file->handle(), "SELECT rowid FROM search_facts WHERE id = ? AND section = ?");
    select.bind(0, hit.id);
    select.bind(1, qint64(hit.section));
    return select.step() ? int(select.number(0)) - 1 : -1;
}

} // namespace rigwright
