// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/catalog/cell.h"

#include <functional>
#include <vector>

namespace rigwright {

/// One member of a row struct under the one name that is its CSV header, SQL column and JSON key.
/// The name ends in the unit of its figures.
template <class Row>
struct Field
{
    const char *name = "";
    CellType type = CellType::Text;
    bool required = false;      ///< the catalogue's own rows must state it
    bool derived = false;       ///< filled in when the catalogue is compiled, not stated in CSV
    bool blankIsDefault = true; ///< a blank cell means what a fresh row has
    double minimum = 0;         ///< of a number, in the unit of the name
    double maximum = 0;
    QStringList words;                                  ///< of an enumeration
    std::function<Cell(const Row &)> get;               ///< blank where not required and the default
    std::function<Outcome(Row &, const Cell &)> assign; ///< a blank cell restores the default
};

/// The columns of a row, in the order in which they are written. Instantiated for every row
/// struct of the catalogue.
template <class Row>
const std::vector<Field<Row>> &fields();

/// @return the field of that name, or nullptr
template <class Row>
const Field<Row> *fieldNamed(const QString &name)
{
    for (const Field<Row> &field : fields<Row>()) {
        if (name == QLatin1String(field.name))
            return &field;
    }
    return nullptr;
}

/// Calls `visit(name, table)` for every table of a catalogue (const or not) except the
/// measurements. The name is the CSV file's, the SQL table's and the JSON key.
template <class AnyCatalog, class Visitor>
void forEachTable(AnyCatalog &catalog, Visitor &&visit)
{
    visit("gpus", catalog.gpus);
    visit("unified_systems", catalog.unifiedSystems);
    visit("prebuilts", catalog.prebuilts);
    visit("cpus", catalog.cpus);
    visit("motherboards", catalog.motherboards);
    visit("power_supplies", catalog.powerSupplies);
    visit("enclosures", catalog.enclosures);
    visit("memory_kits", catalog.memoryKits);
    visit("drives", catalog.drives);
    visit("nvlink_bridges", catalog.nvlinkBridges);
    visit("fans", catalog.fans);
    visit("extras", catalog.extras);
    visit("interconnects", catalog.interconnects);
    visit("models", catalog.models);
    visit("quantizations", catalog.quantizations);
    visit("engines", catalog.engines);
    visit("circuits", catalog.circuits);
    visit("tariffs", catalog.tariffs);
    visit("cloud_prices", catalog.cloudPrices);
    visit("api_prices", catalog.apiPrices);
    visit("platform_power", catalog.platformPower);
    visit("connector_limits", catalog.connectorLimits);
    visit("idle_power", catalog.idlePower);
    visit("phase_power", catalog.phasePower);
    visit("measured_systems", catalog.measuredSystems);
    visit("ac_couplers", catalog.acCouplers);
    visit("peak_sun_hours", catalog.peakSunHours);
    visit("generator_fuel", catalog.generatorFuel);
    visit("efficiency_curves", catalog.efficiencyCurves);
    visit("phase_fractions", catalog.phaseFractions);
    visit("power_limits", catalog.powerLimits);
    visit("excursion_limits", catalog.excursionLimits);
    visit("transients", catalog.transients);
    visit("speed_coefficients", catalog.speedCoefficients);
    visit("currencies", catalog.currencies);
    visit("claims", catalog.claims);
}

/// Calls `visit(name, member of Catalog)` for every table whose rows a build can name and a user can
/// have of his own: parts, models, quantizations, engines, circuits, tariffs.
template <class Visitor>
void forEachOwnableTable(Visitor &&visit)
{
    visit("gpus", &Catalog::gpus);
    visit("unified_systems", &Catalog::unifiedSystems);
    visit("prebuilts", &Catalog::prebuilts);
    visit("cpus", &Catalog::cpus);
    visit("motherboards", &Catalog::motherboards);
    visit("power_supplies", &Catalog::powerSupplies);
    visit("enclosures", &Catalog::enclosures);
    visit("memory_kits", &Catalog::memoryKits);
    visit("drives", &Catalog::drives);
    visit("nvlink_bridges", &Catalog::nvlinkBridges);
    visit("fans", &Catalog::fans);
    visit("extras", &Catalog::extras);
    visit("models", &Catalog::models);
    visit("quantizations", &Catalog::quantizations);
    visit("engines", &Catalog::engines);
    visit("circuits", &Catalog::circuits);
    visit("tariffs", &Catalog::tariffs);
}

template <class Row>
const std::vector<Row> &rowsOf(const Table<Row> &table)
{
    return table.rows();
}
template <class Row>
const std::vector<Row> &rowsOf(const std::vector<Row> &table)
{
    return table;
}

/// The row struct of a member of Catalog.
template <class AnyTable>
using RowOf = std::decay_t<decltype(rowsOf(std::declval<const AnyTable &>()).front())>;

} // namespace rigwright
