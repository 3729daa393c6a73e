// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/compiler/catalog_source.h"
#include "database/compiler/catalog_writer.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace rigwright;

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

/// A copy of the facts to spoil; the large measurements are cut to their first rows.
void copyFacts(const QString &folder)
{
    const QDir source(facts());
    for (const QString &name : source.entryList({QStringLiteral("*.csv")})) {
        QFile copy(QDir(folder).filePath(name));
        QVERIFY(copy.open(QIODevice::WriteOnly));
        QByteArray content = contentOf(source.filePath(name));
        if (name == QLatin1String("measurements.csv"))
            content = content.left(content.indexOf("\nb00020,") + 1);
        copy.write(content);
    }
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

    void aWrongRowFailsWithItsPlace_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *what, const char *file, const char *good, const char *bad,
                            const char *problem) {
            QTest::newRow(what) << QString::fromLatin1(file) << QByteArray(good) << QByteArray(bad)
                                << QString::fromLatin1(problem);
        };
        row("words for a number", "gpus.csv", ",350,18,no,", ",plenty,18,no,",
            "gpus.csv:10: tdp_w: \"plenty\" is not a number");
        row("an unknown word", "gpus.csv", "open-air", "windy",
            "gpus.csv:4: cooler: \"windy\" is not one of: open-air, blower, passive, liquid");
        row("GB for GiB twice over", "gpus.csv", ",24,24576,GDDR6X", ",24,12288,GDDR6X",
            "gpus.csv:10: vram_mib: 12288 MiB does not suit 24 GB");
        row("an id that stands twice", "cpus.csv", "\nryzen-7-9700x,", "\nryzen-7-7700x,",
            "cpus.csv:4: id: \"ryzen-7-7700x\" stands already in line 2");
        row("a reference to nothing", "prebuilts.csv", ",rx-7900-xtx,", ",rx-7900-xxl,",
            "prebuilts.csv:2: gpu_ids: no row \"rx-7900-xxl\"");
        row("watts that volts and amperes do not give", "circuits.csv", ",120,1,15,0.8,1440,", ",120,1,15,0.8,1800,",
            "circuits.csv:2: continuous_w: 1800 instead of 1440");
        row("a blank source", "interconnects.csv",
            "\npcie-6-x16,PCIe 6.0 x16,pcie,121,0.88,1.1,\"PCI-SIG (FLIT mode), unverified; B300/ConnectX-8\"",
            "\npcie-6-x16,PCIe 6.0 x16,pcie,121,0.88,1.1,", "interconnects.csv:17: source: is blank");
        row("a field too many", "fans.csv", "\nnoctua-nf-a12x25,", "\nnoctua-nf-a12x25,,",
            "fans.csv:2: row: 18 fields instead of 17");
        row("a column nobody knows", "drives.csv", "capacity_tb", "size_tb", "drives.csv:1: size_tb: no such column");
        row("an efficiency above one", "efficiency_curves.csv", "0.2:0.87", "0.2:1.87",
            "efficiency_curves.csv:5: points: \"0.2:1.87\" is out of range");
        row("bandwidth that the channels do not give", "cpus.csv", ",2,5200,83.2,", ",2,5200,166.4,",
            "cpus.csv:2: memory_bandwidth_gbs: 166.4 instead of 83.2");
        row("an unclosed quote", "fans.csv", "\nnoctua-nf-a12x25,", "\n\"noctua-nf-a12x25,", "fans.csv:");
    }
    void aWrongRowFailsWithItsPlace()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, good);
        QFETCH(QByteArray, bad);
        QFETCH(QString, problem);
        QTemporaryDir folder;
        copyFacts(folder.path());
        const QString path = folder.filePath(file);
        QByteArray content = contentOf(path);
        const qsizetype at = content.indexOf(good);
        QVERIFY2(at >= 0, good.constData());
        content.replace(at, good.size(), bad);
        QFile spoilt(path);
        QVERIFY(spoilt.open(QIODevice::WriteOnly));
        spoilt.write(content);
        spoilt.close();
        const CatalogSource source = readCatalogSource(folder.path());
        QVERIFY2(!source.problems.filter(problem).isEmpty(), qPrintable(source.problems.join(u'\n')));
    }

    void oneAliasForTwoRowsFails()
    {
        QTemporaryDir folder;
        copyFacts(folder.path());
        const QString path = folder.filePath(QStringLiteral("unified_systems.csv"));
        QByteArray content = contentOf(path);
        content.replace("GB10;", "RTX 3090;");
        QFile spoilt(path);
        QVERIFY(spoilt.open(QIODevice::WriteOnly));
        spoilt.write(content);
        spoilt.close();
        const QStringList problems = readCatalogSource(folder.path()).problems;
        QVERIFY2(problems.contains(QStringLiteral("aliases: \"rtx3090\" names both rtx-3090 and nvidia-dgx-spark")),
                 qPrintable(problems.join(u'\n')));
    }

    void aMissingFileIsNamed()
    {
        QTemporaryDir folder;
        copyFacts(folder.path());
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
