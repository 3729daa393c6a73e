// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/power/power.h"

namespace rigwright {

/// All electrical input becomes heat in the room. 1 W = 3.412142 BTU/h.
Estimate<BtuPerHour> heatOf(const Estimate<Watts> &wall);

/// Air that carries the heat away at a rise of its temperature: CFM = 1.76 W / rise, from
/// W = density * heat capacity * flow * rise at sea level and up to 25 degrees C at the inlet
/// (vendors' rounding of 1.751); thinner warm air needs 1.84 at 35. Source: Comair Rotron.
Estimate<CubicFeetPerMinute> airflowFor(const Estimate<Watts> &wall, Celsius rise, Celsius inlet);
inline constexpr Celsius kAirRise{10}; ///< exhaust over inlet that a quiet case should keep to

/// Sound power of fans and coolers added: L = 10 log10(sum of 10^(Li / 10)), at 1 m.
/// @return value 0 where nothing with a known level is in the build
Estimate<DecibelsA> noiseOf(const Build &build, const Catalog &catalog, const Machine &machine);

/// Level of a card at load by its kind of cooler; 0 dB(A) where it has no fan of its own.
DecibelsA coolerNoise(GpuCooler cooler);

} // namespace rigwright
