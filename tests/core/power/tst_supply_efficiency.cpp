// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/power/heat.h"
#include "core/power/supply_efficiency.h"
#include "tests/support/formula.h"
#include "tests/support/sample_parts.h"

#include <QTest>

using namespace rigwright;
using namespace rigwright::test;

/// The loss curve against certified points, and whole machines from DC power to heat.
class TestSupplyEfficiency : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void efficiencies_data();
    void efficiencies();
    void machines_data();
    void machines();
    void standby();
    void levelsWithoutTheirOwnCurve();

private:
    const LossModel model(const QString &level, SupplyClass supplyClass) const
    {
        return LossModel(*efficiencyCurve(m_catalog, level, supplyClass));
    }
    Catalog m_catalog = sampleParts();
};

using enum SupplyClass;

void TestSupplyEfficiency::efficiencies_data()
{
    QTest::addColumn<QString>("level");
    QTest::addColumn<SupplyClass>("supplyClass");
    QTest::addColumn<double>("load");
    QTest::addColumn<double>("percent");
    const auto row = [](const char *level, SupplyClass supplyClass, const char *name,
                        std::initializer_list<double> percents) {
        static const std::array loads{.05, .10, .20, .40, .50, .70, .90, 1.0};
        std::size_t i = 0;
        for (const double percent : percents) {
            QTest::addRow("%s %s at %.0f %% load", level, name, loads[i] * 100)
                << QString::fromUtf8(level) << supplyClass << loads[i] << percent;
            ++i;
        }
    };
    // Certified minima (Tom's Hardware, "80 PLUS"; Corsair) at 10, 20, 50 and 100 %, the loss model between
    row("Bronze", Internal115V, "115 V", {61.4, 74.1, 82.0, 85.0, 85.0, 84.1, 82.8, 82.0});
    row("Gold", Internal115V, "115 V", {66.1, 79.1, 87.0, 90.0, 90.0, 89.1, 87.8, 87.0});
    row("Platinum", Internal115V, "115 V", {72.3, 83.6, 90.0, 92.1, 92.0, 91.0, 89.7, 89.0});
    row("Titanium", Internal115V, "115 V", {84.9, 90.0, 92.0, 94.3, 94.0, 92.7, 90.9, 90.0});
    row("Gold", Internal230V, "230 V", {72.3, 83.6, 90.0, 92.1, 92.0, 91.0, 89.7, 89.0});
    row("Platinum", Internal230V, "230 V", {72.0, 84.7, 92.0, 94.3, 94.0, 92.7, 90.9, 90.0});
    row("Titanium", Internal230V, "230 V", {84.9, 90.0, 94.0, 96.0, 96.0, 95.4, 94.5, 94.0});
    row("Platinum", Redundant230V, "230 V redundant", {65.8, 80.6, 90.0, 93.9, 94.0, 93.2, 91.8, 91.0});
    row("Titanium", Redundant230V, "230 V redundant", {84.9, 90.0, 94.0, 96.4, 96.0, 94.3, 92.1, 91.0});
    row("Ruby", Redundant230V, "230 V redundant", {90.0, 91.0, 95.0, 96.9, 96.5, 94.9, 93.0, 92.0});
}

void TestSupplyEfficiency::efficiencies()
{
    QFETCH(QString, level);
    QFETCH(SupplyClass, supplyClass);
    QFETCH(double, load);
    QFETCH(double, percent);
    const double efficiency = 100 * model(level, supplyClass).efficiencyAt(load);
    QVERIFY2(qAbs(efficiency - percent) < 0.06, qPrintable(QString::number(efficiency)));
}

void TestSupplyEfficiency::machines_data()
{
    QTest::addColumn<double>("dc");
    QTest::addColumn<double>("rating");
    QTest::addColumn<int>("supplies");
    QTest::addColumn<QString>("level");
    QTest::addColumn<SupplyClass>("supplyClass");
    QTest::addColumn<double>("wall");
    QTest::addColumn<double>("btu");
    const auto row = [](const char *name, double dc, double rating, int supplies, const char *level,
                        SupplyClass supplyClass, double wall, double btu) {
        QTest::newRow(name) << dc << rating << supplies << QString::fromUtf8(level) << supplyClass << wall << btu;
    };
    row("1x RTX 4090 on 1000 W Gold", 600, 1000, 1, "Gold", Internal115V, 669, 2283);
    row("1x RTX 5090 on 1200 W Gold", 725, 1200, 1, "Gold", Internal115V, 809, 2760);
    row("2x RTX 4090 on 1600 W Gold", 1100, 1600, 1, "Gold", Internal115V, 1233, 4208);
    row("2x RTX 5090 on 2000 W Platinum at 230 V", 1400, 2000, 1, "Platinum", Internal230V, 1511, 5155);
    row("2x RTX 5090 on 1600 W Gold at 115 V", 1400, 1600, 1, "Gold", Internal115V, 1592, 5432);
    row("4x RTX 4090 on two 1600 W Platinum", 2100, 1600, 2, "Platinum", Internal230V, 2258, 7704);
    row("tinybox red v2", 1516, 2000, 1, "Platinum", Internal230V, 1644, 5611);
    row("tinybox green v2", 2800, 2000, 2, "Platinum", Internal230V, 3021, 10309);
    row("tinybox pro v2", 5200, 2000, 4, "Platinum", Internal230V, 5588, 19066);
    row("2x A100 PCIe", 850, 1200, 1, "Gold", Internal115V, 954, 3256);
    row("8x A100 PCIe on redundant supplies", 3400, 2000, 4, "Platinum", Redundant230V, 3619, 12348);
    row("8x H100 SXM", 8200, 3300, 6, "Titanium", Redundant230V, 8508, 29030);
    row("8x B200", 11500, 3300, 6, "Titanium", Redundant230V, 12054, 41130);
    row("3070 and 3090 on 1000 W Gold", 770, 1000, 1, "Gold", Internal115V, 868, 2962);
    row("2x 4090 with a workstation's rest", 1200, 1600, 1, "Gold", Internal115V, 1351, 4610);
    row("4x 4090 with a server's rest", 2200, 1600, 2, "Platinum", Internal230V, 2371, 8090);
    row("RTX PRO 6000 Max-Q in Switzerland", 400, 1000, 1, "Gold", Internal230V, 434, 1481);
    row("RTX PRO 6000 600 W in Switzerland", 750, 1000, 1, "Gold", Internal230V, 827, 2822);
    row("2x 3090 in Japan", 900, 1200, 1, "Gold", Internal115V, 1013, 3457);
    row("2x 3090 capped at 280 W in Japan", 760, 1200, 1, "Gold", Internal115V, 849, 2897);
    row("2x 3090 idle", 91, 1200, 1, "Gold", Internal115V, 122, 417);
    row("2x 5090 in layer split", 582, 1600, 1, "Platinum", Internal230V, 618, 2109);
}

void TestSupplyEfficiency::machines()
{
    QFETCH(double, dc);
    QFETCH(double, rating);
    QFETCH(int, supplies);
    QFETCH(QString, level);
    QFETCH(SupplyClass, supplyClass);
    QFETCH(double, wall);
    QFETCH(double, btu);
    const Watts drawn = model(level, supplyClass).wall(Watts(dc / supplies), Watts(rating)) * supplies;
    QVERIFY2(qAbs(drawn.base() - wall) <= 1, qPrintable(QString::number(drawn.base())));

    const Estimate<Watts> atWall = exactly(drawn, Trace{});
    const Estimate<BtuPerHour> heat = heatOf(atWall);
    QVERIFY2(qAbs(heat.value.base() - btu) <= 1 * 3.412142, qPrintable(QString::number(heat.value.base())));
    QCOMPARE(*evaluateFormula(heat.trace), heat.value.base());
    const Estimate<CubicFeetPerMinute> air = airflowFor(atWall, Celsius(10), Celsius(25));
    QVERIFY(qAbs(air.value.base() - 1.76 * wall / 10) < 0.2);
    QCOMPARE(*evaluateFormula(air.trace), air.value.base());
}

void TestSupplyEfficiency::standby()
{
    const LossModel gold = model(QStringLiteral("Gold"), Internal115V);
    QCOMPARE(gold.efficiencyAt(0), 0.0);
    QVERIFY(qAbs(gold.wall(Watts(0), Watts(1000)).base() - 25.54) < 0.02); // a = 0.02554
    QCOMPARE(gold.wall(Watts(100), Watts(0)), Watts(100));                 // unknown rating: no loss can be told
}

void TestSupplyEfficiency::levelsWithoutTheirOwnCurve()
{
    QCOMPARE(efficiencyCurve(m_catalog, QStringLiteral("Ruby"), Internal115V)->level, QStringLiteral("Ruby"));
    QCOMPARE(efficiencyCurve(m_catalog, QStringLiteral("unheard of"), Internal230V)->level, QStringLiteral("Gold"));
    QCOMPARE(efficiencyCurve(m_catalog, QStringLiteral("unheard of"), Internal230V)->supplyClass, Internal230V);
    QCOMPARE(efficiencyCurve(Catalog(), QStringLiteral("Gold"), Internal230V), nullptr);
}

QTEST_GUILESS_MAIN(TestSupplyEfficiency)
#include "tst_supply_efficiency.moc"
