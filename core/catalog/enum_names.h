// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <QLatin1String>

#include <optional>
#include <utility>

namespace rigwright {

/// The words for enumerators in CSV, SQL and JSON; never change one that was released.
template <class Enum>
struct EnumNames;

template <>
struct EnumNames<PartKind>
{
    static constexpr std::pair<PartKind, const char *> list[] = {
        {PartKind::Gpu, "gpu"},
        {PartKind::UnifiedSystem, "unified-system"},
        {PartKind::Prebuilt, "prebuilt"},
        {PartKind::Cpu, "cpu"},
        {PartKind::Motherboard, "motherboard"},
        {PartKind::PowerSupply, "power-supply"},
        {PartKind::Enclosure, "enclosure"},
        {PartKind::MemoryKit, "memory-kit"},
        {PartKind::Drive, "drive"},
        {PartKind::NvlinkBridge, "nvlink-bridge"},
        {PartKind::Fan, "fan"},
        {PartKind::Extra, "extra"},
    };
};

template <>
struct EnumNames<Confidence>
{
    static constexpr std::pair<Confidence, const char *> list[] = {
        {Confidence::VendorSheet, "vendor-sheet"},
        {Confidence::CrossChecked, "cross-checked"},
        {Confidence::SingleSource, "single-source"},
        {Confidence::Estimate, "estimate"},
    };
};

template <>
struct EnumNames<PriceCondition>
{
    static constexpr std::pair<PriceCondition, const char *> list[] = {
        {PriceCondition::Unknown, ""},
        {PriceCondition::New, "new"},
        {PriceCondition::Used, "used"},
        {PriceCondition::Refurbished, "refurbished"},
    };
};

template <>
struct EnumNames<PowerPlug>
{
    static constexpr std::pair<PowerPlug, const char *> list[] = {
        {PowerPlug::SixPin, "6pin"},     {PowerPlug::EightPin, "8pin"},    {PowerPlug::EightPinEps, "8pinEPS"},
        {PowerPlug::TwelvePin, "12pin"}, {PowerPlug::SixteenPin, "16pin"},
    };
};

template <>
struct EnumNames<GpuFormFactor>
{
    static constexpr std::pair<GpuFormFactor, const char *> list[] = {
        {GpuFormFactor::PcieCard, "pcie"},
        {GpuFormFactor::SxmModule, "sxm"},
        {GpuFormFactor::OamModule, "oam"},
        {GpuFormFactor::SuperchipModule, "module"},
    };
};

template <>
struct EnumNames<GpuCooler>
{
    static constexpr std::pair<GpuCooler, const char *> list[] = {
        {GpuCooler::OpenAir, "open-air"},
        {GpuCooler::Blower, "blower"},
        {GpuCooler::Passive, "passive"},
        {GpuCooler::Liquid, "liquid"},
    };
};

template <>
struct EnumNames<EnclosureStyle>
{
    static constexpr std::pair<EnclosureStyle, const char *> list[] = {
        {EnclosureStyle::Tower, "tower"},          {EnclosureStyle::Rack, "rack"},
        {EnclosureStyle::OpenFrame, "open-frame"}, {EnclosureStyle::GpuCage, "gpu-cage"},
        {EnclosureStyle::ClosedBox, "closed-box"},
    };
};

template <>
struct EnumNames<InterconnectKind>
{
    static constexpr std::pair<InterconnectKind, const char *> list[] = {
        {InterconnectKind::Pcie, "pcie"},
        {InterconnectKind::PcieNoPeer, "pcie-no-peer"},
        {InterconnectKind::Nvlink, "nvlink"},
        {InterconnectKind::NvSwitch, "nvswitch"},
        {InterconnectKind::InfinityFabric, "infinity-fabric"},
        {InterconnectKind::Network, "network"},
        {InterconnectKind::Other, "other"},
    };
};

template <>
struct EnumNames<AttentionKind>
{
    static constexpr std::pair<AttentionKind, const char *> list[] = {
        {AttentionKind::Mha, "mha"},
        {AttentionKind::Gqa, "gqa"},
        {AttentionKind::Mqa, "mqa"},
        {AttentionKind::Mla, "mla"},
        {AttentionKind::HybridLinear, "hybrid-linear"},
    };
};

template <>
struct EnumNames<QuantFamily>
{
    static constexpr std::pair<QuantFamily, const char *> list[] = {
        {QuantFamily::Float, "float"}, {QuantFamily::Gguf, "gguf"}, {QuantFamily::Gptq, "gptq"},
        {QuantFamily::Awq, "awq"},     {QuantFamily::Fp8, "fp8"},   {QuantFamily::Int8, "int8"},
        {QuantFamily::Fp4, "fp4"},     {QuantFamily::Nf4, "nf4"},   {QuantFamily::Exl2, "exl2"},
        {QuantFamily::Exl3, "exl3"},   {QuantFamily::Mlx, "mlx"},   {QuantFamily::Int4, "int4"},
    };
};

template <>
struct EnumNames<BatchingKind>
{
    static constexpr std::pair<BatchingKind, const char *> list[] = {
        {BatchingKind::Slots, "slots"},
        {BatchingKind::Continuous, "continuous"},
    };
};

template <>
struct EnumNames<LogitsRows>
{
    static constexpr std::pair<LogitsRows, const char *> list[] = {
        {LogitsRows::WholeBatch, "whole-batch"},
        {LogitsRows::PerSlot, "per-slot"},
    };
};

template <>
struct EnumNames<SupplyClass>
{
    static constexpr std::pair<SupplyClass, const char *> list[] = {
        {SupplyClass::Internal115V, "115V-internal"},
        {SupplyClass::Internal230V, "230V-internal"},
        {SupplyClass::Redundant230V, "230V-redundant"},
    };
};

template <class Enum>
concept NamedEnum = requires
{
    EnumNames<Enum>::list;
};

template <NamedEnum Enum>
QString enumName(Enum value)
{
    for (const auto &[entry, name] : EnumNames<Enum>::list) {
        if (entry == value)
            return QLatin1String(name);
    }
    return {};
}

template <NamedEnum Enum>
std::optional<Enum> enumFromName(const QString &text)
{
    for (const auto &[entry, name] : EnumNames<Enum>::list) {
        if (text == QLatin1String(name))
            return entry;
    }
    return std::nullopt;
}

} // namespace rigwright
