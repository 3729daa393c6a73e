// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QJsonArray>
#include <QTest>

using namespace rigwright::test;

namespace {

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ');
}

} // namespace

class TestCliCatalog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void searchFindsByBeginningsOfWords();
    void searchKeepsToAKind();
    void showPrintsEveryColumnWithItsSource();
    void checkFindsNoProblems();
    void exportedTablesPassTheCheck();
    void damagedTableIsNamedWithItsLine();
    void badCatalogueIsRefused_data();
    void badCatalogueIsRefused();
};

void TestCliCatalog::searchFindsByBeginningsOfWords()
{
    const Run run = Program().run(words("catalog search rtx 309"));
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.contains("rtx-3090"));
    QVERIFY(!run.out.contains("rtx-4090"));
    const Run json = Program().run(words("catalog search rtx 309 --json"));
    QVERIFY(json.json()[QLatin1String("rows")].toArray().size() >= 2);
}

void TestCliCatalog::searchKeepsToAKind()
{
    const Run run = Program().run(words("catalog search --kind models llama 70b --json --limit 3"));
    QCOMPARE(run.exitCode, 0);
    const QJsonArray rows = run.json()[QLatin1String("rows")].toArray();
    QVERIFY(!rows.isEmpty() && rows.size() <= 3);
    for (const QJsonValue &row : rows)
        QCOMPARE(row[QLatin1String("table")].toString(), QStringLiteral("models"));
}

void TestCliCatalog::showPrintsEveryColumnWithItsSource()
{
    const Run run = Program().run(words("catalog show RTX 3090"));
    QCOMPARE(run.exitCode, 0);
    for (const char *column : {"bandwidth_gbs", "936", "tdp_w", "350", "source", "checked"})
        QVERIFY2(run.out.contains(column), column);
    const Run json = Program().run(words("catalog show rtx-3090 --json"));
    QCOMPARE(json.json()[QLatin1String("rows")][0][QLatin1String("tdp_w")].toDouble(), 350.0);
}

void TestCliCatalog::checkFindsNoProblems()
{
    const Run run = Program().run(words("catalog check"));
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    QVERIFY(run.out.contains("no problems"));
    QVERIFY(run.out.contains("gpus"));
}

void TestCliCatalog::exportedTablesPassTheCheck()
{
    const Program program;
    QCOMPARE(program.run(words("catalog export tables")).exitCode, 0);
    QVERIFY(program.read(QStringLiteral("tables/gpus.csv")).startsWith("id,name,"));
    const Run checked = program.run(words("catalog check tables"));
    QVERIFY2(checked.exitCode == 0, checked.out.left(2000).constData());
}

void TestCliCatalog::damagedTableIsNamedWithItsLine()
{
    const Program program;
    QCOMPARE(program.run(words("catalog export tables")).exitCode, 0);
    QByteArray table = program.read(QStringLiteral("tables/fans.csv"));
    const qsizetype secondLine = table.indexOf('\n') + 1;
    table.insert(table.indexOf(',', secondLine), "-copy,,,,not a number");
    program.write(QStringLiteral("tables/fans.csv"), table);
    const Run run = program.run(words("catalog check tables"));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.out.contains("fans.csv:2"), run.out.left(2000).constData());
    QVERIFY2(run.hasOneErrorLine(), run.errors.constData());
}

void TestCliCatalog::badCatalogueIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("an empty file") << QByteArray();
    QTest::newRow("a text") << QByteArray("not a database, just words\n").repeated(100);
    QTest::newRow("a header without a body") << QByteArray("SQLite format 3\0", 16) + QByteArray(84, '\0');
}

void TestCliCatalog::badCatalogueIsRefused()
{
    QFETCH(QByteArray, content);
    const Program program;
    program.write(QStringLiteral("catalog.sqlite"), content);
    for (const char *command : {"catalog check", "catalog search rtx", "catalog show rtx-3090",
                                "evaluate template:dgx-spark", "predict --gpu rtx-3090 --model llama-3.1-8b"}) {
        const Run run = program.run(
            words(command), {{QStringLiteral("RIGWRIGHT_CATALOG"), program.file(QStringLiteral("catalog.sqlite"))}});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.hasOneErrorLine(), run.errors.constData());
        QVERIFY2(run.errors.contains("catalog.sqlite"), run.errors.constData());
    }
    QCOMPARE(program.read(QStringLiteral("catalog.sqlite")), content);
    QCOMPARE(program.files(), QStringList(QStringLiteral("catalog.sqlite")));
}

QTEST_GUILESS_MAIN(TestCliCatalog)
#include "tst_cli_catalog.moc"
