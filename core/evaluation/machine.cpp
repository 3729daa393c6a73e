// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/machine.h"

#include "core/compatibility/bridges.h"
#include "core/compatibility/chassis_layout.h"
#include "core/compatibility/host.h"
#include "core/compatibility/pcie.h"
#include "core/evaluation/device_family.h"
#include "core/evaluation/peer_links.h"

#include <algorithm>

namespace rigwright {

namespace {

QString deviceLabel(std::size_t index)
{
    return QStringLiteral("GPU ") + QString::number(index);
}

Device cardDevice(const Item &item, const Gpu &gpu, const ChassisLayout &layout)
{
    Device device = bareDevice(gpu);
    device.item = item.id;
    device.link = {}; // none unless it sits in a slot
    if (item.powerLimit && gpu.tdp.base() > 0)
        device.powerLimit = std::min(1.0, *item.powerLimit / gpu.tdp);
    const int index = item.location.index;
    if (item.location.place == Place::ExpansionSlot && index >= 0 && index < int(layout.positions.size())) {
        const CardPosition &position = layout.positions[std::size_t(index)];
        device.link = negotiated(position.link, gpu.link);
        device.position = position.label;
    }
    return device;
}

Device unifiedDevice(const Host &host)
{
    Device device = bareDevice(*host.unified, unifiedMemoryGB(host));
    device.item = host.machineItem->id;
    if (host.prebuilt)
        device.name = host.prebuilt->info.name;
    return device;
}

/// What the GPU may not use is still memory of the processor beside it.
HostProcessor unifiedHost(const Host &host)
{
    const UnifiedSystem &system = *host.unified;
    HostProcessor processor;
    processor.name = system.chip;
    processor.memory = bytesFromGiB(unifiedMemoryGB(host) * (1 - system.gpuUsableFraction));
    processor.bandwidth = system.bandwidth;
    return processor;
}

HostProcessor machineHost(const Prebuilt &machine)
{
    HostProcessor processor;
    processor.name = machine.cpu;
    processor.memory = bytesFromGiB(machine.systemMemoryGB);
    processor.bandwidth = machine.systemMemoryBandwidth;
    return processor;
}

/// bandwidth = channels in use * 8 bytes * transfers per second, of the slower of CPU and modules.
/// Source: JEDEC: a DDR channel is 64 bits wide.
HostProcessor boardHost(const Host &host, const Build &build, const Catalog &catalog)
{
    constexpr double bytesPerTransfer = 8;
    HostProcessor processor;
    int modules = 0;
    double gigabytes = 0;
    int speed = host.cpu ? host.cpu->memorySpeedMTs : 0;
    for (const Item &item : build.items) {
        if (item.part.kind != PartKind::MemoryKit)
            continue;
        if (const MemoryKit *kit = catalog.memoryKits.find(item.part.id)) {
            modules += kit->modules;
            gigabytes += kit->modules * kit->moduleGB;
            speed = std::min(speed, kit->speedMTs);
        }
    }
    processor.memory = bytesFromGiB(gigabytes);
    if (host.cpu) {
        processor.name = host.cpus > 1 ? QString::number(host.cpus) + QStringLiteral(" × ") + host.cpu->info.name
                                       : host.cpu->info.name;
        processor.cores = host.cpu->cores * host.cpus;
        const int channels = std::min(modules, host.cpu->memoryChannels * host.cpus);
        processor.bandwidth = BytesPerSecond(channels * bytesPerTransfer * speed * 1e6);
    }
    return processor;
}

} // namespace

Device bareDevice(const Gpu &gpu)
{
    Device device;
    device.name = gpu.info.name;
    device.gpu = &gpu;
    device.family = deviceFamily(gpu);
    device.vendor = gpu.info.vendor;
    device.memory = gpu.usableMemory;
    device.bandwidth = gpu.bandwidth;
    device.fp16 = gpu.fp16;
    device.link = gpu.link;
    return device;
}

Device bareDevice(const UnifiedSystem &system, double memoryGB)
{
    Device device;
    device.name = system.info.name;
    device.unified = &system;
    device.family = deviceFamily(system);
    device.vendor = system.info.vendor;
    device.memory = bytesFromGiB(memoryGB * system.gpuUsableFraction);
    device.bandwidth = system.bandwidth;
    device.fp16 = system.fp16;
    return device;
}

Machine machineOf(const Build &build, const Catalog &catalog)
{
    return machineOf(build, catalog, chassisLayout(build, catalog));
}

Machine machineOf(const Build &build, const Catalog &catalog, const ChassisLayout &layout)
{
    Machine machine;
    const Host host = hostOf(build, catalog);
    if (host.closed()) {
        const int count = host.prebuilt ? std::max(1, host.prebuilt->gpuCount) : 1;
        machine.devices.assign(std::size_t(count), unifiedDevice(host));
        machine.host = unifiedHost(host);
    } else {
        for (const Item *item : cardsInOrder(build))
            if (const Gpu *gpu = catalog.gpus.find(item->part.id))
                machine.devices.push_back(cardDevice(*item, *gpu, layout));
        machine.host = host.prebuilt ? machineHost(*host.prebuilt) : boardHost(host, build, catalog);
    }
    for (std::size_t i = 0; i < machine.devices.size(); ++i)
        machine.devices[i].label = deviceLabel(i);
    fillPeerLinks(machine, build, catalog, host);
    return machine;
}

} // namespace rigwright
