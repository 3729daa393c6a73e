// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/migrations.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace rigwright;

namespace {

constexpr qint32 kId = 4711;
const Migration kOneStep[] = {{"CREATE TABLE rig (id INTEGER PRIMARY KEY)", "INSERT INTO rig VALUES (7)"}};
const Migration kTwoSteps[] = {kOneStep[0], {"ALTER TABLE rig ADD COLUMN name TEXT", "UPDATE rig SET name = 'old'"}};
const Migration kBrokenStep[] = {kOneStep[0], {"ALTER TABLE rig ADD COLUMN name TEXT", "UPDATE no_such SET x = 1"}};
const Schema kFirst{kId, kOneStep};
const Schema kSecond{kId, kTwoSteps};
const Schema kBroken{kId, kBrokenStep};

Outcome migrated(const QString &path, const Schema &schema)
{
    const auto connection = SqlConnection::open(path);
    return connection ? migrate(**connection, path, schema) : Outcome(connection.error());
}

qint64 number(const QString &path, const char *sql)
{
    const auto connection = SqlConnection::open(path);
    return (*connection)->number(QLatin1String(sql)).value();
}

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void newFileGetsTheLatestVersionWithoutABackup();
    void olderFileIsBackedUpAndMigrated();
    void secondBackupDoesNotReplaceTheFirst();
    void failedStepLeavesTheOldVersion();
    void newerFileIsRefused();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("data.sqlite")); }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMigrations::newFileGetsTheLatestVersionWithoutABackup()
{
    QVERIFY(migrated(path(), kSecond).ok());
    QCOMPARE(number(path(), "PRAGMA user_version"), 2);
    QCOMPARE(number(path(), "PRAGMA application_id"), kId);
    QCOMPARE(number(path(), "SELECT count(*) FROM rig WHERE name = 'old'"), 1);
    QCOMPARE(files(), QStringList(QStringLiteral("data.sqlite")));
}

void TestMigrations::olderFileIsBackedUpAndMigrated()
{
    QVERIFY(migrated(path(), kFirst).ok());
    QVERIFY(migrated(path(), kSecond).ok());
    QCOMPARE(number(path(), "PRAGMA user_version"), 2);
    const QString backup = path() + QStringLiteral(".v1.backup");
    QVERIFY(QFile::exists(backup));
    QCOMPARE(number(backup, "PRAGMA user_version"), 1);
    QCOMPARE(number(backup, "SELECT id FROM rig"), 7);
    QVERIFY(migrated(path(), kSecond).ok()); // nothing left to do
    QCOMPARE(files(), QStringList({QStringLiteral("data.sqlite"), QStringLiteral("data.sqlite.v1.backup")}));
}

void TestMigrations::secondBackupDoesNotReplaceTheFirst()
{
    QVERIFY(migrated(path(), kFirst).ok());
    QFile first(path() + QStringLiteral(".v1.backup"));
    QVERIFY(first.open(QIODevice::WriteOnly));
    first.write("the first one");
    first.close();
    QVERIFY(migrated(path(), kSecond).ok());
    QVERIFY(first.open(QIODevice::ReadOnly));
    QCOMPARE(first.readAll(), QByteArray("the first one"));
    QCOMPARE(number(path() + QStringLiteral(".v1.backup-2"), "SELECT id FROM rig"), 7);
}

void TestMigrations::failedStepLeavesTheOldVersion()
{
    QVERIFY(migrated(path(), kFirst).ok());
    QVERIFY(!migrated(path(), kBroken).ok());
    QCOMPARE(number(path(), "PRAGMA user_version"), 1);
    QCOMPARE(number(path(), "SELECT count(*) FROM pragma_table_info('rig')"), 1);
}

void TestMigrations::newerFileIsRefused()
{
    QVERIFY(migrated(path(), kSecond).ok());
    QCOMPARE(checkHeader(path(), kFirst).error().code, Error::Code::TooNew);
    QCOMPARE(migrated(path(), kFirst).error().code, Error::Code::TooNew);
    QVERIFY(checkHeader(path(), kSecond).ok());
    QVERIFY(checkHeader(m_folder->filePath(QStringLiteral("none")), kFirst).ok());
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
