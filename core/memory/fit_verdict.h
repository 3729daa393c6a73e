// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace rigwright {

enum class FitVerdict { Fits, Tight, DoesNotFit, Refused };

/// @param margin  bytes left on a device, negative where they are missing
/// @param memory  bytes of that device
inline FitVerdict verdictFor(double margin, double memory)
{
    // Runtime context and scratch are known to 100-300 MiB per GPU; weights and cache are exact.
    constexpr double kTightBytes = 512.0 * 1048576.0;
    constexpr double kTightShare = 0.03;
    if (margin < 0)
        return FitVerdict::DoesNotFit;
    return margin < std::max(kTightBytes, kTightShare * memory) ? FitVerdict::Tight : FitVerdict::Fits;
}

} // namespace rigwright
