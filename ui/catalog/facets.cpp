// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/facets.h"

#include "ui/catalog/card_facts.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright::ui {

namespace {
QString translated(const char *text)
{
    return QCoreApplication::translate("Facets", text);
}

template <auto table, auto matches>
bool rowMatches(const Catalog &catalog, const SearchHit &hit)
{
    const auto *row = (catalog.*table).find(hit.id);
    return row && matches(*row);
}

template <CatalogSection section>
bool inSection(const Catalog &, const SearchHit &hit)
{
    return hit.section == section;
}

double price(const Catalog &catalog, const SearchHit &hit)
{
    const auto part = partOf(hit);
    const PartInfo *info = part ? catalog.partInfo(*part) : nullptr;
    return info && info->price ? info->price->typical().base() : -1;
}

double pricePerLeadingNumber(const Catalog &catalog, const SearchHit &hit)
{
    const double dollars = price(catalog, hit);
    const double number = leadingNumber(catalog, hit);
    return dollars < 0 || number <= 0 ? -1 : dollars / number;
}

double gpuMemory(const Catalog &catalog, const SearchHit &hit)
{
    const Gpu *gpu = catalog.gpus.find(hit.id);
    return gpu ? gpu->memoryGB : -1;
}

double modelRelease(const Catalog &catalog, const SearchHit &hit)
{
    const LlmModel *model = catalog.models.find(hit.id);
    const QString date = model ? model->releaseDate : QString();
    return date.isEmpty() ? -1 : QString(date).remove(QLatin1Char('-')).leftJustified(8, QLatin1Char('0')).toDouble();
}

std::vector<Facet> gpuFacets()
{
    constexpr auto kGpus = &Catalog::gpus;
    return {
        {translated("≥ 24 GB"), rowMatches<kGpus, [](const Gpu &gpu) { return gpu.memoryGB >= 24; }>},
        {translated("≥ 48 GB"), rowMatches<kGpus, [](const Gpu &gpu) { return gpu.memoryGB >= 48; }>},
        {translated("NVLink"), rowMatches<kGpus, [](const Gpu &gpu) { return gpu.nvlinkPeers >= 1; }>},
        {translated("≤ 2 slots"),
         rowMatches<kGpus,
                    [](const Gpu &gpu) { return gpu.formFactor == GpuFormFactor::PcieCard && gpu.slotWidth <= 2; }>},
        {translated("ECC"), rowMatches<kGpus, [](const Gpu &gpu) { return gpu.ecc; }>},
        {QStringLiteral("NVIDIA"),
         rowMatches<kGpus, [](const Gpu &gpu) { return gpu.info.vendor == QLatin1String("NVIDIA"); }>, 1},
        {QStringLiteral("AMD"),
         rowMatches<kGpus, [](const Gpu &gpu) { return gpu.info.vendor == QLatin1String("AMD"); }>, 1},
        {QStringLiteral("Intel"),
         rowMatches<kGpus, [](const Gpu &gpu) { return gpu.info.vendor == QLatin1String("Intel"); }>, 1},
    };
}

std::vector<Facet> modelFacets()
{
    constexpr auto kModels = &Catalog::models;
    constexpr qint64 kBillion = 1'000'000'000;
    return {
        {translated("≤ 10B"), rowMatches<kModels, [](const LlmModel &m) { return m.totalParameters <= 10 * kBillion; }>,
         1},
        {translated("10–40B"),
         rowMatches<kModels,
                    [](const LlmModel &m) {
                        return (m.totalParameters > 10 * kBillion && m.totalParameters <= 40 * kBillion);
                    }>,
         1},
        {translated("> 40B"),
         rowMatches<kModels, [](const LlmModel &m) { return (m.totalParameters > 40 * kBillion); }>, 1},
        {translated("MoE"), rowMatches<kModels, [](const LlmModel &m) { return m.isMixtureOfExperts(); }>},
        {translated("Vision"), rowMatches<kModels, [](const LlmModel &m) { return m.kind == QLatin1String("vision"); }>,
         2},
        {translated("Code"), rowMatches<kModels, [](const LlmModel &m) { return m.kind == QLatin1String("code"); }>, 2},
        {translated("≥ 128K"), rowMatches<kModels, [](const LlmModel &m) { return m.maxContext >= 128'000; }>},
    };
}

std::vector<Facet> otherFacets(CatalogSection first)
{
    switch (first) {
    case CatalogSection::Systems:
        return {{translated("Unified memory"), inSection<CatalogSection::Systems>, 1},
                {translated("Whole machines"), inSection<CatalogSection::Prebuilts>, 1}};
    case CatalogSection::Boards:
        return {{translated("≥ 4 × x16"), rowMatches<&Catalog::motherboards,
                                                     [](const Motherboard &board) {
                                                         return std::ranges::count_if(board.slots_,
                                                                                      [](const BoardSlot &slot) {
                                                                                          return slot.link.lanes >= 16;
                                                                                      })
                                                                >= 4;
                                                     }>},
                {QStringLiteral("DDR5"),
                 rowMatches<&Catalog::motherboards,
                            [](const Motherboard &board) { return board.memoryType.contains(QLatin1String("DDR5")); }>},
                {translated("RDIMM"), rowMatches<&Catalog::motherboards, [](const Motherboard &board) {
                     return board.memoryType.contains(QLatin1String("RDIMM"));
                 }>}};
    case CatalogSection::Cpus:
        return {
            {translated("≥ 64 lanes"), rowMatches<&Catalog::cpus, [](const Cpu &cpu) { return cpu.pcieLanes >= 64; }>},
            {translated("≥ 8 channels"),
             rowMatches<&Catalog::cpus, [](const Cpu &cpu) { return cpu.memoryChannels >= 8; }>},
            {translated("PCIe 5"), rowMatches<&Catalog::cpus, [](const Cpu &cpu) { return cpu.pcieGeneration >= 5; }>}};
    case CatalogSection::PowerSupplies:
        return {{translated("≥ 1200 W"),
                 rowMatches<&Catalog::powerSupplies, [](const PowerSupply &psu) { return psu.watts >= Watts(1200); }>},
                {translated("≥ 1600 W"),
                 rowMatches<&Catalog::powerSupplies, [](const PowerSupply &psu) { return psu.watts >= Watts(1600); }>},
                {translated("≥ 2 × 16-pin"),
                 rowMatches<&Catalog::powerSupplies, [](const PowerSupply &psu) { return psu.sixteenPin >= 2; }>},
                {QStringLiteral("ATX 3"), rowMatches<&Catalog::powerSupplies, [](const PowerSupply &psu) {
                     return psu.atxVersion.startsWith(QLatin1Char('3'));
                 }>}};
    case CatalogSection::Enclosures:
        return {
            {translated("Towers"),
             rowMatches<&Catalog::enclosures, [](const Enclosure &c) { return c.style == EnclosureStyle::Tower; }>, 1},
            {translated("Rack"),
             rowMatches<&Catalog::enclosures, [](const Enclosure &c) { return c.style == EnclosureStyle::Rack; }>, 1},
            {translated("Open frames"),
             rowMatches<&Catalog::enclosures, [](const Enclosure &c) { return c.style == EnclosureStyle::OpenFrame; }>,
             1},
            {translated("2 PSUs"),
             rowMatches<&Catalog::enclosures, [](const Enclosure &c) { return c.psuBays >= 2; }>}};
    case CatalogSection::Memory:
        return {
            {translated("≥ 128 GB"),
             rowMatches<&Catalog::memoryKits, [](const MemoryKit &kit) { return kit.modules * kit.moduleGB >= 128; }>},
            {QStringLiteral("DDR5"),
             rowMatches<&Catalog::memoryKits,
                        [](const MemoryKit &kit) { return kit.type.contains(QLatin1String("DDR5")); }>},
            {translated("RDIMM"), rowMatches<&Catalog::memoryKits, [](const MemoryKit &kit) {
                 return kit.type.contains(QLatin1String("RDIMM"));
             }>}};
    case CatalogSection::Drives:
        return {{translated("Drives"), inSection<CatalogSection::Drives>, 1},
                {translated("NVLink bridges"), inSection<CatalogSection::Bridges>, 1},
                {translated("Fans"), inSection<CatalogSection::Fans>, 1},
                {translated("Extras"), inSection<CatalogSection::Extras>, 1}};
    default: return {};
    }
}
} // namespace

std::vector<SectionChip> sectionChips()
{
    using S = CatalogSection;
    return {{translated("GPUs"), {S::Gpus}},
            {translated("Systems"), {S::Systems, S::Prebuilts}},
            {translated("Models"), {S::Models}},
            {translated("Boards"), {S::Boards}},
            {translated("CPUs"), {S::Cpus}},
            {translated("PSUs"), {S::PowerSupplies}},
            {translated("Cases"), {S::Enclosures}},
            {translated("Memory"), {S::Memory}},
            {translated("More"), {S::Drives, S::Bridges, S::Fans, S::Extras}}};
}

std::vector<Facet> facetsFor(const std::vector<CatalogSection> &sections)
{
    switch (sections.front()) {
    case CatalogSection::Gpus: return gpuFacets();
    case CatalogSection::Models: return modelFacets();
    default: return otherFacets(sections.front());
    }
}

std::vector<SortOrder> sortOrdersFor(const std::vector<CatalogSection> &sections)
{
    const SortOrder catalogOrder{translated("best match"), nullptr};
    const SortOrder cheapest{translated("price"), price};
    switch (sections.front()) {
    case CatalogSection::Gpus:
        return {{translated("$/GB/s"), pricePerLeadingNumber},
                {translated("memory"), gpuMemory, true},
                {translated("GB/s"), leadingNumber, true},
                cheapest,
                catalogOrder};
    case CatalogSection::Models:
        return {{translated("newest"), modelRelease, true}, {translated("size"), leadingNumber}, catalogOrder};
    case CatalogSection::Systems: return {catalogOrder, cheapest};
    case CatalogSection::Cpus: return {catalogOrder, {translated("GB/s"), leadingNumber, true}, cheapest};
    case CatalogSection::PowerSupplies:
        return {catalogOrder,
                {translated("watts"), leadingNumber, true},
                {translated("$/W"), pricePerLeadingNumber},
                cheapest};
    case CatalogSection::Memory: return {catalogOrder, {translated("$/GB"), pricePerLeadingNumber}, cheapest};
    default: return {catalogOrder, cheapest};
    }
}

} // namespace rigwright::ui
