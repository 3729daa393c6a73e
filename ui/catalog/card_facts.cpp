// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/card_facts.h"

#include "core/units/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rigwright::ui {

namespace {
using Facts = std::array<CardFact, 4>;

QString translated(const char *text)
{
    return QCoreApplication::translate("CardFacts", text);
}

/// "–" stands where the catalogue knows nothing.
QString orDash(bool known, const QString &text)
{
    return known ? text : QStringLiteral("–");
}

QString gigabytesPerSecond(BytesPerSecond rate)
{
    const double value = toGBPerSecond(rate);
    return orDash(value > 0, format::number(value, value < 10 ? 1 : 0));
}

QString watts(Watts power)
{
    return orDash(power.base() > 0, format::watts(power));
}

QString millimetres(Millimetres length)
{
    return orDash(length.base() > 0, format::millimetres(length));
}

QString plain(double value)
{
    return format::number(value, value == std::floor(value) ? 0 : 1);
}

/// "DDR5 RDIMM" as "DDR5" over "RDIMM".
CardFact inTwoLines(const QString &text)
{
    const auto space = text.indexOf(QLatin1Char(' '));
    return space < 0 ? CardFact{text, translated("type")} : CardFact{text.left(space), text.mid(space + 1)};
}

QString billions(qint64 parameters)
{
    return QStringLiteral("%1B").arg(format::twoDigits(double(parameters) / 1e9));
}

Facts factsOf(const Gpu &gpu)
{
    const CardFact size =
        gpu.formFactor == GpuFormFactor::PcieCard
            ? CardFact{translated("%1 slot").arg(plain(gpu.slotWidth)), millimetres(gpu.length)}
        : gpu.formFactor == GpuFormFactor::SxmModule ? CardFact{QStringLiteral("SXM"), translated("module")}
        : gpu.formFactor == GpuFormFactor::OamModule ? CardFact{QStringLiteral("OAM"), translated("module")}
                                                     : CardFact{translated("chip"), translated("module")};
    const QString cooling = gpu.cooler == GpuCooler::Passive  ? translated("passive")
                            : gpu.cooler == GpuCooler::Blower ? translated("blower")
                                                              : translated("TDP");
    return {CardFact{format::gb(gpu.memoryGB), gpu.ecc ? translated("ECC") : translated("VRAM")},
            CardFact{gigabytesPerSecond(gpu.bandwidth), translated("GB/s")}, CardFact{watts(gpu.tdp), cooling}, size};
}

Facts factsOf(const UnifiedSystem &system)
{
    const auto &options = system.memoryOptionsGB;
    const double most = options.empty() ? 0 : *std::max_element(options.begin(), options.end());
    return {CardFact{format::gb(most), options.size() > 1 ? translated("at most") : translated("unified")},
            CardFact{gigabytesPerSecond(system.bandwidth), translated("GB/s")},
            CardFact{watts(system.maximum), translated("at most")}, CardFact{system.chip, translated("chip")}};
}

Facts factsOf(const Prebuilt &machine)
{
    return {CardFact{format::gb(machine.gpuMemoryGB), translated("VRAM")},
            CardFact{orDash(machine.gpuCount > 0, QStringLiteral("%1×").arg(machine.gpuCount)), translated("GPUs")},
            CardFact{watts(machine.maximum), translated("at most")},
            CardFact{orDash(machine.noise.base() > 0, format::noise(machine.noise)), translated("noise")}};
}

Facts factsOf(const LlmModel &model)
{
    const auto q4 = model.ggufBytes.constFind(QStringLiteral("q4_k_m"));
    const bool knowsSize = q4 != model.ggufBytes.cend();
    return {CardFact{billions(model.totalParameters), translated("parameters")},
            CardFact{billions(model.activeParameters),
                     model.isMixtureOfExperts() ? translated("active") : translated("dense")},
            CardFact{format::tokens(model.maxContext), translated("context")},
            CardFact{orDash(knowsSize, knowsSize ? format::gib(*q4) : QString()), QStringLiteral("Q4_K_M")}};
}

Facts factsOf(const Motherboard &board)
{
    const auto wide = std::count_if(board.slots_.begin(), board.slots_.end(),
                                    [](const BoardSlot &slot) { return slot.link.lanes >= 16; });
    return {CardFact{QString::number(wide), translated("× x16")}, CardFact{board.socket, translated("socket")},
            CardFact{QString::number(board.memorySlots), translated("DIMM slots")},
            CardFact{board.formFactor, translated("format")}};
}

Facts factsOf(const Cpu &cpu)
{
    return {CardFact{QString::number(cpu.cores), translated("cores")},
            CardFact{gigabytesPerSecond(cpu.memoryBandwidth), translated("GB/s RAM")},
            CardFact{QString::number(cpu.pcieLanes), translated("PCIe lanes")}, CardFact{watts(cpu.tdp), cpu.socket}};
}

Facts factsOf(const PowerSupply &supply)
{
    const bool derated = supply.lowLineWatts < supply.watts;
    return {CardFact{format::watts(supply.watts), derated ? translated("on 240 V") : translated("rated")},
            CardFact{supply.efficiencyRating.section(QLatin1Char(' '), -1), translated("80 PLUS")},
            CardFact{QString::number(supply.eightPin), translated("8-pin")},
            CardFact{QString::number(supply.sixteenPin), translated("16-pin")}};
}

Facts factsOf(const Enclosure &enclosure)
{
    return {CardFact{QString::number(enclosure.expansionSlots), translated("slots")},
            CardFact{millimetres(enclosure.maxGpuLength), translated("for GPUs")},
            CardFact{QString::number(enclosure.psuBays), translated("PSU bays")},
            CardFact{QString::number(enclosure.fanMountCount), translated("fans")}};
}

Facts factsOf(const MemoryKit &kit)
{
    return {CardFact{format::gb(kit.modules * kit.moduleGB), translated("in all")},
            CardFact{QStringLiteral("%1×%2").arg(kit.modules).arg(plain(kit.moduleGB)), translated("modules")},
            CardFact{format::number(kit.speedMTs), translated("MT/s")}, inTwoLines(kit.type)};
}

Facts factsOf(const Drive &drive)
{
    return {CardFact{QStringLiteral("%1 TB").arg(plain(drive.capacityTB)), translated("capacity")},
            CardFact{gigabytesPerSecond(drive.readRate), translated("GB/s read")},
            CardFact{watts(drive.power), translated("power")}, CardFact{drive.interface, translated("interface")}};
}

Facts factsOf(const NvlinkBridge &bridge)
{
    return {CardFact{gigabytesPerSecond(bridge.total), translated("GB/s")},
            CardFact{QStringLiteral("2"), translated("cards")},
            CardFact{orDash(bridge.slotSpacing > 0, QString::number(bridge.slotSpacing)), translated("slots apart")},
            CardFact{QString::number(bridge.gpuIds.size()), translated("GPU kinds")}};
}

Facts factsOf(const Fan &fan)
{
    return {CardFact{QStringLiteral("%1×").arg(fan.count), millimetres(fan.diameter)},
            CardFact{orDash(fan.airflow.base() > 0, format::number(fan.airflow.base())), translated("CFM each")},
            CardFact{orDash(fan.noise.base() > 0, format::noise(fan.noise)), translated("noise")},
            CardFact{watts(fan.power), translated("power")}};
}

Facts factsOf(const Extra &extra)
{
    return {CardFact{extra.category, extra.keySpec}, {}, {}, {}};
}

double leading(const Gpu &gpu)
{
    return gpu.bandwidth.base();
}
double leading(const UnifiedSystem &system)
{
    return system.bandwidth.base();
}
double leading(const Prebuilt &machine)
{
    return machine.gpuMemoryGB;
}
double leading(const LlmModel &model)
{
    return double(model.totalParameters);
}
double leading(const Motherboard &board)
{
    return double(board.slots_.size());
}
double leading(const Cpu &cpu)
{
    return cpu.memoryBandwidth.base();
}
double leading(const PowerSupply &supply)
{
    return supply.watts.base();
}
double leading(const Enclosure &enclosure)
{
    return enclosure.expansionSlots;
}
double leading(const MemoryKit &kit)
{
    return kit.modules * kit.moduleGB;
}
double leading(const Drive &drive)
{
    return drive.capacityTB;
}
double leading(const NvlinkBridge &bridge)
{
    return bridge.total.base();
}
double leading(const Fan &fan)
{
    return fan.airflow.base() * fan.count;
}
double leading(const Extra &extra)
{
    return extra.power.base();
}

template <class Row>
bool setsTheScale(const Row &)
{
    return true;
}
bool setsTheScale(const Gpu &gpu)
{
    return gpu.segment != QLatin1String("datacenter");
}

/// Calls `use` with the table of a section.
template <class Use>
auto withTable(const Catalog &catalog, CatalogSection section, Use use)
{
    switch (section) {
    case CatalogSection::Gpus: return use(catalog.gpus);
    case CatalogSection::Systems: return use(catalog.unifiedSystems);
    case CatalogSection::Prebuilts: return use(catalog.prebuilts);
    case CatalogSection::Models: return use(catalog.models);
    case CatalogSection::Boards: return use(catalog.motherboards);
    case CatalogSection::Cpus: return use(catalog.cpus);
    case CatalogSection::PowerSupplies: return use(catalog.powerSupplies);
    case CatalogSection::Enclosures: return use(catalog.enclosures);
    case CatalogSection::Memory: return use(catalog.memoryKits);
    case CatalogSection::Drives: return use(catalog.drives);
    case CatalogSection::Bridges: return use(catalog.nvlinkBridges);
    case CatalogSection::Fans: return use(catalog.fans);
    case CatalogSection::Extras: break;
    }
    return use(catalog.extras);
}
} // namespace

std::array<CardFact, 4> cardFacts(const Catalog &catalog, const SearchHit &hit)
{
    return withTable(catalog, hit.section, [&](const auto &table) {
        const auto *row = table.find(hit.id);
        return row ? factsOf(*row) : Facts{};
    });
}

double leadingNumber(const Catalog &catalog, const SearchHit &hit)
{
    return withTable(catalog, hit.section, [&](const auto &table) {
        const auto *row = table.find(hit.id);
        return row ? leading(*row) : 0.0;
    });
}

double largestLeadingNumber(const Catalog &catalog, CatalogSection section)
{
    return withTable(catalog, section, [](const auto &table) {
        double most = 0;
        for (const auto &row : table)
            if (setsTheScale(row))
                most = std::max(most, leading(row));
        return most;
    });
}

} // namespace rigwright::ui
