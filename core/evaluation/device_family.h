// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/hardware.h"

namespace rigwright {

/// @return the key of a card into SpeedCoefficients: its architecture, with " HBM" where the
///         architecture also comes with stacked memory (an A100 and an RTX 3090 are both "Ampere"
///         but reach very different shares of their bandwidth)
QString deviceFamily(const Gpu &gpu);

/// @return "Apple M3", "Strix Halo", "GB10", "Jetson", or the GPU architecture of a superchip
QString deviceFamily(const UnifiedSystem &system);

} // namespace rigwright
