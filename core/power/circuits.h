// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"

#include <optional>

namespace rigwright {

/// Continuous power of a circuit: voltage * breaker * sqrt(3 if three-phase) * continuousFraction.
Watts continuousLimit(const Circuit &circuit);

/// The voltage that turns a load into the current of a line: times the root of 3 on three phases.
Volts currentVoltage(const Circuit &circuit);

/// Current of a load on a circuit; on three phases the line current.
Amperes currentOn(const Circuit &circuit, Watts load);

/// The smallest standard breaker for a continuous load: 125 % of its current.
/// Sources: NEC 210.20(A), standard ratings of NEC 240.6(A).
std::optional<Amperes> smallestBreaker(Watts continuous, Volts voltage, int phases = 1);

/// Comfort: a load up to 80 % of the continuous figure on 127 V and less, 90 % on more.
bool comfortable(const Circuit &circuit, Watts load);

/// Whether a supply on this circuit runs at low line (100 to 127 V).
bool lowLine(Volts voltage);

/// A site's circuit with its catalogue row; the row is null where the id is unknown.
struct SiteLine
{
    const SiteCircuit *site = nullptr;
    const Circuit *circuit = nullptr;
    Volts voltage() const;
    Watts limit() const { return circuit ? continuousLimit(*circuit) : Watts(0); }
};

} // namespace rigwright
