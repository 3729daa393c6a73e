// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/rig_files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace rigwright;

class TestRigFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void savedFileOpensAgain();
    void failedSaveKeepsTheOldFile();
    void whatCannotBeReadIsNamed_data();
    void whatCannotBeReadIsNamed();
};

void TestRigFiles::savedFileOpensAgain()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Büro 1.rig"));
    Build build;
    build.name = QStringLiteral("Büro");
    QVERIFY(saveRigFile(path, build, Catalog{}).ok());
    QVERIFY(loadRigFile(path)->build == build);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList(QStringLiteral("Büro 1.rig")));
}

void TestRigFiles::failedSaveKeepsTheOldFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.rig"));
    Build build;
    build.name = QStringLiteral("Old");
    QVERIFY(saveRigFile(path, build, Catalog{}).ok());
    Build broken = build;
    broken.site.prefillShare = 7;
    QCOMPARE(saveRigFile(path, broken, Catalog{}).error().code, Error::Code::Invalid);
    QVERIFY(loadRigFile(path)->build == build);
    QCOMPARE(saveRigFile(folder.filePath(QStringLiteral("no/such/a.rig")), build, Catalog{}).error().code,
             Error::Code::NotWritable);
    QCOMPARE(saveRigFile(folder.path(), build, Catalog{}).error().code, Error::Code::NotWritable);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList(QStringLiteral("a.rig")));
}

void TestRigFiles::whatCannotBeReadIsNamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Error::Code>("code");
    QTest::newRow("a file that is not there") << QStringLiteral("/no/such/file.rig") << Error::Code::NotFound;
    QTest::newRow("a folder") << QDir::tempPath() << Error::Code::Io;
    QTest::newRow("a device without end") << QStringLiteral("/dev/zero") << Error::Code::Invalid;
    QTest::newRow("a device without content") << QStringLiteral("/dev/null") << Error::Code::Corrupt;
}

void TestRigFiles::whatCannotBeReadIsNamed()
{
    QFETCH(QString, path);
    QFETCH(Error::Code, code);
    const Result<RigFile> file = loadRigFile(path);
    QVERIFY(!file.ok());
    QCOMPARE(file.error().code, code);
    QVERIFY2(file.error().message.contains(path), qPrintable(file.error().message));
}

QTEST_GUILESS_MAIN(TestRigFiles)
#include "tst_rig_files.moc"
