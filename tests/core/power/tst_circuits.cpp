// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/power/circuits.h"
#include "tests/support/sample_parts.h"

#include <QTest>

using namespace rigwright;
using namespace rigwright::test;

class TestCircuits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void breakers_data();
    void breakers();
    void policies_data();
    void policies();
    void currents();
};

void TestCircuits::breakers_data()
{
    QTest::addColumn<double>("watts");
    QTest::addColumn<double>("volts");
    QTest::addColumn<int>("phases");
    QTest::addColumn<double>("breaker"); // 0 = larger than 200 A
    // NEC 210.20(A): at least 125 % of a continuous load
    QTest::newRow("1x 4090, 669 W at 120 V") << 669.0 << 120.0 << 1 << 15.0;
    QTest::newRow("1,440 W is just right for 15 A") << 1440.0 << 120.0 << 1 << 15.0;
    QTest::newRow("one watt more needs 20 A") << 1441.0 << 120.0 << 1 << 20.0;
    QTest::newRow("4x 4090, 2,258 W at 240 V") << 2258.0 << 240.0 << 1 << 15.0;
    QTest::newRow("8x A100, 5,000 W at 240 V") << 5000.0 << 240.0 << 1 << 30.0;
    QTest::newRow("8x B200 at 14,000 W and 240 V") << 14000.0 << 240.0 << 1 << 80.0;
    QTest::newRow("DGX B200 nameplate at 240 V") << 14300.0 << 240.0 << 1 << 80.0;
    QTest::newRow("DGX B200 nameplate at 208 V") << 14300.0 << 208.0 << 1 << 90.0;
    QTest::newRow("DGX B200 nameplate at 208 V three-phase") << 14300.0 << 208.0 << 3 << 50.0;
    QTest::newRow("a SuperPOD is beyond one breaker") << 457600.0 << 480.0 << 3 << 0.0;
}

void TestCircuits::breakers()
{
    QFETCH(double, watts);
    QFETCH(double, volts);
    QFETCH(int, phases);
    QFETCH(double, breaker);
    const auto found = smallestBreaker(Watts(watts), Volts(volts), phases);
    QCOMPARE(found ? found->base() : 0.0, breaker);
}

void TestCircuits::policies_data()
{
    QTest::addColumn<double>("watts");
    QTest::addColumn<QString>("circuit");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<bool>("comfortable");
    const auto row = [](const char *name, double watts, const char *circuit, bool allowed, bool comfortable) {
        QTest::newRow(name) << watts << QString::fromUtf8(circuit) << allowed << comfortable;
    };
    row("2x 4090 at 1,351 W on 15 A: legal, not comfortable", 1351, "us-120-15", true, false);
    row("2x 4090 at 1,351 W on 20 A: comfortable", 1351, "us-120-20", true, true);
    row("2x 5090 at 1,592 W on 20 A 120 V: legal only", 1592, "us-120-20", true, false);
    row("4x 4090 at 2,371 W on 20 A 240 V is enough", 2371, "us-240-20", true, true);
    row("tinybox green v2 at 3,500 W on 20 A 240 V", 3500, "us-240-20", true, false);
    row("8x H100 at 10,000 W on 60 A", 10000, "us-240-60", true, true);
    row("8x B200 at 12,054 W is too much for 60 A", 12054, "us-240-60", false, false);
    row("RTX PRO 6000 at 827 W on a Swiss 10 A socket", 827, "ch-230-10", true, true);
    row("4x 4090 at 2,258 W on a Swiss 10 A socket: 98 %", 2258, "ch-230-10", true, false);
    row("2x 3090 at 1,013 W in Japan: 84 %", 1013, "jp-100-15", true, false);
    row("2x 3090 at 849 W in Japan: 71 %", 849, "jp-100-15", true, true);
}

void TestCircuits::policies()
{
    QFETCH(double, watts);
    QFETCH(QString, circuit);
    QFETCH(bool, allowed);
    QFETCH(bool, comfortable);
    const Catalog catalog = sampleParts();
    const Circuit *row = catalog.circuits.find(circuit);
    QVERIFY(row);
    QCOMPARE(Watts(watts) <= continuousLimit(*row), allowed);
    QCOMPARE(rigwright::comfortable(*row, Watts(watts)), comfortable);
}

void TestCircuits::currents()
{
    Circuit circuit;
    circuit.voltage = Volts(120);
    circuit.breaker = Amperes(15);
    circuit.continuousFraction = 0.8;
    QCOMPARE(continuousLimit(circuit).base(), 1440.0);
    QVERIFY(qAbs(currentOn(circuit, Watts(669)).base() - 5.6) < 0.03);
    circuit.voltage = Volts(208);
    circuit.phases = 3;
    circuit.breaker = Amperes(60);
    QVERIFY(qAbs(continuousLimit(circuit).base() - 17293) < 1); // CMU's 208 V 60 A PDU
    QCOMPARE(currentOn(Circuit(), Watts(100)).base(), 0.0);
    QVERIFY(lowLine(Volts(127)));
    QVERIFY(!lowLine(Volts(200)));
}

QTEST_GUILESS_MAIN(TestCircuits)
#include "tst_circuits.moc"
