// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compatibility/host.h"
#include "core/power/power.h"

namespace rigwright {

/// Everything of a self-built machine but its cards, at rest and at work.
struct PlatformDraw
{
    struct Part
    {
        Watts idle;
        Watts load;
        Watts of(PowerState state) const { return state == PowerState::Idle ? idle : load; }
    };
    Part cpu;      ///< `load`: feeding GPUs, not computing layers itself
    Watts cpuFull; ///< computing: its TDP
    Part board;
    Part memory;
    Part drives;
    Part fans;
    Part other;

    /// @param share of the time in which the CPU computes layers of a model
    Watts cpuIn(PowerState state, double share) const;
};

PlatformDraw platformDraw(const Build &build, const Catalog &catalog, const Host &host);

/// Power of `count` memory modules at `each` watts; the more, the less each is accessed: modules
/// 5 to 8 count 90 %, 9 to 16 80 %, from 17 on 70 %, all together at least two modules' worth.
/// Source: CodeCarbon, "Methodology", RAM.
Watts memoryPower(int count, Watts each);

} // namespace rigwright
