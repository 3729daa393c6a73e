// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/memory_plan.h"

#include "core/memory/planner.h"

namespace rigwright {

std::optional<ResolvedDeployment> resolve(const Deployment &deployment, const Catalog &catalog)
{
    ResolvedDeployment resolved;
    resolved.model = catalog.models.find(deployment.modelId);
    resolved.quant = catalog.quantizations.find(deployment.quantId);
    resolved.engine = catalog.engines.find(deployment.engineId);
    if (!resolved.model || !resolved.quant || !resolved.engine)
        return std::nullopt;
    if (const EngineSettings &own = deployment.engineSettings; !own.draftModelId.isEmpty()) {
        resolved.draftModel = catalog.models.find(own.draftModelId);
        resolved.draftQuant = catalog.quantizations.find(own.draftQuantId);
        if (!resolved.draftModel || !resolved.draftQuant)
            return std::nullopt;
    }
    resolved.settings = deployment;
    return resolved;
}

MemoryPlan planMemory(const Machine &machine, const ResolvedDeployment &deployment, const std::vector<Bytes> &occupied)
{
    MemoryPlan plan;
    Planner(machine, deployment, occupied)
        .plan(deployment.settings.contextTokens, deployment.settings.concurrency, true, plan, true);
    return plan;
}

} // namespace rigwright
