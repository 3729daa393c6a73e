// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/names.h"
#include "tests/support/test_catalog.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

using namespace rigwright;
using rigwright::test::testCatalog;

class TestNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void spellingDoesNotMatter_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("key");
        QTest::newRow("case and spaces") << QStringLiteral("RTX PRO 6000") << QStringLiteral("rtxpro6000");
        QTest::newRow("hyphens") << QStringLiteral("rtx-pro-6000") << QStringLiteral("rtxpro6000");
        QTest::newRow("a decimal point stays") << QStringLiteral("Llama-3.1 8B") << QStringLiteral("llama3.18b");
        QTest::newRow("another point goes") << QStringLiteral("llama.cpp") << QStringLiteral("llamacpp");
        QTest::newRow("underscores") << QStringLiteral("Q4_K_M") << QStringLiteral("q4km");
    }
    void spellingDoesNotMatter()
    {
        QFETCH(QString, name);
        QFETCH(QString, key);
        QCOMPARE(nameKey(name), key);
    }

    void devicesAreFound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *name, const char *id) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(id);
        };
        row("RTX 3090", "rtx-3090");
        row("NVIDIA GeForce RTX 3090", "rtx-3090");
        row("rtx3060", "rtx-3060-12gb");
        row("A100 80GB", "a100-sxm4-80gb");
        row("H100 SXM 80GB", "h100-sxm5-80gb");
        row("RTX PRO 6000", "rtx-pro-6000-blackwell-ws");
        row("RTX 6000 Ada", "rtx-6000-ada");
        row("GB10", "nvidia-dgx-spark");
        row("Radeon AI Max+ 395", "amd-ai-max-395");
        row("M2 Ultra 76c", "apple-m2-ultra");
        row("M3 Max 30c", "apple-m3-max-30");
        row("M3 Max", "apple-m3-max-40");
        row("RX 7900 XTX", "rx-7900-xtx");
        row("Tesla P40", "tesla-p40");
    }
    void devicesAreFound()
    {
        QFETCH(QString, name);
        QFETCH(QString, id);
        const NameIndex names(testCatalog());
        const NameIndex::Device device = names.device(name);
        QVERIFY(device);
        QCOMPARE(device.gpu ? device.gpu->info.id : device.unified->info.id, id);
    }

    void modelsQuantizationsAndEnginesAreFound()
    {
        const NameIndex names(testCatalog());
        QCOMPARE(names.model(QStringLiteral("Llama 3.1 70B"))->id, QStringLiteral("llama-3.1-70b"));
        QCOMPARE(names.model(QStringLiteral("DeepSeek R1 671B"))->id, QStringLiteral("deepseek-r1"));
        QCOMPARE(names.model(QStringLiteral("meta-llama/Llama-3.3-70B-Instruct"))->id, QStringLiteral("llama-3.3-70b"));
        QCOMPARE(names.quantization(QStringLiteral("ollama default (Q4_K_M)"))->id, QStringLiteral("q4_k_m"));
        QCOMPARE(names.quantization(QStringLiteral("UD-Q4_K_XL"))->id, QStringLiteral("ud-q4_k_xl"));
        QCOMPARE(names.quantization(QStringLiteral("4-bit (MLX)"))->id, QStringLiteral("mlx-4bit"));
        QCOMPARE(names.engine(QStringLiteral("llama.cpp"))->id, QStringLiteral("llama.cpp"));
        QCOMPARE(names.engine(QStringLiteral("TENSORRT LLM"))->id, QStringLiteral("tensorrt-llm"));
        QVERIFY(!names.model(QStringLiteral("")));
        QVERIFY(!names.device(QStringLiteral("RTX 9999")));
    }

    void noSpellingNamesTwoRows() { QVERIFY(NameIndex(testCatalog()).ambiguities().empty()); }

    void twoRowsWithOneAliasAreReported()
    {
        Gpu first;
        first.info.id = QStringLiteral("first");
        first.info.name = QStringLiteral("First");
        first.info.aliases = {QStringLiteral("RTX 1")};
        Gpu second = first;
        second.info.id = QStringLiteral("second");
        second.info.name = QStringLiteral("Second");
        Catalog catalog;
        catalog.gpus = Table<Gpu>({first, second});
        const std::vector<Ambiguity> expected{{QStringLiteral("RTX 1"),
                                               {QStringLiteral("gpus"), QStringLiteral("first")},
                                               {QStringLiteral("gpus"), QStringLiteral("second")}}};
        QVERIFY(NameIndex(catalog).ambiguities() == expected);
    }

    void nearestNamesComeFirst_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meant");
        QTest::newRow("a swapped digit") << QStringLiteral("RTX 3909") << QStringLiteral("GeForce RTX 3090");
        QTest::newRow("a missing word") << QStringLiteral("7900XTX") << QStringLiteral("Radeon RX 7900 XTX");
        QTest::newRow("a doubled letter") << QStringLiteral("GTX 10880 Ti") << QStringLiteral("GeForce GTX 1080 Ti");
    }
    void nearestNamesComeFirst()
    {
        QFETCH(QString, typed);
        QFETCH(QString, meant);
        const NameIndex names(testCatalog());
        const QStringList nearest = names.nearestDevices(typed);
        QCOMPARE(nearest.size(), 3);
        QVERIFY2(nearest.contains(meant), qPrintable(nearest.join(QLatin1String(", "))));
    }

    /// Names in published measurements that stand for nothing in the catalogue, with the reason.
    static QString reasonUnresolved(const QString &device)
    {
        static const QHash<QString, QString> reasons{
            {QStringLiteral("A100 (variant not stated)"), QStringLiteral("40 or 80 GB")},
            {QStringLiteral("H100 (PCIe/SXM not stated)"), QStringLiteral("two bandwidths")},
            {QStringLiteral("RTX A6000/6000 Ada (label ambiguous)"), QStringLiteral("two cards")},
            {QStringLiteral("GPU not stated"), QStringLiteral("nothing named")},
            {QStringLiteral("GPU with ~8 GB VRAM used (not stated)"), QStringLiteral("nothing named")},
            {QStringLiteral("CMP 170HX"), QStringLiteral("mining card with unpublished limits")},
            {QStringLiteral("L40S-8Q"), QStringLiteral("a share of a card")},
            {QStringLiteral("A40-48Q"), QStringLiteral("a share of a card")},
            {QStringLiteral("GTX 1070 with Max-Q Design"), QStringLiteral("mobile")},
            {QStringLiteral("GTX 1650 Ti"), QStringLiteral("mobile")},
            {QStringLiteral("GTX 1650 Ti with Max-Q Design"), QStringLiteral("mobile")},
            {QStringLiteral("GTX 1660 Ti Mobile"), QStringLiteral("mobile")},
            {QStringLiteral("RTX 2070 Max-Q"), QStringLiteral("mobile")},
            {QStringLiteral("Arc A770M"), QStringLiteral("mobile")},
        };
        if (device.startsWith(QLatin1String("CPU:")))
            return QStringLiteral("no GPU");
        if (device.contains(QLatin1String(" + ")))
            return QStringLiteral("two different cards");
        if (device.contains(QLatin1String("Laptop")))
            return QStringLiteral("mobile");
        if (device.contains(QLatin1String("Series")) || device.contains(QLatin1String("integrated"))
            || device.startsWith(QLatin1String("Radeon 8")) || device.startsWith(QLatin1String("Radeon 7"))
            || device.startsWith(QLatin1String("Radeon (")))
            return QStringLiteral("integrated graphics");
        return reasons.value(device);
    }

    void everyMeasuredDeviceResolvesOrHasAReasonNotTo()
    {
        QSet<QString> unexplained;
        int resolved = 0;
        for (const Measurement &row : *testCatalog().measurements) {
            resolved += row.gpuId.isEmpty() ? 0 : 1;
            if (row.gpuId.isEmpty() && reasonUnresolved(row.device).isEmpty())
                unexplained.insert(row.device);
            QVERIFY2(row.gpuId.isEmpty() || reasonUnresolved(row.device).isEmpty(), qPrintable(row.device));
        }
        QCOMPARE(QStringList(unexplained.values()).join(QLatin1String("; ")), QString());
        QVERIFY2(resolved > 6900, qPrintable(QString::number(resolved)));
    }

    void mostMeasuredModelsQuantizationsAndEnginesResolve()
    {
        int models = 0;
        int quantizations = 0;
        int engines = 0;
        for (const Measurement &row : *testCatalog().measurements) {
            models += row.modelId.isEmpty() ? 0 : 1;
            quantizations += row.quantId.isEmpty() ? 0 : 1;
            engines += row.engineId.isEmpty() ? 0 : 1;
        }
        // The rest are fine-tunes, unpublished mixes and engines that the catalogue does not describe.
        QVERIFY2(models > 5400, qPrintable(QString::number(models)));
        QVERIFY2(quantizations > 6800, qPrintable(QString::number(quantizations)));
        QVERIFY2(engines > 7000, qPrintable(QString::number(engines)));
    }

    void aHundredThousandNamesResolveInASecond()
    {
        const NameIndex names(testCatalog());
        const QString name = QStringLiteral("NVIDIA GeForce RTX 3090");
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 100000; ++i)
            QVERIFY(names.device(name).gpu);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
