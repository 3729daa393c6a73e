// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/power/platform_draw.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kDesktopLanes = 28; ///< CPUs with more are workstation or server ones
constexpr int kDesktopMemorySlots = 4;

PlatformDraw::Part partOf(const Catalog &catalog, const QString &id)
{
    const PlatformPower *row = catalog.platformPower.find(id);
    return row ? PlatformDraw::Part{row->idle, row->load} : PlatformDraw::Part{};
}

QString cpuRow(const Host &host)
{
    if (host.cpus > 1)
        return QStringLiteral("cpu-2xepyc");
    return host.cpu->pcieLanes > kDesktopLanes ? QStringLiteral("cpu-hedt") : QStringLiteral("cpu-desktop");
}

QString boardRow(const Motherboard &board)
{
    if (board.chipset == QLatin1String("SoC"))
        return QStringLiteral("mobo-server");
    const bool workstation =
        board.memorySlots > kDesktopMemorySlots || board.memoryType.contains(QLatin1String("RDIMM"));
    return workstation ? QStringLiteral("mobo-hedt") : QStringLiteral("mobo-desktop");
}

/// A part whose row gives watts under load; it rests at the ratio of its class.
void add(PlatformDraw::Part &sum, Watts load, const PlatformDraw::Part &kind)
{
    const Watts own = load.base() > 0 ? load : kind.load;
    sum.load += own;
    sum.idle += kind.load.base() > 0 ? own * (kind.idle / kind.load) : own;
}

} // namespace

Watts PlatformDraw::cpuIn(PowerState state, double share) const
{
    switch (state) {
    case PowerState::Idle: return cpu.idle;
    case PowerState::Sizing: return std::max(cpu.load, cpuFull);
    default: return cpu.load * (1 - share) + std::max(cpu.load, cpuFull) * share;
    }
}

Watts memoryPower(int count, Watts each)
{
    if (count <= 0)
        return Watts(0);
    const auto between = [count](int from, int to) { return std::clamp(count - from, 0, to - from); };
    const double modules = between(0, 4) + 0.9 * between(4, 8) + 0.8 * between(8, 16) + 0.7 * std::max(0, count - 16);
    return each * std::max(2.0, modules);
}

PlatformDraw platformDraw(const Build &build, const Catalog &catalog, const Host &host)
{
    PlatformDraw draw;
    if (host.cpu) {
        draw.cpu = partOf(catalog, cpuRow(host));
        draw.cpuFull = host.cpu->tdp * host.cpus;
    }
    if (host.board) {
        draw.board = partOf(catalog, boardRow(*host.board));
        draw.other = partOf(catalog, QStringLiteral("usb-misc"));
    }

    int modules = 0;
    for (const Item &item : build.items) {
        switch (item.part.kind) {
        case PartKind::MemoryKit:
            if (const MemoryKit *kit = catalog.memoryKits.find(item.part.id))
                modules += kit->modules;
            break;
        case PartKind::Drive:
            if (const Drive *drive = catalog.drives.find(item.part.id)) {
                const bool nvme = drive->interface.contains(QLatin1String("NVMe"), Qt::CaseInsensitive);
                add(draw.drives, drive->power,
                    partOf(catalog, nvme ? QStringLiteral("nvme-consumer") : QStringLiteral("sata-ssd")));
            }
            break;
        case PartKind::Fan:
            if (const Fan *fan = catalog.fans.find(item.part.id))
                add(draw.fans, fan->power, partOf(catalog, QStringLiteral("fan-120")));
            break;
        case PartKind::Extra:
            if (const Extra *extra = catalog.extras.find(item.part.id)) {
                draw.other.load += extra->power;
                draw.other.idle += extra->power;
            }
            break;
        default: break;
        }
    }
    const PlatformDraw::Part module = partOf(catalog, QStringLiteral("dimm-x86"));
    draw.memory = {memoryPower(modules, module.idle), memoryPower(modules, module.load)};
    return draw;
}

} // namespace rigwright
