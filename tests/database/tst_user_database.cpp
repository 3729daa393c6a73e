// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/user_database.h"

#include "database/sql_connection.h"

#include <QCryptographicHash>
#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace rigwright;

namespace {

Build named(const QString &name, int fans = 1)
{
    Build build;
    build.name = name;
    for (; build.nextItem <= fans; ++build.nextItem) {
        Item item;
        item.id = ItemId{build.nextItem};
        item.part = {PartKind::Fan, QStringLiteral("arctic-p12-max")};
        item.location = {Place::FanMount, build.nextItem - 1};
        build.items.push_back(item);
    }
    return build;
}

std::unique_ptr<UserDatabase> opened(const QString &path)
{
    Result<std::unique_ptr<UserDatabase>> database = UserDatabase::open(path, nullptr);
    if (!database)
        qWarning("%s", qPrintable(database.error().message));
    return database ? std::move(database).value() : nullptr;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeTo(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

QStringList namesIn(const UserDatabase &database)
{
    QStringList names;
    if (const auto builds = database.list())
        for (const SavedBuild &build : *builds)
            names.append(build.name);
    return names;
}

} // namespace

class TestUserDatabase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void savedBuildComesBackInANewProcess();
    void listIsNewestFirst();
    void savingAgainReplacesAndKeepsHistory();
    void historyKeepsTheLastHundred();
    void namesIgnoreCase_data();
    void namesIgnoreCase();
    void badNamesAreRefused_data();
    void badNamesAreRefused();
    void unreadableBuildIsNotSaved();
    void renameRefusesATakenName();
    void duplicateFindsAFreeName();
    void removedBuildIsGone();
    void settingsKeepTheirValues();
    void autosaveOfACrashIsOffered();
    void autosaveOfARunningProcessIsNotOffered();
    void twoInstancesSeeEachOther();
    void killedWhileSavingLeavesAReadableFile();
    void fullDiskChangesNothing();
    void refusedFilesStayAsTheyAre_data();
    void refusedFilesStayAsTheyAre();
    void damageInsideIsReported();
    void folderThatCannotBe_data();
    void folderThatCannotBe();
    void pathFollowsTheEnvironment();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("rigwright.sqlite")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestUserDatabase::savedBuildComesBackInANewProcess()
{
    const Build build = named(QStringLiteral("Garage 4×3090"), 7);
    qint64 id = 0;
    {
        const auto database = opened(path());
        QVERIFY(database);
        const Result<qint64> saved = database->save(build);
        QVERIFY2(saved.ok(), saved ? "" : qPrintable(saved.error().message));
        id = *saved;
    }
    const auto database = opened(path());
    QVERIFY(database);
    QVERIFY(*database->load(id) == build);
    QVERIFY(*database->loadByName(QStringLiteral("Garage 4×3090")) == build);
    QCOMPARE(database->list()->front().parts, 7);
    QVERIFY(database->list()->front().saved.secsTo(QDateTime::currentDateTimeUtc()) < 60);
    QCOMPARE(database->load(id + 1).error().code, Error::Code::NotFound);
    QCOMPARE(database->loadByName(QStringLiteral("Other")).error().code, Error::Code::NotFound);
}

void TestUserDatabase::listIsNewestFirst()
{
    const auto database = opened(path());
    QVERIFY(database->save(named(QStringLiteral("a"))).ok());
    QTest::qSleep(2);
    QVERIFY(database->save(named(QStringLiteral("b"))).ok());
    QCOMPARE(namesIn(*database), QStringList({QStringLiteral("b"), QStringLiteral("a")}));
    QTest::qSleep(2);
    QVERIFY(database->save(named(QStringLiteral("a"), 2)).ok());
    QCOMPARE(namesIn(*database), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
}

void TestUserDatabase::savingAgainReplacesAndKeepsHistory()
{
    const auto database = opened(path());
    const qint64 id = *database->save(named(QStringLiteral("Rig"), 1));
    QCOMPARE(*database->save(named(QStringLiteral("Rig"), 2)), id);
    QCOMPARE(*database->save(named(QStringLiteral("Rig"), 2)), id); // nothing new
    QCOMPARE(*database->save(named(QStringLiteral("Rig"), 3)), id);
    QCOMPARE(database->list()->size(), std::size_t(1));
    QVERIFY(*database->load(id) == named(QStringLiteral("Rig"), 3));
    const std::vector<SavedRevision> history = *database->history(id);
    QCOMPARE(history.size(), std::size_t(2));
    QVERIFY(*database->loadRevision(history[0].id) == named(QStringLiteral("Rig"), 2));
    QVERIFY(*database->loadRevision(history[1].id) == named(QStringLiteral("Rig"), 1));
}

void TestUserDatabase::historyKeepsTheLastHundred()
{
    const auto database = opened(path());
    qint64 id = 0;
    for (int fans = 1; fans <= 105; ++fans)
        id = *database->save(named(QStringLiteral("Rig"), fans));
    const std::vector<SavedRevision> history = *database->history(id);
    QCOMPARE(history.size(), std::size_t(100));
    QVERIFY(*database->loadRevision(history.front().id) == named(QStringLiteral("Rig"), 104));
    QVERIFY(*database->loadRevision(history.back().id) == named(QStringLiteral("Rig"), 5));
}

void TestUserDatabase::namesIgnoreCase_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("Latin letters") << QStringLiteral("Garage") << QStringLiteral("GARAGE");
    QTest::newRow("an umlaut") << QStringLiteral("Büro") << QStringLiteral("BÜRO");
    QTest::newRow("an umlaut in two parts") << QStringLiteral("Büro") << QStringLiteral("Bu\u0308ro");
    QTest::newRow("Greek letters") << QStringLiteral("Σίσυφος") << QStringLiteral("ΣΊΣΥΦΟΣ");
}

void TestUserDatabase::namesIgnoreCase()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    const auto database = opened(path());
    const qint64 id = *database->save(named(first));
    QCOMPARE(*database->save(named(second)), id);
    QCOMPARE(namesIn(*database), QStringList(second));
    QCOMPARE(database->loadByName(first)->name, second);
}

void TestUserDatabase::badNamesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("none") << QString();
    QTest::newRow("blanks") << QStringLiteral("  \t");
    QTest::newRow("two hundred and one characters") << QString(201, QLatin1Char('n'));
    QTest::newRow("a control character") << QStringLiteral("a\u0001b");
}

void TestUserDatabase::badNamesAreRefused()
{
    QFETCH(QString, name);
    const auto database = opened(path());
    QCOMPARE(database->save(named(name)).error().code, Error::Code::Invalid);
    QVERIFY(database->list()->empty());
}

void TestUserDatabase::unreadableBuildIsNotSaved()
{
    const auto database = opened(path());
    const qint64 id = *database->save(named(QStringLiteral("Rig")));
    Build broken = named(QStringLiteral("Rig"), 2);
    broken.site.prefillShare = 7; // no reader takes that
    QCOMPARE(database->save(broken).error().code, Error::Code::Invalid);
    QVERIFY(*database->load(id) == named(QStringLiteral("Rig")));
    QVERIFY(database->history(id)->empty());
}

void TestUserDatabase::renameRefusesATakenName()
{
    const auto database = opened(path());
    const qint64 first = *database->save(named(QStringLiteral("First")));
    const qint64 second = *database->save(named(QStringLiteral("Second")));
    const Outcome taken = database->rename(second, QStringLiteral("FIRST"));
    QCOMPARE(taken.error().code, Error::Code::Invalid);
    QVERIFY(taken.error().message.contains(QLatin1String("FIRST")));
    QVERIFY(database->rename(first, QStringLiteral("FIRST")).ok()); // its own name in other letters
    QVERIFY(database->rename(second, QStringLiteral("Third")).ok());
    QCOMPARE(database->load(second)->name, QStringLiteral("Third"));
    QCOMPARE(database->rename(99, QStringLiteral("Nobody")).error().code, Error::Code::NotFound);
    QCOMPARE(database->rename(first, QString()).error().code, Error::Code::Invalid);
}

void TestUserDatabase::duplicateFindsAFreeName()
{
    const auto database = opened(path());
    const qint64 id = *database->save(named(QStringLiteral("Rig"), 4));
    const qint64 copy = *database->duplicate(id);
    QCOMPARE(database->load(copy)->name, QStringLiteral("Rig copy"));
    QCOMPARE(database->load(copy)->items.size(), std::size_t(4));
    QCOMPARE(database->load(*database->duplicate(id))->name, QStringLiteral("Rig copy 2"));
    QCOMPARE(database->load(*database->duplicate(id))->name, QStringLiteral("Rig copy 3"));
    QCOMPARE(database->duplicate(99).error().code, Error::Code::NotFound);
    const qint64 longest = *database->save(named(QString(200, QLatin1Char('n'))));
    QVERIFY(database->duplicate(longest).ok());
}

void TestUserDatabase::removedBuildIsGone()
{
    const auto database = opened(path());
    const qint64 id = *database->save(named(QStringLiteral("Rig"), 1));
    QVERIFY(database->save(named(QStringLiteral("Rig"), 2)).ok());
    QVERIFY(database->remove(id).ok());
    QVERIFY(database->list()->empty());
    QVERIFY(database->history(id)->empty());
    QCOMPARE(database->remove(id).error().code, Error::Code::NotFound);
}

void TestUserDatabase::settingsKeepTheirValues()
{
    const auto database = opened(path());
    QCOMPARE(database->setting(QStringLiteral("theme"), QStringLiteral("system")), QStringLiteral("system"));
    QVERIFY(database->setSetting(QStringLiteral("theme"), QStringLiteral("dark")).ok());
    QVERIFY(database->setSetting(QStringLiteral("theme"), QStringLiteral("light")).ok());
    QVERIFY(database->setSetting(QStringLiteral("empty"), QString()).ok());
    QCOMPARE(opened(path())->setting(QStringLiteral("theme")), QStringLiteral("light"));
    QCOMPARE(opened(path())->setting(QStringLiteral("empty"), QStringLiteral("x")), QString());
}

void TestUserDatabase::autosaveOfACrashIsOffered()
{
    QProcess victim;
    victim.start(QStringLiteral(USER_DATABASE_VICTIM), {path(), QStringLiteral("autosave")});
    QVERIFY(victim.waitForReadyRead());
    victim.kill();
    victim.waitForFinished();
    const auto database = opened(path());
    const std::vector<Build> left = *database->autosaved();
    QCOMPARE(left.size(), std::size_t(1));
    QVERIFY(left.front().name.startsWith(QLatin1String("Build ")));
    QCOMPARE(database->autosaved()->size(), std::size_t(1)); // asking does not forget
    QVERIFY(database->discardAutosaved().ok());
    QVERIFY(database->autosaved()->empty());
}

void TestUserDatabase::autosaveOfARunningProcessIsNotOffered()
{
    const auto first = opened(path());
    const auto second = opened(path());
    QVERIFY(first->autosave(QStringLiteral("main"), named(QStringLiteral("Mine"))).ok());
    QVERIFY(first->autosave(QStringLiteral("main"), named(QStringLiteral("Mine"), 2)).ok());
    QVERIFY(second->autosave(QStringLiteral("main"), named(QStringLiteral("Other"))).ok());
    QVERIFY(first->autosaved()->empty());
    QVERIFY(second->autosaved()->empty());
    QVERIFY(second->discardAutosaved().ok());
    QVERIFY(second->clearAutosave(QStringLiteral("main")).ok());
    const auto later = opened(path());
    QVERIFY(later->autosaved()->empty()); // the first one still runs
}

void TestUserDatabase::twoInstancesSeeEachOther()
{
    const auto first = opened(path());
    const auto second = opened(path());
    const qint64 id = *first->save(named(QStringLiteral("Shared"), 1));
    QCOMPARE(second->load(id)->items.size(), std::size_t(1));
    QCOMPARE(*second->save(named(QStringLiteral("Shared"), 2)), id);
    QCOMPARE(first->load(id)->items.size(), std::size_t(2));

    QProcess other; // writes as fast as it can
    other.start(QStringLiteral(USER_DATABASE_VICTIM), {path(), QStringLiteral("save")});
    QVERIFY(other.waitForReadyRead());
    for (int fans = 3; fans < 40; ++fans)
        QVERIFY(first->save(named(QStringLiteral("Shared"), fans)).ok());
    QCOMPARE(other.state(), QProcess::Running);
    other.kill();
    other.waitForFinished();
    QCOMPARE(second->load(id)->items.size(), std::size_t(39));
}

void TestUserDatabase::killedWhileSavingLeavesAReadableFile()
{
    QRandomGenerator random(42);
    for (int round = 0; round < 20; ++round) {
        QProcess victim;
        victim.start(QStringLiteral(USER_DATABASE_VICTIM), {path(), QStringLiteral("save")});
        QVERIFY(victim.waitForReadyRead());
        QTest::qSleep(random.bounded(30));
        victim.kill();
        victim.waitForFinished();
        const QByteArray lastReported = victim.readAllStandardOutput().trimmed().split('\n').last();

        const auto database = opened(path());
        QVERIFY(database);
        const auto builds = database->list();
        QVERIFY(builds.ok());
        int newest = 0;
        for (const SavedBuild &saved : *builds) {
            const Result<Build> build = database->load(saved.id);
            QVERIFY2(build.ok(), build ? "" : qPrintable(build.error().message));
            newest = std::max(newest, build->site.name.toInt());
        }
        QVERIFY2(newest >= lastReported.toInt(), "a save that was reported as done is lost");
        for (const SavedBuild &saved : *builds)
            QVERIFY(database->remove(saved.id).ok());
    }
}

void TestUserDatabase::fullDiskChangesNothing()
{
    const Build kept = named(QStringLiteral("Kept"), 3);
    QVERIFY(opened(path())->save(kept).ok());
    QProcess victim;
    victim.start(QStringLiteral(USER_DATABASE_VICTIM), {path(), QStringLiteral("save"), QString::number(200 * 1024)});
    QVERIFY(victim.waitForFinished());
    QCOMPARE(victim.exitStatus(), QProcess::NormalExit);
    QCOMPARE(victim.exitCode(), 1);
    QVERIFY(!victim.readAllStandardError().trimmed().isEmpty());
    const auto database = opened(path());
    QVERIFY(database);
    for (const QString &name : namesIn(*database))
        QVERIFY(database->loadByName(name).ok());
    QVERIFY(*database->loadByName(QStringLiteral("Kept")) == kept);
}

void TestUserDatabase::refusedFilesStayAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<Error::Code>("code");
    const QTemporaryDir folder;
    const auto sqlite = [&folder](const char *name, const QStringList &statements) {
        const QString file = folder.filePath(QLatin1String(name));
        {
            const auto connection = SqlConnection::open(file);
            for (const QString &statement : statements)
                if (!(*connection)->run(statement))
                    qFatal("cannot make the test's database");
        }
        return contentOf(file);
    };
    QTest::newRow("a text file") << QByteArray("Dear diary, today I bought a GPU.\n").repeated(20)
                                 << Error::Code::Corrupt;
    QTest::newRow("a few bytes") << QByteArray("SQLite") << Error::Code::Corrupt;
    QTest::newRow("zeros") << QByteArray(8192, '\0') << Error::Code::Corrupt;
    QTest::newRow("another program's database")
        << sqlite("foreign", {QStringLiteral("CREATE TABLE moz_places (id INTEGER)")}) << Error::Code::Corrupt;
    QTest::newRow("another program's database with an application id")
        << sqlite("tagged", {QStringLiteral("PRAGMA application_id = 1234"), QStringLiteral("CREATE TABLE t (id)")})
        << Error::Code::Corrupt;
    QTest::newRow("a newer version") << sqlite(
        "newer", {QStringLiteral("PRAGMA application_id = %1").arg(0x52696757),
                  QStringLiteral("CREATE TABLE build (id INTEGER PRIMARY KEY, hologram BLOB)"),
                  QStringLiteral("PRAGMA user_version = 99")})
                                     << Error::Code::TooNew;
    QByteArray half = sqlite("half", {QStringLiteral("PRAGMA application_id = %1").arg(0x52696757),
                                      QStringLiteral("CREATE TABLE build (id INTEGER PRIMARY KEY)"),
                                      QStringLiteral("CREATE TABLE other (id INTEGER PRIMARY KEY)")});
    half.truncate(4096 + 200);
    QTest::newRow("a header whose pages are gone") << half << Error::Code::Corrupt;
}

void TestUserDatabase::refusedFilesStayAsTheyAre()
{
    QFETCH(QByteArray, content);
    QFETCH(Error::Code, code);
    writeTo(path(), content);
    const auto database = UserDatabase::open(path(), nullptr);
    QVERIFY(!database.ok());
    QCOMPARE(database.error().code, code);
    QVERIFY2(database.error().message.contains(path()), qPrintable(database.error().message));
    QVERIFY(!database.error().message.contains(u'\n'));
    QCOMPARE(contentOf(path()), content);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList(QStringLiteral("rigwright.sqlite")));
}

void TestUserDatabase::damageInsideIsReported()
{
    {
        const auto database = opened(path());
        for (int i = 0; i < 40; ++i)
            QVERIFY(database->save(named(QStringLiteral("Rig %1").arg(i), 60)).ok());
    }
    QByteArray content = contentOf(path());
    QVERIFY(content.size() > 100'000);
    std::fill(content.begin() + 8192, content.end() - 4096, '\x5a');
    writeTo(path(), content);
    const auto database = UserDatabase::open(path(), nullptr);
    if (!database) {
        QCOMPARE(database.error().code, Error::Code::Corrupt);
        return;
    }
    int refused = 0;
    const auto builds = (*database)->list();
    if (builds) {
        for (const SavedBuild &saved : *builds)
            refused += !(*database)->load(saved.id).ok();
    } else {
        QCOMPARE(builds.error().code, Error::Code::Corrupt);
        ++refused;
    }
    QVERIFY(refused > 0);
}

void TestUserDatabase::folderThatCannotBe_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("below a file") << QStringLiteral("%1/file/data");
    QTest::newRow("in a pseudo file system") << QStringLiteral("/proc/rigwright");
    QTest::newRow("where the database is a folder") << QStringLiteral("%1/taken");
}

void TestUserDatabase::folderThatCannotBe()
{
    QFETCH(QString, folder);
    writeTo(m_folder->filePath(QStringLiteral("file")), "x");
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("taken/rigwright.sqlite")));
    if (folder.contains(u'%'))
        folder = folder.arg(m_folder->path());
    const auto database = UserDatabase::open(folder + QStringLiteral("/rigwright.sqlite"), nullptr);
    QVERIFY(!database.ok());
    QVERIFY2(database.error().message.contains(folder), qPrintable(database.error().message));
    QCOMPARE(contentOf(m_folder->filePath(QStringLiteral("file"))), QByteArray("x"));
}

void TestUserDatabase::pathFollowsTheEnvironment()
{
    qputenv("RIGWRIGHT_DATA", "/somewhere/else");
    QCOMPARE(userDatabasePath(), QStringLiteral("/somewhere/else/rigwright.sqlite"));
    qunsetenv("RIGWRIGHT_DATA");
    qputenv("XDG_DATA_HOME", "/home/of/data");
    QCOMPARE(userDatabasePath(), QStringLiteral("/home/of/data/rigwright/rigwright.sqlite"));
}

QTEST_GUILESS_MAIN(TestUserDatabase)
#include "tst_user_database.moc"
