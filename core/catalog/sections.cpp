// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/sections.h"

namespace rigwright {

QString tableOf(CatalogSection section)
{
    const std::optional<PartKind> kind = kindOf(section);
    return kind ? tableOf(*kind) : QStringLiteral("models");
}

std::optional<CatalogSection> sectionOf(const QString &table)
{
    if (table == QLatin1String("models"))
        return CatalogSection::Models;
    const std::optional<PartKind> kind = kindOf(table);
    return kind ? std::optional<CatalogSection>(sectionOf(*kind)) : std::nullopt;
}

CatalogSection sectionOf(PartKind kind)
{
    switch (kind) {
    case PartKind::Gpu: return CatalogSection::Gpus;
    case PartKind::UnifiedSystem: return CatalogSection::Systems;
    case PartKind::Prebuilt: return CatalogSection::Prebuilts;
    case PartKind::Cpu: return CatalogSection::Cpus;
    case PartKind::Motherboard: return CatalogSection::Boards;
    case PartKind::PowerSupply: return CatalogSection::PowerSupplies;
    case PartKind::Enclosure: return CatalogSection::Enclosures;
    case PartKind::MemoryKit: return CatalogSection::Memory;
    case PartKind::Drive: return CatalogSection::Drives;
    case PartKind::NvlinkBridge: return CatalogSection::Bridges;
    case PartKind::Fan: return CatalogSection::Fans;
    case PartKind::Extra: return CatalogSection::Extras;
    }
    return CatalogSection::Extras;
}

std::optional<PartKind> kindOf(CatalogSection section)
{
    switch (section) {
    case CatalogSection::Gpus: return PartKind::Gpu;
    case CatalogSection::Systems: return PartKind::UnifiedSystem;
    case CatalogSection::Prebuilts: return PartKind::Prebuilt;
    case CatalogSection::Models: return std::nullopt;
    case CatalogSection::Boards: return PartKind::Motherboard;
    case CatalogSection::Cpus: return PartKind::Cpu;
    case CatalogSection::PowerSupplies: return PartKind::PowerSupply;
    case CatalogSection::Enclosures: return PartKind::Enclosure;
    case CatalogSection::Memory: return PartKind::MemoryKit;
    case CatalogSection::Drives: return PartKind::Drive;
    case CatalogSection::Bridges: return PartKind::NvlinkBridge;
    case CatalogSection::Fans: return PartKind::Fan;
    case CatalogSection::Extras: return PartKind::Extra;
    }
    return std::nullopt;
}

std::optional<PartRef> partOf(const SearchHit &hit)
{
    const std::optional<PartKind> kind = kindOf(hit.section);
    return kind ? std::optional<PartRef>(PartRef{*kind, hit.id}) : std::nullopt;
}

RowKey keyOf(const SearchHit &hit)
{
    return {tableOf(hit.section), hit.id};
}

} // namespace rigwright
