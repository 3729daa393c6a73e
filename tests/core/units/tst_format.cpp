// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/units/format.h"

#include <QTest>

using namespace rigwright;

class TestFormat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoDigits_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("a speed keeps two digits") << 27.4 << QStringLiteral("27");
        QTest::newRow("three digits round to ten") << 134.0 << QStringLiteral("130");
        QTest::newRow("below ten one decimal") << 5.83 << QStringLiteral("5.8");
        QTest::newRow("below one two decimals") << 0.4211 << QStringLiteral("0.42");
        QTest::newRow("zero") << 0.0 << QStringLiteral("0");
    }
    void twoDigits()
    {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(format::twoDigits(value, QLocale::c()), text);
    }
    void germanUsesComma()
    {
        const QLocale german(QLocale::German, QLocale::Germany);
        QCOMPARE(format::gib(bytesFromGiB(22.1), german), QStringLiteral("22,1\u00A0GiB"));
    }
    void moneyHasItsSymbolInFront()
    {
        QCOMPARE(format::money(Money(5930), QStringLiteral("USD"), 1, QLocale::c()), QStringLiteral("$5,930"));
        QCOMPARE(format::money(Money(-4.5), QStringLiteral("USD"), 1, QLocale::c()), QStringLiteral("-$4.50"));
    }
    void gbIsNotGib() { QVERIFY(bytesFromGiB(24) - bytesFromGB(24) == Bytes(1769803776)); }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
