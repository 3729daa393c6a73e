// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/starter_deployment.h"

#include <algorithm>

namespace rigwright {

namespace {

bool serves(const Quantization &quant, const QString &engineId, const LlmModel &model)
{
    return quant.engines.contains(engineId) && (quant.onlyModel.isEmpty() || quant.onlyModel == model.id);
}

} // namespace

Deployment starterDeployment(const LlmModel &model, const Build &build, const Catalog &catalog)
{
    Deployment deployment;
    deployment.modelId = model.id;
    if (model.maxContext > 0)
        deployment.contextTokens = std::min(deployment.contextTokens, model.maxContext);

    const auto use = [&](const QString &quantId, const QString &engineId) {
        const Quantization *quant = catalog.quantizations.find(quantId);
        if (!quant || !catalog.engines.find(engineId) || !serves(*quant, engineId, model))
            return false;
        deployment.quantId = quantId;
        deployment.engineId = engineId;
        return true;
    };
    if (!build.deployments.empty() && use(build.deployments.back().quantId, build.deployments.back().engineId))
        return deployment;
    if (use(QStringLiteral("q4_k_m"), QStringLiteral("llama.cpp")))
        return deployment;
    for (const Quantization &quant : catalog.quantizations)
        for (const QString &engine : quant.engines)
            if (use(quant.id, engine))
                return deployment;
    return deployment;
}

} // namespace rigwright
