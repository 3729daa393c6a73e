// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/whole_machine.h"
#include "core/power/excursion.h"
#include "core/power/platform_draw.h"
#include "core/power/power.h"
#include "tests/support/formula.h"
#include "tests/support/sample_parts.h"

#include <QTest>

using namespace rigwright;
using namespace rigwright::test;

/// Builds from their parts to their circuits.
class TestPower : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void layerSplitWorksOneCardAtATime_data();
    void layerSplitWorksOneCardAtATime();
    void phases_data();
    void phases();
    void offloadedLayersKeepTheCpuBusy();
    void memoryModules_data();
    void memoryModules();
    void cardsSpreadOverSupplies();
    void chosenSuppliesAndCircuitsHold();
    void suppliesSpreadOverCircuits();
    void lowLine();
    void plugs();
    void excursions();
    void wholeMachines();
    void unifiedMemory();
    void noise();
    void withoutASupplyTheWallIsStillEstimated();
    void everyFigureIsItsFormula();

private:
    PowerResult powerOf(const Build &build, const std::vector<BusyDeployment> &busy = {}) const
    {
        return evaluatePower(build, m_catalog, machineOf(build, m_catalog), busy);
    }
    Catalog m_catalog = sampleParts();
};

namespace {

/// A deployment that runs over the first `devices` of a machine.
struct Workload
{
    LlmModel model;
    ResolvedDeployment deployment;
    MemoryPlan plan;
    std::vector<BusyDeployment> busy() const { return {{&deployment, &plan}}; }

    Workload(int devices, SplitMode split, int concurrency)
    {
        deployment.model = &model;
        deployment.settings.concurrency = concurrency;
        plan.verdict = FitVerdict::Fits;
        plan.split = split;
        plan.tensorWays = split == SplitMode::Tensor ? devices : 1;
        plan.pipelineWays = split == SplitMode::Layer || split == SplitMode::Pipeline ? devices : 1;
        for (int i = 0; i < devices; ++i) {
            plan.devices.push_back(std::size_t(i));
            MemoryUse use;
            use.weights = bytesFromGB(10);
            plan.use.push_back(use);
        }
    }
    Workload(const Workload &) = delete;
};

double ofFirstCards(const PowerResult &power, PowerState state, int cards)
{
    return power.of(state).gpu.base() / cards;
}

} // namespace

void TestPower::layerSplitWorksOneCardAtATime_data()
{
    QTest::addColumn<QString>("card");
    QTest::addColumn<double>("idle");
    QTest::addColumn<double>("each");
    // idle + (fraction * TDP - idle) / N
    QTest::newRow("two 3090 with 26 W idle: 153 W each") << QStringLiteral("rtx-3090") << 26.0 << 153.0;
    QTest::newRow("two 5090 with 30 W idle: 216 W each") << QStringLiteral("rtx-5090") << 30.0 << 216.0;
}

void TestPower::layerSplitWorksOneCardAtATime()
{
    QFETCH(QString, card);
    QFETCH(double, idle);
    QFETCH(double, each);
    Catalog catalog = m_catalog;
    Gpu gpu = *catalog.gpus.find(card);
    gpu.idle = Watts(idle);
    catalog.gpus = Table<Gpu>({gpu});
    const Build build = server().card(qPrintable(card), 0).card(qPrintable(card), 4).supply("asrock-pg-1600g", 0);
    const Workload work(2, SplitMode::Layer, 1);
    const PowerResult power = evaluatePower(build, catalog, machineOf(build, catalog), work.busy());
    QVERIFY(qAbs(ofFirstCards(power, PowerState::Decode, 2) - each) < 0.5);
    QCOMPARE(power.of(PowerState::Prefill).gpu, gpu.tdp * 2);
}

void TestPower::phases_data()
{
    QTest::addColumn<QString>("card");
    QTest::addColumn<int>("split");
    QTest::addColumn<int>("concurrency");
    QTest::addColumn<double>("limit");
    QTest::addColumn<double>("each");
    const auto row = [](const char *name, const char *card, SplitMode split, int concurrency, double limit,
                        double each) {
        QTest::newRow(name) << QString::fromUtf8(card) << int(split) << concurrency << limit << each;
    };
    row("GDDR card of 350 W, one request: 80 %", "rtx-3090", SplitMode::Single, 1, 0, 280);
    row("the same with eight requests: 90 %", "rtx-3090", SplitMode::Single, 8, 0, 315);
    row("the same with a hundred: 95 %", "rtx-3090", SplitMode::Single, 100, 0, 332.5);
    row("capped at 250 W it draws no more than that", "rtx-3090", SplitMode::Single, 1, 250, 250);
    row("a cap above what the phase draws does nothing", "rtx-3090", SplitMode::Single, 1, 300, 280);
    row("GDDR card of 450 W, one request: 70 %", "rtx-4090", SplitMode::Single, 1, 0, 315);
    row("HBM card, one request: 40 %", "a100-pcie-80gb", SplitMode::Single, 1, 0, 120);
    row("tensor parallel waits for its partner", "rtx-3090", SplitMode::Tensor, 1, 0, 18 + (280 - 18) * 0.9);
}

void TestPower::phases()
{
    QFETCH(QString, card);
    QFETCH(int, split);
    QFETCH(int, concurrency);
    QFETCH(double, limit);
    QFETCH(double, each);
    const int cards = SplitMode(split) == SplitMode::Tensor ? 2 : 1;
    BuildMaker maker = server();
    for (int i = 0; i < cards; ++i) {
        maker.card(qPrintable(card), 4 * i);
        if (limit > 0)
            maker.last().powerLimit = Watts(limit);
    }
    const Workload work(cards, SplitMode(split), concurrency);
    QVERIFY(qAbs(ofFirstCards(powerOf(maker, work.busy()), PowerState::Decode, cards) - each) < 1e-9);
}

void TestPower::offloadedLayersKeepTheCpuBusy()
{
    Workload work(1, SplitMode::Single, 1);
    work.plan.host.weights = bytesFromGB(10);
    const Build build = server().card("rtx-3090", 0);
    const PowerResult power = powerOf(build, work.busy());
    // 10 GB at 204.8 GB/s on the CPU, 10 GB at 936 GB/s on the card
    const double host = (10 / 204.8) / (10 / 204.8 + 10 / 936.0);
    QVERIFY(qAbs(power.of(PowerState::Decode).gpu.base() - (18 + (280 - 18) * (1 - host))) < 1e-6);
    QVERIFY(qAbs(power.of(PowerState::Decode).cpu.base() - (110 * (1 - host) + 155 * host)) < 1e-6);
    QCOMPARE(power.of(PowerState::Sizing).cpu, Watts(155));
    QCOMPARE(power.of(PowerState::Idle).cpu, Watts(55));
}

void TestPower::memoryModules_data()
{
    QTest::addColumn<int>("modules");
    QTest::addColumn<double>("watts");
    // CodeCarbon's methodology: 5 W, from the 5th module on 90 %, the 9th 80 %, the 17th 70 %
    QTest::newRow("none") << 0 << 0.0;
    QTest::newRow("one module counts at least 10 W") << 1 << 10.0;
    QTest::newRow("four modules") << 4 << 20.0;
    QTest::newRow("eight modules of a workstation") << 8 << 38.0;
    QTest::newRow("sixteen modules") << 16 << 70.0;
    QTest::newRow("32 modules of a DGX") << 32 << 126.0;
}

void TestPower::memoryModules()
{
    QFETCH(int, modules);
    QFETCH(double, watts);
    QCOMPARE(memoryPower(modules, Watts(5)).base(), watts);
}

void TestPower::cardsSpreadOverSupplies()
{
    // Seven 4090 on four 1000 W units: two cards on three of them, one and the board on the first
    Catalog catalog = m_catalog;
    Enclosure frame = *catalog.enclosures.find(QStringLiteral("mining-frame-8gpu"));
    frame.psuBays = 4;
    catalog.enclosures = Table<Enclosure>({frame});
    BuildMaker maker = server("mining-frame-8gpu");
    for (int i = 0; i < 7; ++i)
        maker.card("rtx-4090", i);
    for (int i = 0; i < 4; ++i)
        maker.supply("corsair-rm1000x", i);
    maker.circuit("us-240-30");
    const PowerResult power = evaluatePower(maker, catalog, machineOf(maker, catalog), {});
    QCOMPARE(power.psus.size(), std::size_t(4));
    QCOMPARE(power.psus[0].feeds.size(), std::size_t(1));
    for (int i = 1; i < 4; ++i) {
        QCOMPARE(power.psus[std::size_t(i)].feeds.size(), std::size_t(2));
        QCOMPARE(power.psus[std::size_t(i)].share(), 0.9);
    }
    QVERIFY(power.psus[0].load > Watts(450 + 155));
}

void TestPower::chosenSuppliesAndCircuitsHold()
{
    BuildMaker maker = server();
    maker.supply("corsair-rm1000x", 0).supply("corsair-rm1000x", 1);
    const ItemId second = maker.last().id;
    maker.last().circuit = 0;
    maker.card("rtx-3090", 0);
    maker.last().psu = second;
    maker.card("rtx-3090", 4);
    maker.last().psu = second;
    maker.circuit("us-120-15").circuit("us-120-20");
    const PowerResult power = powerOf(maker);
    QCOMPARE(power.psus[1].feeds.size(), std::size_t(2));
    QCOMPARE(power.psus[1].load, Watts(700));
    QCOMPARE(power.psus[1].circuit, 0);
    QCOMPARE(power.psus[0].circuit, 1);
}

void TestPower::suppliesSpreadOverCircuits()
{
    BuildMaker maker = server();
    maker.supply("corsair-rm1000x", 0).supply("corsair-rm1000x", 1).card("rtx-3090", 0).card("rtx-3090", 4);
    maker.circuit("us-120-15", 1000).circuit("us-120-20");
    const PowerResult power = powerOf(maker);
    QCOMPARE(power.circuits.size(), std::size_t(2));
    QVERIFY(power.psus[0].circuit == 1 || power.psus[1].circuit == 1);
    const Watts together = power.circuits[0].rig + power.circuits[1].rig;
    QVERIFY(qAbs(together / power.of(PowerState::Sizing).wall.value - 1) < 1e-9);
    QCOMPARE(power.circuits[0].other, Watts(1000));
    QCOMPARE(power.circuits[1].limit, Watts(1920));
    QCOMPARE(power.circuits[1].continuous, Amperes(16));
    QCOMPARE(power.circuits[1].label, QStringLiteral("Circuit 2 · 120 V 20 A"));
}

void TestPower::lowLine()
{
    const Build at120 = desktop().card("rtx-3090", 0).supply("corsair-ax1600i", 0).circuit("us-120-20");
    QCOMPARE(powerOf(at120).psus[0].rating, Watts(1300));
    QCOMPARE(powerOf(at120).psus[0].label, Watts(1600));
    const Build at240 = desktop().card("rtx-3090", 0).supply("corsair-ax1600i", 0).circuit("us-240-20");
    QCOMPARE(powerOf(at240).psus[0].rating, Watts(1600));
    QVERIFY(powerOf(at240).psus[0].efficiency > powerOf(at120).psus[0].efficiency);
    // A unit for 230 V only takes the 240 V circuit even where it is the fuller one
    const Build both =
        server().supply("cannon-pro-2000", 0).card("rtx-3090", 0).circuit("us-120-20").circuit("us-240-20", 2000);
    QCOMPARE(powerOf(both).psus[0].circuit, 1);
    const Build none = server().supply("cannon-pro-2000", 0).card("rtx-3090", 0).circuit("us-120-20");
    QCOMPARE(powerOf(none).psus[0].rating, Watts(0));
}

void TestPower::plugs()
{
    const auto first = [&](const char *card) {
        return powerOf(desktop().card(card, 0).supply("corsair-rm1000x", 0)).psus[0];
    };
    QCOMPARE(first("rtx-3090").eightPinNeeded, 2); // 12-pin with its adapter: ceil((350 - 75) / 150)
    QCOMPARE(first("rtx-4090").sixteenPinNeeded, 1);
    QCOMPARE(first("rx-7900-xtx").eightPinNeeded, 2);
    QCOMPARE(first("rtx-a6000").eightPinNeeded, 2); // EPS plug fed by a 2x 8-pin adapter
    QCOMPARE(first("rtx-4090").eightPinPresent, 6);
    QCOMPARE(first("rtx-4090").sixteenPinPresent, 1);
}

void TestPower::excursions()
{
    const Gpu &gpu = *m_catalog.gpus.find(QStringLiteral("rtx-5090"));
    const std::vector<FedCard> two(2, {&gpu, gpu.tdp});
    // 2x 5090 and 250 W on an ATX 3 1600 W unit: 2,052 of 2,880 W, 1,726 of 2,560 W, 1,568 of 1,920 W
    const auto atx3 =
        worstExcursion(*m_catalog.powerSupplies.find(QStringLiteral("asrock-pg-1600g")), two, Watts(250), m_catalog);
    QVERIFY(atx3 && atx3->passes());
    QCOMPARE(atx3->window.base(), 0.1);
    QVERIFY(qAbs(atx3->peak.base() - 1568) < 1);
    QCOMPARE(atx3->tolerated, Watts(1920));
    // The same on an ATX 2 unit with a 119 % trip: 2,052 W against 1,904 W
    PowerSupply older = *m_catalog.powerSupplies.find(QStringLiteral("corsair-ax1600i"));
    older.sixteenPin = 1;
    const auto atx2 = worstExcursion(older, two, Watts(250), m_catalog);
    QVERIFY(atx2 && !atx2->passes());
    QVERIFY(qAbs(atx2->peak.base() - 2052) < 1);
    QVERIFY(qAbs(atx2->tolerated.base() - 1904) < 1);
    QVERIFY(!worstExcursion(older, {}, Watts(250), m_catalog));
}

void TestPower::wholeMachines()
{
    BuildMaker maker;
    maker.edit() = withWholeMachine(Build(), m_catalog, {PartKind::Prebuilt, QStringLiteral("dgx-h100")});
    maker.circuit("us-240-60");
    const PowerResult power = powerOf(maker);
    QVERIFY(qAbs(power.of(PowerState::Sizing).wall.value.base() - 10200) < 1); // nameplate
    QCOMPARE(power.of(PowerState::Sizing).gpu, Watts(5600));
    QCOMPARE(power.psus.size(), std::size_t(6));
    // Typical 6.5 to 8.5 kW (supercluster.blog)
    QVERIFY(qAbs(power.of(PowerState::Prefill).wall.value.base() - 8000) < 10);
    QVERIFY(power.of(PowerState::Decode).wall.value < Watts(8000));
    QVERIFY(power.of(PowerState::Idle).wall.value > Watts(1000));
    const Watts sum = power.circuits[0].rig;
    QVERIFY(qAbs(sum.base() - 10200) < 1);
}

void TestPower::unifiedMemory()
{
    const Build mac = BuildMaker().host(PartKind::UnifiedSystem, "apple-m3-ultra").circuit("us-120-15");
    const PowerResult power = powerOf(mac);
    QCOMPARE(power.of(PowerState::Idle).wall.value, Watts(9));
    QCOMPARE(power.of(PowerState::Decode).wall.value, Watts(162)); // 60 % of 270 W
    QCOMPARE(power.of(PowerState::Sizing).wall.value, Watts(270));
    QCOMPARE(power.circuits[0].rig, Watts(270));
    const Build pair = BuildMaker().host(PartKind::Prebuilt, "dgx-spark-x2").circuit("us-120-15");
    QCOMPARE(powerOf(pair).of(PowerState::Sizing).wall.value, Watts(480));
    QCOMPARE(powerOf(pair).of(PowerState::Idle).wall.value, Watts(70));
}

void TestPower::noise()
{
    // Four blowers of 48 dB(A): 54.0 dB(A)
    BuildMaker maker = server();
    for (int slot = 0; slot < 4; ++slot)
        maker.card("rtx-a6000", 2 * slot == 6 ? 6 : 2 * slot);
    QVERIFY(qAbs(powerOf(maker).noise.value.base() - 54.0) < 0.05);
    maker.edit().items.clear();
    QCOMPARE(powerOf(maker).noise.value.base(), 0.0);
}

void TestPower::withoutASupplyTheWallIsStillEstimated()
{
    const PowerResult power = powerOf(desktop().card("rtx-3090", 0).circuit("us-120-15"));
    QVERIFY(power.psus.empty());
    const StatePower &sizing = power.of(PowerState::Sizing);
    QVERIFY(qAbs(sizing.dc.value / sizing.wall.value - 0.90) < 1e-9);
    QCOMPARE(power.circuits[0].rig, sizing.wall.value);
}

void TestPower::everyFigureIsItsFormula()
{
    BuildMaker machine;
    machine.edit() = withWholeMachine(Build(), m_catalog, {PartKind::Prebuilt, QStringLiteral("tinybox-green-v1")});
    machine.circuit("us-120-20").circuit("us-120-20");
    const Build builds[] = {server()
                                .card("rtx-3090", 0)
                                .card("rtx-3090", 4)
                                .supply("asrock-pg-1600g", 0)
                                .put(PartKind::Fan, "arctic-p12-5", Place::FanMount, 0)
                                .circuit("us-120-20"),
                            machine, BuildMaker().host(PartKind::UnifiedSystem, "apple-m3-ultra").circuit("us-120-15")};
    const auto check = [](const auto &estimate) {
        const auto value = evaluateFormula(estimate.trace);
        return value && qAbs(*value - estimate.value.base()) <= 1e-9 * (1 + qAbs(*value));
    };
    for (const Build &build : builds) {
        const PowerResult power = powerOf(build);
        for (const StatePower &state : power.states) {
            QVERIFY(check(state.dc));
            QVERIFY(check(state.wall));
            QVERIFY(state.wall.low < state.wall.value && state.wall.value < state.wall.high);
        }
        QVERIFY(check(power.active));
        QVERIFY(check(power.heat));
        QVERIFY(check(power.airflow));
        QVERIFY(power.noise.value.base() == 0 || check(power.noise));
    }
}

QTEST_GUILESS_MAIN(TestPower)
#include "tst_power.moc"
