// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/quantity.h"

namespace rigwright {

using Bytes = Quantity<struct BytesTag, qint64>;                     ///< base: 1 byte
using BytesPerSecond = Quantity<struct BytesPerSecondTag, double>;   ///< base: 1 byte/s
using FlopsPerSecond = Quantity<struct FlopsPerSecondTag, double>;   ///< base: 1 FLOP/s
using Seconds = Quantity<struct SecondsTag, double>;                 ///< base: 1 s
using TokensPerSecond = Quantity<struct TokensPerSecondTag, double>; ///< base: 1 token/s
using Watts = Quantity<struct WattsTag, double>;                     ///< base: 1 W
using KilowattHours = Quantity<struct KilowattHoursTag, double>;     ///< base: 1 kWh
using Volts = Quantity<struct VoltsTag, double>;                     ///< base: 1 V
using Amperes = Quantity<struct AmperesTag, double>;                 ///< base: 1 A
using BtuPerHour = Quantity<struct BtuPerHourTag, double>;           ///< base: 1 BTU/h
using CubicFeetPerMinute = Quantity<struct CfmTag, double>;          ///< base: 1 CFM of air
using DecibelsA = Quantity<struct DecibelsATag, double>;             ///< base: 1 dB(A) at 1 m
using Celsius = Quantity<struct CelsiusTag, double>;                 ///< base: 1 degree C (also differences)
using Millimetres = Quantity<struct MillimetresTag, double>;         ///< base: 1 mm
using Money = Quantity<struct MoneyTag, double>;                     ///< base: 1 US dollar

constexpr Bytes bytesFromKiB(double kib)
{
    return Bytes(static_cast<qint64>(kib * 1024.0));
}
constexpr Bytes bytesFromMiB(double mib)
{
    return Bytes(static_cast<qint64>(mib * 1048576.0));
}
constexpr Bytes bytesFromGiB(double gib)
{
    return Bytes(static_cast<qint64>(gib * 1073741824.0));
}
constexpr Bytes bytesFromGB(double gb)
{
    return Bytes(static_cast<qint64>(gb * 1e9));
}
constexpr double toMiB(Bytes bytes)
{
    return static_cast<double>(bytes.base()) / 1048576.0;
}
constexpr double toGiB(Bytes bytes)
{
    return static_cast<double>(bytes.base()) / 1073741824.0;
}
constexpr double toGB(Bytes bytes)
{
    return static_cast<double>(bytes.base()) / 1e9;
}

constexpr BytesPerSecond fromGBPerSecond(double gbs)
{
    return BytesPerSecond(gbs * 1e9);
}
constexpr double toGBPerSecond(BytesPerSecond rate)
{
    return rate.base() / 1e9;
}
constexpr FlopsPerSecond fromTeraflops(double tflops)
{
    return FlopsPerSecond(tflops * 1e12);
}
constexpr double toTeraflops(FlopsPerSecond rate)
{
    return rate.base() / 1e12;
}

constexpr Seconds operator/(Bytes amount, BytesPerSecond rate)
{
    return Seconds(static_cast<double>(amount.base()) / rate.base());
}
constexpr Amperes operator/(Watts power, Volts voltage)
{
    return Amperes(power.base() / voltage.base());
}
constexpr Watts operator*(Volts voltage, Amperes current)
{
    return Watts(voltage.base() * current.base());
}

namespace literals {
constexpr Bytes operator""_MiB(unsigned long long value)
{
    return bytesFromMiB(static_cast<double>(value));
}
constexpr Bytes operator""_GiB(unsigned long long value)
{
    return bytesFromGiB(static_cast<double>(value));
}
constexpr Bytes operator""_GB(unsigned long long value)
{
    return bytesFromGB(static_cast<double>(value));
}
constexpr Watts operator""_W(unsigned long long value)
{
    return Watts(static_cast<double>(value));
}
constexpr Watts operator""_W(long double value)
{
    return Watts(static_cast<double>(value));
}
constexpr Millimetres operator""_mm(unsigned long long value)
{
    return Millimetres(static_cast<double>(value));
}
constexpr Millimetres operator""_mm(long double value)
{
    return Millimetres(static_cast<double>(value));
}
} // namespace literals

static_assert(bytesFromGiB(24) > bytesFromGB(24)); // 7.4 % apart, enough to decide what fits

} // namespace rigwright
