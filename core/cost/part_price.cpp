// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/part_price.h"

#include <algorithm>

namespace rigwright {

namespace {

PartPrice optionPrice(const UnifiedSystem &system, int variant)
{
    const Price &price = *system.info.price;
    const auto &options = system.memoryOptionsGB;
    if (options.size() < 2)
        return {price.low, price.typical(), price.high};
    const double chosen = options[std::size_t(std::clamp(variant, 0, int(options.size()) - 1))];
    const double share = (chosen - options.front()) / (options.back() - options.front());
    const Money typical = price.low + (price.high - price.low) * share;
    return {typical, typical, typical};
}

} // namespace

std::optional<PartPrice> priceOf(const Item &item, const Catalog &catalog)
{
    if (item.price)
        return PartPrice{*item.price, *item.price, *item.price};
    const PartInfo *info = catalog.partInfo(item.part);
    if (!info || !info->price)
        return std::nullopt;
    if (item.part.kind == PartKind::UnifiedSystem)
        return optionPrice(*catalog.unifiedSystems.find(item.part.id), item.variant);
    return PartPrice{info->price->low, info->price->typical(), info->price->high};
}

} // namespace rigwright
