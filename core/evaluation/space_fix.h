// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"

#include <vector>

namespace rigwright {

/// A change of a deployment that makes it fit.
struct SpaceFix
{
    QString label; ///< "Use a q8_0 KV cache"
    Deployment changed;
};

/// The change of least consequence after which a deployment fits, or a tight one fits with room: of the batch, of the
/// cache's type, of the context, of what stays in system RAM, of the requests, of the quantization, in this order.
/// @param occupied  bytes that earlier deployments take on each device
/// @return nullopt where none of them is enough
std::optional<SpaceFix> smallestSpaceFix(const DeploymentResult &result, const Machine &machine, const Catalog &catalog,
                                         const std::vector<Bytes> &occupied);

} // namespace rigwright
