// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/speed/measurement_index.h"
#include "core/speed/speed.h"
#include "tests/support/formula.h"
#include "tests/support/known_rows.h"

#include <rapidcheck.h>

using namespace rigwright;
using test::deploymentOf;
using test::knownCatalog;
using test::machineWith;

namespace {

const std::vector<const char *> kModels{"llama-3.1-8b", "llama-3.3-70b",   "gemma-3-27b",
                                        "qwen3-32b",    "qwen3.6-35b-a3b", "gpt-oss-20b"};

SpeedResult speedOf(const Machine &machine, const ResolvedDeployment &d, OperatingPoint point = {},
                    const Catalog &catalog = knownCatalog())
{
    return predictSpeed(machine, d, planMemory(machine, d), point, catalog);
}

double decodeOf(const Machine &machine, const ResolvedDeployment &d, OperatingPoint point = {})
{
    return speedOf(machine, d, point).decode.value.base();
}

ResolvedDeployment anyDeployment()
{
    ResolvedDeployment d = deploymentOf(*rc::gen::elementOf(kModels), *rc::gen::element("q4_k_m", "q8_0", "f16"),
                                        *rc::gen::element("llama.cpp", "vllm"), 4096);
    d.settings.kvType = *rc::gen::element(QStringLiteral("f16"), QStringLiteral("q8_0"));
    return d;
}

} // namespace

class TestSpeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tiers()
    {
        QCOMPARE(tierOf(TokensPerSecond(4.99)), SpeedTier::Painful);
        QCOMPARE(tierOf(TokensPerSecond(5)), SpeedTier::Usable);
        QCOMPARE(tierOf(TokensPerSecond(15)), SpeedTier::Comfortable);
        QCOMPARE(tierOf(TokensPerSecond(30)), SpeedTier::Fast);
        QCOMPARE(tierOf(TokensPerSecond(60)), SpeedTier::Instant);
        QCOMPARE(tierFloor(SpeedTier::Fast), TokensPerSecond(30));
    }

    void published_data()
    {
        QTest::addColumn<QByteArray>("card");
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("quant");
        QTest::addColumn<int>("depth");
        QTest::addColumn<double>("measured");
        QTest::newRow("RTX 4090, Qwen3 32B Q4_K at 4,096 tokens (Hardware Corner)")
            << QByteArray("rtx-4090") << QByteArray("qwen3-32b") << QByteArray("q4_k_m") << 4096 << 38.9;
        QTest::newRow("RTX 4090, Llama 3.1 8B Q4_0 at 32,768 tokens (llama.cpp PR 17505)")
            << QByteArray("rtx-4090") << QByteArray("llama-3.1-8b") << QByteArray("q4_0") << 32768 << 102.76;
        QTest::newRow("RTX 3090, Llama 3 8B F16 (XiongjieDai)")
            << QByteArray("rtx-3090") << QByteArray("llama-3.1-8b") << QByteArray("f16") << 512 << 46.51;
    }
    void published()
    {
        QFETCH(QByteArray, card);
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, quant);
        QFETCH(int, depth);
        QFETCH(double, measured);
        const double predicted =
            decodeOf(machineWith({card.constData()}), deploymentOf(model, quant, "llama.cpp", depth), {.depth = depth});
        QVERIFY2(std::abs(predicted / measured - 1) < 0.2, qPrintable(QString::number(predicted)));
    }

    void neverFasterThanTheMemory()
    {
        QVERIFY(rc::check("a token never reads faster than the bandwidth allows", [] {
            const ResolvedDeployment d = anyDeployment();
            const Machine machine = machineWith({*rc::gen::element("rtx-3090", "rtx-4090", "h100-sxm5-80gb")});
            ResolvedDeployment single = d;
            single.settings.parallelism.split = SplitMode::Single;
            const double tokens = decodeOf(machine, single, {.depth = *rc::gen::inRange(0, 100000)});
            const double activeShare = double(d.model->readParametersPerToken) / double(d.model->totalParameters);
            const double least = 0.9 * activeShare * double(weightBytes(*d.model, *d.quant).base());
            RC_ASSERT(tokens * least <= machine.devices[0].bandwidth.base());
        }));
    }
    void moreBandwidthIsNeverSlower()
    {
        QVERIFY(rc::check("more bandwidth is never slower", [] {
            const ResolvedDeployment d = anyDeployment();
            Machine machine = machineWith({"h100-sxm5-80gb"});
            const OperatingPoint point{.depth = *rc::gen::inRange(0, 100000), .concurrency = *rc::gen::inRange(1, 64)};
            const double before = speedOf(machine, d, point).total.value.base();
            machine.devices[0].bandwidth = machine.devices[0].bandwidth * 1.5;
            RC_ASSERT(speedOf(machine, d, point).total.value.base() >= before);
        }));
    }
    void depthIsNeverFaster()
    {
        QVERIFY(rc::check("a longer context is never faster", [] {
            const ResolvedDeployment d = anyDeployment();
            const Machine machine = machineWith({"h100-sxm5-80gb"});
            const int depth = *rc::gen::inRange(0, 100000);
            const int more = *rc::gen::inRange(1, 50000);
            RC_ASSERT(decodeOf(machine, d, {.depth = depth + more}) <= decodeOf(machine, d, {.depth = depth}));
        }));
    }
    void moreRequestsShareTheSpeed()
    {
        QVERIFY(rc::check("another request never speeds up the others", [] {
            const ResolvedDeployment d = anyDeployment();
            const Machine machine = machineWith({"h100-sxm5-80gb"});
            const int requests = *rc::gen::inRange(1, 128);
            const SpeedResult one = speedOf(machine, d, {.depth = 1000, .concurrency = requests});
            const SpeedResult two = speedOf(machine, d, {.depth = 1000, .concurrency = requests + 1});
            RC_ASSERT(two.decode.value <= one.decode.value);
            RC_ASSERT(std::abs(one.total.value.base() - requests * one.decode.value.base())
                      < 1e-6 * one.total.value.base());
        }));
    }
    void tensorGainIsAtMostItsWays()
    {
        QVERIFY(rc::check("tensor parallel over n is at most n times as fast", [] {
            const int ways = *rc::gen::element(2, 4, 8);
            ResolvedDeployment d =
                deploymentOf(*rc::gen::element("llama-3.1-8b", "llama-3.3-70b", "qwen3-32b"), "bf16", "vllm", 4096);
            const OperatingPoint point{.depth = *rc::gen::inRange(0, 8000), .concurrency = *rc::gen::inRange(1, 32)};
            d.settings.parallelism.split = SplitMode::Single;
            const double single = decodeOf(machineWith({"h100-sxm5-80gb"}), d, point);
            d.settings.parallelism.split = SplitMode::Tensor;
            d.settings.parallelism.tensorWays = ways;
            const Machine many = machineWith(std::vector<const char *>(std::size_t(ways), "h100-sxm5-80gb"));
            RC_ASSERT(decodeOf(many, d, point) <= ways * single);
        }));
    }
    void layerSplitIsNoFasterThanOneCard()
    {
        ResolvedDeployment d = deploymentOf("llama-3.1-8b", "q4_k_m", "llama.cpp", 4096);
        const double one = decodeOf(machineWith({"rtx-3090"}), d);
        d.settings.parallelism.split = SplitMode::Layer;
        const double four = decodeOf(machineWith({"rtx-3090", "rtx-3090", "rtx-3090", "rtx-3090"}), d);
        QVERIFY(four < one);
        QVERIFY(four > 0.8 * one); // 115 -> 104 tok/s on six (llama.cpp PR logs)
    }
    void mixedPairRunsAtTheSlowerPace()
    {
        ResolvedDeployment d = deploymentOf("llama-3.1-8b", "bf16", "vllm", 4096);
        d.settings.parallelism.split = SplitMode::Tensor;
        d.settings.parallelism.tensorWays = 2;
        const double slow = decodeOf(machineWith({"rtx-3090", "rtx-3090"}), d);
        const double mixed = decodeOf(machineWith({"rtx-3090", "h100-sxm5-80gb"}), d);
        QVERIFY(std::abs(mixed / slow - 1) < 0.01);
    }
    void powerLimitSlowsDown()
    {
        Catalog catalog = knownCatalog();
        // RTX 3090, dense 27B: 290 W 0.93, 250 W 0.73, 230 W 0.62 of stock (club-3090 power sweep)
        catalog.powerLimits = {{{}, QStringLiteral("rtx-3090"), 290.0 / 350, 0.93, 0.9},
                               {{}, QStringLiteral("rtx-3090"), 250.0 / 350, 0.73, 0.87}};
        Machine machine = machineWith({"rtx-3090"});
        const ResolvedDeployment d = deploymentOf("gemma-3-27b", "q4_k_m", "llama.cpp", 4096);
        const double stock = speedOf(machine, d, {}, catalog).decode.value.base();
        machine.devices[0].powerLimit = 250.0 / 350;
        const double capped = speedOf(machine, d, {}, catalog).decode.value.base();
        QVERIFY(capped < 0.85 * stock && capped > 0.7 * stock);
    }
    void ramSetsTheSpeed()
    {
        const ResolvedDeployment d = deploymentOf("llama-3.3-70b", "q4_k_m", "llama.cpp", 4096);
        const double offloaded = decodeOf(machineWith({"rtx-3090"}, bytesFromGiB(64), fromGBPerSecond(80)), d);
        const double onCards = decodeOf(machineWith({"rtx-3090", "rtx-3090"}), d);
        QVERIFY(offloaded < 5 && onCards > 12); // 18 GB over dual-channel DDR5 limit to about 4 tok/s
    }

    void traces_data()
    {
        QTest::addColumn<QByteArray>("engine");
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<int>("cards");
        QTest::addColumn<int>("requests");
        QTest::newRow("one card") << QByteArray("llama.cpp") << QByteArray("llama-3.1-8b") << 1 << 1;
        QTest::newRow("a mixture on one card") << QByteArray("llama.cpp") << QByteArray("gpt-oss-20b") << 1 << 1;
        QTest::newRow("layers over four cards") << QByteArray("llama.cpp") << QByteArray("llama-3.3-70b") << 4 << 1;
        QTest::newRow("offloaded to RAM") << QByteArray("llama.cpp") << QByteArray("llama-3.3-70b") << 1 << 1;
        QTest::newRow("tensor parallel with a batch") << QByteArray("vllm") << QByteArray("qwen2.5-32b") << 4 << 32;
    }
    void traces()
    {
        QFETCH(QByteArray, engine);
        QFETCH(QByteArray, model);
        QFETCH(int, cards);
        QFETCH(int, requests);
        const char *quant = engine == "vllm" ? "bf16" : "q4_k_m";
        const Machine machine = machineWith(std::vector<const char *>(std::size_t(cards), "rtx-3090"), bytesFromGiB(64),
                                            fromGBPerSecond(80));
        const SpeedResult speed =
            speedOf(machine, deploymentOf(model, quant, engine, 4096), {.depth = 4096, .concurrency = requests});
        const auto gives = [](const Trace &trace, double value) {
            const std::optional<double> computed = test::evaluateFormula(trace);
            return computed && std::abs(*computed - value) <= 1e-9 * value;
        };
        QVERIFY(gives(speed.decode.trace, speed.decode.value.base()));
        QVERIFY(gives(speed.total.trace, speed.total.value.base()));
        QVERIFY(gives(speed.prefill.trace, speed.prefill.value.base()));
        QVERIFY(gives(speed.firstToken.trace, speed.firstToken.value.base()));
        QVERIFY(speed.decode.low < speed.decode.value && speed.decode.value < speed.decode.high);
    }

    void measuredMatchReplacesTheModel()
    {
        auto rows = std::make_shared<std::vector<Measurement>>(2);
        for (Measurement &row : *rows) {
            row.engineId = QStringLiteral("llama.cpp");
            row.gpuId = QStringLiteral("rtx-3090");
            row.modelId = QStringLiteral("llama-3.1-8b");
            row.quantId = QStringLiteral("q4_k_m");
            row.splitMode = QStringLiteral("none");
            row.trusted = true;
            row.source = QStringLiteral("a benchmark");
        }
        (*rows)[0].decodeTokensPerSecond = 110;
        (*rows)[1].decodeTokensPerSecond = 114;
        Catalog catalog = knownCatalog();
        catalog.measurements = rows;
        catalog.measurementIndex = std::make_shared<const MeasurementIndex>(catalog.measurements);
        const Machine machine = machineWith({"rtx-3090"});
        const ResolvedDeployment d = deploymentOf("llama-3.1-8b", "q4_k_m", "llama.cpp", 4096);
        const SpeedResult match = speedOf(machine, d, {}, catalog);
        QCOMPARE(match.decode.basis, Basis::Measured);
        QCOMPARE(match.decode.value, TokensPerSecond(112));
        QCOMPARE(match.decode.measurements, 2);
        QCOMPARE(speedOf(machine, d, {.useMeasurements = false}, catalog).decode.basis, Basis::Calibrated);
        QCOMPARE(speedOf(machine, d, {.depth = 32768}, catalog).decode.basis, Basis::Calibrated);
    }
    void unknownFamilyIsGeneric()
    {
        const SpeedResult speed =
            speedOf(machineWith({"rx-7900-xtx"}), deploymentOf("llama-3.1-8b", "q4_k_m", "llama.cpp", 4096));
        QCOMPARE(speed.decode.basis, Basis::Generic);
    }
    void curves()
    {
        const Machine machine = machineWith({"rtx-3090"});
        const ResolvedDeployment d = deploymentOf("llama-3.1-8b", "q4_k_m", "llama.cpp", 8192);
        const SpeedCurve context = speedAgainstContext(machine, d, knownCatalog());
        QCOMPARE(context.x.back(), double(d.model->maxContext));
        QVERIFY(std::is_sorted(context.value.rbegin(), context.value.rend()));
        QCOMPARE(context.fitsUpTo, longestContext(machine, d));
        const SpeedCurve requests = throughputAgainstRequests(machine, d, knownCatalog());
        QCOMPARE(requests.x.front(), 1.0);
        QCOMPARE(requests.fitsUpTo, mostRequests(machine, d));
    }
};

QTEST_GUILESS_MAIN(TestSpeed)
#include "tst_speed.moc"
