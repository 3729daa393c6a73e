// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/cost.h"
#include "core/power/power.h"
#include "core/power/supply_efficiency.h"
#include "tests/support/sample_parts.h"

#include <QTest>

#include <rapidcheck.h>

using namespace rigwright;
using namespace rigwright::test;

namespace {

/// A random rig on a frame: one to seven cards, one or two supplies, one or two circuits.
BuildMaker randomRig()
{
    static const std::vector<const char *> cards{"rtx-3090", "rtx-4090", "rtx-5090", "rtx-a6000", "rx-7900-xtx"};
    static const std::vector<const char *> supplies{"corsair-rm1000x", "corsair-hx1500i", "asrock-pg-1600g",
                                                    "corsair-ax1600i"};
    static const std::vector<const char *> circuits{"us-120-15", "us-120-20", "us-240-20", "us-240-30", "ch-230-10"};
    BuildMaker maker = server("mining-frame-8gpu");
    const int count = *rc::gen::inRange(1, 8);
    for (int i = 0; i < count; ++i)
        maker.card(*rc::gen::elementOf(cards), i);
    for (int i = 0, n = *rc::gen::inRange(1, 3); i < n; ++i)
        maker.supply(*rc::gen::elementOf(supplies), i);
    for (int i = 0, n = *rc::gen::inRange(1, 3); i < n; ++i)
        maker.circuit(*rc::gen::elementOf(circuits), *rc::gen::inRange(0, 1500));
    return maker;
}

bool close(double a, double b)
{
    return qAbs(a - b) <= 1e-6 * (1 + qAbs(a));
}

} // namespace

class TestPowerProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWallGivesPartsAndLosses();
    void circuitsCarryExactlyTheWall();
    void everyCardHasOneSupply();
    void aLowerLimitNeverDrawsMore();
    void aLowerLoadNeverDrawsMore();
    void moreHoursNeverCostLess();

private:
    PowerResult powerOf(const Build &build) const
    {
        return evaluatePower(build, m_catalog, machineOf(build, m_catalog), {});
    }
    Catalog m_catalog = sampleParts();
};

void TestPowerProperties::theWallGivesPartsAndLosses()
{
    QVERIFY(rc::check("wall = parts + losses, and all of it is heat", [this] {
        const PowerResult power = powerOf(randomRig());
        for (const StatePower &state : power.states) {
            const Watts parts =
                state.gpu + state.cpu + state.board + state.memory + state.drives + state.fans + state.other;
            RC_ASSERT(close(parts.base(), state.dc.value.base()));
            RC_ASSERT(state.wall.value >= state.dc.value);
        }
        Watts wall;
        Watts dc;
        for (const PsuLoad &psu : power.psus) {
            wall += psu.wall;
            dc += psu.load;
        }
        const StatePower &sizing = power.of(PowerState::Sizing);
        RC_ASSERT(close(wall.base(), sizing.wall.value.base()));
        RC_ASSERT(close(dc.base(), sizing.dc.value.base()));
        RC_ASSERT(close(power.heat.value.base(), 3.412142 * sizing.wall.value.base()));
    }));
}

void TestPowerProperties::circuitsCarryExactlyTheWall()
{
    QVERIFY(rc::check("spreading over circuits conserves the total", [this] {
        const PowerResult power = powerOf(randomRig());
        Watts rig;
        Watts active;
        for (const CircuitLoad &circuit : power.circuits) {
            rig += circuit.rig;
            active += circuit.active;
        }
        RC_ASSERT(close(rig.base(), power.of(PowerState::Sizing).wall.value.base()));
        RC_ASSERT(close(active.base(), power.active.value.base()));
    }));
}

void TestPowerProperties::everyCardHasOneSupply()
{
    QVERIFY(rc::check("every card is fed by exactly one supply", [this] {
        const BuildMaker rig = randomRig();
        const Build &build = rig;
        std::size_t fed = 0;
        const PowerResult power = powerOf(build);
        for (const PsuLoad &psu : power.psus)
            fed += psu.feeds.size();
        RC_ASSERT(fed == build.ofKind(PartKind::Gpu).size());
    }));
}

void TestPowerProperties::aLowerLimitNeverDrawsMore()
{
    QVERIFY(rc::check("with the same cabling a lower power limit never raises any power", [this] {
        BuildMaker rig = randomRig();
        rig.edit().site.circuits.resize(1); // automatic cabling may choose another circuit for another load
        const ItemId first = rig.edit().ofKind(PartKind::PowerSupply).front()->id;
        std::erase_if(rig.edit().items,
                      [&](const Item &item) { return item.part.kind == PartKind::PowerSupply && item.id != first; });
        const PowerResult before = powerOf(rig);
        const double share = *rc::gen::inRange(30, 100) / 100.0;
        for (Item &item : rig.edit().items)
            if (item.part.kind == PartKind::Gpu)
                item.powerLimit = m_catalog.gpus.find(item.part.id)->tdp * share;
        const PowerResult after = powerOf(rig);
        for (const PowerState state : kPowerStates) {
            RC_ASSERT(after.of(state).dc.value <= before.of(state).dc.value);
            RC_ASSERT(after.of(state).wall.value <= before.of(state).wall.value);
        }
    }));
}

void TestPowerProperties::aLowerLoadNeverDrawsMore()
{
    QVERIFY(rc::check("wall power rises with the load on every curve", [this] {
        const auto &curve = *rc::gen::elementOf(m_catalog.efficiencyCurves);
        const LossModel model(curve);
        const double a = *rc::gen::inRange(0, 1000);
        const double b = a + *rc::gen::inRange(0, 200);
        RC_ASSERT(model.wall(Watts(a), Watts(1000)) <= model.wall(Watts(b), Watts(1000)));
        RC_ASSERT(model.wall(Watts(a), Watts(1000)) > Watts(a));
    }));
}

void TestPowerProperties::moreHoursNeverCostLess()
{
    QVERIFY(rc::check("more hours never cost less", [this] {
        BuildMaker rig = randomRig();
        Site &site = rig.edit().site;
        site.pricePerKwh = *rc::gen::inRange(0, 100) / 100.0;
        site.activeHoursPerDay = *rc::gen::inRange(0, 20);
        site.idleHoursPerDay = 0;
        const Money before = evaluateCost(rig, m_catalog, powerOf(rig), {}).energyCostPerMonth.value;
        site.activeHoursPerDay += *rc::gen::inRange(0, 4);
        site.idleHoursPerDay += *rc::gen::inRange(0, 4);
        RC_ASSERT(evaluateCost(rig, m_catalog, powerOf(rig), {}).energyCostPerMonth.value >= before);
    }));
}

QTEST_GUILESS_MAIN(TestPowerProperties)
#include "tst_power_properties.moc"
