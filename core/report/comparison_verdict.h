// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/comparison.h"

namespace rigwright {

/// What each deployment of the workload does on both sides, and how many findings there are.
std::vector<ComparisonGroup> verdictGroups(const Evaluation &a, const Evaluation &b);

/// @return whether a deployment has figures worth comparing
bool runs(const DeploymentResult &deployment);

} // namespace rigwright
