// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/pcie.h"
#include "core/compatibility/placement_check.h"
#include "tests/support/sample_parts.h"

#include <QTest>

using namespace rigwright;
using namespace rigwright::test;

/// Real parts against the places of real machines: what is refused, and with which words.
class TestPlacement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void placements_data();
    void placements();
    void aCardMovesOverItsOwnPlace();
    void twoCardsSwapWhenBothFit();
    void bestPlaceIsTheFastestFreeSlot();
    void everyPlaceOfAKindIsListed();

private:
    Catalog m_catalog = sampleParts();
};

void TestPlacement::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void TestPlacement::placements_data()
{
    QTest::addColumn<Build>("build");
    QTest::addColumn<PartKind>("kind");
    QTest::addColumn<QString>("part");
    QTest::addColumn<Place>("place");
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<QString>("reason"); // a part of it; empty = no reason at all
    const auto row = [](const char *name, const Build &build, PartKind kind, const char *part, Place place, int index,
                        bool allowed, const char *reason) {
        QTest::newRow(name) << build << kind << QString::fromUtf8(part) << place << index << allowed
                            << QString::fromUtf8(reason);
    };
    using enum PartKind;
    using enum Place;

    row("a 3090 goes into the first slot of a Torrent", desktop(), Gpu, "rtx-3090", ExpansionSlot, 0, true, "");
    row("a second 3090 fits three slots further down", desktop().card("rtx-3090", 0), Gpu, "rtx-3090", ExpansionSlot, 1,
        true, "");
    row("on a board whose second slot is x4 it is allowed with a warning",
        desktop("gigabyte-x870e-aorus-master").card("rtx-3090", 0), Gpu, "rtx-3090", ExpansionSlot, 1, true,
        "Only PCIe 4.0 x4");
    row("a 3-slot card does not fit in the last row of a 7-slot case", desktop(), Gpu, "rtx-3090", ExpansionSlot, 2,
        false, "3 slots wide, 1 free");
    row("a 3-slot card at slot 1 covers slot 2 of a ROMED8", server().card("rtx-3090", 0), Gpu, "rtx-3090",
        ExpansionSlot, 1, false, "Slot 2 is covered by RTX 3090 in Slot 1");
    row("a 3-slot card does not fit above its neighbour", server().card("rtx-3090", 2), Gpu, "rtx-3090", ExpansionSlot,
        0, false, "3 slots wide, 2 free");
    row("the 4th 3-slot card fits in 11 rows only because the last board slot is row 7",
        server().card("rtx-3090", 0).card("rtx-3090", 3), Gpu, "rtx-3090", ExpansionSlot, 6, true, "");
    row("a 2.5-slot card covers three rows", server().card("rx-7900-xtx", 0), Gpu, "rx-7900-xtx", ExpansionSlot, 2,
        false, "covered by RX 7900 XTX");
    row("an occupied slot says what is in it", desktop().card("rtx-3090", 0), Gpu, "rtx-4090", ExpansionSlot, 0, false,
        "Slot 1 holds RTX 3090");
    row("a 313 mm card is refused in 310 mm", desktop("asus-proart-x870e-creator", "sliger-cx4712"), Gpu, "rtx-3090",
        ExpansionSlot, 0, false, "clearance 310");
    row("a passive A100 in a tower is unwise", desktop(), Gpu, "a100-pcie-80gb", ExpansionSlot, 0, true,
        "Passive cooler");
    row("a passive A100 in a server cage is fine", server("gpu-cage-8"), Gpu, "a100-pcie-80gb", ExpansionSlot, 0, true,
        "");
    row("a cage takes no 3-slot card", server("gpu-cage-8"), Gpu, "rtx-3090", ExpansionSlot, 0, false,
        "cage positions take 2");
    row("an SXM module does not go into a PCIe slot", server(), Gpu, "h100-sxm5-80gb", ExpansionSlot, 0, false,
        "needs its carrier board");
    row("an SXM module goes into its DGX", BuildMaker().host(Prebuilt, "dgx-h100"), Gpu, "h100-sxm5-80gb",
        ExpansionSlot, 0, true, "");
    row("a PCIe card does not go into an SXM socket", BuildMaker().host(Prebuilt, "dgx-h100"), Gpu, "rtx-4090",
        ExpansionSlot, 0, false, "socket for modules");
    row("a Mac Studio has no slots", BuildMaker().host(UnifiedSystem, "apple-m3-ultra"), Gpu, "rtx-4090", ExpansionSlot,
        0, false, "has no expansion slots");
    row("without a board there is no slot", BuildMaker().host(Enclosure, "fractal-torrent"), Gpu, "rtx-3090",
        ExpansionSlot, 0, false, "motherboard first");
    row("a frame has as many risers as the board has slots", server("mining-frame-8gpu"), Gpu, "rtx-3090",
        ExpansionSlot, 7, false, "7 slots for risers");
    row("two 3090 side by side on a frame do not share rows", server("mining-frame-8gpu").card("rtx-3090", 0), Gpu,
        "rtx-3090", ExpansionSlot, 1, true, "");
    row("a graphics card is no CPU", desktop(), Gpu, "rtx-3090", CpuSocket, 0, false, "expansion slot");

    row("an SP5 CPU is refused by an SP3 board",
        BuildMaker().host(Enclosure, "phanteks-enthoo-pro-2-server").host(Motherboard, "asrock-romed8-2t"), Cpu,
        "epyc-9124", CpuSocket, 0, false, "Socket SP3, CPU is SP5");
    row("two sockets take two equal CPUs",
        BuildMaker().host(Motherboard, "gigabyte-mz73-lm0").put(Cpu, "epyc-9124", CpuSocket, 0), Cpu, "epyc-9124",
        CpuSocket, 1, true, "");
    row("two sockets do not take different CPUs",
        BuildMaker().host(Motherboard, "gigabyte-mz73-lm0").put(Cpu, "epyc-9124", CpuSocket, 0), Cpu, "epyc-9654",
        CpuSocket, 1, false, "the same CPU");
    row("an E-ATX board is refused by an ATX rack case", BuildMaker().host(Enclosure, "sliger-cx4712"), Motherboard,
        "gigabyte-mz73-lm0", Host, 0, false, "E-ATX board, case takes up to ATX");
    row("an SSI-EEB board fits a case that lists it", BuildMaker().host(Enclosure, "fractal-torrent"), Motherboard,
        "asus-wrx90e-sage-se", Host, 0, true, "");
    row("a second case is refused", desktop(), Enclosure, "fractal-torrent", Host, 0, false, "a case already: Torrent");
    row("a whole machine needs an empty build", desktop(), Prebuilt, "dgx-h100", Host, 0, false, "remove Torrent");

    row("DDR5 RDIMM is refused by a UDIMM board", desktop(), MemoryKit, "ddr5-rdimm-256-8x32", MemoryBank, 1, false,
        "DDR5 RDIMM, board takes DDR5 UDIMM");
    row("DDR4 RDIMM fits a board for RDIMM/LRDIMM", BuildMaker().host(Motherboard, "asrock-romed8-2t"), MemoryKit,
        "ddr4-rdimm-256-8x32", MemoryBank, 0, true, "");
    row("four modules do not fit beside two in four slots", desktop(), MemoryKit, "ddr5-128-4x32", MemoryBank, 1, false,
        "4 modules, 2 slots free");
    row("a 240 mm supply does not fit a 230 mm bay", desktop(), PowerSupply, "cannon-pro-2000", PsuBay, 0, false,
        "bay takes 230");
    row("a taken bay says so", desktop().supply("corsair-rm1000x", 0), PowerSupply, "corsair-hx1200i", PsuBay, 0, false,
        "holds RM1000x");
    row("one bay takes one supply", desktop().supply("corsair-rm1000x", 0), PowerSupply, "corsair-hx1200i", PsuBay, 1,
        false, "bay is taken");
    row("a SATA drive does not go into an M.2 slot", desktop(), Drive, "ssd-870evo-4tb", DriveBay, 1, false,
        "M.2 slot for NVMe");
    row("a SATA drive goes into a tray", desktop(), Drive, "ssd-870evo-4tb", DriveBay, 4, true, "");
    row("five fans on six mounts, then no second pack", desktop().put(Fan, "arctic-p12-5", FanMount, 0), Fan,
        "arctic-p12-5", FanMount, 1, false, "10 fans, the case has 6 mounts");

    // Items 1 to 5 are the server's parts, cards follow
    row("a bridge joins two 3090 four slots apart", server().card("rtx-3090", 0).card("rtx-3090", 4), NvlinkBridge,
        "nvlink-geforce-3090-4slot", Bridge, 0, true, "");
    row("a 4-slot bridge does not reach cards three slots apart", server().card("rtx-3090", 0).card("rtx-3090", 3),
        NvlinkBridge, "nvlink-geforce-3090-4slot", Bridge, 0, false, "spans 4 slots, the cards are 3 apart");
    row("an RTX 4090 has no NVLink", server().card("rtx-4090", 0).card("rtx-4090", 4), NvlinkBridge,
        "nvlink-geforce-3090-4slot", Bridge, 0, false, "RTX 4090 has no NVLink");
    row("a GeForce bridge does not fit an A6000", server().card("rtx-a6000", 0).card("rtx-a6000", 4), NvlinkBridge,
        "nvlink-geforce-3090-4slot", Bridge, 0, false, "does not fit RTX A6000");
    row("a third card cannot join a pair",
        server("mining-frame-8gpu")
            .card("rtx-3090", 0)
            .card("rtx-3090", 1)
            .card("rtx-3090", 2)
            .put(NvlinkBridge, "nvlink-geforce-3090-4slot", Bridge, 0)
            .joins({6, 7}),
        NvlinkBridge, "nvlink-geforce-3090-4slot", Bridge, 1, false, "pairs only");
    row("a bridge needs a second card", server().card("rtx-3090", 0), NvlinkBridge, "nvlink-geforce-3090-4slot", Bridge,
        0, false, "two cards");
}

void TestPlacement::placements()
{
    QFETCH(Build, build);
    QFETCH(PartKind, kind);
    QFETCH(QString, part);
    QFETCH(Place, place);
    QFETCH(int, index);
    QFETCH(bool, allowed);
    QFETCH(QString, reason);
    const PlacementCheck check = checkPlacement(build, m_catalog, {kind, part}, {place, index});
    QVERIFY2(check.allowed == allowed, qPrintable(check.reason));
    if (reason.isEmpty())
        QCOMPARE(check.reason, QString());
    QVERIFY2(check.reason.contains(reason), qPrintable(check.reason));
}

void TestPlacement::aCardMovesOverItsOwnPlace()
{
    const Build build = server().card("rtx-3090", 0);
    const Item &card = build.items.back();
    QVERIFY(checkPlacement(build, m_catalog, card.part, {Place::ExpansionSlot, 1}, card.id).allowed);
}

void TestPlacement::twoCardsSwapWhenBothFit()
{
    // A6000 (2 slots) in row 6 with one row below it covered by the case's end: the 3090 needs three
    const Build build = server("sliger-cx4712").card("rtx-4090", 0).card("rtx-a6000", 5);
    const Item &wide = build.items[build.items.size() - 2];
    const PlacementCheck check = checkPlacement(build, m_catalog, wide.part, {Place::ExpansionSlot, 5}, wide.id);
    QVERIFY(!check.allowed);
    QVERIFY2(check.reason.contains(QLatin1String("3 slots wide, 2 free")), qPrintable(check.reason));
    const Item &narrow = build.items.back();
    QVERIFY(!checkPlacement(build, m_catalog, narrow.part, {Place::ExpansionSlot, 0}, narrow.id).allowed);

    const Build roomy = server().card("rtx-4090", 0).card("rtx-a6000", 5);
    QVERIFY(
        checkPlacement(roomy, m_catalog, wide.part, {Place::ExpansionSlot, 5}, roomy.items[roomy.items.size() - 2].id)
            .allowed);
}

void TestPlacement::bestPlaceIsTheFastestFreeSlot()
{
    const PartRef card{PartKind::Gpu, QStringLiteral("rtx-3090")};
    QCOMPARE(bestPlace(desktop(), m_catalog, card)->index, 0);
    QCOMPARE(bestPlace(desktop().card("rtx-3090", 0), m_catalog, card)->index, 1);
    QVERIFY(!bestPlace(desktop().card("rtx-3090", 0).card("rtx-3090", 1), m_catalog, card));
    QCOMPARE(bestPlace(desktop(), m_catalog, {PartKind::PowerSupply, QStringLiteral("corsair-rm1000x")})->place,
             Place::PsuBay);
}

void TestPlacement::everyPlaceOfAKindIsListed()
{
    const Build build = server().card("rtx-3090", 0).card("rtx-3090", 4);
    QCOMPARE(placesFor(build, m_catalog, PartKind::Gpu).size(), std::size_t(7));
    QCOMPARE(placesFor(build, m_catalog, PartKind::PowerSupply).size(), std::size_t(2));
    QCOMPARE(placesFor(build, m_catalog, PartKind::NvlinkBridge).size(), std::size_t(1));
    QCOMPARE(placesFor(build, m_catalog, PartKind::Enclosure).size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestPlacement)
#include "tst_placement.moc"
