// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/card_facts.h"

#include "core/units/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rigwright::ui {

namespace {
using Facts = std::array<CardFact, 4>;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CardFacts)
};

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
    return space < 0 ? CardFact{text, Text::tr("type")} : CardFact{text.left(space), text.mid(space + 1)};
}

QString billions(qint64 parameters)
{
    return QStringLiteral("%1B").arg(format::twoDigits(double(parameters) / 1e9));
}

Facts factsOf(const Gpu &gpu)
{
    const CardFact size =
        gpu.formFactor == GpuFormFactor::PcieCard
            ? CardFact{Text::tr("%1 slot").arg(plain(gpu.slotWidth)), millimetres(gpu.length)}
        : gpu.formFactor == GpuFormFactor::SxmModule ? CardFact{QStringLiteral("SXM"), Text::tr("module")}
        : gpu.formFactor == GpuFormFactor::OamModule ? CardFact{QStringLiteral("OAM"), Text::tr("module")}
                                                     : CardFact{Text::tr("chip"), Text::tr("module")};
    const QString cooling = gpu.cooler == GpuCooler::Passive  ? Text::tr("passive")
                            : gpu.cooler == GpuCooler::Blower ? Text::tr("blower")
                                                              : Text::tr("TDP");
    return {CardFact{format::gb(gpu.memoryGB), gpu.ecc ? Text::tr("ECC") : Text::tr("VRAM")},
            CardFact{gigabytesPerSecond(gpu.bandwidth), Text::tr("GB/s")}, CardFact{watts(gpu.tdp), cooling}, size};
}

Facts factsOf(const UnifiedSystem &system)
{
    const auto &options = system.memoryOptionsGB;
    const double most = options.empty() ? 0 : *std::max_element(options.begin(), options.end());
    return {CardFact{format::gb(most), options.size() > 1 ? Text::tr("at most") : Text::tr("unified")},
            CardFact{gigabytesPerSecond(system.bandwidth), Text::tr("GB/s")},
            CardFact{watts(system.maximum), Text::tr("at most")}, CardFact{system.chip, Text::tr("chip")}};
}

Facts factsOf(const Prebuilt &machine)
{
    return {CardFact{format::gb(machine.gpuMemoryGB), Text::tr("VRAM")},
            CardFact{orDash(machine.gpuCount > 0, QStringLiteral("%1×").arg(machine.gpuCount)), Text::tr("GPUs")},
            CardFact{watts(machine.maximum), Text::tr("at most")},
            CardFact{orDash(machine.noise.base() > 0, format::noise(machine.noise)), Text::tr("noise")}};
}

Facts factsOf(const LlmModel &model)
{
    const auto q4 = model.ggufBytes.constFind(QStringLiteral("q4_k_m"));
    const bool knowsSize = q4 != model.ggufBytes.cend();
    return {
        CardFact{billions(model.totalParameters), Text::tr("params")},
        CardFact{billions(model.activeParameters), model.isMixtureOfExperts() ? Text::tr("active") : Text::tr("dense")},
        CardFact{format::tokens(model.maxContext), Text::tr("context")},
        CardFact{orDash(knowsSize, knowsSize ? format::gib(*q4) : QString()), QStringLiteral("Q4_K_M")}};
}

Facts factsOf(const Motherboard &board)
{
    const auto wide = std::count_if(board.slots_.begin(), board.slots_.end(),
                                    [](const BoardSlot &slot) { return slot.link.lanes >= 16; });
    return {CardFact{QString::number(wide), Text::tr("× x16")}, CardFact{board.socket, Text::tr("socket")},
            CardFact{QString::number(board.memorySlots), Text::tr("DIMMs")},
            CardFact{board.formFactor, Text::tr("format")}};
}

Facts factsOf(const Cpu &cpu)
{
    return {CardFact{QString::number(cpu.cores), Text::tr("cores")},
            CardFact{gigabytesPerSecond(cpu.memoryBandwidth), Text::tr("GB/s RAM")},
            CardFact{QString::number(cpu.pcieLanes), Text::tr("PCIe lanes")}, CardFact{watts(cpu.tdp), cpu.socket}};
}

Facts factsOf(const PowerSupply &supply)
{
    const bool derated = supply.lowLineWatts < supply.watts;
    return {CardFact{format::watts(supply.watts), derated ? Text::tr("on 240 V") : Text::tr("rated")},
            CardFact{supply.efficiencyRating.section(QLatin1Char(' '), -1), Text::tr("80 PLUS")},
            CardFact{QString::number(supply.eightPin), Text::tr("8-pin")},
            CardFact{QString::number(supply.sixteenPin), Text::tr("16-pin")}};
}

Facts factsOf(const Enclosure &enclosure)
{
    return {CardFact{QString::number(enclosure.expansionSlots), Text::tr("slots")},
            CardFact{millimetres(enclosure.maxGpuLength), Text::tr("for GPUs")},
            CardFact{QString::number(enclosure.psuBays), Text::tr("PSU bays")},
            CardFact{QString::number(enclosure.fanMountCount), Text::tr("fans")}};
}

Facts factsOf(const MemoryKit &kit)
{
    return {CardFact{format::gb(kit.modules * kit.moduleGB), Text::tr("in all")},
            CardFact{QStringLiteral("%1×%2").arg(kit.modules).arg(plain(kit.moduleGB)), Text::tr("modules")},
            CardFact{format::number(kit.speedMTs), Text::tr("MT/s")}, inTwoLines(kit.type)};
}

Facts factsOf(const Drive &drive)
{
    return {CardFact{QStringLiteral("%1 TB").arg(plain(drive.capacityTB)), Text::tr("capacity")},
            CardFact{gigabytesPerSecond(drive.readRate), Text::tr("GB/s read")},
            CardFact{watts(drive.power), Text::tr("power")}, CardFact{drive.interface, Text::tr("interface")}};
}

Facts factsOf(const NvlinkBridge &bridge)
{
    return {CardFact{gigabytesPerSecond(bridge.total), Text::tr("GB/s")},
            CardFact{QStringLiteral("2"), Text::tr("cards")},
            CardFact{orDash(bridge.slotSpacing > 0, QString::number(bridge.slotSpacing)), Text::tr("slots apart")},
            CardFact{QString::number(bridge.gpuIds.size()), Text::tr("GPU kinds")}};
}

Facts factsOf(const Fan &fan)
{
    return {CardFact{QStringLiteral("%1×").arg(fan.count), millimetres(fan.diameter)},
            CardFact{orDash(fan.airflow.base() > 0, format::number(fan.airflow.base())), Text::tr("CFM each")},
            CardFact{orDash(fan.noise.base() > 0, format::noise(fan.noise)), Text::tr("noise")},
            CardFact{watts(fan.power), Text::tr("power")}};
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
