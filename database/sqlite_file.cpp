// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/sqlite_file.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <sqlite3.h>

namespace rigwright {

SqliteStatement::SqliteStatement(sqlite3 *database, const QByteArray &sql)
{
    sqlite3_prepare_v2(database, sql.constData(), int(sql.size()), &m_statement, nullptr);
    m_last.resize(std::size_t(sqlite3_column_count(m_statement)));
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_statement);
}

void SqliteStatement::bind(int column, const Cell &cell)
{
    const int position = column + 1;
    if (const auto *text = std::get_if<QString>(&cell)) {
        const QByteArray utf8 = text->toUtf8();
        sqlite3_bind_text(m_statement, position, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
    } else if (const auto *real = std::get_if<double>(&cell)) {
        sqlite3_bind_double(m_statement, position, *real);
    } else if (const auto *whole = std::get_if<qint64>(&cell)) {
        sqlite3_bind_int64(m_statement, position, *whole);
    } else if (const auto *truth = std::get_if<bool>(&cell)) {
        sqlite3_bind_int(m_statement, position, *truth ? 1 : 0);
    } else {
        sqlite3_bind_null(m_statement, position);
    }
}

bool SqliteStatement::step()
{
    return sqlite3_step(m_statement) == SQLITE_ROW;
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

Cell SqliteStatement::cell(int column, CellType type) const
{
    if (isNull(column))
        return {};
    switch (type) {
    case CellType::Boolean: return sqlite3_column_int(m_statement, column) != 0;
    case CellType::Integer: return qint64(sqlite3_column_int64(m_statement, column));
    case CellType::Real: return sqlite3_column_double(m_statement, column);
    case CellType::Text: break;
    }
    return text(column);
}

QString SqliteStatement::text(int column) const
{
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    const QByteArrayView view(utf8, sqlite3_column_bytes(m_statement, column));
    LastText &last = m_last[std::size_t(column)];
    if (view != last.utf8) {
        last.utf8 = view.toByteArray();
        last.text = QString::fromUtf8(view);
    }
    return last.text;
}

qint64 SqliteStatement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

Result<std::shared_ptr<SqliteFile>> SqliteFile::open(const QString &path, int flags)
{
    sqlite3 *database = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &database, flags, nullptr);
    std::shared_ptr<SqliteFile> file(new SqliteFile(database));
    if (code != SQLITE_OK)
        return Error{
            Error::Code::Io,
            QCoreApplication::translate("SqliteFile", "%1 cannot be opened: %2.").arg(path, file->lastMessage())};
    return file;
}

Result<std::shared_ptr<SqliteFile>> SqliteFile::openReadOnly(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return Error{Error::Code::NotFound,
                     QCoreApplication::translate("SqliteFile", "There is no file %1.").arg(path)};
    Result<std::shared_ptr<SqliteFile>> file = open(path, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX);
    // SQLite looks at the file only when it is first asked.
    if (file && !(*file)->run("SELECT count(*) FROM sqlite_schema"))
        return Error{
            Error::Code::Corrupt,
            QCoreApplication::translate("SqliteFile", "%1 is no SQLite file: %2.").arg(path, (*file)->lastMessage())};
    return file;
}

Result<std::shared_ptr<SqliteFile>> SqliteFile::create(const QString &path)
{
    return open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

SqliteFile::~SqliteFile()
{
    sqlite3_close_v2(m_database);
}

Outcome SqliteFile::run(const QByteArray &sql)
{
    if (sqlite3_exec(m_database, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK)
        return done();
    return Error{Error::Code::Io, lastMessage()};
}

qint64 SqliteFile::number(const QByteArray &sql) const
{
    SqliteStatement statement(m_database, sql);
    return statement.step() ? statement.number(0) : 0;
}

QString SqliteFile::text(const QByteArray &sql) const
{
    SqliteStatement statement(m_database, sql);
    return statement.step() ? statement.text(0) : QString();
}

QString SqliteFile::lastMessage() const
{
    return QString::fromUtf8(sqlite3_errmsg(m_database));
}

} // namespace rigwright
