// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/table_import.h"

#include "core/catalog/any_table.h"
#include "tests/support/sound_catalog.h"

#include <QBuffer>
#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace rigwright;
using namespace rigwright::test;

Q_DECLARE_METATYPE(const rigwright::test::Corruption *)

namespace {

const QDate kToday(2026, 11, 21);

ImportPlan planned(QByteArray text, const QString &table = {}, const Catalog &catalog = soundCatalog())
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return planImport(buffer, QStringLiteral("my.csv"), table, catalog, kToday);
}

QStringList changedColumns(const RowChange &change)
{
    QStringList names;
    for (const RowChange::Column &column : change.columns)
        names << column.name;
    return names;
}

std::size_t storedRows(const ImportPlan &plan)
{
    std::size_t count = 0;
    forEachOwnableTable([&](const char *, auto table) { count += (plan.rows.*table).size(); });
    return count;
}

} // namespace

class TestTableImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsExportedIsTheSame_data()
    {
        QTest::addColumn<QString>("table");
        for (const QString &table : ownableTables())
            QTest::newRow(qPrintable(table)) << table;
    }
    void whatIsExportedIsTheSame()
    {
        QFETCH(QString, table);
        const ImportPlan plan = planned(tableCsv(soundCatalog(), table));
        QCOMPARE(plan.problems, QStringList());
        QCOMPARE(plan.table, table);
        QVERIFY(!plan.changes.empty());
        for (const RowChange &change : plan.changes)
            QVERIFY2(change.kind == RowChange::Kind::Same, qPrintable(changedColumns(change).join(u' ')));
        QCOMPARE(storedRows(plan), std::size_t(0));
    }

    void aWrongCellIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<const Corruption *>("corruption");
        const QStringList tables = ownableTables();
        for (const Corruption &corruption : corruptions())
            if (tables.contains(QLatin1String(corruption.table)) && !*corruption.blamedTable
                && corruption.refused != Corruption::Refused::UnlessImported)
                QTest::newRow(corruption.what) << &corruption;
    }
    void aWrongCellIsRefusedWithItsPlace()
    {
        QFETCH(const Corruption *, corruption);
        const ImportPlan plan = planned(corrupted(*corruption), QLatin1String(corruption->table));
        QVERIFY2(corruption->isNamedIn(plan.problems, QStringLiteral("my.csv")), qPrintable(plan.problems.join(u'\n')));
        QCOMPARE(storedRows(plan), std::size_t(0));
    }

    void aWrongFileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *what, const QByteArray &text, const char *table, const char *problem) {
            QTest::newRow(what) << text << QString::fromLatin1(table) << QString::fromLatin1(problem);
        };
        const QByteArray fan = "id,name,diameter_mm,airflow_cfm,count,power_w\n";
        row("nothing", "", "", "my.csv:1: no header: the first line names the columns");
        row("words", "Dear Sir or Madam\n", "", "my.csv:1: this is no header of a table of the catalogue");
        row("a table that is not the user's", "id,connector\n", "connector_limits",
            "my.csv: \"connector_limits\" is no table of parts or models");
        row("columns that many tables have", "id,name,notes\n", "",
            "my.csv:1: these columns can be of several tables; name one of: gpus, unified_systems, prebuilts, cpus, "
            "motherboards, power_supplies, enclosures, memory_kits, drives, nvlink_bridges, fans, extras, models, "
            "quantizations, engines");
        row("no ids", "name,diameter_mm,airflow_cfm\n", "fans", "my.csv:1: id: column is missing");
        row("an unknown column", "id,diameter_mm,colour\nfan-a,120,brown\n", "", "my.csv:1: colour: no such column");
        row("a column twice", "id,diameter_mm,diameter_mm\nfan-a,120,140\n", "",
            "my.csv:1: diameter_mm: column stands twice");
        row("a field too many", "id,diameter_mm\nfan-a,120,\n", "", "my.csv:2: row: 3 fields instead of 2");
        row("a new row without its figures", "id,name,diameter_mm\nfan-b,B,120\n", "",
            "my.csv:2: airflow_cfm: is missing, and there is no row to take it from");
        row("a row twice", fan + "b,B,120,60,1,2\n\nb,B again,120,60,1,2\n", "",
            "my.csv:4: id: \"b\" stands already in an earlier row");
        row("a row without an id", fan + ",B,120,60,1,2\n", "", "my.csv:2: id: is blank");
        row("a check that is still to come", "id,diameter_mm,checked\nfan-a,120,2026-11-22\n", "",
            "my.csv:2: checked: is in the future");
        row("a text without an end", fan + "b," + QByteArray(20001, 'x') + ",120,60,1,2\n", "",
            "my.csv:2: name: is longer than 20000 characters");
        row("a field without an end", fan + "b,\"" + QByteArray(300000, 'x') + "\",120,60,1,2\n", "",
            "my.csv:2: a field of more than 65536 bytes");
        row("a quote that is not closed", fan + "b,\"B,120,60,1,2\n", "",
            "my.csv:2: the file ends inside a quoted field");
        row("more columns than any table", QByteArray("x,").repeated(600) + "x\n", "fans",
            "my.csv:1: more than 512 fields");
    }
    void aWrongFileIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, table);
        QFETCH(QString, problem);
        const ImportPlan plan = planned(text, table);
        QVERIFY2(plan.problems.contains(problem), qPrintable(plan.problems.join(u'\n').left(2000)));
        QCOMPARE(storedRows(plan), std::size_t(0));
    }

    void moreRowsThanAllowedAreRefused()
    {
        QByteArray text = "id,name,category\n";
        for (int i = 0; i <= kImportedRows; ++i)
            text += "r" + QByteArray::number(i) + ",R,riser\n";
        const ImportPlan plan = planned(text);
        QCOMPARE(plan.problems, QStringList{QStringLiteral("my.csv:100002: more than 100000 rows")});
    }

    void problemsHaveAnEnd()
    {
        QByteArray text = "id,name,category\n";
        for (int i = 0; i < 5000; ++i)
            text += "no id,,\n";
        const ImportPlan plan = planned(text);
        QCOMPARE(plan.problems.size(), 1001);
        QCOMPARE(plan.problems.last(), QStringLiteral("my.csv: and more"));
    }

    void aNewRowIsTheUsersOfToday()
    {
        const ImportPlan plan = planned("id,name,diameter_mm,airflow_cfm,count,power_w,price_low_usd,price_high_usd\n"
                                        "fan-b,B,120,60,1,2,10,12\n");
        QCOMPARE(plan.problems, QStringList());
        QCOMPARE(plan.changes.size(), std::size_t(1));
        QVERIFY((plan.changes[0]
                 == RowChange{2, QStringLiteral("fan-b"), QStringLiteral("B"), RowChange::Kind::Added, {}}));
        const Fan *fan = plan.rows.fans.find(QStringLiteral("fan-b"));
        QVERIFY(fan);
        QCOMPARE(fan->info.source, QStringLiteral("own entry"));
        QCOMPARE(fan->info.checked, kToday);
        QVERIFY(fan->info.confidence == Confidence::SingleSource);
        QCOMPARE(fan->info.price->source, QStringLiteral("own entry"));
        QCOMPARE(fan->info.price->date, QStringLiteral("2026-11-21"));
    }

    void aColumnThatIsMissingKeepsItsValue()
    {
        const ImportPlan plan = planned("tdp_w,id,recommended_psu_w\n300,rtx-3090,\n700,h100-sxm5-80gb,\n");
        QCOMPARE(plan.problems, QStringList());
        const std::vector<RowChange> expected{
            {2,
             QStringLiteral("rtx-3090"),
             QStringLiteral("GeForce RTX 3090"),
             RowChange::Kind::Changed,
             {{QStringLiteral("tdp_w"), QStringLiteral("350"), QStringLiteral("300")},
              {QStringLiteral("recommended_psu_w"), QStringLiteral("750"), QString()}}},
            {3, QStringLiteral("h100-sxm5-80gb"), QStringLiteral("H100 SXM5 80GB"), RowChange::Kind::Same, {}}};
        QVERIFY(plan.changes == expected);
        Gpu gpu = *soundCatalog().gpus.find(QStringLiteral("rtx-3090"));
        gpu.tdp = Watts(300);
        gpu.recommendedPsu = Watts();
        QCOMPARE(plan.rows.gpus.size(), std::size_t(1));
        QVERIFY(plan.rows.gpus.rows().front() == gpu);
    }

    void anotherPriceIsNotTheOldShops()
    {
        const ImportPlan plan = planned("id,price_low_usd\nrtx-3090,650\n", QStringLiteral("gpus"));
        QCOMPARE(plan.problems, QStringList());
        const std::optional<Price> price = plan.rows.gpus.rows().front().info.price;
        QVERIFY(price);
        QCOMPARE(price->low.base(), 650.0);
        QCOMPARE(price->high.base(), 900.0);
        QCOMPARE(price->source, QStringLiteral("own entry"));
        QCOMPARE(price->date, QStringLiteral("2026-11-21"));
        QVERIFY(price->condition == PriceCondition::Unknown);
    }

    void aPriceCanBeRemoved()
    {
        const ImportPlan plan = planned("id,price_low_usd\nrtx-3090,\n", QStringLiteral("gpus"));
        QCOMPARE(plan.problems, QStringList());
        QVERIFY(!plan.rows.gpus.rows().front().info.price);
    }

    void spreadsheetHabitsAreUnderstood()
    {
        const ImportPlan plan =
            planned("\xEF\xBB\xBFid,diameter_mm,notes\r\n\r\n\"fan-a\",140,\"two\r\nlines, \"\"quoted\"\" "
                    "\"\r\n,,\r\n");
        QCOMPARE(plan.problems, QStringList());
        QCOMPARE(plan.changes.size(), std::size_t(1));
        QCOMPARE(plan.changes[0].line, 3);
        const Fan &fan = plan.rows.fans.rows().front();
        QCOMPARE(fan.info.notes, QStringLiteral("two\nlines, \"quoted\" "));
        Catalog catalog = soundCatalog();
        catalog.fans = catalog.fans.with({fan});
        QVERIFY(planned(tableCsv(catalog, QStringLiteral("fans")), {}, catalog).changes[0].kind
                == RowChange::Kind::Same);
    }

    void onlyTheRowsAskedForAreExported()
    {
        const QByteArray text =
            tableCsv(soundCatalog(), QStringLiteral("models"), {QStringLiteral("lfm2-350m"), QStringLiteral("none")});
        QCOMPARE(text.count('\n'), 2);
        QVERIFY(text.startsWith("id,name,") && text.contains("\nlfm2-350m,LFM2 350M,"));
        QCOMPARE(tableCsv(soundCatalog(), QStringLiteral("nothing")), QByteArray());
        QVERIFY(!tableCsv(soundCatalog(), QStringLiteral("measurements")).contains("trusted"));
    }

    void anyColumnsInAnyOrderChangeNothing()
    {
        const Catalog catalog = soundCatalog();
        const QString table = QStringLiteral("gpus");
        const std::vector<Column> columns = columnsOf(table);
        const bool holds = rc::check("columns that are exported can be imported in any order", [&] {
            std::vector<std::size_t> chosen;
            for (std::size_t i = 1; i < columns.size(); ++i)
                if (*rc::gen::arbitrary<bool>())
                    chosen.push_back(i);
            chosen.push_back(0);
            std::swap(chosen.back(), chosen[*rc::gen::inRange<std::size_t>(0, chosen.size())]);
            QStringList lines(QString{});
            for (const std::size_t column : chosen)
                lines[0] += (lines[0].isEmpty() ? QString() : QStringLiteral(",")) + columns[column].name;
            for (const Gpu &gpu : catalog.gpus) {
                const std::vector<Cell> cells = cellsOf(catalog, {table, gpu.info.id});
                QStringList texts;
                for (const std::size_t column : chosen)
                    texts << cellText(cells[column]);
                lines << texts.join(u',');
            }
            const ImportPlan plan = planned(lines.join(u'\n').toUtf8(), table, catalog);
            RC_ASSERT(plan.problems.isEmpty());
            RC_ASSERT(plan.changes.size() == catalog.gpus.size());
            for (const RowChange &change : plan.changes)
                RC_ASSERT(change.kind == RowChange::Kind::Same);
        });
        QVERIFY(holds);
    }

    void anyNotesSurvive()
    {
        Catalog catalog = soundCatalog();
        const bool holds = rc::check("texts come back as they were", [&] {
            const std::string characters =
                *rc::gen::container<std::string>(rc::gen::element('a', '"', ',', '\n', ' ', ';', '\t', '=', '\''));
            Fan fan = *catalog.fans.find(QStringLiteral("fan-a"));
            fan.info.notes = QString::fromStdString(characters);
            catalog.fans = catalog.fans.with({fan});
            const ImportPlan plan = planned(tableCsv(catalog, QStringLiteral("fans")), {}, catalog);
            RC_ASSERT(plan.problems.isEmpty());
            RC_ASSERT(plan.changes.size() == std::size_t(1));
            RC_ASSERT(plan.changes[0].kind == RowChange::Kind::Same);
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(TestTableImport)
#include "tst_table_import.moc"
