// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/evaluation_json.h"

#include "core/report/words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace rigwright {

namespace {

/// JSON has no infinity and no NaN; a figure that is not known is null.
QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}
QJsonValue numberOrNull(double value, bool known)
{
    return known ? number(value) : QJsonValue(QJsonValue::Null);
}
QJsonValue bytes(Bytes amount)
{
    return QJsonValue(amount.base());
}

/// Puts an estimate under `stem + unit`, its band under `stem_low + unit` and `stem_high + unit`.
template <class Value>
void putEstimate(QJsonObject &object, const QString &stem, const QString &unit, const Estimate<Value> &estimate,
                 const JsonOptions &options, double factor = 1)
{
    object[stem + unit] = number(estimate.value.base() * factor);
    if (estimate.basis != Basis::Exact) {
        object[stem + QStringLiteral("_low") + unit] = number(estimate.low.base() * factor);
        object[stem + QStringLiteral("_high") + unit] = number(estimate.high.base() * factor);
    }
    if (options.traces)
        object[stem + QStringLiteral("_trace")] = traceJson(estimate.trace);
}

QJsonObject memoryJson(const MemoryUse &use)
{
    return {{QStringLiteral("weights_bytes"), bytes(use.weights)},
            {QStringLiteral("kv_bytes"), bytes(use.kvCache)},
            {QStringLiteral("compute_bytes"), bytes(use.compute)},
            {QStringLiteral("overhead_bytes"), bytes(use.overhead)},
            {QStringLiteral("total_bytes"), bytes(use.total())}};
}

QJsonObject gpuJson(const DeviceResult &device)
{
    QJsonObject object = memoryJson(device.use);
    object[QStringLiteral("name")] = device.name;
    object[QStringLiteral("label")] = device.label;
    object[QStringLiteral("slot")] = device.position;
    object[QStringLiteral("link")] = words::link(device.link);
    object[QStringLiteral("vram_bytes")] = bytes(device.memory);
    object[QStringLiteral("free_bytes")] = bytes(device.free());
    return object;
}

QJsonObject stateJson(const StatePower &state, const JsonOptions &options)
{
    QJsonObject object{{QStringLiteral("gpu_w"), number(state.gpu.base())},
                       {QStringLiteral("cpu_w"), number(state.cpu.base())},
                       {QStringLiteral("board_w"), number(state.board.base())},
                       {QStringLiteral("memory_w"), number(state.memory.base())},
                       {QStringLiteral("drives_w"), number(state.drives.base())},
                       {QStringLiteral("fans_w"), number(state.fans.base())},
                       {QStringLiteral("other_w"), number(state.other.base())}};
    putEstimate(object, QStringLiteral("dc"), QStringLiteral("_w"), state.dc, options);
    putEstimate(object, QStringLiteral("wall"), QStringLiteral("_w"), state.wall, options);
    return object;
}

QJsonObject psuJson(const PsuLoad &psu)
{
    return {{QStringLiteral("name"), psu.name},
            {QStringLiteral("load_w"), number(psu.load.base())},
            {QStringLiteral("limit_w"), number(psu.rating.base())},
            {QStringLiteral("label_w"), number(psu.label.base())},
            {QStringLiteral("share"), number(psu.share())},
            {QStringLiteral("efficiency"), number(psu.efficiency)},
            {QStringLiteral("wall_w"), number(psu.wall.base())},
            {QStringLiteral("circuit"), psu.circuit},
            {QStringLiteral("eight_pin_needed"), psu.eightPinNeeded},
            {QStringLiteral("eight_pin_present"), psu.eightPinPresent},
            {QStringLiteral("sixteen_pin_needed"), psu.sixteenPinNeeded},
            {QStringLiteral("sixteen_pin_present"), psu.sixteenPinPresent}};
}

QJsonObject circuitJson(const CircuitLoad &circuit)
{
    return {{QStringLiteral("label"), circuit.label},
            {QStringLiteral("load_w"), number((circuit.rig + circuit.other).base())},
            {QStringLiteral("rig_w"), number(circuit.rig.base())},
            {QStringLiteral("active_w"), number(circuit.active.base())},
            {QStringLiteral("other_w"), number(circuit.other.base())},
            {QStringLiteral("limit_w"), number(circuit.limit.base())},
            {QStringLiteral("share"), number(circuit.share())},
            {QStringLiteral("current_a"), number(circuit.current.base())},
            {QStringLiteral("breaker_a"), number(circuit.breaker.base())}};
}

QJsonObject powerJson(const PowerResult &power, const JsonOptions &options)
{
    QJsonObject object;
    for (const PowerState state : kPowerStates)
        object[keys::state(state)] = stateJson(power.of(state), options);
    QJsonArray psus;
    for (const PsuLoad &psu : power.psus)
        psus.append(psuJson(psu));
    QJsonArray circuits;
    for (const CircuitLoad &circuit : power.circuits)
        circuits.append(circuitJson(circuit));
    object[QStringLiteral("psus")] = psus;
    object[QStringLiteral("circuits")] = circuits;
    putEstimate(object, QStringLiteral("active"), QStringLiteral("_w"), power.active, options);
    return object;
}

QJsonObject partJson(const PartLine &line, double perUsd)
{
    const bool priced = line.unitPrice.has_value();
    return {{QStringLiteral("kind"), keys::kind(line.part.kind)},
            {QStringLiteral("id"), line.part.id},
            {QStringLiteral("name"), line.name},
            {QStringLiteral("detail"), line.detail},
            {QStringLiteral("quantity"), line.quantity},
            {QStringLiteral("unit_price"), numberOrNull(priced ? line.unitPrice->base() * perUsd : 0, priced)},
            {QStringLiteral("price_date"), line.priceDate},
            {QStringLiteral("price_source"), line.priceSource},
            {QStringLiteral("condition"), line.condition},
            {QStringLiteral("own_price"), line.ownPrice},
            {QStringLiteral("included"), line.included}};
}

QJsonObject findingJson(const Finding &finding)
{
    QJsonArray items;
    for (const ItemId item : finding.items)
        items.append(item.value);
    return {{QStringLiteral("id"), finding.id},
            {QStringLiteral("severity"), keys::severity(finding.severity)},
            {QStringLiteral("subject"), finding.subject},
            {QStringLiteral("text"), finding.text},
            {QStringLiteral("items"), items},
            {QStringLiteral("deployment"), numberOrNull(finding.deployment, finding.deployment >= 0)},
            {QStringLiteral("fix"), finding.fix ? QJsonValue(finding.fix->label) : QJsonValue(QJsonValue::Null)}};
}

void putCost(QJsonObject &object, const Site &site, const CostResult &cost, const JsonOptions &options)
{
    const double perUsd = site.currencyPerUsd;
    object[QStringLiteral("currency")] = site.currency;
    object[QStringLiteral("currency_per_usd")] = number(perUsd);
    putEstimate(object, QStringLiteral("parts_cost"), {}, cost.parts, options, perUsd);
    putEstimate(object, QStringLiteral("parts_cost_price_high"), {}, cost.partsHigh, options, perUsd);
    object[QStringLiteral("parts_unpriced")] = cost.unpriced;
    putEstimate(object, QStringLiteral("energy"), QStringLiteral("_kwh_month"), cost.energyPerMonth, options);
    putEstimate(object, QStringLiteral("energy_cost"), QStringLiteral("_month"), cost.energyCostPerMonth, options,
                perUsd);
    putEstimate(object, QStringLiteral("three_year_cost"), {}, cost.threeYears, options, perUsd);

    const bool hasTokens = cost.perMillionTokens.value > Money();
    object[QStringLiteral("usd_per_mtok")] = numberOrNull(cost.perMillionTokens.value.base(), hasTokens);
    if (options.traces)
        object[QStringLiteral("usd_per_mtok_trace")] = traceJson(cost.perMillionTokens.trace);

    const CloudComparison &cloud = cost.cloud;
    const bool hasCloud = !cloud.provider.isEmpty();
    object[QStringLiteral("cloud_break_even_months")] =
        numberOrNull(cloud.breakEvenMonths, hasCloud && cloud.breakEvenMonths >= 0);
    if (hasCloud)
        object[QStringLiteral("cloud")] = QJsonObject{{QStringLiteral("provider"), cloud.provider},
                                                      {QStringLiteral("gpu"), cloud.gpu},
                                                      {QStringLiteral("date"), cloud.date},
                                                      {QStringLiteral("usd_per_hour"), number(cloud.perHour.base())}};
    else
        object[QStringLiteral("cloud")] = QJsonValue::Null;
}

} // namespace

QJsonObject traceJson(const Trace &trace)
{
    QJsonArray inputs;
    for (const TraceInput &input : trace.inputs)
        inputs.append(QJsonObject{{QStringLiteral("symbol"), QString::fromUtf8(input.symbol)},
                                  {QStringLiteral("label"), QString::fromUtf8(input.label)},
                                  {QStringLiteral("value"), number(input.value)},
                                  {QStringLiteral("unit"), QString::fromUtf8(input.unit)},
                                  {QStringLiteral("source"), input.source}});
    return {{QStringLiteral("formula"), QString::fromUtf8(trace.formula)},
            {QStringLiteral("method"), QString::fromUtf8(trace.method)},
            {QStringLiteral("unit"), QString::fromUtf8(trace.unit)},
            {QStringLiteral("inputs"), inputs}};
}

QJsonObject deploymentJson(const DeploymentResult &deployment, const JsonOptions &options)
{
    const MemoryPlan &plan = deployment.plan;
    const SpeedResult &speed = deployment.speed;
    const bool planned = deployment.known && plan.verdict != FitVerdict::Refused;

    QJsonObject object;
    object[QStringLiteral("title")] = deployment.title;
    object[QStringLiteral("known")] = deployment.known;
    object[QStringLiteral("model")] = deployment.known ? deployment.model : deployment.settings.modelId;
    object[QStringLiteral("quant")] = deployment.known ? deployment.quant : deployment.settings.quantId;
    object[QStringLiteral("engine")] = deployment.known ? deployment.engine : deployment.settings.engineId;
    object[QStringLiteral("model_id")] = deployment.settings.modelId;
    object[QStringLiteral("quant_id")] = deployment.settings.quantId;
    object[QStringLiteral("engine_id")] = deployment.settings.engineId;
    object[QStringLiteral("context_tokens")] = deployment.settings.contextTokens;
    object[QStringLiteral("concurrency")] = deployment.settings.concurrency;
    object[QStringLiteral("kv_type")] = deployment.settings.kvType;
    object[QStringLiteral("prompt_tokens")] = deployment.settings.promptTokens;

    object[QStringLiteral("fits")] = deployment.known && plan.fits();
    object[QStringLiteral("verdict")] = keys::verdict(deployment.known ? plan.verdict : FitVerdict::Refused);
    object[QStringLiteral("message")] = plan.refusal;
    object[QStringLiteral("margin_bytes")] = planned ? bytes(plan.margin) : QJsonValue(QJsonValue::Null);
    object[QStringLiteral("split")] = planned ? QJsonValue(keys::split(plan.split)) : QJsonValue(QJsonValue::Null);
    object[QStringLiteral("tensor_ways")] = numberOrNull(plan.tensorWays, planned);
    object[QStringLiteral("pipeline_ways")] = numberOrNull(plan.pipelineWays, planned);
    object[QStringLiteral("replicas")] = numberOrNull(plan.replicas, planned);
    object[QStringLiteral("host_layers")] = numberOrNull(plan.hostLayers, planned);
    object[QStringLiteral("host_expert_layers")] = numberOrNull(plan.hostExpertLayers, planned);
    object[QStringLiteral("memory")] = planned ? QJsonValue(memoryJson(plan.sum())) : QJsonValue(QJsonValue::Null);
    object[QStringLiteral("host_bytes")] = planned ? bytes(plan.host.total()) : QJsonValue(QJsonValue::Null);
    object[QStringLiteral("max_gpu_bytes")] = planned ? bytes(plan.busiest) : QJsonValue(QJsonValue::Null);
    object[QStringLiteral("longest_context_tokens")] = numberOrNull(deployment.longestContext, planned);
    object[QStringLiteral("most_requests")] = numberOrNull(deployment.mostRequests, planned);
    object[QStringLiteral("best_quant_id")] =
        deployment.bestQuantId.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(deployment.bestQuantId);

    object[QStringLiteral("decode_tok_s")] = numberOrNull(speed.decode.value.base(), planned);
    object[QStringLiteral("decode_low_tok_s")] = numberOrNull(speed.decode.low.base(), planned);
    object[QStringLiteral("decode_high_tok_s")] = numberOrNull(speed.decode.high.base(), planned);
    object[QStringLiteral("decode_empty_tok_s")] = numberOrNull(deployment.speedEmpty.decode.value.base(), planned);
    object[QStringLiteral("prefill_tok_s")] = numberOrNull(speed.prefill.value.base(), planned);
    object[QStringLiteral("ttft_s")] = numberOrNull(speed.firstToken.value.base(), planned);
    object[QStringLiteral("total_tok_s")] = numberOrNull(speed.total.value.base(), planned);
    object[QStringLiteral("tier")] = planned ? QJsonValue(keys::tier(speed.tier)) : QJsonValue(QJsonValue::Null);
    object[QStringLiteral("basis")] =
        planned ? QJsonValue(keys::basis(speed.decode.basis)) : QJsonValue(QJsonValue::Null);
    object[QStringLiteral("basis_measurements")] = numberOrNull(speed.decode.measurements, planned);
    if (options.traces && planned) {
        object[QStringLiteral("decode_trace")] = traceJson(speed.decode.trace);
        object[QStringLiteral("prefill_trace")] = traceJson(speed.prefill.trace);
        object[QStringLiteral("ttft_trace")] = traceJson(speed.firstToken.trace);
        object[QStringLiteral("total_trace")] = traceJson(speed.total.trace);
    }
    return object;
}

QJsonObject evaluationJson(const Build &build, const Catalog &catalog, const Evaluation &evaluation,
                           const JsonOptions &options)
{
    QJsonObject object;
    object[QStringLiteral("schema")] = kJsonSchema;
    object[QStringLiteral("build")] = build.name;
    object[QStringLiteral("catalog_version")] = catalog.version;

    QJsonArray deployments;
    for (const DeploymentResult &deployment : evaluation.deployments)
        deployments.append(deploymentJson(deployment, options));
    object[QStringLiteral("deployments")] = deployments;

    QJsonArray gpus;
    for (const DeviceResult &device : evaluation.devices)
        gpus.append(gpuJson(device));
    object[QStringLiteral("gpus")] = gpus;

    const PowerResult &power = evaluation.power;
    object[QStringLiteral("power")] = powerJson(power, options);
    putEstimate(object, QStringLiteral("btu_per_hr"), {}, power.heat, options);
    putEstimate(object, QStringLiteral("airflow"), QStringLiteral("_cfm"), power.airflow, options);
    const bool noiseKnown = power.noise.value > DecibelsA();
    object[QStringLiteral("noise_dba")] = numberOrNull(power.noise.value.base(), noiseKnown);

    putCost(object, build.site, evaluation.cost, options);
    QJsonArray parts;
    for (const PartLine &line : evaluation.parts)
        parts.append(partJson(line, build.site.currencyPerUsd));
    object[QStringLiteral("parts")] = parts;
    object[QStringLiteral("pcie_lanes_used")] = evaluation.pcieLanesUsed;
    object[QStringLiteral("pcie_lanes_available")] =
        numberOrNull(evaluation.pcieLanesAvailable, evaluation.pcieLanesAvailable > 0);

    QJsonArray findings;
    for (const Finding &finding : evaluation.findings)
        findings.append(findingJson(finding));
    object[QStringLiteral("findings")] = findings;
    return object;
}

QByteArray toJsonText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace rigwright
