// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/part_detail.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PartDetail", text);
}

/// Plain digits, as data sheets print them; at most one decimal.
QString digits(double value)
{
    return QString::number(value, 'g', 6);
}

QString withUnit(double value, const char *unit)
{
    return digits(value) + QChar(0x00A0) + QLatin1String(unit);
}

QString joined(std::initializer_list<QString> parts)
{
    QString text;
    for (const QString &part : parts) {
        if (part.isEmpty())
            continue;
        if (!text.isEmpty())
            text += QStringLiteral(" · ");
        text += part;
    }
    return text;
}

QString known(double value, const char *unit)
{
    return value > 0 ? withUnit(value, unit) : QString();
}

QString gpuDetail(const Gpu &gpu)
{
    return joined(
        {withUnit(gpu.memoryGB, "GB"), withUnit(toGBPerSecond(gpu.bandwidth), "GB/s"), withUnit(gpu.tdp.base(), "W")});
}

QString unifiedDetail(const UnifiedSystem &system, int variant)
{
    const auto &options = system.memoryOptionsGB;
    const double memory = options.empty() ? 0 : options[std::size_t(std::clamp(variant, 0, int(options.size()) - 1))];
    return joined({known(memory, "GB"), withUnit(toGBPerSecond(system.bandwidth), "GB/s"), system.chip});
}

QString prebuiltDetail(const Prebuilt &machine)
{
    return joined({known(machine.gpuMemoryGB, "GB"), machine.cpu, known(machine.maximum.base(), "W")});
}

QString boardDetail(const Motherboard &board)
{
    return joined({board.socket, board.formFactor, board.memoryType});
}

QString enclosureDetail(const Enclosure &enclosure)
{
    return joined({enclosure.formFactor, tr("%1 slots").arg(enclosure.expansionSlots),
                   known(enclosure.maxGpuLength.base(), "mm")});
}

QString supplyDetail(const PowerSupply &supply)
{
    return joined({withUnit(supply.watts.base(), "W"), supply.efficiencyRating,
                   supply.atxVersion.isEmpty() ? QString() : QStringLiteral("ATX ") + supply.atxVersion});
}

QString kitDetail(const MemoryKit &kit)
{
    return joined({QString::number(kit.modules) + QStringLiteral(" × ") + withUnit(kit.moduleGB, "GB"), kit.type,
                   known(kit.speedMTs, "MT/s")});
}

QString fanDetail(const Fan &fan)
{
    return joined(
        {known(fan.diameter.base(), "mm"), known(fan.airflow.base(), "CFM"), known(fan.noise.base(), "dB(A)")});
}

/// Calls `detail` with the row, if there is one.
template <class Row, class Detail>
QString of(const Table<Row> &table, const QString &id, Detail detail)
{
    const Row *row = table.find(id);
    return row ? detail(*row) : QString();
}

} // namespace

QString partDetail(const Catalog &catalog, const PartRef &part, int variant)
{
    switch (part.kind) {
    case PartKind::Gpu: return of(catalog.gpus, part.id, gpuDetail);
    case PartKind::UnifiedSystem:
        return of(catalog.unifiedSystems, part.id, [variant](const auto &row) { return unifiedDetail(row, variant); });
    case PartKind::Prebuilt: return of(catalog.prebuilts, part.id, prebuiltDetail);
    case PartKind::Cpu:
        return of(catalog.cpus, part.id, [](const Cpu &cpu) {
            return joined({tr("%1 cores").arg(cpu.cores), cpu.socket, withUnit(cpu.tdp.base(), "W")});
        });
    case PartKind::Motherboard: return of(catalog.motherboards, part.id, boardDetail);
    case PartKind::PowerSupply: return of(catalog.powerSupplies, part.id, supplyDetail);
    case PartKind::Enclosure: return of(catalog.enclosures, part.id, enclosureDetail);
    case PartKind::MemoryKit: return of(catalog.memoryKits, part.id, kitDetail);
    case PartKind::Drive:
        return of(catalog.drives, part.id, [](const Drive &drive) {
            return joined({withUnit(drive.capacityTB, "TB"), drive.interface});
        });
    case PartKind::NvlinkBridge:
        return of(catalog.nvlinkBridges, part.id, [](const NvlinkBridge &bridge) {
            return joined({known(toGBPerSecond(bridge.total), "GB/s"),
                           bridge.slotSpacing > 0 ? tr("%1-slot spacing").arg(bridge.slotSpacing) : QString()});
        });
    case PartKind::Fan: return of(catalog.fans, part.id, fanDetail);
    case PartKind::Extra: return of(catalog.extras, part.id, [](const Extra &extra) { return extra.keySpec; });
    }
    return {};
}

} // namespace rigwright
