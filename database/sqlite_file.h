// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/cell.h"
#include "core/units/result.h"

#include <QString>

#include <memory>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace rigwright {

/// A prepared statement. Bound and read by column, from 0.
class SqliteStatement
{
public:
    /// Fails at the first step() where the statement could not be prepared.
    SqliteStatement(sqlite3 *database, const QByteArray &sql);
    ~SqliteStatement();
    SqliteStatement(const SqliteStatement &) = delete;
    SqliteStatement &operator=(const SqliteStatement &) = delete;

    void bind(int column, const Cell &cell);
    /// @return true while there is a row to read
    bool step();
    /// Makes the statement ready for the next execution.
    void reset();
    bool isNull(int column) const;
    Cell cell(int column, CellType type) const;
    QString text(int column) const;
    qint64 number(int column) const;

private:
    /// The last text of each column: rows beside each other repeat it, and then share it.
    struct LastText
    {
        QByteArray utf8;
        QString text;
    };
    sqlite3_stmt *m_statement = nullptr;
    mutable std::vector<LastText> m_last;
};

/// An SQLite file, closed with the object. The catalogue is read and written through SQLite's own
/// interface: loading it is on the way to the first picture, searching it on the way of every key.
class SqliteFile
{
public:
    /// @return NotFound, or Corrupt where it is no SQLite file
    static Result<std::shared_ptr<SqliteFile>> openReadOnly(const QString &path);
    static Result<std::shared_ptr<SqliteFile>> create(const QString &path);
    ~SqliteFile();
    SqliteFile(const SqliteFile &) = delete;
    SqliteFile &operator=(const SqliteFile &) = delete;

    /// Runs statements that give no rows.
    Outcome run(const QByteArray &sql);
    /// @return the first column of the first row; 0 where there is none
    qint64 number(const QByteArray &sql) const;
    QString text(const QByteArray &sql) const;
    /// What SQLite says about the last failure.
    QString lastMessage() const;
    sqlite3 *handle() const { return m_database; }

private:
    explicit SqliteFile(sqlite3 *database) : m_database(database) {}
    static Result<std::shared_ptr<SqliteFile>> open(const QString &path, int flags);
    sqlite3 *m_database = nullptr;
};

} // namespace rigwright
