// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/cell.h"
#include "core/catalog/enum_names.h"

#include <cmath>
#include <limits>

/// Member <-> cell, one codec per member type. A cell handed to decode() is never blank and has
/// the codec's type; what decode() refuses it explains, without the column's name.
namespace rigwright {

template <class Member>
struct Codec;

namespace codec {
Error invalid(const QString &text, const QString &expected);
QString textIn(const Cell &cell);
/// @return 12 significant digits: hides the rounding of unit conversions, keeps every published figure
double tidy(double value);
/// @return the cell with a whole number widened where a Real is wanted; Invalid where it has
///         another type or a figure outside the limits
Result<Cell> checked(const Cell &cell, CellType type, double low, double high);
} // namespace codec

template <>
struct Codec<QString>
{
    static constexpr CellType type = CellType::Text;
    static Cell encode(const QString &value, double) { return value; }
    static Outcome decode(const Cell &cell, QString &value, double);
};

template <>
struct Codec<bool>
{
    static constexpr CellType type = CellType::Boolean;
    static Cell encode(bool value, double) { return value; }
    static Outcome decode(const Cell &cell, bool &value, double);
};

template <>
struct Codec<int>
{
    static constexpr CellType type = CellType::Integer;
    static Cell encode(int value, double) { return qint64(value); }
    static Outcome decode(const Cell &cell, int &value, double);
};

template <>
struct Codec<qint64>
{
    static constexpr CellType type = CellType::Integer;
    static Cell encode(qint64 value, double) { return value; }
    static Outcome decode(const Cell &cell, qint64 &value, double);
};

template <>
struct Codec<double>
{
    static constexpr CellType type = CellType::Real;
    static Cell encode(double value, double unit) { return codec::tidy(value / unit); }
    static Outcome decode(const Cell &cell, double &value, double unit);
};

template <class Tag, class Rep>
struct Codec<Quantity<Tag, Rep>>
{
    static constexpr CellType type = CellType::Real;
    static Cell encode(Quantity<Tag, Rep> value, double unit) { return codec::tidy(double(value.base()) / unit); }
    static Outcome decode(const Cell &cell, Quantity<Tag, Rep> &value, double unit)
    {
        const double base = std::get<double>(cell) * unit;
        if (std::abs(base) > 9e18) // what a Rep of 64 bits holds
            return codec::invalid(cellText(cell), {});
        value = Quantity<Tag, Rep>(std::is_integral_v<Rep> ? Rep(std::llround(base)) : Rep(base));
        return done();
    }
};

template <>
struct Codec<QDate>
{
    static constexpr CellType type = CellType::Text;
    static Cell encode(const QDate &value, double) { return value.toString(Qt::ISODate); }
    static Outcome decode(const Cell &cell, QDate &value, double);
};

/// "a;b;c"
template <>
struct Codec<QStringList>
{
    static constexpr CellType type = CellType::Text;
    static Cell encode(const QStringList &value, double) { return value.join(QLatin1Char(';')); }
    static Outcome decode(const Cell &cell, QStringList &value, double);
};

template <>
struct Codec<std::vector<QString>>
{
    static constexpr CellType type = CellType::Text;
    static Cell encode(const std::vector<QString> &value, double);
    static Outcome decode(const Cell &cell, std::vector<QString> &value, double);
};

/// "8;16"
template <>
struct Codec<std::vector<double>>
{
    static constexpr CellType type = CellType::Text;
    static Cell encode(const std::vector<double> &value, double);
    static Outcome decode(const Cell &cell, std::vector<double> &value, double);
};

/// "2x8pin+1x6pin"
template <>
struct Codec<std::vector<PowerPlugCount>>
{
    static constexpr CellType type = CellType::Text;
    static Cell encode(const std::vector<PowerPlugCount> &value, double);
    static Outcome decode(const Cell &cell, std::vector<PowerPlugCount> &value, double);
};

/// "5.0x16@1;5.0x8@4": generation, lanes, position; "@0" for connectors that are not slots
template <>
struct Codec<std::vector<BoardSlot>>
{
    static constexpr CellType type = CellType::Text;
    static Cell encode(const std::vector<BoardSlot> &value, double);
    static Outcome decode(const Cell &cell, std::vector<BoardSlot> &value, double);
};

/// "0.2:0.87;0.5:0.9": load share and efficiency, rising load
template <>
struct Codec<std::vector<EfficiencyPoint>>
{
    static constexpr CellType type = CellType::Text;
    static Cell encode(const std::vector<EfficiencyPoint> &value, double);
    static Outcome decode(const Cell &cell, std::vector<EfficiencyPoint> &value, double);
};

/// "q4_k_m:4920733696;q8_0:...": bytes by quantization id, sorted by id
template <>
struct Codec<QHash<QString, Bytes>>
{
    static constexpr CellType type = CellType::Text;
    static Cell encode(const QHash<QString, Bytes> &value, double);
    static Outcome decode(const Cell &cell, QHash<QString, Bytes> &value, double);
};

template <NamedEnum Enum>
struct Codec<Enum>
{
    static constexpr CellType type = CellType::Text;
    static Cell encode(Enum value, double) { return enumName(value); }
    static Outcome decode(const Cell &cell, Enum &value, double)
    {
        const std::optional<Enum> named = enumFromName<Enum>(codec::textIn(cell));
        if (!named) {
            QStringList names;
            for (const auto &entry : EnumNames<Enum>::list)
                if (*entry.second)
                    names << QLatin1String(entry.second);
            return codec::invalid(codec::textIn(cell), names.join(QLatin1String(", ")));
        }
        value = *named;
        return done();
    }
};

} // namespace rigwright
