// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/sql_connection.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QThread>
#include <QUuid>

#include <sqlite3.h>

namespace rigwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SqlConnection)
};

/// Result codes of SQLite. Source: https://www.sqlite.org/rescode.html
enum SqliteCode { Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26 };

/// Called by SQLite while another process writes. SQLite's own wait looks ten times a second at last,
/// and so can miss every gap between the writes of a busy neighbour; this one looks every few
/// milliseconds, at uneven steps that fall into no rhythm with the neighbour's.
/// @return whether to try again: no longer after about ten seconds
/// Source: https://www.sqlite.org/c3ref/busy_handler.html
int waitForTheOther(void *, int attempt)
{
    constexpr int kLongestPauseMs = 8; // the pauses are 1 to 8 ms, 4.5 on average
    constexpr int kAttempts = 2'200;
    QThread::msleep(1 + unsigned(attempt * 5) % kLongestPauseMs);
    return attempt < kAttempts;
}

/// Qt reports extended codes; the low byte is the primary one.
constexpr int kPrimaryCode = 0xff;

} // namespace

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const QString &path)
{
    std::unique_ptr<SqlConnection> connection(
        new SqlConnection(path, QUuid::createUuid().toString(QUuid::WithoutBraces)));
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->m_name);
    if (!database.isValid())
        return Error{Error::Code::Io, Text::tr("Qt's SQLite driver is not installed (package libqt6sql6-sqlite).")};
    database.setDatabaseName(path);
    if (!database.open())
        return connection->explained(database.lastError().nativeErrorCode(), database.lastError().databaseText());
    sqlite3_busy_handler(*static_cast<sqlite3 *const *>(database.driver()->handle().constData()), waitForTheOther,
                         nullptr);
    return connection;
}

SqlConnection::~SqlConnection()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<SqlConnection::Rows> SqlConnection::rows(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    bool good = query.prepare(sql);
    for (const QVariant &value : values) // a null text would become NULL
        query.addBindValue(
            value.typeId() == QMetaType::QString && value.toString().isNull() ? QVariant(QStringLiteral("")) : value);
    good = good && query.exec();
    Rows rows;
    while (good && query.next()) {
        QVariantList &row = rows.emplace_back();
        for (int column = 0; column < query.record().count(); ++column)
            row.append(query.value(column));
    }
    if (query.lastError().isValid())
        return explained(query.lastError().nativeErrorCode(), query.lastError().databaseText());
    return rows;
}

Outcome SqlConnection::run(const QString &sql, const QVariantList &values) const
{
    const Result<Rows> result = rows(sql, values);
    return result ? done() : Outcome(result.error());
}

Result<qint64> SqlConnection::number(const QString &sql, const QVariantList &values) const
{
    const Result<Rows> result = rows(sql, values);
    if (!result)
        return result.error();
    return result->empty() || result->front().isEmpty() ? qint64(0) : result->front().front().toLongLong();
}

Outcome SqlConnection::transaction(const std::function<Outcome()> &body) const
{
    // Taking the write lock first keeps a reader from finding out too late that it cannot write.
    if (Outcome begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    Outcome outcome = body();
    if (outcome)
        outcome = run(QStringLiteral("COMMIT"));
    if (!outcome)
        // SQLite may have rolled back by itself (full disk); then this one fails and says nothing new.
        (void)run(QStringLiteral("ROLLBACK"));
    return outcome;
}

Error SqlConnection::explained(const QString &nativeCode, const QString &text) const
{
    switch (nativeCode.toInt() & kPrimaryCode) {
    case Busy:
    case Locked: return {Error::Code::Io, Text::tr("%1 is in use by another program; try again.").arg(m_path)};
    case ReadOnly:
    case CannotOpen:
        return {Error::Code::NotWritable,
                Text::tr("%1 cannot be opened for writing (%2). Check the folder's permissions.").arg(m_path, text)};
    case Corrupt:
    case NotADatabase:
        return {Error::Code::Corrupt,
                Text::tr("%1 is damaged or not a database (%2). Nothing was changed; move the file away to start "
                         "with an empty one.")
                    .arg(m_path, text)};
    case Full: return {Error::Code::Io, Text::tr("The disk is full: nothing was saved to %1.").arg(m_path)};
    default: return {Error::Code::Io, Text::tr("%1: %2").arg(m_path, text)};
    }
}

} // namespace rigwright
