// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation.h"

#include "core/evaluation/findings.h"

#include <algorithm>
#include <numeric>

namespace rigwright {

namespace {

std::vector<DeviceResult> emptyDevices(const Machine &machine, std::size_t deployments)
{
    std::vector<DeviceResult> devices;
    devices.reserve(machine.devices.size());
    for (const Device &device : machine.devices) {
        DeviceResult result;
        result.item = device.item;
        result.name = device.name;
        result.label = device.label;
        result.position = device.position;
        result.link = device.link;
        result.memory = device.memory;
        result.byDeployment.resize(deployments);
        devices.push_back(std::move(result));
    }
    return devices;
}

DeploymentResult unknownDeployment(const Deployment &deployment)
{
    DeploymentResult result;
    result.title = deployment.modelId + QStringLiteral(" · ") + deployment.quantId;
    result.settings = deployment;
    return result;
}

DeploymentResult evaluateDeployment(const Machine &machine, const ResolvedDeployment &resolved, const Catalog &catalog,
                                    const std::vector<Bytes> &occupied, const EvaluateOptions &options)
{
    DeploymentResult result;
    result.known = true;
    result.model = resolved.model->name;
    result.quant = resolved.quant->name;
    result.engine = resolved.engine->name;
    result.title = result.model + QStringLiteral(" · ") + result.quant;
    result.settings = resolved.settings;
    Capacity capacity = capacityFor(machine, resolved, occupied);
    result.plan = std::move(capacity.plan);
    result.longestContext = capacity.longestContext;
    result.mostRequests = capacity.mostRequests;
    if (result.plan.verdict != FitVerdict::Refused) {
        OperatingPoint point;
        point.concurrency = resolved.settings.concurrency;
        point.promptTokens = resolved.settings.promptTokens;
        point.useMeasurements = options.useMeasurements;
        const SpeedPredictor speed(machine, resolved, result.plan, catalog, std::move(capacity.weights));
        result.speedEmpty = speed.at(point);
        point.depth = resolved.settings.contextTokens;
        result.speed = speed.at(point);
    }
    if (const Quantization *best = bestQuantization(machine, resolved, catalog, occupied, &result.plan))
        result.bestQuantId = best->id;
    return result;
}

/// Adds what a deployment takes to the devices it uses.
void occupy(std::vector<DeviceResult> &devices, std::vector<Bytes> &occupied, const MemoryPlan &plan,
            std::size_t deployment)
{
    for (std::size_t i = 0; i < plan.devices.size(); ++i) {
        DeviceResult &device = devices[plan.devices[i]];
        device.use += plan.use[i];
        device.byDeployment[deployment] += plan.use[i];
        occupied[plan.devices[i]] += plan.use[i].total();
    }
}

/// Lanes of the CPUs and lanes that the placed cards use.
void countLanes(const Build &build, const Catalog &catalog, Evaluation &evaluation)
{
    for (const Item *item : build.ofKind(PartKind::Cpu))
        if (const Cpu *cpu = catalog.cpus.find(item->part.id))
            evaluation.pcieLanesAvailable += cpu->pcieLanes;
    for (const DeviceResult &device : evaluation.devices)
        evaluation.pcieLanesUsed += device.link.lanes;
}

void append(std::vector<Finding> &all, std::vector<Finding> more)
{
    std::ranges::move(more, std::back_inserter(all));
}

} // namespace

bool Evaluation::hasErrors() const
{
    return std::ranges::any_of(findings, [](const Finding &f) { return f.severity == Severity::Error; });
}

Evaluation evaluate(const Build &build, const Catalog &catalog, const EvaluateOptions &options)
{
    Evaluation evaluation;
    evaluation.chassis = chassisLayout(build, catalog);
    evaluation.machine = machineOf(build, catalog, evaluation.chassis);
    evaluation.devices = emptyDevices(evaluation.machine, build.deployments.size());

    std::vector<std::optional<ResolvedDeployment>> resolved;
    resolved.reserve(build.deployments.size());
    evaluation.deployments.reserve(build.deployments.size());
    std::vector<Bytes> occupied(evaluation.machine.devices.size());
    for (std::size_t i = 0; i < build.deployments.size(); ++i) {
        resolved.push_back(resolve(build.deployments[i], catalog));
        if (!resolved.back()) {
            evaluation.deployments.push_back(unknownDeployment(build.deployments[i]));
            continue;
        }
        evaluation.deployments.push_back(
            evaluateDeployment(evaluation.machine, *resolved.back(), catalog, occupied, options));
        occupy(evaluation.devices, occupied, evaluation.deployments.back().plan, i);
    }

    std::vector<BusyDeployment> busy;
    for (std::size_t i = 0; i < resolved.size(); ++i)
        if (resolved[i])
            busy.push_back({&*resolved[i], &evaluation.deployments[i].plan});
    evaluation.power = evaluatePower(build, catalog, evaluation.machine, busy);

    std::optional<TokensPerSecond> throughput;
    if (!evaluation.deployments.empty() && evaluation.deployments.front().known
        && evaluation.deployments.front().plan.verdict != FitVerdict::Refused)
        throughput = evaluation.deployments.front().speed.total.value;
    evaluation.cost = evaluateCost(build, catalog, evaluation.power, throughput);
    evaluation.parts = partsList(build, catalog);
    countLanes(build, catalog, evaluation);

    append(evaluation.findings, findings::physical(build, catalog, evaluation));
    append(evaluation.findings, findings::logical(build, catalog, evaluation));
    append(evaluation.findings, findings::electrical(build, catalog, evaluation, options.fixes));
    append(evaluation.findings, findings::workload(build, catalog, evaluation, options.fixes));
    std::ranges::stable_sort(evaluation.findings, std::greater{}, &Finding::severity);
    return evaluation;
}

} // namespace rigwright
