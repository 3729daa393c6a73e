// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/power/circuits.h"
#include "core/power/gpu_power.h"
#include "core/power/supply_efficiency.h"

namespace rigwright {

/// A supply while it is being loaded.
struct Supply
{
    const Item *item = nullptr;       ///< null inside a whole machine
    const PowerSupply *row = nullptr; ///< null inside a whole machine
    Watts label;
    Watts lowLineWatts; ///< on 100-127 V; 0 = refuses
    QString level;
    bool redundant = false;
    std::optional<int> wantedCircuit;
    int circuit = 0;
    Watts rating; ///< at the circuit's voltage
    const EfficiencyCurve *curve = nullptr;
    LossModel losses;
    Watts sizing; ///< DC at sizing power
};
using Supplies = QVarLengthArray<Supply, 6>;

/// The supplies of a build in bay order.
Supplies suppliesOf(const Build &build, const Catalog &catalog);

/// The site's circuits with their rows.
QVarLengthArray<SiteLine, 4> siteLines(const Build &build, const Catalog &catalog);

/// Says which supply feeds each device: the one the user chose, else the one that is least loaded
/// after it, the biggest cards first. The first supply feeds the board; a card stays on one supply.
/// @param watts sizing power of each device
/// @return per device an index into `supplies`, -1 where there is none
QVarLengthArray<int, 16> assignCards(Supplies &supplies, const Build &build, const Machine &machine,
                                     const DeviceWatts &watts, Watts platform);

/// Says which circuit each supply hangs on: the one the user chose, else the one that is least
/// loaded after it (heaviest first), and gives each its rating and curve at that voltage.
void assignCircuits(Supplies &supplies, const QVarLengthArray<SiteLine, 4> &lines, const Catalog &catalog);

} // namespace rigwright
