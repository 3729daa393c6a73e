// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/facets.h"

#include "core/catalog/search_facts.h"

#include <QCoreApplication>

namespace rigwright::ui {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Facets)
};

// Facets of one group widen each other: any of the makers, any of the sizes.
enum Group { Alone, Makers, Sizes, Purposes, Styles, Kinds };

Facet atLeast(const QString &label, Figure figure, double least, Group group = Alone)
{
    SearchFilter filter;
    filter.ranges = {{figure, least}};
    filter.group = group;
    return {label, filter};
}

Facet within(const QString &label, Figure figure, double above, double most, Group group)
{
    SearchFilter filter;
    filter.ranges = {{figure, above, most, true, false}};
    filter.group = group;
    return {label, filter};
}

Facet having(const QString &label, Trait trait, Group group = Alone)
{
    SearchFilter filter;
    filter.traits = quint32(trait);
    filter.group = group;
    return {label, filter};
}

Facet in(const QString &label, CatalogSection section)
{
    SearchFilter filter;
    filter.section = section;
    filter.group = Kinds;
    return {label, filter};
}

std::vector<Facet> factsOf(CatalogSection first)
{
    constexpr double kAny = std::numeric_limits<double>::infinity();
    switch (first) {
    case CatalogSection::Gpus:
        return {atLeast(Text::tr("≥ 24 GB"), Figure::Memory, 24),
                atLeast(Text::tr("≥ 48 GB"), Figure::Memory, 48),
                having(Text::tr("NVLink"), Trait::Nvlink),
                within(Text::tr("≤ 2 slots"), Figure::Slots, 0, 2, Alone),
                having(Text::tr("ECC"), Trait::Ecc),
                having(QStringLiteral("NVIDIA"), Trait::Nvidia, Makers),
                having(QStringLiteral("AMD"), Trait::Amd, Makers),
                having(QStringLiteral("Intel"), Trait::Intel, Makers)};
    case CatalogSection::Models:
        return {within(Text::tr("≤ 10B"), Figure::Parameters, 0, 10, Sizes),
                within(Text::tr("10–40B"), Figure::Parameters, 10, 40, Sizes),
                within(Text::tr("> 40B"), Figure::Parameters, 40, kAny, Sizes),
                having(Text::tr("MoE"), Trait::Moe),
                having(Text::tr("Vision"), Trait::Vision, Purposes),
                having(Text::tr("Code"), Trait::Code, Purposes),
                atLeast(Text::tr("≥ 128K"), Figure::Context, 128'000)};
    case CatalogSection::Systems:
        return {in(Text::tr("Unified memory"), CatalogSection::Systems),
                in(Text::tr("Whole machines"), CatalogSection::Prebuilts),
                atLeast(Text::tr("≥ 128 GB"), Figure::Memory, 128)};
    case CatalogSection::Boards:
        return {atLeast(Text::tr("≥ 4 × x16"), Figure::Lanes, 4), having(QStringLiteral("DDR5"), Trait::Ddr5),
                having(Text::tr("RDIMM"), Trait::Rdimm)};
    case CatalogSection::Cpus:
        return {atLeast(Text::tr("≥ 64 lanes"), Figure::Lanes, 64),
                atLeast(Text::tr("≥ 8 channels"), Figure::Channels, 8), having(Text::tr("PCIe 5"), Trait::Pcie5)};
    case CatalogSection::PowerSupplies:
        return {atLeast(Text::tr("≥ 1200 W"), Figure::Power, 1200), atLeast(Text::tr("≥ 1600 W"), Figure::Power, 1600),
                atLeast(Text::tr("≥ 2 × 16-pin"), Figure::Plugs, 2), having(QStringLiteral("ATX 3"), Trait::Atx3)};
    case CatalogSection::Enclosures:
        return {having(Text::tr("Towers"), Trait::Tower, Styles), having(Text::tr("Rack"), Trait::Rack, Styles),
                having(Text::tr("Open frames"), Trait::OpenFrame, Styles),
                atLeast(Text::tr("2 PSUs"), Figure::Bays, 2)};
    case CatalogSection::Memory:
        return {atLeast(Text::tr("≥ 128 GB"), Figure::Memory, 128), having(QStringLiteral("DDR5"), Trait::Ddr5),
                having(Text::tr("RDIMM"), Trait::Rdimm)};
    case CatalogSection::Drives:
        return {in(Text::tr("Drives"), CatalogSection::Drives), in(Text::tr("NVLink bridges"), CatalogSection::Bridges),
                in(Text::tr("Fans"), CatalogSection::Fans), in(Text::tr("Extras"), CatalogSection::Extras)};
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
    std::vector<Facet> facets = factsOf(sections.front());
    facets.push_back(having(Text::tr("★ Favourites"), Trait::Favourite));
    facets.push_back(having(Text::tr("My own"), Trait::Own));
    return facets;
}

std::vector<SortOrder> sortOrdersFor(const std::vector<CatalogSection> &sections)
{
    const SortOrder catalogOrder{Text::tr("best match"), std::nullopt};
    const auto least = [](const QString &label, Figure figure, std::optional<Figure> per = std::nullopt) {
        return SortOrder{label, SearchOrder{figure, per, false, std::nullopt}};
    };
    const auto most = [](const QString &label, Figure figure, std::optional<Figure> per = std::nullopt) {
        return SortOrder{label, SearchOrder{figure, per, true, std::nullopt}};
    };
    // Modules are bought with their machine: what they cost alone says nothing about a build.
    const auto cheapestCard = [](const QString &label, Figure per) {
        return SortOrder{label, SearchOrder{Figure::Price, per, false, quint32(Trait::Card)}};
    };
    const SortOrder cheapest = least(Text::tr("price"), Figure::Price);
    switch (sections.front()) {
    case CatalogSection::Gpus:
        return {cheapestCard(Text::tr("$/GB/s"), Figure::Bandwidth),
                cheapestCard(Text::tr("$/GB"), Figure::Memory),
                most(Text::tr("GB/s per W"), Figure::Bandwidth, Figure::Power),
                most(Text::tr("memory"), Figure::Memory),
                most(Text::tr("GB/s"), Figure::Bandwidth),
                most(Text::tr("TFLOPS"), Figure::Compute),
                least(Text::tr("watts"), Figure::Power),
                least(Text::tr("length"), Figure::Length),
                most(Text::tr("newest"), Figure::Released),
                cheapest,
                catalogOrder};
    case CatalogSection::Models:
        return {most(Text::tr("newest"), Figure::Released), least(Text::tr("size"), Figure::Parameters),
                least(Text::tr("active size"), Figure::Active), most(Text::tr("context"), Figure::Context),
                catalogOrder};
    case CatalogSection::Systems:
        return {catalogOrder, most(Text::tr("memory"), Figure::Memory), most(Text::tr("GB/s"), Figure::Bandwidth),
                least(Text::tr("$/GB"), Figure::Price, Figure::Memory), cheapest};
    case CatalogSection::Boards: return {catalogOrder, most(Text::tr("x16 slots"), Figure::Lanes), cheapest};
    case CatalogSection::Cpus:
        return {catalogOrder,
                most(Text::tr("GB/s"), Figure::Bandwidth),
                most(Text::tr("lanes"), Figure::Lanes),
                most(Text::tr("cores"), Figure::Cores),
                least(Text::tr("$/GB/s"), Figure::Price, Figure::Bandwidth),
                cheapest};
    case CatalogSection::PowerSupplies:
        return {catalogOrder, most(Text::tr("watts"), Figure::Power),
                least(Text::tr("$/W"), Figure::Price, Figure::Power), least(Text::tr("length"), Figure::Length),
                cheapest};
    case CatalogSection::Enclosures:
        return {catalogOrder, most(Text::tr("slots"), Figure::Slots), most(Text::tr("GPU length"), Figure::Length),
                cheapest};
    case CatalogSection::Memory:
        return {catalogOrder, least(Text::tr("$/GB"), Figure::Price, Figure::Memory),
                most(Text::tr("memory"), Figure::Memory), cheapest};
    default: return {catalogOrder, cheapest};
    }
}

} // namespace rigwright::ui
