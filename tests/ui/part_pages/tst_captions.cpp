// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/web_address.h"
#include "ui/part_pages/cell_format.h"

#include <QTest>

using namespace rigwright;
using namespace rigwright::ui;

namespace {

Column columnOf(const QString &table, const QString &name)
{
    for (const Column &column : columnsOf(table))
        if (column.name == name)
            return column;
    return {};
}

} // namespace

class TestCaptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyColumnHasACaption_data()
    {
        QTest::addColumn<QString>("table");
        for (const QString &table : ownableTables())
            QTest::newRow(qPrintable(table)) << table;
    }
    void everyColumnHasACaption()
    {
        QFETCH(QString, table);
        QVERIFY(tableText(table) != table);
        QVERIFY(tablesText(table) != table);
        for (const Column &column : columnsOf(table)) {
            const ColumnCaption caption = captionOf(table, column.name);
            QVERIFY2(!caption.text.isEmpty(), qPrintable(table + QLatin1Char('.') + column.name));
            QVERIFY(!groupText(caption.group).isEmpty());
        }
    }

    /// The name of a column ends in the unit of its figures.
    void unitsAreThoseOfTheColumnNames_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QString>("unit");
        QTest::newRow("watts") << "_w"
                               << "W";
        QTest::newRow("gigabytes, not gibibytes") << "_gb"
                                                  << "GB";
        QTest::newRow("mebibytes, not megabytes") << "_mib"
                                                  << "MiB";
        QTest::newRow("gigabytes per second") << "_gbs"
                                              << "GB/s";
        QTest::newRow("millimetres") << "_mm"
                                     << "mm";
        QTest::newRow("dollars") << "_usd"
                                 << "USD";
        QTest::newRow("trillions of operations") << "_tflops"
                                                 << "TFLOPS";
        QTest::newRow("transfers") << "_mts"
                                   << "MT/s";
    }
    void unitsAreThoseOfTheColumnNames()
    {
        QFETCH(QString, ending);
        int found = 0;
        for (const QString &table : ownableTables())
            for (const Column &column : columnsOf(table))
                if (column.name.endsWith(ending)) {
                    ++found;
                    QTEST(captionOf(table, column.name).unit, "unit");
                }
        QVERIFY(found > 0);
    }

    /// What users choose from is in words; technical names stay as they are known.
    void choicesAreInWords()
    {
        for (const QString &table : ownableTables())
            for (const Column &column : columnsOf(table))
                for (const QString &word : column.words)
                    if (column.name != QLatin1String("family"))
                        QVERIFY2(shownWord(word) != word, qPrintable(column.name + QLatin1Char(' ') + word));
    }

    void cellsAreShown_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("csv");
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const char *table, const char *column, const char *csv,
                            const char *locale, const char *shown) {
            QTest::newRow(name) << QString::fromLatin1(table) << QString::fromLatin1(column) << QString::fromLatin1(csv)
                                << QString::fromLatin1(locale)
                                << QString::fromUtf8(shown).replace(QLatin1Char('~'), QChar(QChar::Nbsp));
        };
        row("thousands are grouped", "gpus", "bandwidth_gbs", "1008", "en_US", "1,008~GB/s");
        row("as the locale groups and points", "gpus", "bandwidth_gbs", "1008.5", "de_DE", "1.008,5~GB/s");
        row("a card's memory as sold", "gpus", "memory_gb", "24", "en_US", "24~GB");
        row("usable memory in binary units", "gpus", "vram_mib", "24564", "en_US", "24,564~MiB (23.99 GiB)");
        row("nothing is a dash", "gpus", "fp8_tflops", "", "en_US", "—");
        row("no is an answer", "gpus", "ecc", "no", "en_US", "No");
        row("a choice in words", "gpus", "cooler", "open-air", "en_US", "Open air");
        row("lists with commas", "gpus", "aliases", "4090;RTX 4090", "en_US", "4090, RTX 4090");
        row("a share in percent", "circuits", "continuous_fraction", "0.8", "en_US", "80~%");
        row("plugs", "gpus", "power_plugs", "2x8pin+1x6pin", "en_US", "2 × 8-pin + 1 × 6-pin");
        row("slots and connectors", "motherboards", "slots", "5.0x16@1;4.0x8@0", "en_US",
            "slot 1: 5.0 ×16, connector: 4.0 ×8");
        row("sizes of files", "models", "gguf_bytes", "q4_k_m:4920733696", "en_US", "q4_k_m: 4.92 GB");
        row("a day", "gpus", "checked", "2026-11-21", "en_US", "21 Nov 2026");
        row("a month", "gpus", "price_date", "2026-05", "en_US", "May 2026");
        row("a date in words stays", "gpus", "launch_date", "Q3 2026", "en_US", "Q3 2026");
        row("money", "gpus", "launch_price_usd", "1599", "en_US", "$1,599");
        row("parameters are counted exactly", "models", "params_total", "70553706496", "en_US", "70,553,706,496");
    }
    void cellsAreShown()
    {
        QFETCH(QString, table);
        QFETCH(QString, column);
        QFETCH(QString, csv);
        QFETCH(QString, locale);
        QTEST(shownText(csv, captionOf(table, column), columnOf(table, column), QLocale(locale)), "shown");
    }

    void figuresAreReadAsTyped_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("csv"); ///< "!" = refused
        QTest::newRow("with a group") << "bandwidth_gbs"
                                      << "1,008.5"
                                      << "en_US"
                                      << "1008.5";
        QTest::newRow("the same in German") << "bandwidth_gbs"
                                            << "1.008,5"
                                            << "de_DE"
                                            << "1008.5";
        QTest::newRow("a point where the locale has a comma") << "bandwidth_gbs"
                                                              << "936.2"
                                                              << "de_DE"
                                                              << "!";
        QTest::newRow("spaces around it") << "tdp_w"
                                          << " 450 "
                                          << "en_US"
                                          << "450";
        QTest::newRow("nothing is blank") << "tdp_w"
                                          << " "
                                          << "en_US"
                                          << "";
        QTest::newRow("a word") << "tdp_w"
                                << "much"
                                << "en_US"
                                << "!";
        QTest::newRow("half a lane") << "pcie_lanes"
                                     << "8.5"
                                     << "en_US"
                                     << "!";
        QTest::newRow("not a number") << "tdp_w"
                                      << "nan"
                                      << "en_US"
                                      << "!";
    }
    void figuresAreReadAsTyped()
    {
        QFETCH(QString, column);
        QFETCH(QString, typed);
        QFETCH(QString, locale);
        const QString gpus = QStringLiteral("gpus");
        const Result<Cell> cell =
            cellTyped(typed, captionOf(gpus, column), columnOf(gpus, column).type, QLocale(locale));
        QTEST(cell ? cellText(*cell) : QStringLiteral("!"), "csv");
    }

    void sharesAreTypedInPercent()
    {
        const ColumnCaption caption = captionOf(QStringLiteral("engines"), QStringLiteral("memory_utilization"));
        QCOMPARE(typedText(Cell(0.92), caption, QLocale::c()), QStringLiteral("92"));
        QCOMPARE(cellText(*cellTyped(QStringLiteral("92"), caption, CellType::Real, QLocale::c())),
                 QStringLiteral("0.92"));
    }

    void onlyWebAddressesOpen_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("opens");
        QTest::newRow("https") << "https://www.ebay.com/itm/1" << true;
        QTest::newRow("http") << "http://example.org" << true;
        QTest::newRow("a script") << "javascript:alert(1)" << false;
        QTest::newRow("a file") << "file:///etc/passwd" << false;
        QTest::newRow("no host") << "https://" << false;
        QTest::newRow("no scheme") << "www.ebay.com" << false;
        QTest::newRow("nothing") << "" << false;
    }
    void onlyWebAddressesOpen()
    {
        QFETCH(QString, text);
        QTEST(webAddress(text).has_value(), "opens");
    }

    void anAddressIsFoundInASource()
    {
        const auto address = webAddressIn(QStringLiteral("vendor sheet (https://example.org/sheet.pdf); a shop"));
        QVERIFY(address);
        QCOMPARE(address->toString(), QStringLiteral("https://example.org/sheet.pdf"));
        QVERIFY(!webAddressIn(QStringLiteral("see javascript:alert(1)")));
    }
};

QTEST_GUILESS_MAIN(TestCaptions)
#include "tst_captions.moc"
