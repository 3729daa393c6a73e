// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/host.h"

#include <algorithm>

namespace rigwright {

namespace {
void readHostItem(Host &host, const Item &item, const Catalog &catalog)
{
    switch (item.part.kind) {
    case PartKind::Enclosure: host.enclosure = catalog.enclosures.find(item.part.id); break;
    case PartKind::Motherboard: host.board = catalog.motherboards.find(item.part.id); break;
    case PartKind::Prebuilt:
        host.prebuilt = catalog.prebuilts.find(item.part.id);
        if (host.prebuilt) {
            host.machineItem = &item;
            host.unified = catalog.unifiedSystems.find(host.prebuilt->unifiedSystemId);
        }
        break;
    case PartKind::UnifiedSystem:
        host.unified = catalog.unifiedSystems.find(item.part.id);
        if (host.unified)
            host.machineItem = &item;
        break;
    default: break;
    }
}
} // namespace

Host hostOf(const Build &build, const Catalog &catalog)
{
    Host host;
    for (const Item &item : build.items) {
        if (item.location.place == Place::Host) {
            readHostItem(host, item, catalog);
        } else if (item.part.kind == PartKind::Cpu) {
            const Cpu *cpu = catalog.cpus.find(item.part.id);
            if (!host.cpu)
                host.cpu = cpu;
            host.cpus += cpu ? 1 : 0;
        }
    }
    return host;
}

double unifiedMemoryGB(const Host &host)
{
    if (host.prebuilt)
        return host.prebuilt->gpuMemoryGB / std::max(1, host.prebuilt->gpuCount);
    const std::vector<double> &options = host.unified->memoryOptionsGB;
    if (options.empty())
        return 0;
    const int chosen = std::clamp(host.machineItem->variant, 0, int(options.size()) - 1);
    return options[std::size_t(chosen)];
}

} // namespace rigwright
