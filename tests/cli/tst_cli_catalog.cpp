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

const QByteArray kFans = "id,name,diameter_mm,airflow_cfm,count,power_w,price_low_usd,price_high_usd\n"
                         "my-fan,My fan,120,70,1,2,10,12\n"
                         "noctua-nf-a12x25,Noctua NF-A12x25,120,61,1,2,30,35\n";

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
    void importSaysWhatItChanges();
    void dryRunStoresNothing();
    void wrongRowsAreRefusedAndNothingIsStored();
    void ownRowsGoOutAndIn();
    void oneTableIsExported();
    void checkLooksAtOwnRows();
    void exportWantsAFolderOrAKind_data();
    void exportWantsAFolderOrAKind();
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

void TestCliCatalog::importSaysWhatItChanges()
{
    const Program program;
    program.write(QStringLiteral("fans.csv"), kFans);
    const Run run = program.run(words("catalog import fans.csv"));
    QVERIFY2(run.exitCode == 0, (run.out + run.errors).constData());
    QVERIFY2(run.out.contains("added    my-fan  My fan\nchanged  noctua-nf-a12x25  "), run.out.constData());
    QVERIFY2(run.out.contains("         airflow_cfm: 60.1 -> 61\n"), run.out.constData());
    QVERIFY2(run.out.endsWith("fans: 1 added, 1 changed, 0 the same\n"), run.out.constData());
    const Run shown = program.run(words("catalog show my-fan --json"));
    QCOMPARE(shown.json()[QLatin1String("rows")][0][QLatin1String("source")].toString(), QStringLiteral("own entry"));
    const Run changed = program.run(words("catalog show noctua-nf-a12x25 --json"));
    QCOMPARE(changed.json()[QLatin1String("rows")][0][QLatin1String("airflow_cfm")].toDouble(), 61.0);
    QVERIFY(program.run(words("catalog import fans.csv")).out.endsWith("fans: 0 added, 0 changed, 2 the same\n"));
}

void TestCliCatalog::dryRunStoresNothing()
{
    const Program program;
    program.write(QStringLiteral("fans.csv"), kFans);
    const Run run = program.run(words("catalog import --dry-run --kind fans fans.csv"));
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.endsWith("fans: 1 added, 1 changed, 0 the same; nothing was stored\n"), run.out.constData());
    QCOMPARE(program.run(words("catalog show my-fan")).exitCode, 1);
}

void TestCliCatalog::wrongRowsAreRefusedAndNothingIsStored()
{
    const Program program;
    program.write(QStringLiteral("fans.csv"), QByteArray(kFans).replace("120,61,1", "120,much,1"));
    const Run run = program.run(words("catalog import fans.csv"));
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.out, QByteArray("fans.csv:3: airflow_cfm: \"much\" is not a number\n"));
    QVERIFY2(run.hasOneErrorLine() && run.errors.contains("nothing was stored"), run.errors.constData());
    QCOMPARE(program.run(words("catalog show my-fan")).exitCode, 1);
    QCOMPARE(program.run(words("catalog import none.csv")).exitCode, 1);
    QCOMPARE(program.run(words("catalog import --kind cloud_prices fans.csv")).exitCode, 2);
}

void TestCliCatalog::ownRowsGoOutAndIn()
{
    const Program program;
    program.write(QStringLiteral("fans.csv"), kFans);
    QCOMPARE(program.run(words("catalog import fans.csv")).exitCode, 0);
    QCOMPARE(program.run(words("catalog export --own mine")).out, QByteArray("1 files written to mine\n"));
    const QByteArray own = program.read(QStringLiteral("mine/fans.csv"));
    QCOMPARE(own.count('\n'), 3);
    QCOMPARE(program.run(words("catalog export --own --kind fans")).out, own);

    const Program another;
    another.write(QStringLiteral("own.csv"), own);
    const Run run = another.run(words("catalog import own.csv"));
    QVERIFY2(run.out.endsWith("fans: 1 added, 1 changed, 0 the same\n"), (run.out + run.errors).constData());
    QCOMPARE(another.run(words("catalog export --own --kind fans")).out, own);
}

void TestCliCatalog::oneTableIsExported()
{
    const Program program;
    const Run run = program.run(words("catalog export --kind boards"));
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.startsWith("id,name,vendor,aliases,socket,"));
    QCOMPARE(program.run(words("catalog export --kind motherboards -o boards.csv")).exitCode, 0);
    QCOMPARE(program.read(QStringLiteral("boards.csv")), run.out);
    const Run back = program.run(words("catalog import boards.csv"));
    QVERIFY2(back.out.contains("motherboards: 0 added, 0 changed, "), (back.out + back.errors).constData());
}

void TestCliCatalog::checkLooksAtOwnRows()
{
    const Program program;
    program.write(QStringLiteral("fans.csv"), kFans);
    QCOMPARE(program.run(words("catalog import fans.csv")).exitCode, 0);
    const Run run = program.run(words("catalog check"));
    QVERIFY2(run.exitCode == 0, (run.out.left(2000) + run.errors).constData());
    QVERIFY2(run.out.endsWith("Rows of your own: 2, no problems\n"), run.out.constData());
}

void TestCliCatalog::exportWantsAFolderOrAKind_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("neither") << QStringLiteral("catalog export");
    QTest::newRow("both") << QStringLiteral("catalog export tables --kind fans");
    QTest::newRow("a file for all") << QStringLiteral("catalog export tables -o fans.csv");
    QTest::newRow("no such kind") << QStringLiteral("catalog export --kind ferns");
}

void TestCliCatalog::exportWantsAFolderOrAKind()
{
    QFETCH(QString, arguments);
    const Program program;
    QCOMPARE(program.run(arguments.split(u' ')).exitCode, 2);
    QCOMPARE(program.files(), QStringList());
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
