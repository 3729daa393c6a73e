// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/build/build.h"

#include <algorithm>

namespace rigwright {

namespace {
template <class Predicate>
const Item *firstWhere(const std::vector<Item> &items, Predicate matches)
{
    const auto it = std::find_if(items.begin(), items.end(), matches);
    return it == items.end() ? nullptr : &*it;
}
} // namespace

const Item *Build::find(ItemId id) const
{
    return firstWhere(items, [id](const Item &item) { return item.id == id; });
}

const Item *Build::at(Location location) const
{
    return firstWhere(items, [location](const Item &item) { return item.location == location; });
}

const Item *Build::host(PartKind kind) const
{
    return firstWhere(
        items, [kind](const Item &item) { return item.part.kind == kind && item.location.place == Place::Host; });
}

std::vector<const Item *> Build::ofKind(PartKind kind) const
{
    std::vector<const Item *> found;
    for (const Item &item : items)
        if (item.part.kind == kind)
            found.push_back(&item);
    return found;
}

} // namespace rigwright
