// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/catalog_database.h"

#include "core/catalog/fields.h"
#include "core/speed/measurement_index.h"
#include "database/catalog_schema.h"
#include "database/sqlite_file.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogDatabase)
};

/// Tables up to this length are read as a whole: the engines look at all of their rows, and it takes less
/// time than to open the window.
constexpr qint64 kLongestHeld = 4000;

template <class Row>
QByteArray columnNames()
{
    QByteArrayList names;
    for (const Field<Row> &field : fields<Row>())
        names << quoted(field.name);
    return names.join(',');
}

/// Reads the row on which a statement stands.
template <class Row>
Result<Row> readRow(const SqliteStatement &select)
{
    const auto &columns = fields<Row>();
    Row row;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (select.isNull(int(i)) && columns[i].blankIsDefault)
            continue; // as in a fresh row
        const Cell cell = select.cell(int(i), columns[i].type);
        if (const Outcome outcome = columns[i].assign(row, cell); !outcome)
            return Error{Error::Code::Corrupt,
                         QLatin1String(columns[i].name) + QLatin1String(": ") + outcome.error().message};
    }
    return row;
}

/// @return the rows of a table in catalogue order, or what is wrong with one
template <class Row>
Result<std::vector<Row>> readTable(const SqliteFile &file, const QByteArray &table)
{
    std::vector<Row> rows;
    rows.reserve(std::size_t(std::max<qint64>(0, file.number("SELECT count(*) FROM " + table))));
    SqliteStatement select(file.handle(), "SELECT " + columnNames<Row>() + " FROM " + table + " ORDER BY rowid");
    while (select.step()) {
        Result<Row> row = readRow<Row>(select);
        if (!row)
            return Error{Error::Code::Corrupt, QString::fromLatin1(table) + u'.' + row.error().message};
        rows.push_back(std::move(row).value());
    }
    const QString expected = file.text("SELECT value FROM catalog_info WHERE name = 'rows:" + table + '\'');
    if (QString::number(rows.size()) != expected)
        return Error{Error::Code::Corrupt,
                     Text::tr("%1 rows of %2 instead of %3")
                         .arg(QString::number(rows.size()), QString::fromLatin1(table), expected)};
    return rows;
}

/// A connection that the tables of one catalogue share, from whatever thread they are asked.
struct SharedFile
{
    std::shared_ptr<SqliteFile> file;
    std::mutex mutex;
};

/// The rows of a long table, read from the file one by one. A row that cannot be read is missing.
template <class Row>
class FetchedRows final : public RowSource<Row>
{
public:
    FetchedRows(std::shared_ptr<SharedFile> shared, QByteArray table, std::size_t count)
        : m_shared(std::move(shared)), m_table(std::move(table)), m_count(count)
    {}
    std::size_t count() const override { return m_count; }
    std::optional<Row> fetch(const QString &id) const override
    {
        const std::lock_guard lock(m_shared->mutex);
        SqliteStatement select(m_shared->file->handle(),
                               "SELECT " + columnNames<Row>() + " FROM " + m_table + " WHERE id = ?");
        select.bind(0, id);
        if (!select.step())
            return std::nullopt;
        Result<Row> row = readRow<Row>(select);
        return row ? std::optional<Row>(std::move(row).value()) : std::nullopt;
    }
    std::vector<Row> fetchAll() const override
    {
        const std::lock_guard lock(m_shared->mutex);
        Result<std::vector<Row>> rows = readTable<Row>(*m_shared->file, m_table);
        return rows ? std::move(rows).value() : std::vector<Row>();
    }

private:
    std::shared_ptr<SharedFile> m_shared;
    QByteArray m_table;
    std::size_t m_count;
};

/// Fills a table of the catalogue, or says why it cannot.
template <class Row>
Outcome fill(Table<Row> &table, const std::shared_ptr<SharedFile> &shared, const QByteArray &name)
{
    const qint64 count = shared->file->number("SELECT count(*) FROM " + name);
    if (count > kLongestHeld) {
        table = Table<Row>(std::make_shared<const FetchedRows<Row>>(shared, name, std::size_t(count)));
        return done();
    }
    Result<std::vector<Row>> rows = readTable<Row>(*shared->file, name);
    if (!rows)
        return rows.error();
    table = Table<Row>(std::move(rows).value());
    return done();
}

template <class Row>
Outcome fill(std::vector<Row> &table, const std::shared_ptr<SharedFile> &shared, const QByteArray &name)
{
    Result<std::vector<Row>> rows = readTable<Row>(*shared->file, name);
    if (!rows)
        return rows.error();
    table = std::move(rows).value();
    return done();
}

} // namespace

Result<std::shared_ptr<const Catalog>> loadCatalog(const QString &path, Verification verification)
{
    if (verification == Verification::Now)
        if (const Outcome sound = verifyCatalogFile(path); !sound)
            return sound.error();
    Result<std::shared_ptr<SqliteFile>> opened = openCatalogFile(path);
    if (!opened)
        return opened.error();
    const auto shared = std::make_shared<SharedFile>();
    shared->file = std::move(opened).value();

    const auto catalog = std::make_shared<Catalog>();
    catalog->version = shared->file->text("SELECT value FROM catalog_info WHERE name = 'version'");
    Outcome filled = done();
    forEachTable(*catalog, [&](const char *name, auto &table) {
        if (filled)
            filled = fill(table, shared, name);
    });
    std::vector<Measurement> measurements;
    if (filled)
        filled = fill(measurements, shared, "measurements");
    if (!filled)
        return damagedCatalog(path, filled.error().message);
    catalog->measurements = std::make_shared<const std::vector<Measurement>>(std::move(measurements));
    catalog->measurementIndex = std::make_shared<const MeasurementIndex>(catalog->measurements);
    return std::shared_ptr<const Catalog>(catalog);
}

} // namespace rigwright
