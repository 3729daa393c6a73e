// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/prediction_json.h"

#include "core/report/evaluation_json.h"
#include "core/report/words.h"

#include <QJsonArray>

namespace rigwright {

namespace {

QJsonObject bytesOf(const MemoryUse &use)
{
    return {{QStringLiteral("weights_bytes"), use.weights.base()},
            {QStringLiteral("kv_bytes"), use.kvCache.base()},
            {QStringLiteral("compute_bytes"), use.compute.base()},
            {QStringLiteral("overhead_bytes"), use.overhead.base()},
            {QStringLiteral("total_bytes"), use.total().base()}};
}

} // namespace

QJsonObject predictionJson(const Prediction &prediction)
{
    QJsonObject object{{QStringLiteral("schema"), kJsonSchema},
                       {QStringLiteral("status"), prediction.ok ? QStringLiteral("ok") : QStringLiteral("error")},
                       {QStringLiteral("message"), prediction.message}};
    if (!prediction.ok)
        return object;

    const ResolvedDeployment &asked = prediction.deployment;
    DeploymentResult result;
    result.known = asked.model && asked.quant && asked.engine;
    if (result.known) {
        result.model = asked.model->name;
        result.quant = asked.quant->name;
        result.engine = asked.engine->name;
        result.title = result.model + QStringLiteral(" · ") + result.quant;
    }
    result.settings = asked.settings;
    result.plan = prediction.plan;
    result.speed = prediction.speed;
    QJsonObject deployment = deploymentJson(result);
    // A prediction answers for one depth; these belong to a build.
    for (const char *key :
         {"decode_empty_tok_s", "longest_context_tokens", "most_requests", "best_quant_id", "message"})
        deployment.remove(QLatin1String(key));
    for (auto it = deployment.begin(); it != deployment.end(); ++it)
        object.insert(it.key(), it.value());
    const QJsonObject bytes = bytesOf(prediction.plan.sum());
    for (auto it = bytes.begin(); it != bytes.end(); ++it)
        object.insert(it.key(), it.value());

    QJsonArray gpus;
    const MemoryPlan &plan = prediction.plan;
    for (std::size_t i = 0; i < plan.devices.size() && i < plan.use.size(); ++i) {
        const Device &device = prediction.machine.devices[plan.devices[i]];
        QJsonObject gpu = bytesOf(plan.use[i]);
        gpu[QStringLiteral("name")] = device.name;
        gpu[QStringLiteral("link")] = words::link(device.link);
        gpu[QStringLiteral("vram_bytes")] = device.memory.base();
        gpu[QStringLiteral("free_bytes")] = (device.memory - plan.use[i].total()).base();
        gpus.append(gpu);
    }
    object[QStringLiteral("gpus")] = gpus;
    return object;
}

} // namespace rigwright
