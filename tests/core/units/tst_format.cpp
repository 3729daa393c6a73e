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
    void money_data()
    {
        QTest::addColumn<double>("amount");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("text");
        QTest::newRow("whole dollars from a hundred up")
            << 5930.4 << QLocale(QLocale::English, QLocale::UnitedStates) << QStringLiteral("$5,930");
        QTest::newRow("cents below a hundred")
            << 71.5 << QLocale(QLocale::English, QLocale::UnitedStates) << QStringLiteral("$71.50");
        QTest::newRow("no locale writes it the same") << 5930.4 << QLocale::c() << QStringLiteral("$5930");
        QTest::newRow("negative in no locale") << -20.0 << QLocale::c() << QStringLiteral("-$20.00");
    }
    void money()
    {
        QFETCH(double, amount);
        QFETCH(QLocale, locale);
        QTEST(format::money(Money(amount), QStringLiteral("USD"), 1.0, locale), "text");
    }
    void gbIsNotGib() { QVERIFY(bytesFromGiB(24) - bytesFromGB(24) == Bytes(1769803776)); }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
