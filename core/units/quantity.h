// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>
#include <concepts>

namespace rigwright {

/// A number with a dimension. One base unit per quantity; the unit is named where a number
/// comes in (a literal or a named constructor) and where it goes out (base() or a helper).
/// Quantities of one kind add and compare; their ratio is a plain number; operations that
/// make no sense (watts times watts) do not exist.
template <class Tag, class Rep>
class Quantity final
{
public:
    using Representation = Rep;

    constexpr Quantity() = default;
    constexpr explicit Quantity(Rep base) : m_base(base) {}

    /// The value in the base unit of this quantity.
    constexpr Rep base() const { return m_base; }

    friend constexpr auto operator<=>(Quantity, Quantity) = default;
    friend constexpr bool operator==(Quantity, Quantity) = default;

    friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.m_base + b.m_base); }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.m_base - b.m_base); }
    constexpr Quantity &operator+=(Quantity other)
    {
        m_base += other.m_base;
        return *this;
    }
    constexpr Quantity &operator-=(Quantity other)
    {
        m_base -= other.m_base;
        return *this;
    }

    template <class Number>
    requires std::integral<Number> || std::floating_point<Number>
    friend constexpr Quantity operator*(Quantity a, Number factor)
    {
        return Quantity(static_cast<Rep>(static_cast<double>(a.m_base) * static_cast<double>(factor)));
    }
    template <class Number>
    requires std::integral<Number> || std::floating_point<Number>
    friend constexpr Quantity operator*(Number factor, Quantity a) { return a * factor; }
    template <class Number>
    requires std::integral<Number> || std::floating_point<Number>
    friend constexpr Quantity operator/(Quantity a, Number divisor)
    {
        return Quantity(static_cast<Rep>(static_cast<double>(a.m_base) / static_cast<double>(divisor)));
    }
    friend constexpr double operator/(Quantity a, Quantity b)
    {
        return static_cast<double>(a.m_base) / static_cast<double>(b.m_base);
    }

private:
    Rep m_base{};
};

} // namespace rigwright
