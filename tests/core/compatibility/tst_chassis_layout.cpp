// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/board_size.h"
#include "core/compatibility/chassis_layout.h"
#include "core/compatibility/pcie.h"
#include "core/compatibility/whole_machine.h"
#include "tests/support/sample_parts.h"

#include <QRectF>
#include <QTest>

using namespace rigwright;
using namespace rigwright::test;

class TestChassisLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingOverlapsOrLeavesTheChassis_data();
    void nothingOverlapsOrLeavesTheChassis();
    void slotsAreOnePitchApart();
    void laneSharing_data();
    void laneSharing();
    void risersTakeTheFastestSlotsFirst();
    void theCpuLimitsGenerationAndLanes();
    void wholeMachines();
    void boardOutlines();
    void linkRates();

private:
    Catalog m_catalog = sampleParts();
};

void TestChassisLayout::nothingOverlapsOrLeavesTheChassis_data()
{
    QTest::addColumn<Build>("build");
    QTest::newRow("tower with a desktop board") << Build(desktop());
    QTest::newRow("large tower with two bays") << Build(server());
    QTest::newRow("rack case") << Build(desktop("asus-proart-x870e-creator", "sliger-cx4712"));
    QTest::newRow("open frame") << Build(server("mining-frame-8gpu"));
    QTest::newRow("server cage") << Build(server("gpu-cage-8"));
    QTest::newRow("case without a board") << Build(BuildMaker().host(PartKind::Enclosure, "fractal-torrent"));
    QTest::newRow("board without a case") << Build(BuildMaker().host(PartKind::Motherboard, "asus-wrx90e-sage-se"));
    QTest::newRow("whole machine") << Build(BuildMaker().host(PartKind::Prebuilt, "tinybox-green-v1"));
}

void TestChassisLayout::nothingOverlapsOrLeavesTheChassis()
{
    QFETCH(Build, build);
    const ChassisLayout layout = chassisLayout(build, m_catalog);
    const QRectF chassis(0, 0, layout.width, layout.height);
    const QRectF board(layout.boardX, layout.boardY, layout.boardWidth, layout.boardHeight);
    QVERIFY(layout.boardWidth == 0 || chassis.contains(board));
    for (std::size_t i = 0; i < layout.bays.size(); ++i) {
        const SupplyBay &bay = layout.bays[i];
        const QRectF area(bay.x, bay.y, bay.maxLength.base() > 0 ? bay.maxLength.base() : 200, kSupplyHeightMm);
        QVERIFY(chassis.contains(area));
        QVERIFY(layout.boardWidth == 0 || !area.intersects(board));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!area.contains(layout.bays[j].x, layout.bays[j].y));
    }
    for (const CardPosition &position : layout.positions) {
        QVERIFY(
            chassis.contains(QRectF(position.x, position.y, std::max(1.0, position.maxLength.base()), kSlotPitchMm)));
        for (const CardPosition &other : layout.positions)
            QVERIFY(&other == &position || qAbs(other.x - position.x) > 100
                    || qAbs(other.y - position.y) > kSlotPitchMm - 0.01);
    }
}

void TestChassisLayout::slotsAreOnePitchApart()
{
    const ChassisLayout layout = chassisLayout(server(), m_catalog);
    QCOMPARE(layout.positions.size(), std::size_t(7));
    QCOMPARE(layout.positions[1].y - layout.positions[0].y, 20.32); // ATX specification 2.2
    QCOMPARE(layout.expansionRows, 11);
    QCOMPARE(layout.positions[6].label, QStringLiteral("Slot 7"));
    QVERIFY(layout.positions[6].y + kSlotPitchMm <= layout.boardY + layout.boardHeight + 1);
    QCOMPARE(layout.memoryBanks, 8);
    QVERIFY(chassisLayout(BuildMaker().host(PartKind::Enclosure, "fractal-torrent"), m_catalog).positions.empty());
    QVERIFY(chassisLayout(Build(), m_catalog).title.isEmpty());
}

void TestChassisLayout::laneSharing_data()
{
    QTest::addColumn<QList<int>>("used");
    QTest::addColumn<QList<int>>("lanes");
    QTest::newRow("an empty board offers x16 to the first card, x8 to a second")
        << QList<int>{} << QList<int>{16, 8, 4};
    QTest::newRow("one card in the first slot has all 16") << QList<int>{0} << QList<int>{16, 8, 4};
    QTest::newRow("two cards share: x8 each") << QList<int>{0, 1} << QList<int>{8, 8, 4};
    QTest::newRow("a card in the second slot leaves x8 for the first") << QList<int>{1} << QList<int>{8, 8, 4};
    QTest::newRow("the chipset slot does not share") << QList<int>{0, 2} << QList<int>{16, 8, 4};
}

void TestChassisLayout::laneSharing()
{
    QFETCH(QList<int>, used);
    QFETCH(QList<int>, lanes);
    BuildMaker maker = desktop();
    for (const int slot : used)
        maker.card("rtx-3090", slot);
    const ChassisLayout layout = chassisLayout(maker, m_catalog);
    for (int slot = 0; slot < lanes.size(); ++slot)
        QCOMPARE(layout.positions[std::size_t(slot)].link.lanes, lanes[slot]);
}

void TestChassisLayout::risersTakeTheFastestSlotsFirst()
{
    const ChassisLayout layout = chassisLayout(
        BuildMaker().host(PartKind::Enclosure, "mining-frame-8gpu").host(PartKind::Motherboard, "asus-wrx90e-sage-se"),
        m_catalog);
    QCOMPARE(layout.positions.size(), std::size_t(8));
    QCOMPARE(layout.positions[5].link, (PcieLink{5, 16})); // slot 7; slot 6 is the only x8
    QCOMPARE(layout.positions[5].boardSlot, 6);
    QCOMPARE(layout.positions[6].link, (PcieLink{5, 8}));
    QCOMPARE(layout.positions[7].boardSlot, -1);
    QCOMPARE(layout.positions[7].link, PcieLink{});
    QVERIFY(layout.positions[0].external);
    QCOMPARE(layout.positions[1].y - layout.positions[0].y, 75.0);
}

void TestChassisLayout::theCpuLimitsGenerationAndLanes()
{
    Catalog catalog = m_catalog;
    Cpu small = *catalog.cpus.find(QStringLiteral("epyc-7302p"));
    small.pcieGeneration = 3;
    small.pcieLanes = 40;
    catalog.cpus = Table<Cpu>({small});
    BuildMaker maker = server();
    maker.card("rtx-a6000", 0).card("rtx-a6000", 2).card("rtx-a6000", 4);
    const ChassisLayout layout = chassisLayout(maker, catalog);
    QCOMPARE(layout.positions[0].link, (PcieLink{3, 16}));
    QCOMPARE(layout.positions[2].link, (PcieLink{3, 16}));
    QCOMPARE(layout.positions[4].link, (PcieLink{3, 8}));
    QCOMPARE(layout.positions[6].link.lanes, 0); // 40 lanes are spent
}

void TestChassisLayout::wholeMachines()
{
    const PartRef dgx{PartKind::Prebuilt, QStringLiteral("dgx-h100")};
    const Build build = withWholeMachine(Build(), m_catalog, dgx);
    QCOMPARE(build.items.size(), std::size_t(9));
    QVERIFY(build.items.back().included);
    const ChassisLayout layout = chassisLayout(build, m_catalog);
    QCOMPARE(layout.positions.size(), std::size_t(8));
    QVERIFY(layout.positions[7].module);
    QCOMPARE(layout.positions[7].label, QStringLiteral("SXM 8"));
    QVERIFY(!layout.closed);

    const ChassisLayout mac = chassisLayout(BuildMaker().host(PartKind::UnifiedSystem, "apple-m3-ultra"), m_catalog);
    QVERIFY(mac.closed);
    QVERIFY(mac.positions.empty());
}

void TestChassisLayout::boardOutlines()
{
    QCOMPARE(boardSize(QStringLiteral("ATX")), (BoardSize{305, 244}));
    QCOMPARE(boardSize(QStringLiteral("SSI-EEB")), (BoardSize{305, 330}));
    QCOMPARE(boardSize(QStringLiteral("SSI-CEB")), (BoardSize{305, 267}));
    QCOMPARE(boardSize(QStringLiteral("Micro-ATX")), (BoardSize{244, 244}));
    QCOMPARE(boardSize(QStringLiteral("Mini-ITX")), (BoardSize{170, 170}));
    QCOMPARE(boardSize(QStringLiteral("E-ATX 280mm")), (BoardSize{305, 280}));
    QCOMPARE(boardFit(QStringLiteral("E-ATX"), {QStringLiteral("E-ATX 280mm"), QStringLiteral("ATX")}),
             BoardFit::CheckStandoffs);
    QCOMPARE(boardFit(QStringLiteral("SSI-EEB"), {QStringLiteral("E-ATX")}), BoardFit::CheckStandoffs);
    QCOMPARE(boardFit(QStringLiteral("Micro-ATX"), {QStringLiteral("ATX")}), BoardFit::Fits);
    QCOMPARE(boardFit(QStringLiteral("ATX"), {QStringLiteral("mATX"), QStringLiteral("ITX")}), BoardFit::TooLarge);
    QCOMPARE(rowsCovered(2.5), 3);
    QCOMPARE(rowsCovered(2), 2);
}

void TestChassisLayout::linkRates()
{
    // PCI-SIG: 31.5 GB/s and 63.0 GB/s per direction
    QVERIFY(qAbs(toGBPerSecond(pcieBandwidth({4, 16})) - 31.51) < 0.01);
    QVERIFY(qAbs(toGBPerSecond(pcieBandwidth({5, 16})) - 63.02) < 0.01);
    QVERIFY(qAbs(toGBPerSecond(pcieBandwidth({3, 4})) - 3.94) < 0.01);
    QCOMPARE(pcieBandwidth({0, 16}).base(), 0.0);
    QCOMPARE(pcieName({4, 16}), QStringLiteral("PCIe 4.0 x16"));
}

QTEST_GUILESS_MAIN(TestChassisLayout)
#include "tst_chassis_layout.moc"
