// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/compiler/catalog_writer.h"

#include "core/catalog/fields.h"
#include "database/catalog_schema.h"
#include "database/search_index.h"
#include "database/sqlite_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace rigwright {

namespace {

/// Columns that name a row of another table.
struct ForeignKey
{
    const char *table;
    const char *column;
    const char *target;
};
constexpr ForeignKey kForeignKeys[] = {
    {"prebuilts", "unified_system_id", "unified_systems"},
    {"quantizations", "only_model", "models"},
    {"cloud_prices", "gpu_id", "gpus"},
    {"idle_power", "gpu_id", "gpus"},
    {"power_limits", "gpu_id", "gpus"},
    {"transients", "gpu_id", "gpus"},
    {"speed_coefficients", "engine_id", "engines"},
    {"measurements", "engine_id", "engines"},
    {"measurements", "model_id", "models"},
    {"measurements", "quant_id", "quantizations"},
};

QByteArray sqlType(CellType type)
{
    switch (type) {
    case CellType::Text: return "TEXT";
    case CellType::Real: return "REAL";
    case CellType::Integer:
    case CellType::Boolean: break;
    }
    return "INTEGER";
}

template <class Row>
QByteArray createStatement(const QByteArray &table)
{
    QByteArrayList columns;
    for (const Field<Row> &field : fields<Row>()) {
        QByteArray column = quoted(field.name) + ' ' + sqlType(field.type);
        if (qstrcmp(field.name, "id") == 0)
            column += " PRIMARY KEY";
        if (field.required)
            column += " NOT NULL";
        if (field.type == CellType::Boolean)
            column += " CHECK (" + quoted(field.name) + " IN (0, 1))";
        for (const ForeignKey &key : kForeignKeys) {
            if (table == key.table && qstrcmp(field.name, key.column) == 0)
                column += QByteArray(" REFERENCES ") + key.target + "(id) DEFERRABLE INITIALLY DEFERRED";
        }
        columns << column;
    }
    return "CREATE TABLE " + table + " (\n    " + columns.join(",\n    ") + "\n) STRICT";
}

template <class Row>
Outcome writeTable(SqliteFile &file, const QByteArray &table, const std::vector<Row> &rows)
{
    if (Outcome created = file.run(createStatement<Row>(table)); !created)
        return created;
    const auto &columns = fields<Row>();
    QByteArrayList marks(qsizetype(columns.size()), "?");
    SqliteStatement insert(file.handle(), "INSERT INTO " + table + " VALUES (" + marks.join(',') + ')');
    const qint64 before = file.number("SELECT total_changes()");
    for (const Row &row : rows) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            insert.bind(int(i), columns[i].get(row));
        insert.step();
        insert.reset();
    }
    if (file.number("SELECT total_changes()") - before != qint64(rows.size()))
        return Error{Error::Code::Invalid, QString::fromLatin1(table) + QLatin1String(": ") + file.lastMessage()};
    return done();
}

/// The day of the youngest check: the version of the facts.
QString versionOf(const Catalog &catalog)
{
    QDate youngest;
    forEachTable(catalog, [&youngest](const char *, const auto &table) {
        for (const auto &row : table)
            if constexpr (requires { row.info.checked; })
                youngest = std::max(youngest, row.info.checked);
            else if constexpr (requires { row.checked; })
                youngest = std::max(youngest, row.checked);
    });
    return youngest.toString(Qt::ISODate);
}

Outcome writeInfo(SqliteFile &file, const Catalog &catalog, const QByteArray &digest)
{
    if (Outcome created = file.run("CREATE TABLE catalog_info (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT");
        !created)
        return created;
    SqliteStatement insert(file.handle(), "INSERT INTO catalog_info VALUES (?, ?)");
    const auto write = [&insert](const QString &name, const QString &value) {
        insert.bind(0, name);
        insert.bind(1, value);
        insert.step();
        insert.reset();
    };
    write(QStringLiteral("version"), versionOf(catalog));
    write(QStringLiteral("sha256"), QString::fromLatin1(digest));
    forEachTable(catalog, [&write](const char *name, const auto &table) {
        write(QLatin1String("rows:") + QLatin1String(name), QString::number(table.size()));
    });
    write(QStringLiteral("rows:measurements"), QString::number(catalog.measurements->size()));
    return done();
}

Outcome writeEverything(SqliteFile &file, const Catalog &catalog, const QByteArray &digest)
{
    Outcome outcome = file.run("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                               "PRAGMA foreign_keys = ON; PRAGMA application_id = "
                               + QByteArray::number(kCatalogApplicationId)
                               + "; PRAGMA user_version = " + QByteArray::number(kCatalogSchemaVersion) + "; BEGIN");
    forEachTable(catalog, [&](const char *name, const auto &table) {
        if (outcome)
            outcome = writeTable(file, name, rowsOf(table));
    });
    if (outcome)
        outcome = writeTable(file, "measurements", *catalog.measurements);
    if (outcome)
        outcome = writeSearchIndex(file, catalog);
    if (outcome)
        outcome = writeInfo(file, catalog, digest);
    return outcome ? file.run("COMMIT") : outcome;
}

/// Writes the file's SHA-256 beside it, as sha256sum does.
Outcome writeChecksum(const QString &path)
{
    QFile file(path);
    QFile checksum(path + QLatin1String(kChecksumSuffix));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const bool hashed = file.open(QIODevice::ReadOnly) && hash.addData(&file);
    const QByteArray line = hash.result().toHex() + "  " + QFileInfo(path).fileName().toUtf8() + '\n';
    if (!hashed || !checksum.open(QIODevice::WriteOnly) || checksum.write(line) != line.size())
        return Error{Error::Code::NotWritable, QStringLiteral("%1 cannot be written").arg(checksum.fileName())};
    return done();
}

} // namespace

Outcome writeCatalog(const QString &path, const Catalog &catalog, const QByteArray &digest)
{
    const QString unfinished = path + QLatin1String(".unfinished");
    QFile::remove(unfinished);
    {
        const Result<std::shared_ptr<SqliteFile>> file = SqliteFile::create(unfinished);
        if (!file)
            return file.error();
        if (Outcome written = writeEverything(**file, catalog, digest); !written)
            return written;
    }
    QFile::remove(path);
    if (!QFile::rename(unfinished, path))
        return Error{Error::Code::NotWritable, QStringLiteral("%1 cannot be written").arg(path)};
    return writeChecksum(path);
}

QByteArray digestOf(const QString &folder)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QDir directory(folder);
    for (const QString &name : directory.entryList({QStringLiteral("*.csv")}, QDir::Files, QDir::Name)) {
        hash.addData(name.toUtf8());
        QFile file(directory.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            hash.addData(&file);
    }
    return hash.result().toHex();
}

} // namespace rigwright
