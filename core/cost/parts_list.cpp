// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/cost.h"
#include "core/cost/part_detail.h"
#include "core/cost/part_price.h"

#include <algorithm>

namespace rigwright {

namespace {

/// Place of a kind in the list.
int rank(PartKind kind)
{
    switch (kind) {
    case PartKind::UnifiedSystem:
    case PartKind::Prebuilt: return 0;
    case PartKind::Enclosure: return 1;
    case PartKind::Motherboard: return 2;
    case PartKind::Cpu: return 3;
    case PartKind::MemoryKit: return 4;
    case PartKind::Gpu: return 5;
    case PartKind::NvlinkBridge: return 6;
    case PartKind::PowerSupply: return 7;
    case PartKind::Drive: return 8;
    case PartKind::Fan: return 9;
    case PartKind::Extra: break;
    }
    return 10;
}

/// Whether two items are bought as one line.
bool sameLine(const Item &a, const Item &b)
{
    return a.part == b.part && a.variant == b.variant && a.price == b.price && a.condition == b.condition
           && a.included == b.included;
}

PartLine lineOf(const Item &item, const Catalog &catalog)
{
    PartLine line;
    line.part = item.part;
    const PartInfo *info = catalog.partInfo(item.part);
    line.name = info ? info->name : item.part.id;
    line.detail = partDetail(catalog, item.part, item.variant);
    line.condition = item.condition;
    line.ownPrice = item.price.has_value();
    line.included = item.included;
    line.items.push_back(item.id);
    if (item.included)
        return line;
    if (const auto price = priceOf(item, catalog))
        line.unitPrice = price->typical;
    if (!item.price && info && info->price) {
        line.priceDate = info->price->date;
        line.priceSource = info->price->source;
    }
    return line;
}

} // namespace

std::vector<PartLine> partsList(const Build &build, const Catalog &catalog)
{
    std::vector<PartLine> lines;
    std::vector<const Item *> firsts; // the item that opened each line
    for (const Item &item : build.items) {
        const auto same = std::ranges::find_if(firsts, [&](const Item *first) { return sameLine(*first, item); });
        if (same == firsts.end()) {
            firsts.push_back(&item);
            lines.push_back(lineOf(item, catalog));
            continue;
        }
        PartLine &line = lines[std::size_t(same - firsts.begin())];
        ++line.quantity;
        line.items.push_back(item.id);
    }
    std::ranges::stable_sort(lines, {}, [](const PartLine &line) { return rank(line.part.kind); });
    return lines;
}

} // namespace rigwright
