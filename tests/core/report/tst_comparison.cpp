// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparison.h"
#include "core/report/row_builder.h"
#include "core/report/writers.h"
#include "tests/core/report/sample.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace rigwright;

Q_DECLARE_METATYPE(rigwright::BetterRule)
Q_DECLARE_METATYPE(rigwright::Side)

static const ComparisonRow *find(const std::vector<ComparisonGroup> &groups, const char *id)
{
    for (const ComparisonGroup &group : groups)
        for (const ComparisonRow &row : group.rows)
            if (row.id == QLatin1String(id))
                return &row;
    return nullptr;
}

/// The sample with half of everything that B has more of.
static Evaluation slower()
{
    Evaluation evaluation = sample::evaluation();
    SpeedResult &speed = evaluation.deployments[0].speed;
    speed.decode.value = TokensPerSecond(7.2);
    speed.firstToken.value = Seconds(4);
    evaluation.cost.parts.value = Money(2000);
    evaluation.devices.pop_back();
    evaluation.machine.devices.pop_back();
    evaluation.machine.links.resize(1);
    return evaluation;
}

class TestComparison : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void better_data()
    {
        QTest::addColumn<BetterRule>("rule");
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<double>("valueA"); // NaN = none
        QTest::addColumn<double>("valueB");
        QTest::addColumn<bool>("missingIsWorse");
        QTest::addColumn<Side>("better");
        const double none = std::nan("");
        const auto row = [](const char *name, BetterRule rule, const char *a, const char *b, double va, double vb,
                            bool worse, Side better) {
            QTest::newRow(name) << rule << QString::fromLatin1(a) << QString::fromLatin1(b) << va << vb << worse
                                << better;
        };
        row("more speed is better", BetterRule::Higher, "29", "18", 29, 18, false, Side::A);
        row("less power is better", BetterRule::Lower, "900 W", "800 W", 900, 800, false, Side::B);
        row("nothing is better where no rule says so", BetterRule::None, "900", "800", 900, 800, false, Side::None);
        row("what reads the same is equal", BetterRule::Higher, "29", "29", 29.1, 28.9, false, Side::None);
        row("an unknown price is not a better price", BetterRule::Lower, "$5", "unknown", 5, none, false, Side::None);
        row("what does not run is worse", BetterRule::Higher, "no", "18", none, 18, true, Side::B);
        row("two that do not run are not better", BetterRule::Higher, "no", "refused", none, none, true, Side::None);
    }
    void better()
    {
        QFETCH(BetterRule, rule);
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(double, valueA);
        QFETCH(double, valueB);
        QFETCH(bool, missingIsWorse);
        QFETCH(Side, better);
        const auto value = [](double number) {
            return std::isnan(number) ? std::nullopt : std::optional<double>(number);
        };
        const Missing missing = missingIsWorse ? Missing::Worse : Missing::Unknown;
        const auto rowOf = [&](const SideValue &first, const SideValue &second) {
            RowBuilder rows;
            return rows.add({}, {}, first, second, QStringLiteral("u"), rule, missing);
        };
        const SideValue first{a, value(valueA)};
        const SideValue second{b, value(valueB)};
        QCOMPARE(rowOf(first, second).better, better);
        // The order of the sides must not matter.
        const Side mirrored = better == Side::A ? Side::B : better == Side::B ? Side::A : Side::None;
        QCOMPARE(rowOf(second, first).better, mirrored);
    }

    void rowsOfTwoBuilds()
    {
        const Build build = sample::build();
        const auto groups = comparisonGroups(build, sample::evaluation(), build, slower(), sample::catalog());
        const ComparisonRow *speed = find(groups, "decode-speed");
        QVERIFY(speed);
        QCOMPARE(speed->better, Side::A);
        QCOMPARE(speed->difference, QStringLiteral("−50\u00A0%"));
        QVERIFY(speed->bar);
        const ComparisonRow *first = find(groups, "first-token");
        QCOMPARE(first->better, Side::A);
        QCOMPARE(first->difference, QStringLiteral("+2.4\u00A0s"));
        const ComparisonRow *parts = find(groups, "parts-cost");
        QCOMPARE(parts->better, Side::B);
        QCOMPARE(parts->difference, QStringLiteral("−$450"));
        const ComparisonRow *memory = find(groups, "gpu-memory");
        QCOMPARE(memory->a, QStringLiteral("2 × 23.7\u00A0GiB = 47.4\u00A0GiB"));
        QCOMPARE(memory->b, QStringLiteral("23.7\u00A0GiB"));
        QVERIFY(find(groups, "part-gpu")->equal);
        QCOMPARE(find(groups, "part-gpu")->a, QStringLiteral("2 × RTX 3090 (used)"));
    }

    void aBuildAgainstItselfIsEqual()
    {
        const Build build = sample::build();
        for (const ComparisonGroup &group :
             comparisonGroups(build, sample::evaluation(), build, sample::evaluation(), sample::catalog())) {
            for (const ComparisonRow &row : group.rows) {
                QVERIFY2(row.equal, qPrintable(row.id));
                QCOMPARE(row.better, Side::None);
                QVERIFY2(row.difference.isEmpty(), qPrintable(row.id));
            }
        }
    }

    void whatDoesNotFitHasNoSpeedToBeBetterWith()
    {
        Evaluation big = slower();
        big.deployments[0].plan.verdict = FitVerdict::DoesNotFit;
        big.deployments[0].plan.margin = Bytes() - bytesFromGiB(1.9);
        big.deployments[0].speed.decode.value = TokensPerSecond(99);
        big.deployments[0].longestContext = 4096;
        const Build build = sample::build();
        const auto groups = comparisonGroups(build, sample::evaluation(), build, big, sample::catalog());
        QCOMPARE(find(groups, "decode-speed")->better, Side::A);
        QCOMPARE(find(groups, "decode-speed")->b, QStringLiteral("does not run"));
        QCOMPARE(find(groups, "fits")->better, Side::A);
        QCOMPARE(find(groups, "fits")->b, QStringLiteral("no · 1.9\u00A0GiB short (fits at 4K)"));
    }

    void forcedWorkloadLetsTheOtherRigChooseItsCardsAndCables()
    {
        Build b = sample::build();
        b.items[4].circuit = 1;
        Workload workload{sample::build().deployments, sample::build().site};
        workload.deployments[0].parallelism.gpus = {{3}};
        workload.deployments[0].contextTokens = 1024;
        workload.site.circuits.push_back({});
        const Build forced = withWorkload(b, workload);
        QCOMPARE(forced.deployments[0].contextTokens, 1024);
        QVERIFY(forced.deployments[0].parallelism.gpus.empty());
        QVERIFY(!forced.items[4].circuit);
        QCOMPARE(forced.site, workload.site);

        Build owner = b;
        owner.deployments = workload.deployments;
        owner.site = workload.site;
        QCOMPARE(withWorkload(owner, workload), owner);
    }

    void aSupplyThatCannotRunIsNotTheBetterOne()
    {
        Evaluation refused = slower();
        refused.power.psus[0].rating = Watts();
        refused.power.psus.push_back(refused.power.psus[0]);
        const Build build = sample::build();
        const auto groups = comparisonGroups(build, sample::evaluation(), build, refused, sample::catalog());
        const ComparisonRow *row = find(groups, "supplies");
        QCOMPARE(row->better, Side::A);
        QCOMPARE(row->b, QStringLiteral("2 × 1,600\u00A0W, not at this voltage"));
    }

    void everyDeploymentHasItsGroup()
    {
        Evaluation two = sample::evaluation();
        two.deployments.push_back(two.deployments[0]);
        const Build build = sample::build();
        const auto groups = comparisonGroups(build, two, build, two, sample::catalog());
        QCOMPARE(groups[0].id, QStringLiteral("verdict"));
        QCOMPARE(groups[1].id, QStringLiteral("verdict-2"));
        QCOMPARE(groups[1].title, QStringLiteral("Verdict: Llama 3.3 70B · Q4_K_M"));
        QVERIFY(find(groups, "decode-speed-2"));
    }

    void hidesWhatIsEqual()
    {
        Comparison comparison;
        comparison.buildA = sample::build();
        comparison.buildB = sample::build();
        comparison.a = sample::evaluation();
        comparison.b = slower();
        comparison.workload = QStringLiteral("Same workload on both sides.");
        comparison.groups =
            comparisonGroups(comparison.buildA, comparison.a, comparison.buildB, comparison.b, sample::catalog());
        const QString all = report::toText(comparisonReport(comparison, sample::catalog(), QDate(2026, 11, 21)));
        const QString some = report::toText(comparisonReport(comparison, sample::catalog(), QDate(2026, 11, 21), true));
        QVERIFY(all.contains(QStringLiteral("Enthoo Pro 2 Server")));
        QVERIFY(!some.contains(QStringLiteral("Enthoo Pro 2 Server")));
        QVERIFY(some.contains(QStringLiteral("Same workload on both sides.")));
        QVERIFY2(some.contains(QStringLiteral("Usable *")), "the better side is marked");

        const QJsonObject json = comparisonJson(comparison, sample::catalog());
        QCOMPARE(json.value(QStringLiteral("schema")).toInt(), 1);
        QCOMPARE(json.value(QStringLiteral("a")).toObject().value(QStringLiteral("parts_cost")).toDouble(), 2450.0);
        const QJsonObject verdict = json.value(QStringLiteral("groups")).toArray().at(0).toObject();
        const QJsonObject speed = verdict.value(QStringLiteral("rows")).toArray().at(1).toObject();
        QCOMPARE(speed.value(QStringLiteral("id")).toString(), QStringLiteral("decode-speed"));
        QCOMPARE(speed.value(QStringLiteral("better")).toString(), QStringLiteral("a"));
        QCOMPARE(speed.value(QStringLiteral("b_value")).toDouble(), 7.2);
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
