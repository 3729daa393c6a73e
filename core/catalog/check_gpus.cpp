// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/problem_list.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

/// Data rates at which memory of a type is sold on cards, in Gbit/s per pin.
struct PinRate
{
    const char *memoryType;
    double low;
    double high;
};
/// The highest figure is the fastest bin that is made or, where no product reaches it, that of the standard; the
/// lowest is the slowest card, which runs below the bin to save power.
constexpr std::array kPinRates{
    PinRate{"GDDR5", 3.6, 9.0},   // JEDEC JESD212: 3.6 to 8; GTX 1060 9 Gbit/s
    PinRate{"GDDR5X", 10, 14},    // JEDEC JESD232: 10 to 14
    PinRate{"GDDR6", 10, 20},     // JEDEC JESD250: 12 to 16; Tesla T4 10; Radeon RX 9070 XT 20
    PinRate{"GDDR6X", 19, 24},    // Micron: 19 to 24
    PinRate{"GDDR7", 24, 36},     // JEDEC JESD239: 32 first, 36 announced; RTX PRO 6000 Server 24.95
    PinRate{"HBM2", 1.4, 2.5},    // JEDEC JESD235C: 2.4; Tesla P100 1.43; A100 40 GB 2.43
    PinRate{"HBM2e", 2.4, 3.6},   // JEDEC JESD235D: 3.2; SK hynix 3.6
    PinRate{"HBM3", 4.8, 6.4},    // JEDEC JESD238: 6.4; H100 and MI300X 5.2
    PinRate{"HBM3e", 5.8, 9.8},   // Micron, SK hynix, Samsung: 9.2 to 9.8; MI325X 5.86
    PinRate{"HBM4", 6.4, 11.7},   // JEDEC JESD270-4: 8; faster stacks announced up to 11.7
    PinRate{"LPDDR5", 5.5, 6.4},  // JEDEC JESD209-5
    PinRate{"LPDDR5X", 7.5, 10.7} // JEDEC JESD209-5C: 8.533, later 9.6 and 10.7
};

/// Peak bandwidth = bus width * data rate per pin / 8 bits per byte.
void checkBandwidth(const Gpu &gpu, const RowReport &report)
{
    if (gpu.memoryBusBits <= 0) {
        report("memory_bus_bits", CheckText::tr("is missing: bandwidth_gbs cannot be checked without it"));
        return;
    }
    const auto rate = std::ranges::find_if(
        kPinRates, [&gpu](const PinRate &one) { return gpu.memoryType == QLatin1String(one.memoryType); });
    if (rate == kPinRates.end()) // of a type that is not known, nothing can be said
        return;
    constexpr double rounding = 0.005; // 1008 GB/s is sold as 1.01 TB/s
    const double perPin = toGBPerSecond(gpu.bandwidth) * 8 / gpu.memoryBusBits;
    if (perPin < rate->low * (1 - rounding) || perPin > rate->high * (1 + rounding))
        report("bandwidth_gbs", CheckText::tr("%1 GB/s over %2 bits is %3 Gbit/s per pin, and %4 runs at %5 to %6")
                                    .arg(toGBPerSecond(gpu.bandwidth))
                                    .arg(gpu.memoryBusBits)
                                    .arg(perPin, 0, 'f', 2)
                                    .arg(gpu.memoryType)
                                    .arg(rate->low)
                                    .arg(rate->high));
}

void checkMemory(const Gpu &gpu, const RowReport &report)
{
    const double marketingMiB = gpu.memoryGB * 1024;
    const double usable = toMiB(gpu.usableMemory);
    // Drivers keep up to a tenth (ECC on GDDR costs 1/16); HBM is sold in GB of 10^9 or with spare stacks.
    if (usable > marketingMiB * 1.03 || usable < marketingMiB * 0.90)
        report("vram_mib", CheckText::tr("%1 MiB does not suit %2 GB").arg(usable).arg(gpu.memoryGB));
}

/// The row of connector_limits that holds for a plug. The 12-pin plug of 2020 has the power contacts of its successor.
const char *limitOf(PowerPlug plug)
{
    switch (plug) {
    case PowerPlug::SixPin: return "pcie-6pin";
    case PowerPlug::EightPin: return "pcie-8pin";
    case PowerPlug::EightPinEps: return "eps-8pin";
    case PowerPlug::TwelvePin:
    case PowerPlug::SixteenPin: break;
    }
    return "12vhpwr-12v2x6";
}
constexpr char kSlotLimit[] = "slot-75";

/// A card draws what its slot and its plugs carry. Modules get their power through the board.
void checkPower(const Gpu &gpu, const Table<ConnectorLimit> &limits, const RowReport &report)
{
    if (gpu.idle > gpu.tdp)
        report("idle_w", CheckText::tr("is above tdp_w"));
    if (gpu.formFactor != GpuFormFactor::PcieCard)
        return;
    Watts carried;
    const auto add = [&](const char *id, int count) {
        const ConnectorLimit *limit = limits.find(QLatin1String(id));
        if (!limit)
            report("power_plugs", CheckText::tr("no row \"%1\" in connector_limits").arg(QLatin1String(id)));
        carried = carried + (limit ? limit->sustained * count : gpu.tdp);
    };
    add(kSlotLimit, 1);
    for (const PowerPlugCount &plugs : gpu.powerPlugs)
        add(limitOf(plugs.plug), plugs.count);
    constexpr double excess = 1.03; // RTX A5000 and Arc Pro B70 are sold with 230 W on 225 W of connectors
    if (gpu.tdp > carried * excess)
        report("tdp_w", CheckText::tr("%1 W is more than the %2 W of its slot and power_plugs")
                            .arg(gpu.tdp.base())
                            .arg(carried.base()));
}

void checkForm(const Gpu &gpu, const RowReport &report)
{
    if (gpu.formFactor == GpuFormFactor::PcieCard && (gpu.length == Millimetres() || gpu.slotWidth <= 0))
        report("length_mm", CheckText::tr("a card needs its size"));
    if (gpu.nvlinkTotal > BytesPerSecond() && gpu.nvlinkPeers == 0)
        report("nvlink_peers", CheckText::tr("NVLink without peers"));
}

} // namespace

void checkGpus(const Catalog &rows, const Catalog &all, Problems &problems)
{
    checkRows(problems, "gpus", rows.gpus, [&all](const Gpu &gpu, const RowReport &report) {
        checkMemory(gpu, report);
        checkBandwidth(gpu, report);
        checkPower(gpu, all.connectorLimits, report);
        checkForm(gpu, report);
    });
}

} // namespace rigwright
