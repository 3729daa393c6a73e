// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/row_builder.h"

#include "core/units/format.h"

#include <cmath>

namespace rigwright {

Side betterSide(const ComparisonRow &row, Missing missing)
{
    if (row.rule == BetterRule::None || row.equal)
        return Side::None;
    if (row.valueA.has_value() != row.valueB.has_value()) {
        if (missing == Missing::Unknown)
            return Side::None;
        return row.valueA ? Side::A : Side::B;
    }
    if (!row.valueA || *row.valueA == *row.valueB)
        return Side::None;
    const bool aHigher = *row.valueA > *row.valueB;
    return aHigher == (row.rule == BetterRule::Higher) ? Side::A : Side::B;
}

QString RowBuilder::signedText(double difference, const std::function<QString(double)> &format)
{
    if (difference == 0)
        return {};
    const QChar sign = difference > 0 ? QLatin1Char('+') : QChar(0x2212);
    return sign + format(std::abs(difference));
}

void RowBuilder::absolute(ComparisonRow &row, const std::function<QString(double)> &format)
{
    row.difference =
        row.equal || !row.valueA || !row.valueB ? QString() : signedText(*row.valueB - *row.valueA, format);
}

ComparisonRow &RowBuilder::add(const QString &id, const QString &label, const SideValue &a, const SideValue &b,
                               const QString &unit, BetterRule rule, Missing missing)
{
    ComparisonRow row;
    row.id = id;
    row.label = label;
    row.a = a.text;
    row.b = b.text;
    row.valueA = a.value;
    row.valueB = b.value;
    row.unit = unit;
    row.rule = rule;
    row.equal = a.text == b.text;
    row.better = betterSide(row, missing);
    if (!row.equal && !unit.isEmpty() && a.value && b.value && *a.value > 0)
        row.difference =
            signedText((*b.value - *a.value) / *a.value, [](double share) { return format::percent(share); });
    m_rows.push_back(std::move(row));
    return m_rows.back();
}

} // namespace rigwright
