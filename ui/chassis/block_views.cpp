// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/block_views.h"

#include "core/units/format.h"

#include <QCoreApplication>

namespace rigwright::ui {

namespace {

QString text(const char *source, int count = -1)
{
    return QCoreApplication::translate("Chassis", source, nullptr, count);
}

BlockView blockOf(const Item &item, const Catalog &catalog)
{
    BlockView block;
    block.item = item.id;
    block.location = item.location;
    block.empty = false;
    block.removable = !item.included;
    const PartInfo *info = catalog.partInfo(item.part);
    block.title = info ? info->name : item.part.id;
    return block;
}

BlockView freePlace(Location location, const QString &title, const QString &line)
{
    BlockView block;
    block.location = location;
    block.title = title;
    block.lines = QStringList{line};
    return block;
}

BlockView builtIn(Place place, const QString &title, const QStringList &lines)
{
    BlockView block;
    block.location = {place, 0};
    block.title = title;
    block.lines = lines;
    block.empty = false;
    block.removable = false;
    return block;
}

void describe(BlockView &block, const Cpu &cpu)
{
    block.lines =
        QStringList{text("%1 cores · %2 PCIe %3.0 lanes").arg(cpu.cores).arg(cpu.pcieLanes).arg(cpu.pcieGeneration),
                    format::watts(cpu.tdp)};
}

void describe(BlockView &block, const MemoryKit &kit, BytesPerSecond bandwidth)
{
    block.title = QStringLiteral("%1 × %2 %3-%4")
                      .arg(kit.modules)
                      .arg(format::gb(kit.moduleGB), kit.type.section(QLatin1Char(' '), 0, 0))
                      .arg(kit.speedMTs);
    QString line = format::gb(kit.modules * kit.moduleGB);
    if (bandwidth.base() > 0)
        line += QStringLiteral(" · ") + format::bandwidth(bandwidth);
    block.lines = QStringList{line};
    block.modules = kit.modules;
}

void describe(BlockView &block, const Drive &drive)
{
    block.lines = QStringList{drive.interface};
    if (drive.readRate.base() > 0)
        block.lines << text("reads %1").arg(format::bandwidth(drive.readRate));
}

void describe(BlockView &block, const Fan &fan)
{
    block.title = QStringLiteral("%1 × %2").arg(fan.count).arg(format::millimetres(fan.diameter));
    block.lines = QStringList{fan.info.name};
}

/// What the vendor of a whole machine says is inside.
void addBuiltIn(std::vector<BlockView> &blocks, const Prebuilt &machine)
{
    if (!machine.cpu.isEmpty())
        blocks.push_back(builtIn(Place::CpuSocket, machine.cpu, {text("built in")}));
    if (machine.systemMemoryGB > 0) {
        QStringList lines{text("system memory")};
        if (machine.systemMemoryBandwidth.base() > 0)
            lines << format::bandwidth(machine.systemMemoryBandwidth);
        blocks.push_back(builtIn(Place::MemoryBank, format::gb(machine.systemMemoryGB), lines));
    }
    if (!machine.storage.isEmpty())
        blocks.push_back(builtIn(Place::DriveBay, machine.storage, {text("storage")}));
}

void addCpus(std::vector<BlockView> &blocks, const Build &build, const Catalog &catalog, int sockets)
{
    for (int i = 0; i < sockets; ++i) {
        const Location location{Place::CpuSocket, i};
        const Item *item = build.at(location);
        if (!item) {
            blocks.push_back(freePlace(location, text("CPU socket"), text("free")));
            continue;
        }
        blocks.push_back(blockOf(*item, catalog));
        if (const Cpu *cpu = catalog.cpus.find(item->part.id))
            describe(blocks.back(), *cpu);
    }
}

void addMemory(std::vector<BlockView> &blocks, const Build &build, const Catalog &catalog, const Evaluation &evaluation)
{
    const std::vector<const Item *> kits = build.ofKind(PartKind::MemoryKit);
    for (const Item *item : kits) {
        blocks.push_back(blockOf(*item, catalog));
        // The platform's bandwidth belongs to all kits together: told once.
        const BytesPerSecond bandwidth = item == kits.front() ? evaluation.machine.host.bandwidth : BytesPerSecond();
        if (const MemoryKit *kit = catalog.memoryKits.find(item->part.id))
            describe(blocks.back(), *kit, bandwidth);
    }
    if (kits.empty() && evaluation.chassis.memoryBanks > 0)
        blocks.push_back(
            freePlace({Place::MemoryBank, 0}, text("Memory"), text("%n free", evaluation.chassis.memoryBanks)));
}

} // namespace

std::vector<BlockView> blocksOf(const Build &build, const Catalog &catalog, const Evaluation &evaluation)
{
    std::vector<BlockView> blocks;
    const ChassisLayout &layout = evaluation.chassis;
    if (!layout.closed) {
        if (const Item *host = build.host(PartKind::Prebuilt))
            if (const Prebuilt *machine = catalog.prebuilts.find(host->part.id))
                addBuiltIn(blocks, *machine);
        addCpus(blocks, build, catalog, layout.cpuSockets);
        addMemory(blocks, build, catalog, evaluation);
        const std::vector<const Item *> drives = build.ofKind(PartKind::Drive);
        for (const Item *item : drives) {
            blocks.push_back(blockOf(*item, catalog));
            if (const Drive *drive = catalog.drives.find(item->part.id))
                describe(blocks.back(), *drive);
        }
        if (drives.empty() && layout.driveBays > 0)
            blocks.push_back(freePlace({Place::DriveBay, 0}, text("Drive"), text("%n free", layout.driveBays)));
        const std::vector<const Item *> fans = build.ofKind(PartKind::Fan);
        for (const Item *item : fans) {
            blocks.push_back(blockOf(*item, catalog));
            if (const Fan *fan = catalog.fans.find(item->part.id))
                describe(blocks.back(), *fan);
        }
        if (fans.empty() && layout.fanMounts > 0)
            blocks.push_back(freePlace({Place::FanMount, 0}, text("Fans"), text("%n free", layout.fanMounts)));
    }
    for (const Item &item : build.items)
        if (item.location.place == Place::Outside) {
            blocks.push_back(blockOf(item, catalog));
            if (const Extra *extra = catalog.extras.find(item.part.id))
                blocks.back().lines = QStringList{extra->keySpec};
        }
    return blocks;
}

QStringList airflowLines(const Build &build, const Catalog &catalog, const Evaluation &evaluation)
{
    QStringList lines;
    CubicFeetPerMinute supplied;
    for (const Item *item : build.ofKind(PartKind::Fan))
        if (const Fan *fan = catalog.fans.find(item->part.id))
            supplied += fan->airflow * fan->count;
    const CubicFeetPerMinute needed = evaluation.power.airflow.value; // for a rise of 10 degrees
    if (supplied.base() > 0) {
        lines << format::airflow(supplied);
        // The same heat warms twice the air half as much.
        const double rise = 10.0 * (needed / supplied);
        lines << QStringLiteral("ΔT %1\u00A0°C").arg(format::number(rise));
    } else if (needed.base() > 0) {
        lines << format::airflow(needed) << text("for +10\u00A0°C");
    }
    if (evaluation.power.noise.value.base() > 0)
        lines << format::noise(evaluation.power.noise.value);
    return lines;
}

} // namespace rigwright::ui
