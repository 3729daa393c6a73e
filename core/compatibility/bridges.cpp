// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/bridges.h"

#include <algorithm>

namespace rigwright {

std::vector<const Item *> cardsInOrder(const Build &build)
{
    std::vector<const Item *> cards = build.ofKind(PartKind::Gpu);
    std::ranges::stable_sort(cards, {}, [](const Item *item) { return item->location; });
    return cards;
}

std::vector<ItemId> cardsAtBridgePlace(const Build &build, int index)
{
    const std::vector<const Item *> cards = cardsInOrder(build);
    if (index < 0 || index + 1 >= int(cards.size()))
        return {};
    return {cards[std::size_t(index)]->id, cards[std::size_t(index) + 1]->id};
}

std::vector<ItemId> joinedBy(const Build &build, const Item &bridge)
{
    return bridge.joins.empty() ? cardsAtBridgePlace(build, bridge.location.index) : bridge.joins;
}

} // namespace rigwright
