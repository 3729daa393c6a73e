// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/field_list.h"

namespace rigwright {

template <>
const std::vector<Field<Gpu>> &fields<Gpu>()
{
    static const std::vector<Field<Gpu>> list =
        FieldList<Gpu>()
            .identity()
            .required("architecture", &Gpu::architecture)
            .required("segment", &Gpu::segment)
            .required("memory_gb", &Gpu::memoryGB)
            .within(1, 1024)
            .required("vram_mib", &Gpu::usableMemory, kMiB)
            .within(1024, 1048576)
            .required("memory_type", &Gpu::memoryType)
            .optional("memory_bus_bits", &Gpu::memoryBusBits)
            .within(0, 65536)
            .required("ecc", &Gpu::ecc)
            .optional("multiprocessors", &Gpu::multiprocessors)
            .within(0, 1024)
            .required("bandwidth_gbs", &Gpu::bandwidth, kGB)
            .within(10, 100000)
            .optional("fp16_tflops", &Gpu::fp16, kTera)
            .optional("fp8_tflops", &Gpu::fp8, kTera)
            .optional("int8_tops", &Gpu::int8, kTera)
            .required("fp32_tflops", &Gpu::fp32, kTera)
            .required("tdp_w", &Gpu::tdp)
            .within(10, 5000)
            .required("idle_w", &Gpu::idle)
            .within(1, 500)
            .required("idle_is_estimate", &Gpu::idleIsEstimate)
            .required(
                "pcie_gen", [](auto &row) -> auto & { return row.link.generation; })
            .within(1, 8)
            .required(
                "pcie_lanes", [](auto &row) -> auto & { return row.link.lanes; })
            .within(1, 16)
            .required("form_factor", &Gpu::formFactor)
            .required("slot_width", &Gpu::slotWidth)
            .within(0, 6)
            .optional("length_mm", &Gpu::length)
            .within(0, 1000)
            .optional("height_mm", &Gpu::height)
            .within(0, 500)
            .optional("power_plugs", &Gpu::powerPlugs)
            .required("cooler", &Gpu::cooler)
            .optional("nvlink_gbs", &Gpu::nvlinkTotal, kGB)
            .optional("nvlink_peers", &Gpu::nvlinkPeers)
            .optional("recommended_psu_w", &Gpu::recommendedPsu)
            .optional("compute_capability", &Gpu::computeCapability)
            .optional("launch_date", &Gpu::launchDate)
            .optional("launch_price_usd", &Gpu::launchPrice)
            .provenance()
            .finished();
    return list;
}

template <>
const std::vector<Field<UnifiedSystem>> &fields<UnifiedSystem>()
{
    static const std::vector<Field<UnifiedSystem>> list =
        FieldList<UnifiedSystem>()
            .identity()
            .required("chip", &UnifiedSystem::chip)
            .required("memory_options_gb", &UnifiedSystem::memoryOptionsGB)
            .required("bandwidth_gbs", &UnifiedSystem::bandwidth, kGB)
            .within(10, 100000)
            .optional("gpu_cores", &UnifiedSystem::gpuCores)
            .optional("fp16_tflops", &UnifiedSystem::fp16, kTera)
            .required("gpu_usable_fraction", &UnifiedSystem::gpuUsableFraction)
            .within(0.1, 1)
            .optional("idle_w", &UnifiedSystem::idle)
            .optional("max_w", &UnifiedSystem::maximum)
            .provenance()
            .finished();
    return list;
}

template <>
const std::vector<Field<Prebuilt>> &fields<Prebuilt>()
{
    static const std::vector<Field<Prebuilt>> list =
        FieldList<Prebuilt>()
            .identity()
            .optional("gpu_ids", &Prebuilt::gpuIds)
            .optional("unified_system_id", &Prebuilt::unifiedSystemId)
            .optional("gpu_count", &Prebuilt::gpuCount)
            .within(0, 1000)
            .optional("gpu_memory_gb", &Prebuilt::gpuMemoryGB)
            .optional("system_memory_gb", &Prebuilt::systemMemoryGB)
            .optional("system_memory_bandwidth_gbs", &Prebuilt::systemMemoryBandwidth, kGB)
            .optional("cpu", &Prebuilt::cpu)
            .optional("storage", &Prebuilt::storage)
            .optional("interconnect", &Prebuilt::interconnect)
            .optional(
                "pcie_gen", [](auto &row) -> auto & { return row.link.generation; })
            .within(0, 8)
            .optional(
                "pcie_lanes", [](auto &row) -> auto & { return row.link.lanes; })
            .within(0, 16)
            .optional("nvswitch", &Prebuilt::nvswitch)
            .optional("max_w", &Prebuilt::maximum)
            .optional("typical_w", &Prebuilt::typical)
            .optional("psu_count", &Prebuilt::psuCount)
            .within(0, 100)
            .optional("psu_w", &Prebuilt::psuWatts)
            .optional("psu_rating", &Prebuilt::psuRating)
            .optional("min_voltage_v", &Prebuilt::minimumVoltage)
            .optional("circuit_note", &Prebuilt::circuitNote)
            .optional("noise_dba", &Prebuilt::noise)
            .within(0, 120)
            .optional("form_factor", &Prebuilt::formFactor)
            .optional("lead_time", &Prebuilt::leadTime)
            .optional("largest_model_claim", &Prebuilt::largestModelClaim)
            .provenance()
            .finished();
    return list;
}

template <>
const std::vector<Field<Cpu>> &fields<Cpu>()
{
    static const std::vector<Field<Cpu>> list = FieldList<Cpu>()
                                                    .identity()
                                                    .required("socket", &Cpu::socket)
                                                    .required("cores", &Cpu::cores)
                                                    .within(1, 1024)
                                                    .required("tdp_w", &Cpu::tdp)
                                                    .within(5, 2000)
                                                    .required("pcie_gen", &Cpu::pcieGeneration)
                                                    .within(1, 8)
                                                    .required("pcie_lanes", &Cpu::pcieLanes)
                                                    .within(4, 512)
                                                    .required("memory_type", &Cpu::memoryType)
                                                    .required("memory_channels", &Cpu::memoryChannels)
                                                    .within(1, 64)
                                                    .required("memory_speed_mts", &Cpu::memorySpeedMTs)
                                                    .within(800, 20000)
                                                    .required("memory_bandwidth_gbs", &Cpu::memoryBandwidth, kGB)
                                                    .optional("max_memory_gb", &Cpu::maxMemoryGB)
                                                    .provenance()
                                                    .finished();
    return list;
}

template <>
const std::vector<Field<Motherboard>> &fields<Motherboard>()
{
    static const std::vector<Field<Motherboard>> list =
        FieldList<Motherboard>()
            .identity()
            .required("socket", &Motherboard::socket)
            .required("sockets", &Motherboard::sockets)
            .within(1, 8)
            .optional("chipset", &Motherboard::chipset)
            .required("form_factor", &Motherboard::formFactor)
            .required("slots", &Motherboard::slots_)
            .required("slot_positions_verified", &Motherboard::slotPositionsVerified)
            .optional("bifurcation", &Motherboard::bifurcation)
            .required("memory_slots", &Motherboard::memorySlots)
            .within(0, 128)
            .optional("max_memory_gb", &Motherboard::maxMemoryGB)
            .optional("memory_type", &Motherboard::memoryType)
            .optional("m2_slots", &Motherboard::m2Slots)
            .within(0, 32)
            .provenance()
            .finished();
    return list;
}

template <>
const std::vector<Field<PowerSupply>> &fields<PowerSupply>()
{
    static const std::vector<Field<PowerSupply>> list =
        FieldList<PowerSupply>()
            .identity()
            .required("rated_w", &PowerSupply::watts)
            .within(50, 20000)
            .optional("low_line_w", &PowerSupply::lowLineWatts)
            .required("low_line_verified", &PowerSupply::lowLineVerified)
            .required("efficiency_rating", &PowerSupply::efficiencyRating)
            .optional("atx_version", &PowerSupply::atxVersion)
            .optional("pcie_8pin_count", &PowerSupply::eightPin)
            .within(0, 64)
            .optional("pcie_16pin_count", &PowerSupply::sixteenPin)
            .within(0, 16)
            .required("eps_count", &PowerSupply::eps)
            .within(0, 16)
            .optional("length_mm", &PowerSupply::length)
            .provenance()
            .finished();
    return list;
}

template <>
const std::vector<Field<Enclosure>> &fields<Enclosure>()
{
    static const std::vector<Field<Enclosure>> list = FieldList<Enclosure>()
                                                          .identity()
                                                          .required("style", &Enclosure::style)
                                                          .required("form_factor", &Enclosure::formFactor)
                                                          .optional("boards", &Enclosure::boards)
                                                          .required("expansion_slots", &Enclosure::expansionSlots)
                                                          .within(0, 64)
                                                          .optional("max_gpu_length_mm", &Enclosure::maxGpuLength)
                                                          .optional("max_psu_length_mm", &Enclosure::maxPsuLength)
                                                          .required("psu_bays", &Enclosure::psuBays)
                                                          .within(0, 16)
                                                          .optional("fan_mounts", &Enclosure::fanMounts)
                                                          .optional("fan_mount_count", &Enclosure::fanMountCount)
                                                          .within(0, 64)
                                                          .optional("max_radiator_mm", &Enclosure::maxRadiator)
                                                          .provenance()
                                                          .finished();
    return list;
}

} // namespace rigwright
