// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/whole_machine.h"

#include "core/build/edits.h"

namespace rigwright {

Build withWholeMachine(Build build, const Catalog &catalog, const PartRef &machine)
{
    build = edits::placed(std::move(build), machine, {Place::Host, 0});
    const Prebuilt *row = machine.kind == PartKind::Prebuilt ? catalog.prebuilts.find(machine.id) : nullptr;
    return row ? withOwnCards(std::move(build), *row) : build;
}

Build withOwnCards(Build build, const Prebuilt &machine)
{
    if (machine.gpuIds.empty() || !machine.unifiedSystemId.isEmpty())
        return build;
    for (int i = 0; i < machine.gpuCount; ++i) {
        const Location location{Place::ExpansionSlot, i};
        if (build.at(location))
            continue;
        build = edits::placed(std::move(build), {PartKind::Gpu, machine.gpuIds.front()}, location);
        build.items.back().included = true;
    }
    return build;
}

} // namespace rigwright
