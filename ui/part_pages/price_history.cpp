// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/price_history.h"

#include "core/catalog/enum_names.h"
#include "core/units/format.h"
#include "ui/part_pages/cell_format.h"

#include <algorithm>

namespace rigwright::ui {

QDate dayOf(const QString &date)
{
    if (const QDate day = QDate::fromString(date, Qt::ISODate); day.isValid())
        return day;
    if (const QDate month = QDate::fromString(date, QStringLiteral("yyyy-MM")); month.isValid())
        return month.addDays(14);
    if (const QDate year = QDate::fromString(date, QStringLiteral("yyyy")); year.isValid())
        return {year.year(), 7, 1};
    return {};
}

std::vector<DatedPrice> priceHistory(const std::optional<Price> &shipped, const std::vector<OwnPrice> &own)
{
    std::vector<DatedPrice> history;
    history.reserve(own.size() + 1);
    for (const OwnPrice &price : own)
        history.push_back({price.seen, price.amount, price.amount, price.condition, true});
    if (shipped)
        history.push_back({dayOf(shipped->date), shipped->low, shipped->high, shipped->condition, false});
    std::erase_if(history, [](const DatedPrice &price) { return !price.day.isValid(); });
    std::ranges::stable_sort(history, {}, &DatedPrice::day);
    return history;
}

QString conditionText(PriceCondition condition)
{
    return shownWord(enumName(condition));
}

} // namespace rigwright::ui
