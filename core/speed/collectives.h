// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/machine.h"

#include <span>

namespace rigwright {

/// Time of one all-reduce of `bytes` over these devices, over their slowest link:
///     launch + hops * latency + 2 * (n - 1) / n * bytes / (efficiency * bandwidth)
/// Ring all-reduce; small messages go through one exchange per doubling of the devices.
Seconds allReduceTime(const Machine &machine, std::span<const std::size_t> devices, double bytes);

/// Time to hand `bytes` from one device to the next of a layer split or pipeline.
Seconds handOverTime(const Machine &machine, std::size_t from, std::size_t to, double bytes);

} // namespace rigwright
