// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/hardware.h"
#include "core/catalog/model.h"
#include "core/catalog/power_facts.h"

#include <QHash>

#include <memory>
#include <utility>
#include <vector>

namespace rigwright {

class MeasurementIndex;

/// @return the id of a row of any table that has one
template <class Row>
const QString &idOf(const Row &row)
{
    if constexpr (requires { row.info.id; })
        return row.info.id;
    else
        return row.id;
}

/// Rows of one kind in catalogue order, found by id in constant time.
template <class Row>
class Table
{
public:
    Table() = default;
    explicit Table(std::vector<Row> rows) : m_rows(std::move(rows))
    {
        for (int i = 0; i < int(m_rows.size()); ++i)
            m_index.insert(idOf(m_rows[std::size_t(i)]), i);
    }
    /// @return the row, or nullptr where there is none; valid as long as the table
    const Row *find(const QString &id) const
    {
        const auto it = m_index.constFind(id);
        return it == m_index.cend() ? nullptr : &m_rows[std::size_t(*it)];
    }
    const std::vector<Row> &rows() const { return m_rows; }
    auto begin() const { return m_rows.begin(); }
    auto end() const { return m_rows.end(); }
    std::size_t size() const { return m_rows.size(); }
    bool empty() const { return m_rows.empty(); }

private:
    std::vector<Row> m_rows;
    QHash<QString, int> m_index;
};

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

    /// Published measurements; shared because they are many and not every caller loads them.
    std::shared_ptr<const std::vector<Measurement>> measurements;
    /// Made from `measurements` by whoever loads them (core/speed/measurement_index.h); without it no
    /// published match is found.
    std::shared_ptr<const MeasurementIndex> measurementIndex;

    /// @return what the row of any placeable kind has in common, or nullptr
    const PartInfo *partInfo(const PartRef &ref) const;
};

} // namespace rigwright
