// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/speed/speed.h"

#include <optional>

namespace rigwright {

/// What others measured on this very combination of device, count, model, quantization, engine,
/// split, cache type and depth with one request.
struct MeasuredSpeed
{
    double median = 0;
    double low = 0;
    double high = 0;
    int rows = 0;
    QString source; ///< of one of the rows
};

struct MeasuredMatch
{
    std::optional<MeasuredSpeed> decode;
    std::optional<MeasuredSpeed> prefill;
};

MeasuredMatch measuredMatch(const Machine &machine, const ResolvedDeployment &deployment, const MemoryPlan &plan,
                            const OperatingPoint &point, const Catalog &catalog);

} // namespace rigwright
