// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/power/power.h"

#include <QVarLengthArray>

namespace rigwright {

/// Watts of each device of a machine in one state.
using DeviceWatts = QVarLengthArray<double, 16>;

/// A device's board power limit: its TDP, or less where the user capped it.
Watts powerLimitOf(const Device &device);

/// The class whose phase fractions a device follows: "hbm", "gddr-large", "gddr-small" or "unified".
QLatin1String phaseClassOf(const Device &device);

/// @return the row of a class; one that draws everything in every phase where there is none
PhaseFractions phaseFractionsOf(const Catalog &catalog, QLatin1String deviceClass);

/// Power of the cards (not of unified systems, which are measured at the wall).
///     power = idle + (min(limit, fraction * TDP) - idle) * share of the time it works
/// Layer split works on one card at a time; tensor parallel waits a little for its all-reduces;
/// layers in system RAM leave the cards waiting for the CPU. Without a deployment all work.
DeviceWatts gpuWatts(const Machine &machine, const Catalog &catalog, const std::vector<BusyDeployment> &busy,
                     PowerState state);

/// Share of a decode step that the CPU computes, over all deployments. 0 = everything on GPUs
double cpuShare(const Machine &machine, const std::vector<BusyDeployment> &busy);

/// Share of its phase power at which a unified system decodes: that of its busiest deployment.
double decodeFraction(const PhaseFractions &fractions, int concurrency);

} // namespace rigwright
