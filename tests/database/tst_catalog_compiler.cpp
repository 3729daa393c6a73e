// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/compiler/catalog_source.h"
#include "database/compiler/catalog_writer.h"
#include "tests/support/sound_catalog.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace rigwright;
using namespace rigwright::test;

Q_DECLARE_METATYPE(const rigwright::test::Corruption *)

namespace {

QString facts()
{
    return QStringLiteral(RIGWRIGHT_CATALOG_FOLDER);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void copyFolder(const QString &from, const QString &to)
{
    const QDir source(from);
    for (const QString &name : source.entryList({QStringLiteral("*.csv")}))
        QVERIFY(QFile::copy(source.filePath(name), QDir(to).filePath(name)));
}

} // namespace

class TestCatalogCompiler : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFactsAreSound()
    {
        const CatalogSource source = readCatalogSource(facts());
        QCOMPARE(source.problems.join(u'\n'), QString());
    }

    void everyKindHasItsRows_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("least");
        const CatalogSource source = readCatalogSource(facts());
        const Catalog &c = source.catalog;
        const auto row = [](const char *name, std::size_t rows, int least) {
            QTest::newRow(name) << int(rows) << least;
        };
        row("gpus", c.gpus.size(), 93);
        row("unified systems", c.unifiedSystems.size(), 28);
        row("prebuilts", c.prebuilts.size(), 49);
        row("cpus", c.cpus.size(), 61);
        row("boards", c.motherboards.size(), 43);
        row("power supplies", c.powerSupplies.size(), 47);
        row("enclosures", c.enclosures.size(), 34);
        row("memory kits", c.memoryKits.size(), 13);
        row("drives", c.drives.size(), 7);
        row("bridges", c.nvlinkBridges.size(), 9);
        row("fans", c.fans.size(), 9);
        row("extras", c.extras.size(), 44);
        row("interconnects", c.interconnects.size(), 58);
        row("models", c.models.size(), 182);
        row("quantizations", c.quantizations.size(), 75);
        row("engines", c.engines.size(), 12);
        row("circuits", c.circuits.size(), 72);
        row("tariffs", c.tariffs.size(), 118);
        row("cloud prices", c.cloudPrices.size(), 49);
        row("api prices", c.apiPrices.size(), 26);
        row("efficiency curves", c.efficiencyCurves.size(), 18);
        row("measurements", c.measurements->size(), 7209);
    }
    void everyKindHasItsRows()
    {
        QFETCH(int, rows);
        QFETCH(int, least);
        QVERIFY2(rows >= least, qPrintable(QString::number(rows)));
    }

    void aSoundFolderHasNoProblems() { QCOMPARE(readCatalogSource(soundFolder()).problems.join(u'\n'), QString()); }

    void aWrongCellFailsWithItsPlace_data()
    {
        QTest::addColumn<const Corruption *>("corruption");
        for (const Corruption &corruption : corruptions())
            QTest::newRow(corruption.what) << &corruption;
    }
    void aWrongCellFailsWithItsPlace()
    {
        QFETCH(const Corruption *, corruption);
        QTemporaryDir folder;
        copyFolder(soundFolder(), folder.path());
        write(folder.filePath(QLatin1String(corruption->table) + QLatin1String(".csv")), corrupted(*corruption));
        const QStringList problems = readCatalogSource(folder.path()).problems;
        QVERIFY2(corruption->isNamedIn(problems, corruption->problemTable() + QLatin1String(".csv")),
                 qPrintable(problems.join(u'\n')));
    }

    void aDamagedFileFailsWithItsPlace_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *what, const char *table, const char *good, const char *bad,
                            const char *problem) {
            QTest::newRow(what) << QString::fromLatin1(table) << QByteArray(good) << QByteArray(bad)
                                << QString::fromLatin1(problem);
        };
        row("a field too many", "fans", "\nfan-a,", "\nfan-a,,", "fans.csv:2: row: 14 fields instead of 13");
        row("a field too few", "fans", "\nfan-a,", "\nfan-a", "fans.csv:2: row: 12 fields instead of 13");
        row("a column nobody knows", "drives", "capacity_tb", "size_tb", "drives.csv:1: size_tb: no such column");
        row("a column that is missing", "drives", "capacity_tb", "size_tb",
            "drives.csv:1: capacity_tb: column is missing");
        row("a column that stands twice", "drives", "read_gbs", "capacity_tb",
            "drives.csv:1: capacity_tb: column stands twice");
        row("a column that the compiler fills in", "measurements", "quant,", "trusted,",
            "measurements.csv:1: trusted: no such column");
        row("an unclosed quote", "fans", "\nfan-a,", "\n\"fan-a,", "fans.csv:2: the file ends inside a quoted field");
        row("a quote within a field", "fans", "\nfan-a,", "\n\"fan\"-a,",
            "fans.csv:2: a quotation mark is not closed or not at the edge of a field");
        row("a row after one of several lines and an empty line", "cpus", "AMD product page,2026-08-17,vendor-sheet,\n",
            "\"AMD\nproduct page\",2026-08-17,vendor-sheet,\n\n,", "cpus.csv:5: row: 23 fields instead of 22");
    }
    void aDamagedFileFailsWithItsPlace()
    {
        QFETCH(QString, table);
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        QFETCH(QString, problem);
        QTemporaryDir folder;
        copyFolder(soundFolder(), folder.path());
        QByteArray content = soundTable(table);
        const qsizetype at = content.indexOf(good);
        QVERIFY2(at >= 0, good.constData());
        content.replace(at, good.size(), bad);
        write(folder.filePath(table + QLatin1String(".csv")), content);
        const QStringList problems = readCatalogSource(folder.path()).problems;
        QVERIFY2(problems.contains(problem), qPrintable(problems.join(u'\n')));
    }

    void aTableWithoutHeaderIsNamed()
    {
        QTemporaryDir folder;
        copyFolder(soundFolder(), folder.path());
        write(folder.filePath(QStringLiteral("fans.csv")), {});
        QVERIFY(readCatalogSource(folder.path())
                    .problems.contains(QStringLiteral("fans.csv:1: no header: the first line names the columns")));
    }

    void aMissingFileIsNamed()
    {
        QTemporaryDir folder;
        copyFolder(soundFolder(), folder.path());
        QVERIFY(QFile::remove(folder.filePath(QStringLiteral("tariffs.csv"))));
        QVERIFY(readCatalogSource(folder.path()).problems.first().startsWith(QLatin1String("tariffs.csv: ")));
    }

    void theSameFactsGiveTheSameBytes()
    {
        QTemporaryDir folder;
        const CatalogSource source = readCatalogSource(facts());
        const QString first = folder.filePath(QStringLiteral("first.sqlite"));
        const QString second = folder.filePath(QStringLiteral("second.sqlite"));
        QVERIFY(writeCatalog(first, source.catalog, digestOf(facts())).ok());
        QVERIFY(writeCatalog(second, source.catalog, digestOf(facts())).ok());
        QVERIFY(contentOf(first).size() > 1000000);
        QVERIFY(contentOf(first) == contentOf(second));
    }
};

QTEST_GUILESS_MAIN(TestCatalogCompiler)
#include "tst_catalog_compiler.moc"
