// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/facets.h"

#include "ui/catalog/card_facts.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright::ui {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Facets)
};

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

/// Modules are bought with their machine: what they cost alone says nothing about a build.
double cardPricePerBandwidth(const Catalog &catalog, const SearchHit &hit)
{
    const Gpu *gpu = catalog.gpus.find(hit.id);
    return gpu && gpu->formFactor == GpuFormFactor::PcieCard ? pricePerLeadingNumber(catalog, hit) : -1;
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
        {Text::tr("≥ 24 GB"), rowMatches<kGpus, [](const Gpu &gpu) { return gpu.memoryGB >= 24; }>},
        {Text::tr("≥ 48 GB"), rowMatches<kGpus, [](const Gpu &gpu) { return gpu.memoryGB >= 48; }>},
        {Text::tr("NVLink"), rowMatches<kGpus, [](const Gpu &gpu) { return gpu.nvlinkPeers >= 1; }>},
        {Text::tr("≤ 2 slots"),
         rowMatches<kGpus,
                    [](const Gpu &gpu) { return gpu.formFactor == GpuFormFactor::PcieCard && gpu.slotWidth <= 2; }>},
        {Text::tr("ECC"), rowMatches<kGpus, [](const Gpu &gpu) { return gpu.ecc; }>},
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
        {Text::tr("≤ 10B"), rowMatches<kModels, [](const LlmModel &m) { return m.totalParameters <= 10 * kBillion; }>,
         1},
        {Text::tr("10–40B"),
         rowMatches<kModels,
                    [](const LlmModel &m) {
                        return (m.totalParameters > 10 * kBillion && m.totalParameters <= 40 * kBillion);
                    }>,
         1},
        {Text::tr("> 40B"), rowMatches<kModels, [](const LlmModel &m) { return (m.totalParameters > 40 * kBillion); }>,
         1},
        {Text::tr("MoE"), rowMatches<kModels, [](const LlmModel &m) { return m.isMixtureOfExperts(); }>},
        {Text::tr("Vision"), rowMatches<kModels, [](const LlmModel &m) { return m.kind == QLatin1String("vision"); }>,
         2},
        {Text::tr("Code"), rowMatches<kModels, [](const LlmModel &m) { return m.kind == QLatin1String("code"); }>, 2},
        {Text::tr("≥ 128K"), rowMatches<kModels, [](const LlmModel &m) { return m.maxContext >= 128'000; }>},
    };
}

std::vector<Facet> otherFacets(CatalogSection first)
{
    switch (first) {
    case CatalogSection::Systems:
        return {{Text::tr("Unified memory"), inSection<CatalogSection::Systems>, 1},
                {Text::tr("Whole machines"), inSection<CatalogSection::Prebuilts>, 1}};
    case CatalogSection::Boards:
        return {{Text::tr("≥ 4 × x16"), rowMatches<&Catalog::motherboards,
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
                {Text::tr("RDIMM"), rowMatches<&Catalog::motherboards, [](const Motherboard &board) {
                     return board.memoryType.contains(QLatin1String("RDIMM"));
                 }>}};
    case CatalogSection::Cpus:
        return {
            {Text::tr("≥ 64 lanes"), rowMatches<&Catalog::cpus, [](const Cpu &cpu) { return cpu.pcieLanes >= 64; }>},
            {Text::tr("≥ 8 channels"),
             rowMatches<&Catalog::cpus, [](const Cpu &cpu) { return cpu.memoryChannels >= 8; }>},
            {Text::tr("PCIe 5"), rowMatches<&Catalog::cpus, [](const Cpu &cpu) { return cpu.pcieGeneration >= 5; }>}};
    case CatalogSection::PowerSupplies:
        return {{Text::tr("≥ 1200 W"),
                 rowMatches<&Catalog::powerSupplies, [](const PowerSupply &psu) { return psu.watts >= Watts(1200); }>},
                {Text::tr("≥ 1600 W"),
                 rowMatches<&Catalog::powerSupplies, [](const PowerSupply &psu) { return psu.watts >= Watts(1600); }>},
                {Text::tr("≥ 2 × 16-pin"),
                 rowMatches<&Catalog::powerSupplies, [](const PowerSupply &psu) { return psu.sixteenPin >= 2; }>},
                {QStringLiteral("ATX 3"), rowMatches<&Catalog::powerSupplies, [](const PowerSupply &psu) {
                     return psu.atxVersion.startsWith(QLatin1Char('3'));
                 }>}};
    case CatalogSection::Enclosures:
        return {
            {Text::tr("Towers"),
             rowMatches<&Catalog::enclosures, [](const Enclosure &c) { return c.style == EnclosureStyle::Tower; }>, 1},
            {Text::tr("Rack"),
             rowMatches<&Catalog::enclosures, [](const Enclosure &c) { return c.style == EnclosureStyle::Rack; }>, 1},
            {Text::tr("Open frames"),
             rowMatches<&Catalog::enclosures, [](const Enclosure &c) { return c.style == EnclosureStyle::OpenFrame; }>,
             1},
            {Text::tr("2 PSUs"), rowMatches<&Catalog::enclosures, [](const Enclosure &c) { return c.psuBays >= 2; }>}};
    case CatalogSection::Memory:
        return {
            {Text::tr("≥ 128 GB"),
             rowMatches<&Catalog::memoryKits, [](const MemoryKit &kit) { return kit.modules * kit.moduleGB >= 128; }>},
            {QStringLiteral("DDR5"),
             rowMatches<&Catalog::memoryKits,
                        [](const MemoryKit &kit) { return kit.type.contains(QLatin1String("DDR5")); }>},
            {Text::tr("RDIMM"), rowMatches<&Catalog::memoryKits, [](const MemoryKit &kit) {
                 return kit.type.contains(QLatin1String("RDIMM"));
             }>}};
    case CatalogSection::Drives:
        return {{Text::tr("Drives"), inSection<CatalogSection::Drives>, 1},
                {Text::tr("NVLink bridges"), inSection<CatalogSection::Bridges>, 1},
                {Text::tr("Fans"), inSection<CatalogSection::Fans>, 1},
                {Text::tr("Extras"), inSection<CatalogSection::Extras>, 1}};
    default: return {};
    }
}
} // namespace

std::vector<SectionChip> sectionChips()
{
    using S = CatalogSection;
    return {{Text::tr("GPUs"), {S::Gpus}},
            {Text::tr("Systems"), {S::Systems, S::Prebuilts}},
            {Text::tr("Models"), {S::Models}},
            {Text::tr("Boards"), {S::Boards}},
            {Text::tr("CPUs"), {S::Cpus}},
            {Text::tr("PSUs"), {S::PowerSupplies}},
            {Text::tr("Cases"), {S::Enclosures}},
            {Text::tr("Memory"), {S::Memory}},
            {Text::tr("More"), {S::Drives, S::Bridges, S::Fans, S::Extras}}};
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
    const SortOrder catalogOrder{Text::tr("best match"), nullptr};
    const SortOrder cheapest{Text::tr("price"), price};
    switch (sections.front()) {
    case CatalogSection::Gpus:
        return {{Text::tr("$/GB/s"), cardPricePerBandwidth},
                {Text::tr("memory"), gpuMemory, true},
                {Text::tr("GB/s"), leadingNumber, true},
                cheapest,
                catalogOrder};
    case CatalogSection::Models:
        return {{Text::tr("newest"), modelRelease, true}, {Text::tr("size"), leadingNumber}, catalogOrder};
    case CatalogSection::Systems: return {catalogOrder, cheapest};
    case CatalogSection::Cpus: return {catalogOrder, {Text::tr("GB/s"), leadingNumber, true}, cheapest};
    case CatalogSection::PowerSupplies:
        return {
            catalogOrder, {Text::tr("watts"), leadingNumber, true}, {Text::tr("$/W"), pricePerLeadingNumber}, cheapest};
    case CatalogSection::Memory: return {catalogOrder, {Text::tr("$/GB"), pricePerLeadingNumber}, cheapest};
    default: return {catalogOrder, cheapest};
    }
}

} // namespace rigwright::ui
