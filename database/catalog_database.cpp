// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/catalog_database.h"

#include "core/catalog/fields.h"
#include "core/speed/measurement_index.h"
#include "database/catalog_schema.h"
#include "database/sqlite_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>

namespace rigwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogDatabase)
};

Error damaged(const QString &path, const QString &reason)
{
    return {
        Error::Code::Corrupt,
        Text::tr("The catalogue %1 is damaged (%2). Install the program again to get a sound one.").arg(path, reason)};
}

/// Opens a file and makes sure that it is a catalogue this program understands.
Result<std::shared_ptr<SqliteFile>> openCatalog(const QString &path)
{
    Result<std::shared_ptr<SqliteFile>> file = SqliteFile::openReadOnly(path);
    if (!file)
        return file.error().code == Error::Code::NotFound
                   ? Error{Error::Code::NotFound,
                           Text::tr("There is no catalogue at %1. Install the program again, or name the file in the "
                                    "environment variable RIGWRIGHT_CATALOG.")
                               .arg(path)}
                   : damaged(path, file.error().message);
    const SqliteFile &database = **file;
    if (database.number("PRAGMA application_id") != kCatalogApplicationId)
        return Error{Error::Code::Corrupt, Text::tr("%1 is not a Rigwright catalogue.").arg(path)};
    const qint64 version = database.number("PRAGMA user_version");
    if (version > kCatalogSchemaVersion)
        return Error{Error::Code::TooNew, Text::tr("The catalogue %1 is made for a later release of the program "
                                                   "(layout %2, this program reads %3). Update the program.")
                                              .arg(path)
                                              .arg(version)
                                              .arg(kCatalogSchemaVersion)};
    if (version < kCatalogSchemaVersion)
        return Error{Error::Code::Corrupt,
                     Text::tr("The catalogue %1 has an old layout (%2, this program reads %3). Install the program "
                              "again to get the current one.")
                         .arg(path)
                         .arg(version)
                         .arg(kCatalogSchemaVersion)};
    if (const QString verdict = database.text("PRAGMA quick_check(1)"); verdict != QLatin1String("ok"))
        return damaged(path, verdict.isEmpty() ? database.lastMessage() : verdict);
    return file;
}

/// @return the rows of a table in catalogue order, or what is wrong with one
template <class Row>
Result<std::vector<Row>> readTable(const SqliteFile &file, const QByteArray &table)
{
    const auto &columns = fields<Row>();
    QByteArrayList names;
    for (const Field<Row> &field : columns)
        names << field.name;
    std::vector<Row> rows;
    rows.reserve(std::size_t(std::max<qint64>(0, file.number("SELECT count(*) FROM " + table))));
    SqliteStatement select(file.handle(), "SELECT " + names.join(',') + " FROM " + table + " ORDER BY rowid");
    while (select.step()) {
        Row &row = rows.emplace_back();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (select.isNull(int(i)) && columns[i].blankIsDefault)
                continue; // as in a fresh row
            const Cell cell = select.cell(int(i), columns[i].type);
            if (const Outcome outcome = columns[i].assign(row, cell); !outcome)
                return Error{Error::Code::Corrupt, QString::fromLatin1(table) + u'.' + QLatin1String(columns[i].name)
                                                       + QLatin1String(": ") + outcome.error().message};
        }
    }
    const QString expected = file.text("SELECT value FROM catalog_info WHERE name = 'rows:" + table + '\'');
    if (QString::number(rows.size()) != expected)
        return Error{Error::Code::Corrupt,
                     Text::tr("%1 rows of %2 instead of %3")
                         .arg(QString::number(rows.size()), QString::fromLatin1(table), expected)};
    return rows;
}

} // namespace

QString shippedCatalogPath()
{
    const QString named = qEnvironmentVariable("RIGWRIGHT_CATALOG");
    if (!named.isEmpty())
        return named;
    const QString beside =
        QCoreApplication::applicationDirPath() + QStringLiteral("/../share/rigwright/catalog.sqlite");
    if (QFileInfo::exists(beside))
        return QFileInfo(beside).canonicalFilePath();
    const QString located =
        QStandardPaths::locate(QStandardPaths::GenericDataLocation, QStringLiteral("rigwright/catalog.sqlite"));
    return located.isEmpty() ? QDir::cleanPath(beside) : located;
}

Result<std::shared_ptr<const Catalog>> loadCatalog(const QString &path)
{
    const Result<std::shared_ptr<SqliteFile>> opened = openCatalog(path);
    if (!opened)
        return opened.error();
    const SqliteFile &file = **opened;
    const auto catalog = std::make_shared<Catalog>();
    catalog->version = file.text("SELECT value FROM catalog_info WHERE name = 'version'");
    std::optional<Error> failure;
    forEachTable(*catalog, [&](const char *name, auto &table) {
        using TableType = std::decay_t<decltype(table)>;
        if (failure)
            return;
        auto rows = readTable<RowOf<TableType>>(file, name);
        if (rows)
            table = TableType(std::move(rows).value());
        else
            failure = rows.error();
    });
    if (failure)
        return damaged(path, failure->message);
    auto measurements = readTable<Measurement>(file, "measurements");
    if (!measurements)
        return damaged(path, measurements.error().message);
    catalog->measurements = std::make_shared<const std::vector<Measurement>>(std::move(measurements).value());
    catalog->measurementIndex = std::make_shared<const MeasurementIndex>(catalog->measurements);
    return std::shared_ptr<const Catalog>(catalog);
}

CatalogSearch::CatalogSearch(std::shared_ptr<SqliteFile> file) : m_file(std::move(file))
{}
CatalogSearch::~CatalogSearch() = default;

Result<std::unique_ptr<CatalogSearch>> CatalogSearch::open(const QString &path)
{
    Result<std::shared_ptr<SqliteFile>> file = openCatalog(path);
    if (!file)
        return file.error();
    return std::unique_ptr<CatalogSearch>(new CatalogSearch(std::move(file).value()));
}

namespace {

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression separator(QStringLiteral("[^\\w.]+"),
                                              QRegularExpression::UseUnicodePropertiesOption);
    return text.toLower().split(separator, Qt::SkipEmptyParts);
}

/// A hit with what decides its place: whole words of the name that were typed, then how few others it has.
struct Ranked
{
    SearchHit hit;
    int typedWords = 0;
    int words = 0;
    friend bool operator<(const Ranked &a, const Ranked &b)
    {
        return a.typedWords != b.typedWords ? a.typedWords > b.typedWords : a.words < b.words;
    }
};

/// Matches that are ranked. A text that finds more is too short for the order to matter, and is
/// answered in catalogue order: the answer has to come before the next key.
constexpr qint64 kRankedMatches = 2000;

} // namespace

std::vector<SearchHit> CatalogSearch::find(const QString &text, std::optional<CatalogSection> section, int limit) const
{
    // Each word as a quoted prefix: nothing that the user types is read as FTS5 syntax.
    const QStringList typed = wordsOf(text);
    QStringList prefixes;
    for (const QString &word : typed)
        prefixes << u'"' + word + QLatin1String("\"*");

    QByteArray sql = "SELECT section, id, name FROM search WHERE ";
    if (!prefixes.isEmpty())
        sql += "search MATCH ?1 AND ";
    sql += section ? "section = ?2" : "?2 IS NULL";
    sql += " ORDER BY rowid LIMIT ?3";
    SqliteStatement select(m_file->handle(), sql);
    if (!prefixes.isEmpty())
        select.bind(0, prefixes.join(u' '));
    if (section)
        select.bind(1, qint64(*section));
    select.bind(2, prefixes.isEmpty() ? qint64(limit) : std::max(kRankedMatches, qint64(limit)));

    std::vector<Ranked> ranked;
    while (select.step()) {
        Ranked &entry = ranked.emplace_back();
        entry.hit = {CatalogSection(select.number(0)), select.text(1)};
        if (prefixes.isEmpty())
            continue;
        const QStringList words = wordsOf(select.text(2));
        entry.words = int(words.size());
        entry.typedWords = int(
            std::count_if(words.begin(), words.end(), [&typed](const QString &word) { return typed.contains(word); }));
    }
    std::stable_sort(ranked.begin(), ranked.end());
    std::vector<SearchHit> hits;
    for (std::size_t i = 0; i < std::min(ranked.size(), std::size_t(std::max(0, limit))); ++i)
        hits.push_back(ranked[i].hit);
    return hits;
}

} // namespace rigwright
