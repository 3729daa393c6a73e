// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/machine.h"

namespace rigwright {

/// Share of the stock speed that a device keeps under its power limit.
struct PowerLimitEffect
{
    double decode = 1;
    double prefill = 1;
};

PowerLimitEffect powerLimitEffect(const Catalog &catalog, const Device &device);

} // namespace rigwright
