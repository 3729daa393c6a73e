// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/catalog_database.h"
#include "database/catalog_search.h"
#include "database/compiler/catalog_source.h"
#include "database/compiler/catalog_writer.h"
#include "tests/support/generated_catalog.h"
#include "tests/support/test_catalog.h"

#include "core/catalog/fields.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rigwright;

namespace {

QString shipped()
{
    return QStringLiteral(RIGWRIGHT_CATALOG_FILE);
}

/// A copy of the shipped catalogue, changed by `spoil`.
QString spoiltCopy(const QTemporaryDir &folder, const std::function<void(QByteArray &)> &spoil)
{
    QFile original(shipped());
    if (!original.open(QIODevice::ReadOnly))
        return {};
    QByteArray content = original.readAll();
    spoil(content);
    const QString path = folder.filePath(QStringLiteral("catalog.sqlite"));
    QFile copy(path);
    if (!copy.open(QIODevice::WriteOnly) || copy.write(content) != content.size())
        return {};
    return path;
}

} // namespace

class TestCatalogDatabase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasCompiledIsLoaded()
    {
        const CatalogSource source = readCatalogSource(QStringLiteral(RIGWRIGHT_CATALOG_FOLDER));
        const Result<std::shared_ptr<const Catalog>> loaded = loadCatalog(shipped());
        QVERIFY2(loaded.ok(), loaded ? "" : qPrintable(loaded.error().message));
        const Catalog &catalog = **loaded;
        QCOMPARE(catalog.version, QStringLiteral("2026-11-22"));
        QVERIFY(catalog.gpus.rows() == source.catalog.gpus.rows());
        QVERIFY(catalog.models.rows() == source.catalog.models.rows());
        QVERIFY(catalog.motherboards.rows() == source.catalog.motherboards.rows());
        QVERIFY(catalog.powerLimits == source.catalog.powerLimits);
        QVERIFY(catalog.efficiencyCurves == source.catalog.efficiencyCurves);
        QVERIFY(*catalog.measurements == *source.catalog.measurements);
    }

    void usableMemoryIsTheDrivers()
    {
        const Result<std::shared_ptr<const Catalog>> loaded = loadCatalog(shipped());
        QVERIFY(loaded.ok());
        const auto usable = [&](const char *id) {
            return toMiB((*loaded)->gpus.find(QString::fromLatin1(id))->usableMemory);
        };
        // nvidia-smi of the cards, as issue reports quote it
        QCOMPARE(usable("rtx-3090"), 24576.0);
        QCOMPARE(usable("rtx-4090"), 24564.0);
        QCOMPARE(usable("rtx-5090"), 32607.0);
        QCOMPARE(usable("h100-sxm5-80gb"), 81559.0);
        QCOMPARE(usable("b200-sxm-180gb"), 183359.0);
    }

    void aBadFileIsRefusedWithAReason_data()
    {
        using Spoil = std::function<void(QByteArray &)>;
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<Error::Code>("code");
        QTest::addColumn<QString>("word");
        QTest::newRow("a text file") << Spoil([](QByteArray &b) { b = "hello, this is not a database at all\n"; })
                                     << Error::Code::Corrupt << QStringLiteral("is damaged");
        QTest::newRow("an empty file") << Spoil([](QByteArray &b) { b.clear(); }) << Error::Code::Corrupt
                                       << QStringLiteral("is not a Rigwright catalogue");
        QTest::newRow("half a file") << Spoil([](QByteArray &b) { b.truncate(b.size() / 2); }) << Error::Code::Corrupt
                                     << QStringLiteral("is damaged");
        QTest::newRow("zeros in the middle")
            << Spoil([](QByteArray &b) { b.replace(8192, 65536, QByteArray(65536, '\0')); }) << Error::Code::Corrupt
            << QStringLiteral("is damaged");
        QTest::newRow("another program's database")
            << Spoil([](QByteArray &b) { b.replace(68, 4, "ABCD"); }) << Error::Code::Corrupt
            << QStringLiteral("is not a Rigwright catalogue");
        // The user version is the big-endian number at offset 60. Source: sqlite.org/fileformat2.html
        QTest::newRow("a later layout") << Spoil([](QByteArray &b) { b[63] = 99; }) << Error::Code::TooNew
                                        << QStringLiteral("Update the program");
        QTest::newRow("an older layout") << Spoil([](QByteArray &b) { b[63] = 0; }) << Error::Code::Corrupt
                                         << QStringLiteral("old layout");
    }
    void aBadFileIsRefusedWithAReason()
    {
        QFETCH(std::function<void(QByteArray &)>, spoil);
        QFETCH(Error::Code, code);
        QFETCH(QString, word);
        const QTemporaryDir folder;
        const QString path = spoiltCopy(folder, spoil);
        const auto result = loadCatalog(path);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, code);
        QVERIFY2(result.error().message.contains(word), qPrintable(result.error().message));
        QVERIFY2(result.error().message.contains(path), qPrintable(result.error().message));
    }

    void aChangedLetterIsNoticedByTheChecksum()
    {
        const QTemporaryDir folder;
        const QString path =
            spoiltCopy(folder, [](QByteArray &b) { b.replace("GeForce RTX 4090", "GeForce RTX 4099"); });
        QVERIFY(verifyCatalogFile(path).ok()); // SQLite finds nothing wrong with it
        QVERIFY(QFile::copy(shipped() + QLatin1String(".sha256"), path + QLatin1String(".sha256")));
        const Outcome verdict = verifyCatalogFile(path);
        QVERIFY(!verdict.ok());
        QCOMPARE(verdict.error().code, Error::Code::Corrupt);
        QVERIFY2(verdict.error().message.contains(QLatin1String("checksum")), qPrintable(verdict.error().message));
        QVERIFY2(verdict.error().message.contains(QLatin1String("Install the program again")),
                 qPrintable(verdict.error().message));
        QVERIFY(!loadCatalog(path).ok());
        QVERIFY(loadCatalog(path, Verification::Later).ok()); // the window reads it beside the first picture
        QVERIFY(verifyCatalogFile(shipped()).ok());
    }

    void aLongTableIsFetchedRowByRow()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("catalog.sqlite"));
        const Catalog generated = test::generatedCatalog(test::testCatalog(), 20'000);
        const Outcome written = writeCatalog(path, generated, "0");
        QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().message));
        const auto loaded = loadCatalog(path);
        QVERIFY2(loaded.ok(), loaded ? "" : qPrintable(loaded.error().message));
        const Catalog &catalog = **loaded;
        QCOMPARE(catalog.gpus.size(), std::size_t(6000));
        const Gpu *row = catalog.gpus.find(generated.gpus.rows().back().info.id);
        QVERIFY(row && *row == generated.gpus.rows().back());
        QVERIFY(!catalog.gpus.find(QStringLiteral("gone")));
        QVERIFY(catalog.gpus.rows() == generated.gpus.rows());
        const auto search = CatalogSearch::open(path);
        QVERIFY(search.ok());
        const auto hits = (*search)->find(row->info.name, CatalogSection::Gpus);
        QVERIFY(!hits.empty());
        QCOMPARE(hits.front().id, row->info.id);
    }

    void aMissingFileIsRefused()
    {
        const QString path = QStringLiteral("/nowhere/catalog.sqlite");
        const auto result = loadCatalog(path);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, Error::Code::NotFound);
        QVERIFY(result.error().message.contains(path));
    }

    void theEnvironmentNamesTheFile()
    {
        qputenv("RIGWRIGHT_CATALOG", "/some/catalog.sqlite");
        QCOMPARE(shippedCatalogPath(), QStringLiteral("/some/catalog.sqlite"));
        qunsetenv("RIGWRIGHT_CATALOG");
        QVERIFY(shippedCatalogPath().endsWith(QLatin1String("share/rigwright/catalog.sqlite")));
    }

    void searchFindsWhatIsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        const auto row = [](const char *what, const char *text, const char *first) {
            QTest::newRow(what) << QString::fromUtf8(text) << QString::fromLatin1(first);
        };
        row("the whole name", "GeForce RTX 3090", "rtx-3090");
        row("a number", "5090", "rtx-5090");
        row("without the space", "rtx3090", "rtx-3090");
        row("the beginning of words", "tita rt", "titan-rtx");
        row("a figure and a name", "24gb 4090", "rtx-4090");
        row("an alias", "strix halo", "amd-ai-max-395");
        row("a model with its point", "llama 3.3", "llama-3.3-70b");
        row("capital letters", "THREADRIPPER 9980", "threadripper-9980x");
        row("a supply by its watts", "ax1600i 1600w", "corsair-ax1600i");
    }
    void searchFindsWhatIsTyped()
    {
        QFETCH(QString, text);
        QFETCH(QString, first);
        const auto search = CatalogSearch::open(shipped());
        QVERIFY(search.ok());
        const std::vector<SearchHit> hits = (*search)->find(text, std::nullopt);
        QVERIFY(!hits.empty());
        QCOMPARE(hits.front().id, first);
    }

    void allWordsMustMatch()
    {
        const auto search = CatalogSearch::open(shipped());
        QVERIFY(search.ok());
        QVERIFY((*search)->find(QStringLiteral("rtx zebra"), std::nullopt).empty());
        const auto models = (*search)->find(QStringLiteral("70b"), CatalogSection::Models);
        QVERIFY(models.size() >= 5);
        for (const SearchHit &hit : models)
            QCOMPARE(hit.section, CatalogSection::Models);
    }

    void noTextFindsEverythingInCatalogueOrder()
    {
        const auto search = CatalogSearch::open(shipped());
        QVERIFY(search.ok());
        const auto loaded = loadCatalog(shipped());
        QVERIFY(loaded.ok());
        const auto gpus = (*search)->find(QString(), CatalogSection::Gpus);
        QCOMPARE(gpus.size(), (*loaded)->gpus.size());
        QCOMPARE(gpus.front().id, (*loaded)->gpus.rows().front().info.id);
        QCOMPARE((*search)->find(QString(), std::nullopt, 7).size(), std::size_t(7));
    }

    void nothingTypedIsASearchLanguage_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"\"", "rtx\"", "name:rtx", "rtx OR 3090 NOT", "NEAR(rtx)", "*",
                                 "'; DROP TABLE gpus; --", "(", "rtx AND", "^", "-3090", "…", "日本"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void nothingTypedIsASearchLanguage()
    {
        QFETCH(QString, text);
        const auto search = CatalogSearch::open(shipped());
        QVERIFY(search.ok());
        (void)(*search)->find(text, std::nullopt);
        QVERIFY(!(*search)->find(QStringLiteral("3090"), std::nullopt).empty());
    }
};

QTEST_GUILESS_MAIN(TestCatalogDatabase)
#include "tst_catalog_database.moc"
