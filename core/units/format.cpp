// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/units/format.h"

#include <cmath>

namespace rigwright::format {

namespace {
QString withUnit(const QString &figure, const char *unit)
{
    return figure + QChar(0x00A0) + QString::fromLatin1(unit);
}
} // namespace

QString number(double value, int decimals, const QLocale &locale)
{
    return locale.toString(value, 'f', decimals);
}

QString twoDigits(double value, const QLocale &locale)
{
    if (value == 0)
        return locale.toString(0);
    const int magnitude = int(std::floor(std::log10(std::abs(value))));
    const double step = std::pow(10.0, magnitude - 1);
    return number(std::round(value / step) * step, magnitude >= 1 ? 0 : 1 - magnitude, locale);
}

QString gib(Bytes bytes, const QLocale &locale)
{
    return withUnit(number(toGiB(bytes), 1, locale), "GiB");
}

QString gb(double gigabytes, const QLocale &locale)
{
    return withUnit(number(gigabytes, gigabytes == std::floor(gigabytes) ? 0 : 1, locale), "GB");
}

QString bandwidth(BytesPerSecond rate, const QLocale &locale)
{
    const double gbs = toGBPerSecond(rate);
    return withUnit(number(gbs, gbs < 100 && gbs != std::floor(gbs) ? 1 : 0, locale), "GB/s");
}

QString watts(Watts power, const QLocale &locale)
{
    return withUnit(number(power.base(), 0, locale), "W");
}
QString amperes(Amperes current, const QLocale &locale)
{
    return withUnit(number(current.base(), 1, locale), "A");
}
QString btuPerHour(BtuPerHour heat, const QLocale &locale)
{
    return withUnit(number(heat.base(), 0, locale), "BTU/h");
}
QString airflow(CubicFeetPerMinute flow, const QLocale &locale)
{
    return withUnit(number(flow.base(), 0, locale), "CFM");
}
QString noise(DecibelsA level, const QLocale &locale)
{
    return withUnit(number(level.base(), 0, locale), "dB(A)");
}
QString speed(TokensPerSecond speed, const QLocale &locale)
{
    return withUnit(twoDigits(speed.base(), locale), "tok/s");
}

QString duration(Seconds time, const QLocale &locale)
{
    const double seconds = time.base();
    if (seconds < 1)
        return withUnit(twoDigits(seconds * 1000, locale), "ms");
    if (seconds < 120)
        return withUnit(twoDigits(seconds, locale), "s");
    if (seconds < 7200)
        return withUnit(twoDigits(seconds / 60, locale), "min");
    return withUnit(twoDigits(seconds / 3600, locale), "h");
}

QString percent(double share, const QLocale &locale)
{
    return withUnit(number(share * 100, 0, locale), "%");
}

QString tokens(int count, const QLocale &locale)
{
    if (count >= 1024 && count % 1024 == 0)
        return locale.toString(count / 1024) + QLatin1Char('K');
    return locale.toString(count);
}

QString millimetres(Millimetres length, const QLocale &locale)
{
    return withUnit(number(length.base(), 0, locale), "mm");
}

QString kilowattHours(KilowattHours energy, const QLocale &locale)
{
    return withUnit(number(energy.base(), energy.base() < 10 ? 1 : 0, locale), "kWh");
}

namespace {
QString amountText(double value, const QString &currency, int decimals, const QLocale &locale)
{
    const QString symbol = currency == QLatin1String("USD")   ? QStringLiteral("$")
                           : currency == QLatin1String("EUR") ? QStringLiteral("€")
                           : currency == QLatin1String("GBP") ? QStringLiteral("£")
                                                              : currency + QChar(0x00A0);
    if (locale.language() == QLocale::C) // puts the sign behind the amount, which nobody writes
        return (value < 0 ? QStringLiteral("-") : QString()) + symbol + number(std::abs(value), decimals, locale);
    return locale.toCurrencyString(value, symbol, decimals);
}
} // namespace

QString money(Money amount, const QString &currency, double perUsd, const QLocale &locale)
{
    const double value = amount.base() * perUsd;
    return amountText(value, currency, std::abs(value) >= 100 || value == 0 ? 0 : 2, locale);
}

QString price(Money amount, const QLocale &locale)
{
    const double cents = std::round(amount.base() * 100);
    return amountText(cents / 100, QStringLiteral("USD"), std::fmod(cents, 100) == 0 ? 0 : 2, locale);
}

} // namespace rigwright::format
