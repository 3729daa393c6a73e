// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/build/edits.h"

#include <algorithm>

namespace rigwright::edits {

Build placed(Build build, const PartRef &part, Location location)
{
    Item item;
    item.id = ItemId{build.nextItem++};
    item.part = part;
    item.location = location;
    build.items.push_back(std::move(item));
    return build;
}

Build removed(Build build, ItemId id)
{
    std::erase_if(build.items, [id](const Item &item) {
        return item.id == id || std::ranges::find(item.joins, id) != item.joins.end();
    });
    for (Item &item : build.items)
        if (item.psu == id)
            item.psu.reset();
    for (Deployment &deployment : build.deployments) {
        std::erase(deployment.parallelism.gpus, id);
        for (ItemId *gpu : {&deployment.engineSettings.imageEncoderGpu, &deployment.engineSettings.draftGpu})
            if (*gpu == id)
                *gpu = {};
    }
    return build;
}

Build moved(Build build, ItemId id, Location location)
{
    const auto mover = std::ranges::find(build.items, id, &Item::id);
    if (mover == build.items.end())
        return build;
    for (Item &item : build.items)
        if (item.id != id && item.location == location && item.part.kind == mover->part.kind)
            item.location = mover->location;
    mover->location = location;
    return build;
}

Build updated(Build build, const Item &item)
{
    const auto it = std::ranges::find(build.items, item.id, &Item::id);
    if (it != build.items.end())
        *it = item;
    return build;
}

Build deploymentAdded(Build build, const Deployment &deployment)
{
    build.deployments.push_back(deployment);
    return build;
}

Build deploymentUpdated(Build build, std::size_t index, const Deployment &deployment)
{
    if (index < build.deployments.size())
        build.deployments[index] = deployment;
    return build;
}

Build deploymentRemoved(Build build, std::size_t index)
{
    if (index < build.deployments.size())
        build.deployments.erase(build.deployments.begin() + std::ptrdiff_t(index));
    return build;
}

Build siteChanged(Build build, const Site &site)
{
    build.site = site;
    return build;
}

Build renamed(Build build, const QString &name)
{
    build.name = name;
    return build;
}

} // namespace rigwright::edits
