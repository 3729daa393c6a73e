// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/whole_machine.h"
#include "core/evaluation/machine.h"
#include "tests/support/sample_parts.h"

#include <QTest>

using namespace rigwright;
using namespace rigwright::test;

class TestMachine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void devicesComeInPositionOrder();
    void links_data();
    void links();
    void bridgesJoinTheirPairOnly();
    void hostBandwidth_data();
    void hostBandwidth();
    void unifiedMemory();

private:
    Catalog m_catalog = sampleParts();
};

void TestMachine::devicesComeInPositionOrder()
{
    BuildMaker maker = server();
    maker.card("rtx-a6000", 4);
    maker.last().powerLimit = Watts(150);
    maker.card("rtx-3090", 0);
    const Machine machine = machineOf(maker, m_catalog);
    QCOMPARE(machine.devices.size(), std::size_t(2));
    QCOMPARE(machine.devices[0].name, QStringLiteral("RTX 3090"));
    QCOMPARE(machine.devices[0].label, QStringLiteral("GPU 0"));
    QCOMPARE(machine.devices[0].position, QStringLiteral("Slot 1"));
    QCOMPARE(machine.devices[1].position, QStringLiteral("Slot 5"));
    QCOMPARE(machine.devices[1].powerLimit, 0.5);
    QCOMPARE(machine.devices[0].link, (PcieLink{4, 16}));
}

void TestMachine::links_data()
{
    QTest::addColumn<Build>("build");
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("gbs");
    QTest::addColumn<double>("efficiency");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *name, const Build &build, InterconnectKind kind, double gbs, double efficiency,
                        const char *link) {
        QTest::newRow(name) << build << int(kind) << gbs << efficiency << QString::fromUtf8(link);
    };
    using enum InterconnectKind;
    const Catalog catalog = sampleParts();
    const auto machine = [&](const char *id) {
        return withWholeMachine(Build(), catalog, {PartKind::Prebuilt, QString::fromUtf8(id)});
    };

    row("two A6000 write to each other over PCIe", server().card("rtx-a6000", 0).card("rtx-a6000", 4), Pcie, 31.5, .78,
        "PCIe 4.0 x16");
    row("two 4090 go through system memory", server().card("rtx-4090", 0).card("rtx-4090", 4), PcieNoPeer, 31.5, .4,
        "PCIe 4.0 x16");
    row("two 3090 without a bridge too", server().card("rtx-3090", 0).card("rtx-3090", 4), PcieNoPeer, 31.5, .4,
        "PCIe 4.0 x16");
    row("a bridge joins them at 56 GB/s per direction",
        server()
            .card("rtx-3090", 0)
            .card("rtx-3090", 4)
            .put(PartKind::NvlinkBridge, "nvlink-geforce-3090-4slot", Place::Bridge, 0),
        Nvlink, 56.25, .9, "NVLink 3 bridge");
    row("two 7900 XTX on shared desktop lanes", desktop().card("rx-7900-xtx", 0).card("rx-7900-xtx", 1), Pcie, 15.75,
        .8, "PCIe 4.0 x8");
    row("tinybox ships a driver with peer access", machine("tinybox-green-v1"), Pcie, 31.5, .78, "PCIe 4.0 x16");
    row("a DGX has NVSwitch", machine("dgx-h100"), NvSwitch, 450, .88, "NVSwitch gen 3");
    row("two DGX Spark talk over 200 Gb/s", BuildMaker().host(PartKind::Prebuilt, "dgx-spark-x2"), Network, 25, .92,
        "Ethernet 200 Gb/s");
}

void TestMachine::links()
{
    QFETCH(Build, build);
    QFETCH(int, kind);
    QFETCH(double, gbs);
    QFETCH(double, efficiency);
    QFETCH(QString, name);
    const Machine machine = machineOf(build, m_catalog);
    QVERIFY(machine.devices.size() >= 2);
    QCOMPARE(machine.links.size(), machine.devices.size() * machine.devices.size());
    const PeerLink &link = machine.link(0, 1);
    QCOMPARE(int(link.kind), kind);
    QVERIFY(qAbs(toGBPerSecond(link.perDirection) - gbs) < 0.02);
    QCOMPARE(link.efficiency, efficiency);
    QCOMPARE(link.name, name);
    QCOMPARE(machine.link(1, 0).perDirection, link.perDirection);
}

void TestMachine::bridgesJoinTheirPairOnly()
{
    BuildMaker maker = server("mining-frame-8gpu");
    for (int i = 0; i < 4; ++i)
        maker.card("rtx-3090", i); // items 6 to 9
    maker.put(PartKind::NvlinkBridge, "nvlink-geforce-3090-4slot", Place::Bridge, 0).joins({6, 7});
    maker.put(PartKind::NvlinkBridge, "nvlink-geforce-3090-4slot", Place::Bridge, 1).joins({8, 9});
    const Machine machine = machineOf(maker, m_catalog);
    QCOMPARE(machine.link(0, 1).kind, InterconnectKind::Nvlink);
    QCOMPARE(machine.link(3, 2).kind, InterconnectKind::Nvlink);
    QCOMPARE(machine.link(1, 2).kind, InterconnectKind::PcieNoPeer);
}

void TestMachine::hostBandwidth_data()
{
    QTest::addColumn<Build>("build");
    QTest::addColumn<double>("gbs");
    QTest::newRow("8 modules of DDR4-3200 on an EPYC: 204.8") << Build(server()) << 204.8;
    QTest::newRow("two of DDR5-5600 on AM5: 89.6") << Build(desktop()) << 89.6;
    QTest::newRow("four of DDR5-5200 run at 5200 on two channels: 83.2")
        << Build(BuildMaker()
                     .host(PartKind::Motherboard, "asus-proart-x870e-creator")
                     .put(PartKind::Cpu, "ryzen-9-9950x", Place::CpuSocket, 0)
                     .put(PartKind::MemoryKit, "ddr5-128-4x32", Place::MemoryBank, 0))
        << 83.2;
    QTest::newRow("four modules on eight channels: half")
        << Build(BuildMaker()
                     .host(PartKind::Motherboard, "asrock-romed8-2t")
                     .put(PartKind::Cpu, "epyc-7302p", Place::CpuSocket, 0)
                     .put(PartKind::MemoryKit, "ddr4-rdimm-128-4x32", Place::MemoryBank, 0))
        << 102.4;
    QTest::newRow("no memory") << Build(BuildMaker()
                                            .host(PartKind::Motherboard, "asrock-romed8-2t")
                                            .put(PartKind::Cpu, "epyc-7302p", Place::CpuSocket, 0))
                               << 0.0;
}

void TestMachine::hostBandwidth()
{
    QFETCH(Build, build);
    QFETCH(double, gbs);
    QVERIFY(qAbs(toGBPerSecond(machineOf(build, m_catalog).host.bandwidth) - gbs) < 1e-9);
}

void TestMachine::unifiedMemory()
{
    BuildMaker maker;
    maker.host(PartKind::UnifiedSystem, "apple-m3-ultra");
    maker.last().variant = 1;
    const Machine machine = machineOf(maker, m_catalog);
    QCOMPARE(machine.devices.size(), std::size_t(1));
    QCOMPARE(machine.devices[0].memory, bytesFromGiB(256 * 0.75)); // macOS leaves the GPU three quarters
    QCOMPARE(machine.devices[0].family, QStringLiteral("Apple M3"));
    QCOMPARE(machine.host.memory, bytesFromGiB(256 * 0.25));
    const Machine pair = machineOf(BuildMaker().host(PartKind::Prebuilt, "dgx-spark-x2"), m_catalog);
    QCOMPARE(pair.devices.size(), std::size_t(2));
    QCOMPARE(pair.devices[1].label, QStringLiteral("GPU 1"));
    QCOMPARE(pair.devices[1].memory, bytesFromGiB(128 * 0.94));
}

QTEST_GUILESS_MAIN(TestMachine)
#include "tst_machine.moc"
