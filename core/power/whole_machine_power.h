// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compatibility/host.h"
#include "core/power/gpu_power.h"
#include "core/power/supplies.h"

namespace rigwright {

/// Wall power of a unified-memory system in a state, from the maker's idle and maximum figures at
/// the wall; 0 where they are unknown.
Watts unifiedWall(const Host &host, const Catalog &catalog, const std::vector<BusyDeployment> &busy, PowerState state);

/// The supplies inside a whole machine, sharing its load evenly; one of unknown kind where the
/// maker does not say.
Supplies machineSupplies(const Prebuilt &machine, const Item &item);

/// What a whole machine draws beside its cards (DC).
struct MachineRest
{
    Watts idle;
    Watts load;
    Watts sizing; ///< makes the wall draw its nameplate power
    Watts of(PowerState state) const
    {
        return state == PowerState::Idle ? idle : state == PowerState::Sizing ? sizing : load;
    }
};
/// @param supplies with their curves: the nameplate is at the wall, the cards are on DC
MachineRest machineRest(const Prebuilt &machine, const Machine &devices, const Catalog &catalog,
                        const Supplies &supplies);

} // namespace rigwright
