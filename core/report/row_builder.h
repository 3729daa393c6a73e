// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/comparison.h"

#include <functional>

namespace rigwright {

/// What one side of a row says, and its number where it has one.
struct SideValue
{
    QString text;
    std::optional<double> value;
};

/// How a side without a number is judged against one that has it.
enum class Missing {
    Unknown, ///< cannot be compared
    Worse,   ///< it cannot do at all what the row asks
};

/// Makes rows whose difference, better side and equality follow from their texts and numbers.
class RowBuilder
{
public:
    /// Adds a row; its difference is relative to A ("−38 %").
    /// @return the row, valid until the next one is added
    ComparisonRow &add(const QString &id, const QString &label, const SideValue &a, const SideValue &b,
                       const QString &unit, BetterRule rule, Missing missing = Missing::Unknown);

    /// Shows the row's difference in its own unit instead ("+4.8 s").
    static void absolute(ComparisonRow &row, const std::function<QString(double)> &format);
    /// "+4.8 s", "−33 W"; empty for 0
    static QString signedText(double difference, const std::function<QString(double)> &format);

    std::vector<ComparisonRow> take() { return std::move(m_rows); }

private:
    std::vector<ComparisonRow> m_rows;
};

/// The better side by the rule; none where both read the same or nothing can be said.
Side betterSide(const ComparisonRow &row, Missing missing);

} // namespace rigwright
