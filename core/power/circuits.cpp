// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/power/circuits.h"

#include <array>
#include <cmath>

namespace rigwright {

namespace {
/// A site whose circuit is unknown is planned for the weaker grid.
constexpr Volts kUnknownVoltage{120};
constexpr double kComfortLowLine = 0.8;
constexpr double kComfortHighLine = 0.9;

double phaseFactor(int phases)
{
    return phases == 3 ? std::sqrt(3.0) : 1.0;
}
} // namespace

Watts continuousLimit(const Circuit &circuit)
{
    if (circuit.continuous.base() > 0)
        return circuit.continuous;
    return circuit.voltage * circuit.breaker * (phaseFactor(circuit.phases) * circuit.continuousFraction);
}

Volts currentVoltage(const Circuit &circuit)
{
    return circuit.voltage * phaseFactor(circuit.phases);
}

Amperes currentOn(const Circuit &circuit, Watts load)
{
    if (circuit.voltage.base() <= 0)
        return Amperes(0);
    return load / currentVoltage(circuit);
}

std::optional<Amperes> smallestBreaker(Watts continuous, Volts voltage, int phases)
{
    constexpr std::array standard{15., 20., 25., 30.,  35.,  40.,  45.,  50.,  60.,
                                  70., 80., 90., 100., 110., 125., 150., 175., 200.};
    const Amperes needed = 1.25 * (continuous / (voltage * phaseFactor(phases)));
    for (const double rating : standard)
        if (rating >= needed.base() - 1e-9)
            return Amperes(rating);
    return std::nullopt;
}

bool comfortable(const Circuit &circuit, Watts load)
{
    return load <= continuousLimit(circuit) * (lowLine(circuit.voltage) ? kComfortLowLine : kComfortHighLine);
}

bool lowLine(Volts voltage)
{
    return voltage <= Volts(127);
}

Volts SiteLine::voltage() const
{
    return circuit ? circuit->voltage : kUnknownVoltage;
}

} // namespace rigwright
