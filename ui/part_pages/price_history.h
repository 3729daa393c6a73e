// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/user_layer.h"

#include <vector>

namespace rigwright::ui {

/// A price on the day it was seen.
struct DatedPrice
{
    QDate day;
    Money low;
    Money high;
    PriceCondition condition = PriceCondition::Unknown;
    bool own = false; ///< the user's
    friend bool operator==(const DatedPrice &, const DatedPrice &) = default;
};

/// @return the day that a date as precise as "2026-05-21", "2026-05" or "2026" stands for: the middle of what it
///         leaves open; invalid where it is none of these
QDate dayOf(const QString &date);
/// @return the prices that have a day, oldest first
std::vector<DatedPrice> priceHistory(const std::optional<Price> &shipped, const std::vector<OwnPrice> &own);

QString conditionText(PriceCondition condition); ///< "Used"; empty where unknown

} // namespace rigwright::ui
