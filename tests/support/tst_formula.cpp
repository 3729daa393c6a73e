// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/formula.h"

using namespace rigwright;

class TestFormula : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void value_data()
    {
        QTest::addColumn<QByteArray>("formula");
        QTest::addColumn<double>("value");
        QTest::newRow("product before sum") << QByteArray("1 + 2 * 3") << 7.0;
        QTest::newRow("parentheses") << QByteArray("(1 + a) * 3") << 9.0;
        QTest::newRow("left to right") << QByteArray("8 / 2 / a") << 2.0;
        QTest::newRow("functions") << QByteArray("max(a, 3, 1) + min(a, 3) + ceil(1.2) + sqrt(16)") << 11.0;
        QTest::newRow("powers and logarithms") << QByteArray("pow(a, 3) + log10(1000)") << 11.0;
        QTest::newRow("scientific number") << QByteArray("2.5e3 / 1e9") << 2.5e-6;
    }
    void value()
    {
        QFETCH(QByteArray, formula);
        QFETCH(double, value);
        const auto result = test::evaluateFormula(formula, {{"a", 2.0}});
        QVERIFY(result);
        QCOMPARE(*result, value);
    }
    void refused_data()
    {
        QTest::addColumn<QByteArray>("formula");
        QTest::newRow("unknown symbol") << QByteArray("1 + b");
        QTest::newRow("unknown function") << QByteArray("cos(1)");
        QTest::newRow("open parenthesis") << QByteArray("(1 + 2");
        QTest::newRow("two values without an operator") << QByteArray("1 2");
        QTest::newRow("nothing") << QByteArray("");
    }
    void refused()
    {
        QFETCH(QByteArray, formula);
        QVERIFY(!test::evaluateFormula(formula, {}));
    }
};

QTEST_GUILESS_MAIN(TestFormula)
#include "tst_formula.moc"
