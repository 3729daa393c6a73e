// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speed/power_limit.h"

#include <algorithm>

namespace rigwright {

namespace {

/// Linear between the measured points around `limit`; full speed at and above stock. Below the
/// lowest point the speed falls in proportion to the limit.
double interpolated(const std::vector<PowerLimitPoint> &points, const QString &gpuId, double limit,
                    double PowerLimitPoint::*share)
{
    double belowLimit = 0;
    double belowShare = 0;
    double aboveLimit = 1;
    double aboveShare = 1;
    for (const PowerLimitPoint &point : points) {
        if (point.gpuId != gpuId || point.*share <= 0 || point.limit > 1)
            continue;
        if (point.limit <= limit && point.limit > belowLimit) {
            belowLimit = point.limit;
            belowShare = point.*share;
        }
        if (point.limit >= limit && point.limit < aboveLimit) {
            aboveLimit = point.limit;
            aboveShare = point.*share;
        }
    }
    if (aboveLimit - belowLimit < 1e-9)
        return std::min(1.0, aboveShare);
    const double t = (limit - belowLimit) / (aboveLimit - belowLimit);
    return std::clamp(belowShare + t * (aboveShare - belowShare), 0.05, 1.0);
}

} // namespace

PowerLimitEffect powerLimitEffect(const Catalog &catalog, const Device &device)
{
    if (device.powerLimit >= 1 || device.powerLimit <= 0)
        return {};
    const QString &own = device.gpu ? device.gpu->info.id : device.name;
    const bool measured = std::ranges::any_of(catalog.powerLimits, [&](const auto &p) { return p.gpuId == own; });
    const QString gpuId = measured ? own : QString();
    return {interpolated(catalog.powerLimits, gpuId, device.powerLimit, &PowerLimitPoint::decode),
            interpolated(catalog.powerLimits, gpuId, device.powerLimit, &PowerLimitPoint::prefill)};
}

} // namespace rigwright
