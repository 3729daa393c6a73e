// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/memory_plan.h"

#include <memory>
#include <string>

/// Random models, machines and settings for property tests; use inside rc::check.
namespace rigwright::test {

struct AnyDeployment
{
    std::shared_ptr<const LlmModel> own; ///< a made-up model, or nullptr where `deployment` has a known one
    Machine machine;
    ResolvedDeployment deployment;

    Deployment &settings() { return deployment.settings; }
    MemoryPlan plan(const std::vector<Bytes> &occupied = {}) const { return planMemory(machine, deployment, occupied); }
    std::string text() const; ///< what a failing case needs to be run again by hand
};

/// Any model on one to eight cards, none of it in system RAM, with any engine and any settings of it.
AnyDeployment anyDeployment();
/// The same under llama.cpp, with system RAM beside the cards.
AnyDeployment anyLlamaDeployment();

std::string text(const MemoryPlan &plan);
/// @return whether two plans put the same layers on the same devices
bool samePlacement(const MemoryPlan &a, const MemoryPlan &b);

} // namespace rigwright::test
