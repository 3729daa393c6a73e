// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/memory_plan.h"

/// A small catalogue in code, so that tests of the engines do not change with the shipped facts.
namespace rigwright::test {

std::vector<LlmModel> knownModels();

/// Thirteen models, fifteen quantizations, seven engines, five cards and round speed constants.
const Catalog &knownCatalog();

/// A machine of these cards, joined pairwise by PCIe 4.0 x16.
Machine machineWith(const std::vector<const char *> &gpuIds, Bytes hostMemory = {}, BytesPerSecond hostBandwidth = {});

ResolvedDeployment deploymentOf(const char *model, const char *quantId, const char *engineId, int context);

} // namespace rigwright::test
