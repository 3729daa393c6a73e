// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/catalog_file.h"

#include "database/catalog_schema.h"
#include "database/sqlite_file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace rigwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogDatabase)
};

} // namespace

Error damagedCatalog(const QString &path, const QString &reason)
{
    return {
        Error::Code::Corrupt,
        Text::tr("The catalogue %1 is damaged (%2). Install the program again to get a sound one.").arg(path, reason)};
}

Result<std::shared_ptr<SqliteFile>> openCatalogFile(const QString &path)
{
    Result<std::shared_ptr<SqliteFile>> file = SqliteFile::openReadOnly(path);
    if (!file)
        return file.error().code == Error::Code::NotFound
                   ? Error{Error::Code::NotFound,
                           Text::tr("There is no catalogue at %1. Install the program again, or name the file in the "
                                    "environment variable RIGWRIGHT_CATALOG.")
                               .arg(path)}
                   : damagedCatalog(path, file.error().message);
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
    return file;
}

Outcome verifyCatalogFile(const QString &path)
{
    const Result<std::shared_ptr<SqliteFile>> opened = openCatalogFile(path);
    if (!opened)
        return opened.error();
    const SqliteFile &database = **opened;
    if (const QString verdict = database.text("PRAGMA quick_check(1)"); verdict != QLatin1String("ok"))
        return damagedCatalog(path, verdict.isEmpty() ? database.lastMessage() : verdict);

    QFile written(path + QLatin1String(kChecksumSuffix));
    if (!written.open(QIODevice::ReadOnly))
        return done(); // a catalogue of the user's own making
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return damagedCatalog(path, file.errorString());
    if (!written.readLine().startsWith(hash.result().toHex()))
        return damagedCatalog(path, Text::tr("its checksum is another one than when it was made"));
    return done();
}

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

} // namespace rigwright
