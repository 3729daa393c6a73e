// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/units.h"

#include <QLocale>
#include <QString>

/// Quantities as users read them: in the given locale, with the unit, GB and GiB told apart.
/// Predictions are shown with two significant digits; exact figures with what they need.
namespace rigwright::format {

QString number(double value, int decimals = 0, const QLocale &locale = QLocale());
/// "27", "5.8", "0.42": two significant digits
QString twoDigits(double value, const QLocale &locale = QLocale());

QString gib(Bytes bytes, const QLocale &locale = QLocale());               ///< "22.1 GiB"
QString gb(double gigabytes, const QLocale &locale = QLocale());           ///< "24 GB" (marketing size)
QString bandwidth(BytesPerSecond rate, const QLocale &locale = QLocale()); ///< "936 GB/s"
QString watts(Watts power, const QLocale &locale = QLocale());             ///< "1,421 W"
QString amperes(Amperes current, const QLocale &locale = QLocale());       ///< "11.8 A"
QString btuPerHour(BtuPerHour heat, const QLocale &locale = QLocale());
QString airflow(CubicFeetPerMinute flow, const QLocale &locale = QLocale());
QString noise(DecibelsA level, const QLocale &locale = QLocale());
QString speed(TokensPerSecond speed, const QLocale &locale = QLocale()); ///< "27 tok/s"
QString duration(Seconds time, const QLocale &locale = QLocale());       ///< "340 ms", "9.4 s", "3 min"
QString percent(double share, const QLocale &locale = QLocale());        ///< 0.69 -> "69 %"
QString tokens(int count, const QLocale &locale = QLocale());            ///< 32768 -> "32K", 1000 -> "1,000"
QString millimetres(Millimetres length, const QLocale &locale = QLocale());
QString kilowattHours(KilowattHours energy, const QLocale &locale = QLocale());
/// In the site's currency: dollars times `perUsd`. Whole units from 100 up, else cents.
QString money(Money amount, const QString &currency = QStringLiteral("USD"), double perUsd = 1.0,
              const QLocale &locale = QLocale());

/// As it was stated, in dollars: cents only where there are some.
QString price(Money amount, const QLocale &locale = QLocale());

} // namespace rigwright::format
