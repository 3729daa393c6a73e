// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalog.h"

namespace rigwright {

namespace {
template <class Row>
const PartInfo *infoIn(const Table<Row> &table, const QString &id)
{
    const Row *row = table.find(id);
    return row ? &row->info : nullptr;
}
} // namespace

const PartInfo *Catalog::partInfo(const PartRef &ref) const
{
    switch (ref.kind) {
    case PartKind::Gpu: return infoIn(gpus, ref.id);
    case PartKind::UnifiedSystem: return infoIn(unifiedSystems, ref.id);
    case PartKind::Prebuilt: return infoIn(prebuilts, ref.id);
    case PartKind::Cpu: return infoIn(cpus, ref.id);
    case PartKind::Motherboard: return infoIn(motherboards, ref.id);
    case PartKind::PowerSupply: return infoIn(powerSupplies, ref.id);
    case PartKind::Enclosure: return infoIn(enclosures, ref.id);
    case PartKind::MemoryKit: return infoIn(memoryKits, ref.id);
    case PartKind::Drive: return infoIn(drives, ref.id);
    case PartKind::NvlinkBridge: return infoIn(nvlinkBridges, ref.id);
    case PartKind::Fan: return infoIn(fans, ref.id);
    case PartKind::Extra: return infoIn(extras, ref.id);
    }
    return nullptr;
}

} // namespace rigwright
