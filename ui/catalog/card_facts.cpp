// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/card_facts.h"

#include "core/catalog/search_facts.h"
#include "core/catalog/sections.h"

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
            CardFact{gigabytesPerSecond(cpu.memoryBandwidth), Text::tr("GB/s")},
            CardFact{QString::number(cpu.pcieLanes), Text::tr("lanes")}, CardFact{watts(cpu.tdp), cpu.socket}};
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

} // namespace

std::array<CardFact, 4> cardFacts(const Catalog &catalog, const SearchHit &hit)
{
    Facts facts;
    forEachSection(catalog, [&](CatalogSection section, const auto &table) {
        if (const auto *row = section == hit.section ? table.find(hit.id) : nullptr)
            facts = factsOf(*row);
    });
    return facts;
}

Figure leadingFigure(CatalogSection section)
{
    switch (section) {
    case CatalogSection::Gpus:
    case CatalogSection::Systems:
    case CatalogSection::Cpus:
    case CatalogSection::Bridges: return Figure::Bandwidth;
    case CatalogSection::Prebuilts:
    case CatalogSection::Memory: return Figure::Memory;
    case CatalogSection::Models: return Figure::Parameters;
    case CatalogSection::Boards: return Figure::Lanes;
    case CatalogSection::Enclosures: return Figure::Slots;
    case CatalogSection::Drives: return Figure::Capacity;
    case CatalogSection::Fans: return Figure::Airflow;
    case CatalogSection::PowerSupplies:
    case CatalogSection::Extras: break;
    }
    return Figure::Power;
}

double fullBar(const PartSearch &search, CatalogSection section)
{
    return search.largest(leadingFigure(section), section, quint32(Trait::Datacenter));
}

} // namespace rigwright::ui
