// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/whole_machine.h"
#include "core/evaluation/evaluation.h"
#include "tests/support/sample_parts.h"

#include <QTest>

#include <algorithm>

using namespace rigwright;
using namespace rigwright::test;

/// What a build is warned of, and whether the offered fix settles it.
class TestFindings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void found_data();
    void found();
    void soundBuilds_data();
    void soundBuilds();
    void noFixesWhileDragging();

private:
    Catalog m_catalog = sampleParts();
};

namespace {

const Finding *findingOf(const Evaluation &evaluation, const QString &id)
{
    const auto it = std::ranges::find(evaluation.findings, id, &Finding::id);
    return it == evaluation.findings.end() ? nullptr : &*it;
}

Build dgx(const char *circuit)
{
    const Catalog catalog = sampleParts();
    Build build = withWholeMachine(Build(), catalog, {PartKind::Prebuilt, QStringLiteral("dgx-h100")});
    build.site.circuits.push_back({QString::fromUtf8(circuit), {}, Watts(0)});
    return build;
}

} // namespace

void TestFindings::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void TestFindings::found_data()
{
    QTest::addColumn<Build>("build");
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("severity");
    QTest::addColumn<QString>("text"); // a part of it
    QTest::addColumn<QString>("fix");  // a part of its label; empty = none
    const auto row = [](const char *name, const Build &build, const char *id, Severity severity, const char *text,
                        const char *fix = "") {
        QTest::newRow(name) << build << QString::fromUtf8(id) << int(severity) << QString::fromUtf8(text)
                            << QString::fromUtf8(fix);
    };
    using enum Severity;

    row("a card without anything", BuildMaker().card("rtx-3090", 0), "parts.no-board", Error, "No motherboard");
    row("no CPU", BuildMaker().host(PartKind::Motherboard, "asrock-romed8-2t"), "parts.no-cpu", Error, "No CPU");
    row("no memory", BuildMaker().host(PartKind::Motherboard, "asrock-romed8-2t"), "parts.no-memory", Error, "memory");
    row("no supply says how much is needed", desktop().card("rtx-3090", 0), "power.no-supply", Error, "W of DC power");
    row("a card too long for the case it is in",
        desktop("asus-proart-x870e-creator", "sliger-cx4712").card("rtx-3090", 0), "fit.impossible", Error,
        "clearance 310");
    row("two cards over one another", server().card("rtx-3090", 0).card("rtx-3090", 1), "fit.impossible", Error,
        "3 slots wide, 1 free");
    row("open-air cards that touch", server().card("rtx-3090", 0).card("rtx-3090", 3), "fit.touching", Warning,
        "free slot");
    row("a passive card in a tower", desktop().card("a100-pcie-80gb", 0), "heat.passive-card", Warning, "27");
    row("five fans do not move a kilowatt's heat",
        server()
            .card("rtx-5090", 0)
            .card("rtx-5090", 4)
            .supply("asrock-pg-1600g", 0)
            .put(PartKind::Fan, "arctic-p12-5", Place::FanMount, 0)
            .circuit("us-240-20"),
        "heat.airflow", Warning, "150");
    row("a kilowatt in a closed room", server().card("rtx-5090", 0).card("rtx-5090", 4).supply("asrock-pg-1600g", 0),
        "heat.room", Advice, "BTU/h");
    row("a second 3090 on an x4 slot", desktop("gigabyte-x870e-aorus-master").card("rtx-3090", 0).card("rtx-3090", 1),
        "link.narrow", Advice, "PCIe 4.0 x4");
    row("two modules on eight channels",
        BuildMaker()
            .host(PartKind::Motherboard, "asrock-romed8-2t")
            .put(PartKind::Cpu, "epyc-7302p", Place::CpuSocket, 0)
            .put(PartKind::MemoryKit, "ddr4-rdimm-128-4x32", Place::MemoryBank, 0),
        "memory.channels", Advice, "4 modules on 8 channels");
    row("three 3090 with a bridge",
        server("mining-frame-8gpu")
            .card("rtx-3090", 0)
            .card("rtx-3090", 1)
            .card("rtx-3090", 2)
            .put(PartKind::NvlinkBridge, "nvlink-geforce-3090-4slot", Place::Bridge, 0)
            .joins({6, 7}),
        "nvlink.pairs", Advice, "pairs only");
    row("an NVIDIA and an AMD card", server().card("rtx-3090", 0).card("rx-7900-xtx", 4), "cards.vendors", Warning,
        "Vulkan");

    row("two 5090 on 1000 W: overloaded, a larger supply is offered",
        server().card("rtx-5090", 0).card("rtx-5090", 4).supply("corsair-rm1000x", 0).circuit("us-240-20"),
        "power.psu-overloaded", Error, "% of its 1000 W", "");
    row("one 5090 on 1000 W is above 80 %: a cap is offered",
        server().card("rtx-5090", 0).supply("corsair-rm1000x", 0).circuit("us-240-20"), "power.psu-high", Warning,
        "80 %", "Cap its GPUs at");
    row("two 4090 on 1200 W: too much for a cap, the next supply up",
        server().card("rtx-4090", 0).card("rtx-4090", 4).supply("corsair-hx1200i", 0).circuit("us-240-20"),
        "power.psu-high", Warning, "of its 1200 W", "Cap its GPUs at");
    row("a 4090 on a supply for two 8-pin leads",
        server().card("rtx-4090", 0).card("rtx-4090", 4).supply("corsair-ax1600i", 0).circuit("us-240-20"),
        "power.adapters", Warning, "adapter");
    row("four 4090 on one 1600 W unit lack plugs",
        server("mining-frame-8gpu")
            .card("rtx-4090", 0)
            .card("rtx-4090", 1)
            .card("rtx-4090", 2)
            .card("rtx-4090", 3)
            .supply("asrock-pg-1600g", 0)
            .supply("corsair-rm1000x", 1)
            .circuit("us-240-20"),
        "power.start-together", Advice, "2 supplies must start together");
    row("six cards on one supply need more plugs than it has",
        server("mining-frame-8gpu")
            .card("rtx-3090", 0)
            .card("rtx-3090", 1)
            .card("rtx-3090", 2)
            .card("rtx-3090", 3)
            .card("rtx-3090", 4)
            .supply("asrock-pg-1600g", 0)
            .circuit("us-240-30"),
        "power.connectors", Error, "10 8-pin plugs, it has 8");
    row("a 230 V unit on a 120 V circuit",
        server().card("rtx-3090", 0).supply("cannon-pro-2000", 0).circuit("us-120-20"), "power.needs-high-line", Error,
        "200 to 240 V");
    row("a unit that is derated at 120 V",
        server().card("rtx-3090", 0).supply("corsair-ax1600i", 0).circuit("us-120-20"), "power.low-line", Advice,
        "1300 W of its 1600 W");
    row("two 5090 on an older unit can trip it",
        server().card("rtx-5090", 0).card("rtx-5090", 4).supply("corsair-ax1600i", 0).circuit("us-240-20"),
        "power.excursion", Warning, "ATX 3");
    row("four cards in slots",
        server("mining-frame-8gpu").card("rtx-a6000", 0).card("rtx-a6000", 1).card("rtx-a6000", 2).card("rtx-a6000", 3),
        "power.slots", Advice, "4 cards can draw 264 W");

    row(
        "two supplies on one circuit beside a freezer: one moves to the other",
        [] {
            BuildMaker maker = server();
            maker.card("rtx-3090", 0).card("rtx-3090", 4).supply("corsair-rm1000x", 0);
            maker.last().circuit = 0;
            maker.supply("corsair-rm1000x", 1);
            maker.last().circuit = 0;
            return Build(maker.circuit("us-120-20", 900).circuit("us-120-20"));
        }(),
        "power.circuit-over", Error, "three hours", "Move PSU 2 to Circuit 2");
    row("over the breaker it trips",
        server().card("rtx-3090", 0).card("rtx-3090", 4).supply("asrock-pg-1600g", 0).circuit("us-120-15", 900),
        "power.circuit-trips", Error, "trips");
    row("just over the continuous limit a cap helps",
        server().card("rtx-3090", 0).card("rtx-3090", 4).supply("asrock-pg-1600g", 0).circuit("us-120-15", 400),
        "power.circuit-over", Error, "of the 1440 W", "Cap its GPUs at");
    row("close to the limit",
        server().card("rtx-3090", 0).card("rtx-3090", 4).supply("asrock-pg-1600g", 0).circuit("us-120-15", 200),
        "power.circuit-comfort", Advice, "allowed, but close");
    row("a DGX at home", dgx("us-240-60"), "power.panel", Advice, "of a 100 A service");
    row("a DGX on 120 V", dgx("us-120-20"), "power.needs-high-line", Error, "120 V");
    row("a DGX without its modules", BuildMaker().host(PartKind::Prebuilt, "dgx-h100").circuit("us-240-60"),
        "machine.no-cards", Warning, "8 × H100 SXM5", "Place its 8 × H100 SXM5");
}

void TestFindings::found()
{
    QFETCH(Build, build);
    QFETCH(QString, id);
    QFETCH(int, severity);
    QFETCH(QString, text);
    QFETCH(QString, fix);
    const Evaluation evaluation = evaluate(build, m_catalog);
    const Finding *finding = findingOf(evaluation, id);
    QStringList present;
    for (const Finding &other : evaluation.findings)
        present.push_back(other.id);
    QVERIFY2(finding, qPrintable(present.join(u' ')));
    QCOMPARE(int(finding->severity), severity);
    const QString plain = QString(finding->text).replace(QChar(0x00A0), u' ');
    QVERIFY2(plain.contains(text), qPrintable(plain));
    QVERIFY(!finding->subject.isEmpty());
    for (const ItemId item : finding->items)
        QVERIFY(build.find(item));
    if (fix.isEmpty())
        return;
    QVERIFY(finding->fix);
    QVERIFY2(finding->fix->label.contains(fix), qPrintable(finding->fix->label));
    const Evaluation settled = evaluate(finding->fix->result, m_catalog);
    const Finding *left = findingOf(settled, id);
    QVERIFY2(!left, left ? qPrintable(left->text) : "");
}

void TestFindings::soundBuilds_data()
{
    QTest::addColumn<Build>("build");
    QTest::newRow("one 3090 on 1000 W and 20 A")
        << Build(desktop().card("rtx-3090", 0).supply("corsair-rm1000x", 0).circuit("us-120-20"));
    QTest::newRow("two A6000 on 1200 W") << Build(
        server().card("rtx-a6000", 0).card("rtx-a6000", 4).supply("corsair-hx1200i", 0).circuit("us-120-20"));
    QTest::newRow("a Mac Studio") << Build(
        BuildMaker().host(PartKind::UnifiedSystem, "apple-m3-ultra").circuit("us-120-15"));
    QTest::newRow("a DGX H100 on 60 A") << dgx("us-240-60");
    QTest::newRow("an empty build") << Build();
}

void TestFindings::soundBuilds()
{
    QFETCH(Build, build);
    const Evaluation evaluation = evaluate(build, m_catalog);
    for (const Finding &finding : evaluation.findings)
        QVERIFY2(finding.severity == Severity::Advice, qPrintable(finding.id + u' ' + finding.text));
    QVERIFY(!evaluation.hasErrors());
}

void TestFindings::noFixesWhileDragging()
{
    const Build build = server().card("rtx-5090", 0).supply("corsair-rm1000x", 0).circuit("us-240-20");
    EvaluateOptions options;
    options.fixes = false;
    const Evaluation evaluation = evaluate(build, m_catalog, options);
    const Finding *finding = findingOf(evaluation, QStringLiteral("power.psu-high"));
    QVERIFY(finding && !finding->fix);
}

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
