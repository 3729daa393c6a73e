// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/problem_list.h"

#include <algorithm>

namespace rigwright {

namespace {

void checkMemory(const Prebuilt &machine, const Catalog &all, const RowReport &report)
{
    if (machine.gpuIds.empty() || machine.gpuMemoryGB <= 0)
        return;
    const auto givesIt = [&](const QString &id) {
        const Gpu *gpu = all.gpus.find(id);
        return !gpu || !differs(machine.gpuMemoryGB, machine.gpuCount * gpu->memoryGB, 0.005);
    };
    if (std::ranges::none_of(machine.gpuIds, givesIt))
        report("gpu_memory_gb",
               CheckText::tr("%1 GB is not what %2 of gpu_ids have").arg(machine.gpuMemoryGB).arg(machine.gpuCount));
}

} // namespace

void checkMachines(const Catalog &rows, const Catalog &all, Problems &problems)
{
    checkRows(problems, "unified_systems", rows.unifiedSystems,
              [](const UnifiedSystem &system, const RowReport &report) {
                  if (system.maximum > Watts() && system.idle > system.maximum)
                      report("idle_w", CheckText::tr("is above max_w"));
              });
    checkRows(problems, "prebuilts", rows.prebuilts, [&all](const Prebuilt &machine, const RowReport &report) {
        if (machine.maximum > Watts() && machine.typical > machine.maximum)
            report("typical_w", CheckText::tr("is above max_w"));
        checkMemory(machine, all, report);
    });
}

} // namespace rigwright
