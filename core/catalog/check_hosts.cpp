// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/problem_list.h"

#include <QSet>

namespace rigwright {

namespace {

/// Peak bandwidth of all memory channels: channels * transfers per second * bytes per transfer.
void checkCpu(const Cpu &cpu, const RowReport &report)
{
    constexpr double bytesPerTransfer = 8; // 64-bit channel
    constexpr double tolerance = 0.02;     // data sheets round
    const double computed = double(cpu.memoryChannels) * cpu.memorySpeedMTs * 1e6 * bytesPerTransfer;
    if (differs(cpu.memoryBandwidth.base(), computed, tolerance))
        report("memory_bandwidth_gbs", insteadOf(toGBPerSecond(cpu.memoryBandwidth), computed / 1e9));
}

void checkBoard(const Motherboard &board, const RowReport &report)
{
    QSet<int> taken;
    for (const BoardSlot &slot : board.slots_) {
        if (slot.position > 0 && taken.contains(slot.position))
            report("slots", CheckText::tr("position %1 stands twice").arg(slot.position));
        taken.insert(slot.position);
    }
}

} // namespace

void checkHosts(const Catalog &rows, Problems &problems)
{
    checkRows(problems, "cpus", rows.cpus, checkCpu);
    checkRows(problems, "motherboards", rows.motherboards, checkBoard);
    checkRows(problems, "power_supplies", rows.powerSupplies, [](const PowerSupply &supply, const RowReport &report) {
        if (supply.lowLineWatts > supply.watts)
            report("low_line_w", CheckText::tr("is above rated_w"));
    });
}

} // namespace rigwright
