// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/claim.h"
#include "core/catalog/hardware.h"
#include "core/catalog/model.h"
#include "core/catalog/power_facts.h"
#include "core/catalog/table.h"

#include <memory>
#include <vector>

namespace rigwright {

class MeasurementIndex;

/// What is known about the world: an immutable snapshot of every fact the engines use.
/// Built once by the database layer (or a test); shared by pointer; never changed.
struct Catalog
{
    QString version; ///< date of the facts, "2026-11-21"

    Table<Gpu> gpus;
    Table<UnifiedSystem> unifiedSystems;
    Table<Prebuilt> prebuilts;
    Table<Cpu> cpus;
    Table<Motherboard> motherboards;
    Table<PowerSupply> powerSupplies;
    Table<Enclosure> enclosures;
    Table<MemoryKit> memoryKits;
    Table<Drive> drives;
    Table<NvlinkBridge> nvlinkBridges;
    Table<Fan> fans;
    Table<Extra> extras;
    Table<Interconnect> interconnects;

    Table<LlmModel> models;
    Table<Quantization> quantizations;
    Table<InferenceEngine> engines;

    Table<Circuit> circuits;
    Table<Tariff> tariffs;
    Table<CloudPrice> cloudPrices;
    Table<ApiPrice> apiPrices;
    Table<PlatformPower> platformPower;
    Table<ConnectorLimit> connectorLimits;
    Table<IdlePower> idlePower;
    Table<PhasePower> phasePower;
    Table<MeasuredSystem> measuredSystems;
    Table<AcCoupler> acCouplers;
    Table<PeakSunHours> peakSunHours;
    Table<GeneratorFuel> generatorFuel;
    std::vector<EfficiencyCurve> efficiencyCurves;
    std::vector<PhaseFractions> phaseFractions;
    std::vector<PowerLimitPoint> powerLimits;
    std::vector<ExcursionLimit> excursionLimits;
    std::vector<Transient> transients;
    std::vector<SpeedCoefficients> speedCoefficients;
    std::vector<Currency> currencies;
    std::vector<Claim> claims; ///< where sources disagree, the lines about one cell beside each other

    /// Published measurements; shared because they are many and not every caller loads them.
    std::shared_ptr<const std::vector<Measurement>> measurements;
    /// Made from `measurements` by whoever loads them (core/speed/measurement_index.h); without it no
    /// published match is found.
    std::shared_ptr<const MeasurementIndex> measurementIndex;

    /// @return what the row of any placeable kind has in common, or nullptr
    const PartInfo *partInfo(const PartRef &ref) const;
};

} // namespace rigwright
