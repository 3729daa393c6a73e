// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/user_file.h"

#include "database/migrations.h"
#include "database/user_schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace rigwright {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(UserFile)
};
} // namespace

QString userDatabasePath()
{
    const QString chosen = qEnvironmentVariable("RIGWRIGHT_DATA");
    const QString folder = chosen.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                                                  + QStringLiteral("/rigwright")
                                            : chosen;
    return QDir(folder).filePath(QStringLiteral("rigwright.sqlite"));
}

Result<std::unique_ptr<SqlConnection>> openUserFile(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return Error{
            Error::Code::NotWritable,
            Text::tr("The data folder %1 cannot be created. Choose another one with RIGWRIGHT_DATA.").arg(folder)};
    if (Outcome header = checkHeader(path, userSchema()); !header)
        return header.error();
    Result<std::unique_ptr<SqlConnection>> connection = SqlConnection::open(path);
    if (!connection)
        return connection.error();
    if (Outcome migrated = migrate(**connection, path, userSchema()); !migrated)
        return migrated.error();
    for (const char *pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA foreign_keys = ON",
                               "PRAGMA trusted_schema = OFF"})
        if (Outcome outcome = (*connection)->run(QLatin1String(pragma)); !outcome)
            return outcome.error();
    return connection;
}

} // namespace rigwright
