// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/cost.h"
#include "core/cost/energy_price.h"
#include "tests/support/formula.h"
#include "tests/support/sample_parts.h"

#include <QTest>

using namespace rigwright;
using namespace rigwright::test;

class TestCost : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void months_data();
    void months();
    void currencies();
    void tokens_data();
    void tokens();
    void partsAreCountedTogether();
    void prices();
    void unifiedOptionsLieInTheirRange();
    void cloud_data();
    void cloud();
    void everyFigureIsItsFormula();

private:
    Catalog m_catalog = sampleParts();
};

namespace {

PowerResult drawing(double active, double idle)
{
    PowerResult power;
    power.active = exactly(Watts(active), Trace{});
    power.states[std::size_t(PowerState::Idle)].wall = exactly(Watts(idle), Trace{});
    power.states[std::size_t(PowerState::Decode)].wall = exactly(Watts(active), Trace{});
    return power;
}

Build priced(double perKwh, double active, double idle)
{
    Build build;
    build.site.pricePerKwh = perKwh;
    build.site.activeHoursPerDay = active;
    build.site.idleHoursPerDay = idle;
    return build;
}

} // namespace

void TestCost::months_data()
{
    QTest::addColumn<double>("active");
    QTest::addColumn<double>("hours");
    QTest::addColumn<double>("idle");
    QTest::addColumn<double>("idleHours");
    QTest::addColumn<double>("price");
    QTest::addColumn<double>("cost");
    // kWh = W / 1000 * hours * 30
    QTest::newRow("1x 4090: 669 W, 8 h, $0.12") << 669.17 << 8.0 << 0.0 << 0.0 << 0.12 << 19.27;
    QTest::newRow("1x 5090: 809 W") << 808.78 << 8.0 << 0.0 << 0.0 << 0.12 << 23.29;
    QTest::newRow("4x 4090: 2,258 W") << 2257.78 << 8.0 << 0.0 << 0.0 << 0.12 << 65.02;
    QTest::newRow("8x B200: 12,054 W") << 12053.8 << 8.0 << 0.0 << 0.0 << 0.12 << 347.15;
    QTest::newRow("RTX PRO 6000 in Switzerland at CHF 0.30") << 827.0 << 8.0 << 0.0 << 0.0 << 0.30 << 59.54;
    QTest::newRow("4090 at the US average") << 669.17 << 8.0 << 0.0 << 0.0 << 0.1872 << 30.06;
    QTest::newRow("2x 3090 idling 16 h a day for nothing") << 0.0 << 0.0 << 122.2 << 16.0 << 0.1872 << 10.98;
    QTest::newRow("a rig that is never on") << 669.0 << 0.0 << 100.0 << 0.0 << 0.12 << 0.0;
}

void TestCost::months()
{
    QFETCH(double, active);
    QFETCH(double, hours);
    QFETCH(double, idle);
    QFETCH(double, idleHours);
    QFETCH(double, price);
    QFETCH(double, cost);
    const CostResult result = evaluateCost(priced(price, hours, idleHours), m_catalog, drawing(active, idle), {});
    QVERIFY2(qAbs(result.energyCostPerMonth.value.base() - cost) <= 0.01,
             qPrintable(QString::number(result.energyCostPerMonth.value.base())));
    QVERIFY(qAbs(result.energyPerMonth.value.base() - (active * hours + idle * idleHours) * 0.03) < 1e-9);
    QVERIFY(qAbs(result.threeYears.value.base() - 36 * result.energyCostPerMonth.value.base()) < 1e-9);
}

void TestCost::currencies()
{
    Catalog catalog = m_catalog;
    Tariff tariff;
    tariff.id = QStringLiteral("ch");
    tariff.currency = QStringLiteral("CHF");
    tariff.pricePerKwh = 0.30;
    catalog.tariffs = Table<Tariff>({tariff});
    catalog.currencies = {{{}, QStringLiteral("CHF"), 0.8, {}}};
    Site site;
    site.tariffId = QStringLiteral("ch");
    QCOMPARE(energyPriceOf(site, catalog).perUsd, 0.8); // the site counts in dollars, the tariff does not
    site.currency = QStringLiteral("CHF");
    site.currencyPerUsd = 0.9;
    QCOMPARE(energyPriceOf(site, catalog).perUsd, 0.9); // the user's own rate
    site.pricePerKwh = 0.2;
    QCOMPARE(energyPriceOf(site, catalog).perKwh, 0.2);
    QVERIFY(!energyPriceOf(Site(), catalog).known);

    Build build;
    build.site = site;
    build.site.idleHoursPerDay = 0;
    const CostResult cost = evaluateCost(build, catalog, drawing(1000, 0), {});
    QVERIFY(qAbs(cost.energyCostPerMonth.value.base() - 240 * 0.2 / 0.9) < 1e-9); // dollars
}

void TestCost::tokens_data()
{
    QTest::addColumn<double>("watts");
    QTest::addColumn<double>("speed");
    QTest::addColumn<double>("cost");
    QTest::newRow("a 4090 at 497 W and 40 tok/s") << 497.0 << 40.0 << 0.52;
    QTest::newRow("batched: 669 W and 200 tok/s") << 669.0 << 200.0 << 0.14;
}

void TestCost::tokens()
{
    QFETCH(double, watts);
    QFETCH(double, speed);
    QFETCH(double, cost);
    const CostResult result = evaluateCost(priced(0.15, 8, 16), m_catalog, drawing(watts, 0), TokensPerSecond(speed));
    QVERIFY(qAbs(result.perMillionTokens.value.base() - cost) <= 0.005);
    QCOMPARE(*evaluateFormula(result.perMillionTokens.trace), result.perMillionTokens.value.base());
    QCOMPARE(evaluateCost(priced(0.15, 8, 16), m_catalog, drawing(watts, 0), {}).perMillionTokens.value.base(), 0.0);
}

void TestCost::partsAreCountedTogether()
{
    BuildMaker maker = desktop();
    maker.card("rtx-3090", 0).card("rtx-3090", 1).supply("corsair-rm1000x", 0);
    maker.card("rtx-3090", 2);
    maker.last().price = Money(700);
    const std::vector<PartLine> lines = partsList(maker, m_catalog);
    QStringList names;
    for (const PartLine &line : lines)
        names.push_back(line.name);
    QCOMPARE(names,
             (QStringList{QStringLiteral("Torrent"), QStringLiteral("ProArt X870E-Creator"),
                          QStringLiteral("Ryzen 9 9950X"), QStringLiteral("ddr5-64-2x32"), QStringLiteral("RTX 3090"),
                          QStringLiteral("RTX 3090"), QStringLiteral("RM1000x"), QStringLiteral("990 PRO 2 TB")}));
    QCOMPARE(lines[4].quantity, 2);
    QCOMPARE(lines[4].items.size(), std::size_t(2));
    QCOMPARE(lines[4].detail, QStringLiteral("24\u00A0GB · 936\u00A0GB/s · 350\u00A0W"));
    QCOMPARE(lines[4].priceDate, QStringLiteral("2025-07-23"));
    QVERIFY(lines[5].ownPrice);
    QCOMPARE(*lines[5].unitPrice, Money(700));
    QVERIFY(lines[5].priceSource.isEmpty());
}

void TestCost::prices()
{
    BuildMaker maker;
    maker.card("rtx-3090", 0);
    maker.card("rtx-3090", 1);
    maker.last().price = Money(700);
    maker.card("rtx-4090", 2);
    maker.last().included = true;
    maker.put(PartKind::Extra, "unheard-of", Place::Outside, 0);
    const CostResult cost = evaluateCost(maker, m_catalog, drawing(0, 0), {});
    QCOMPARE(cost.parts.value, Money(1100 + 700)); // 1,000 to 1,200 and the user's own
    QCOMPARE(cost.parts.low, Money(1000 + 700));
    QCOMPARE(cost.partsHigh.value, Money(1200 + 700));
    QCOMPARE(cost.unpriced, 1);
}

void TestCost::unifiedOptionsLieInTheirRange()
{
    BuildMaker maker;
    maker.host(PartKind::UnifiedSystem, "apple-m3-ultra"); // 96, 256, 512 GB for 5,000 to 6,000
    const auto costOf = [&](int variant) {
        maker.last().variant = variant;
        return evaluateCost(maker, m_catalog, drawing(0, 0), {}).parts.value.base();
    };
    QCOMPARE(costOf(0), 5000.0);
    QVERIFY(qAbs(costOf(1) - (5000 + 1000 * 160.0 / 416)) < 1e-9);
    QCOMPARE(costOf(2), 6000.0);
    QCOMPARE(costOf(9), 6000.0); // a variant from another catalogue
}

void TestCost::cloud_data()
{
    QTest::addColumn<int>("cards");
    QTest::addColumn<double>("months");
    QTest::newRow("one 4090 against the cheapest hour") << 1 << 1100 / (0.34 * 240 - 0.1 * 240 * 0.15);
    QTest::newRow("four against four") << 4 << 4400 / (4 * 0.34 * 240 - 0.1 * 240 * 0.15);
}

void TestCost::cloud()
{
    QFETCH(int, cards);
    QFETCH(double, months);
    Catalog catalog = m_catalog;
    const auto offer = [](const char *id, const char *gpu, int node, double perHour) {
        CloudPrice price;
        price.id = QString::fromUtf8(id);
        price.provider = QStringLiteral("RunPod");
        price.gpuId = QString::fromUtf8(gpu);
        price.gpusInNode = node;
        price.perGpuHour = Money(perHour);
        price.date = QStringLiteral("2026-03");
        return price;
    };
    catalog.cloudPrices = Table<CloudPrice>({offer("a", "rtx-4090", 1, 0.60), offer("b", "rtx-4090", 1, 0.34),
                                             offer("c", "rtx-4090", 8, 0.10), offer("d", "rtx-3090", 1, 0.05)});
    BuildMaker maker;
    for (int i = 0; i < cards; ++i)
        maker.card("rtx-4090", i);
    Build build = maker;
    build.site = priced(0.15, 8, 16).site;
    const CostResult cost = evaluateCost(build, catalog, drawing(100, 0), {});
    QCOMPARE(cost.cloud.perHour.base(), 0.34 * cards); // nodes of eight are not for rent by the card
    QVERIFY(qAbs(cost.cloud.breakEvenMonths - months) < 1e-9);
    QVERIFY(evaluateCost(build, catalog, drawing(100000, 0), {}).cloud.breakEvenMonths < 0); // dearer than renting
    QVERIFY(evaluateCost(Build(), catalog, drawing(100, 0), {}).cloud.provider.isEmpty());
}

void TestCost::everyFigureIsItsFormula()
{
    Build build = desktop().card("rtx-3090", 0).supply("corsair-rm1000x", 0);
    build.site = priced(0.17, 8, 16).site;
    const CostResult cost = evaluateCost(build, m_catalog, drawing(521, 90), TokensPerSecond(27));
    const auto check = [](const auto &estimate) {
        const auto value = evaluateFormula(estimate.trace);
        return value && qAbs(*value - estimate.value.base()) < 1e-9 * (1 + qAbs(*value));
    };
    QVERIFY(check(cost.parts));
    QVERIFY(check(cost.partsHigh));
    QVERIFY(check(cost.energyPerMonth));
    QVERIFY(check(cost.energyCostPerMonth));
    QVERIFY(check(cost.threeYears));
    QVERIFY(check(cost.perMillionTokens));
}

QTEST_GUILESS_MAIN(TestCost)
#include "tst_cost.moc"
