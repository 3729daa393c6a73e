// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/migrations.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace rigwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Migrations)
};

// The header of an SQLite file. Source: https://www.sqlite.org/fileformat2.html#the_database_header
constexpr qsizetype kHeaderBytes = 100;
constexpr qsizetype kUserVersionOffset = 60;
constexpr qsizetype kApplicationIdOffset = 68;
constexpr char kMagic[] = "SQLite format 3"; // with the terminating NUL

Error foreign(const QString &path)
{
    return {Error::Code::Corrupt,
            Text::tr("%1 is not a Rigwright database. It was not changed; move it away or choose another folder "
                     "with RIGWRIGHT_DATA.")
                .arg(path)};
}

Error tooNew(const QString &path, qint64 version, const Schema &schema)
{
    return {Error::Code::TooNew,
            Text::tr("%1 belongs to a newer Rigwright (version %2 of the file; this program knows up to %3). It was "
                     "not changed; update Rigwright to use it.")
                .arg(path)
                .arg(version)
                .arg(schema.version())};
}

/// Copies the whole database, through the journal, to a file that appears complete or not at all.
Outcome backUp(const SqlConnection &connection, const QString &path, qint64 version)
{
    QString backup = QStringLiteral("%1.v%2.backup").arg(path).arg(version);
    for (int n = 2; QFile::exists(backup); ++n)
        backup = QStringLiteral("%1.v%2.backup-%3").arg(path).arg(version).arg(n);
    const QString partial = backup + QStringLiteral(".part");
    QFile::remove(partial);
    if (Outcome copied = connection.run(QStringLiteral("VACUUM INTO ?"), {partial}); !copied) {
        QFile::remove(partial);
        return copied;
    }
    if (QFile::rename(partial, backup))
        return done();
    QFile::remove(partial);
    return Error{Error::Code::NotWritable,
                 Text::tr("%1 could not be backed up to %2, so it was not changed.").arg(path, backup)};
}

Outcome applyStep(const SqlConnection &connection, const Schema &schema, int from)
{
    return connection.transaction([&]() -> Outcome {
        // Another instance may have been faster.
        const Result<qint64> version = connection.number(QStringLiteral("PRAGMA user_version"));
        if (!version)
            return version.error();
        if (*version != from)
            return done();
        for (const char *statement : schema.migrations[std::size_t(from)])
            if (Outcome outcome = connection.run(QString::fromLatin1(statement)); !outcome)
                return outcome;
        if (Outcome outcome = connection.run(QStringLiteral("PRAGMA application_id = %1").arg(schema.applicationId));
            !outcome)
            return outcome;
        return connection.run(QStringLiteral("PRAGMA user_version = %1").arg(from + 1));
    });
}

} // namespace

Outcome checkHeader(const QString &path, const Schema &schema)
{
    const QFileInfo info(path);
    if (!info.exists() || (info.isFile() && info.size() == 0))
        return done();
    if (!info.isFile())
        return Error{Error::Code::Io, Text::tr("%1 is not a file.").arg(path)};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::Io, Text::tr("%1 cannot be read: %2.").arg(path, file.errorString())};
    const QByteArray header = file.read(kHeaderBytes);
    if (header.size() < kHeaderBytes || !header.startsWith(QByteArray(kMagic, sizeof kMagic)))
        return foreign(path);
    // Zero: created, but the first transaction is still in the journal, or was never finished.
    const auto application = qFromBigEndian<qint32>(header.constData() + kApplicationIdOffset);
    if (application != 0 && application != schema.applicationId)
        return foreign(path);
    const auto version = qFromBigEndian<qint32>(header.constData() + kUserVersionOffset);
    return version > schema.version() ? Outcome(tooNew(path, version, schema)) : done();
}

Outcome migrate(const SqlConnection &connection, const QString &path, const Schema &schema)
{
    const Result<qint64> application = connection.number(QStringLiteral("PRAGMA application_id"));
    const Result<qint64> version = connection.number(QStringLiteral("PRAGMA user_version"));
    const Result<qint64> objects = connection.number(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    for (const Result<qint64> *read : {&application, &version, &objects})
        if (!*read)
            return read->error();
    if (*application != schema.applicationId && (*application != 0 || *version != 0 || *objects != 0))
        return foreign(path);
    if (*version > schema.version())
        return tooNew(path, *version, schema);

    if (*version > 0 && *version < schema.version())
        if (Outcome outcome = backUp(connection, path, *version); !outcome)
            return outcome;
    for (int from = int(*version); from < schema.version(); ++from)
        if (Outcome outcome = applyStep(connection, schema, from); !outcome)
            return outcome;
    return done();
}

} // namespace rigwright
