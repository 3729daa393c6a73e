// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/search_facts.h"

#include "core/catalog/sections.h"

#include <algorithm>

namespace rigwright {

namespace {

/// Sets a figure where it is known; the catalogue writes 0 for what is not.
void state(SearchFacts &facts, Figure figure, double value)
{
    if (value > 0)
        facts[figure] = float(value);
}

void stateVendor(SearchFacts &facts, const QString &vendor)
{
    facts.set(Trait::Nvidia, vendor == QLatin1String("NVIDIA"));
    facts.set(Trait::Amd, vendor == QLatin1String("AMD"));
    facts.set(Trait::Intel, vendor == QLatin1String("Intel"));
    facts.set(Trait::Apple, vendor == QLatin1String("Apple"));
}

void stateMemoryType(SearchFacts &facts, const QString &type)
{
    facts.set(Trait::Ddr5, type.contains(QLatin1String("DDR5")));
    facts.set(Trait::Rdimm, type.contains(QLatin1String("RDIMM")));
}

/// "2026-04" -> 20260400
double dateNumber(const QString &date)
{
    return QString(date).remove(u'-').leftJustified(8, u'0').toDouble();
}

void stateFacts(SearchFacts &facts, const Gpu &gpu)
{
    state(facts, Figure::Memory, gpu.memoryGB);
    state(facts, Figure::Bandwidth, toGBPerSecond(gpu.bandwidth));
    state(facts, Figure::Power, gpu.tdp.base());
    state(facts, Figure::Compute, gpu.fp16.base() / 1e12);
    state(facts, Figure::Length, gpu.length.base());
    state(facts, Figure::Released, dateNumber(gpu.launchDate));
    facts.set(Trait::Nvlink, gpu.nvlinkPeers > 0);
    facts.set(Trait::Ecc, gpu.ecc);
    facts.set(Trait::Card, gpu.formFactor == GpuFormFactor::PcieCard);
    facts.set(Trait::Datacenter, gpu.segment == QLatin1String("datacenter"));
    facts.set(Trait::Pcie5, gpu.link.generation >= 5);
    if (facts.has(Trait::Card))
        state(facts, Figure::Slots, gpu.slotWidth);
}

void stateFacts(SearchFacts &facts, const UnifiedSystem &system)
{
    if (!system.memoryOptionsGB.empty())
        state(facts, Figure::Memory, *std::ranges::max_element(system.memoryOptionsGB));
    state(facts, Figure::Bandwidth, toGBPerSecond(system.bandwidth));
    state(facts, Figure::Power, system.maximum.base());
    state(facts, Figure::Compute, system.fp16.base() / 1e12);
}

void stateFacts(SearchFacts &facts, const Prebuilt &machine)
{
    state(facts, Figure::Memory, machine.gpuMemoryGB);
    state(facts, Figure::Power, machine.maximum.base());
}

void stateFacts(SearchFacts &facts, const LlmModel &model)
{
    constexpr double kBillion = 1e9;
    state(facts, Figure::Parameters, double(model.totalParameters) / kBillion);
    state(facts, Figure::Active, double(model.activeParameters) / kBillion);
    state(facts, Figure::Context, model.maxContext);
    state(facts, Figure::Released, dateNumber(model.releaseDate));
    facts.set(Trait::Moe, model.isMixtureOfExperts());
    facts.set(Trait::Vision, model.kind == QLatin1String("vision"));
    facts.set(Trait::Code, model.kind == QLatin1String("code"));
}

void stateFacts(SearchFacts &facts, const Motherboard &board)
{
    constexpr int kFullWidth = 16;
    state(facts, Figure::Lanes, double(std::ranges::count_if(board.slots_, [](const BoardSlot &slot) {
              return slot.link.lanes >= kFullWidth;
          })));
    state(facts, Figure::Memory, board.maxMemoryGB);
    stateMemoryType(facts, board.memoryType);
}

void stateFacts(SearchFacts &facts, const Cpu &cpu)
{
    state(facts, Figure::Cores, cpu.cores);
    state(facts, Figure::Lanes, cpu.pcieLanes);
    state(facts, Figure::Channels, cpu.memoryChannels);
    state(facts, Figure::Bandwidth, toGBPerSecond(cpu.memoryBandwidth));
    state(facts, Figure::Memory, cpu.maxMemoryGB);
    state(facts, Figure::Power, cpu.tdp.base());
    facts.set(Trait::Pcie5, cpu.pcieGeneration >= 5);
    stateMemoryType(facts, cpu.memoryType);
}

void stateFacts(SearchFacts &facts, const PowerSupply &supply)
{
    state(facts, Figure::Power, supply.watts.base());
    state(facts, Figure::Length, supply.length.base());
    state(facts, Figure::Plugs, supply.sixteenPin);
    facts.set(Trait::Atx3, supply.atxVersion.startsWith(u'3'));
}

void stateFacts(SearchFacts &facts, const Enclosure &enclosure)
{
    state(facts, Figure::Slots, enclosure.expansionSlots);
    state(facts, Figure::Length, enclosure.maxGpuLength.base());
    state(facts, Figure::Bays, enclosure.psuBays);
    facts.set(Trait::Tower, enclosure.style == EnclosureStyle::Tower);
    facts.set(Trait::Rack, enclosure.style == EnclosureStyle::Rack || enclosure.style == EnclosureStyle::GpuCage);
    facts.set(Trait::OpenFrame, enclosure.style == EnclosureStyle::OpenFrame);
}

void stateFacts(SearchFacts &facts, const MemoryKit &kit)
{
    state(facts, Figure::Memory, kit.modules * kit.moduleGB);
    state(facts, Figure::Power, kit.power.base());
    stateMemoryType(facts, kit.type);
}

void stateFacts(SearchFacts &facts, const Drive &drive)
{
    state(facts, Figure::Capacity, drive.capacityTB);
    state(facts, Figure::Bandwidth, toGBPerSecond(drive.readRate));
    state(facts, Figure::Power, drive.power.base());
}

void stateFacts(SearchFacts &facts, const NvlinkBridge &bridge)
{
    state(facts, Figure::Bandwidth, toGBPerSecond(bridge.total));
    state(facts, Figure::Slots, bridge.slotSpacing);
    facts.set(Trait::Nvlink);
}

void stateFacts(SearchFacts &facts, const Fan &fan)
{
    state(facts, Figure::Airflow, fan.airflow.base());
    state(facts, Figure::Length, fan.diameter.base());
    state(facts, Figure::Power, fan.power.base());
}

void stateFacts(SearchFacts &facts, const Extra &extra)
{
    state(facts, Figure::Power, extra.power.base());
}

} // namespace

void SearchFacts::setPrice(const std::optional<Price> &price)
{
    if (price)
        (*this)[Figure::Price] = float(price->typical().base());
}

SearchFacts searchFacts(const Catalog &catalog, const SearchHit &hit)
{
    SearchFacts facts;
    forEachSection(catalog, [&](CatalogSection section, const auto &table) {
        const auto *row = section == hit.section ? table.find(hit.id) : nullptr;
        if (!row)
            return;
        stateFacts(facts, *row);
        if constexpr (requires { row->info; }) {
            facts.setPrice(row->info.price);
            stateVendor(facts, row->info.vendor);
        }
    });
    return facts;
}

} // namespace rigwright
