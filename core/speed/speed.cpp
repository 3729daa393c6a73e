// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speed/speed.h"

#include "core/speed/measured_match.h"
#include "core/speed/step_model.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr std::array kTierFloors{0.0, 5.0, 15.0, 30.0, 60.0}; // tok/s

// The fitted band is that of one device and one request; what the model adds on top is known less well.
constexpr double kSpreadSeveralDevices = 0.10;
constexpr double kSpreadHost = 0.20;
constexpr double kSpreadBatch = 0.15;
constexpr double kGenericSpread = 0.35; // a family without measurements of its own
constexpr double kPrefillSpread = 1.5;  // prefill scatters about half as much again as decode

QString deviceSource(const StepModel &model)
{
    const Device *device = model.device();
    if (!device)
        return {};
    return device->gpu ? device->gpu->info.source : device->unified ? device->unified->info.source : QString();
}

struct Band
{
    Basis basis = Basis::Generic;
    int measurements = 0;
    double spread = kGenericSpread;
};

Band bandOf(const StepModel &model, const MemoryPlan &plan, int batch)
{
    const CoefficientChoice &constants = model.constants();
    Band band;
    band.measurements = constants.row->measurements;
    band.basis = constants.ofFamily && band.measurements > 0 ? Basis::Calibrated : Basis::Generic;
    band.spread =
        band.basis == Basis::Calibrated ? constants.row->spread : std::max(kGenericSpread, constants.row->spread);
    if (plan.devices.size() > 1)
        band.spread += kSpreadSeveralDevices;
    if (model.usesHost())
        band.spread += kSpreadHost;
    if (batch > 1)
        band.spread += kSpreadBatch;
    return band;
}

template <class Value>
Estimate<Value> estimated(double value, const Band &band, double spreadFactor, Trace trace)
{
    const double factor = 1 + band.spread * spreadFactor;
    return {Value(value), Value(value / factor), Value(value * factor),
            band.basis,   band.measurements,     std::move(trace)};
}

Estimate<TokensPerSecond> measured(const MeasuredSpeed &speed)
{
    Trace trace;
    trace.formula = "median";
    trace.unit = "tok/s";
    trace.method = QT_TRANSLATE_NOOP("Trace", "Median of published measurements of this combination");
    trace.inputs.append({"median", QT_TRANSLATE_NOOP("Trace", "measured speed"), speed.median, "tok/s", speed.source});
    return {TokensPerSecond(speed.median),
            TokensPerSecond(speed.low),
            TokensPerSecond(speed.high),
            Basis::Measured,
            speed.rows,
            std::move(trace)};
}

Trace decodeTrace(const StepModel &model, const StepTime &time)
{
    Trace trace;
    trace.unit = "tok/s";
    trace.method = QT_TRANSLATE_NOOP("Trace", "Memory roofline: every token reads the weights and the cache once");
    const bool plain =
        model.uniform() && !model.usesHost() && model.device() && time.compute <= 0 && model.powerLimitShare() >= 1;
    if (!plain) {
        trace.formula = "1 / (weights + cache + compute + fixed + links + host)";
        trace.inputs.append({"weights", QT_TRANSLATE_NOOP("Trace", "time to read the weights"), time.weights, "s", {}});
        trace.inputs.append({"cache", QT_TRANSLATE_NOOP("Trace", "time to read the KV cache"), time.cache, "s", {}});
        trace.inputs.append(
            {"compute", QT_TRANSLATE_NOOP("Trace", "arithmetic beyond the reading time"), time.compute, "s", {}});
        trace.inputs.append({"fixed", QT_TRANSLATE_NOOP("Trace", "launches and synchronization"), time.fixed, "s",
                             model.constants().row->source});
        trace.inputs.append({"links", QT_TRANSLATE_NOOP("Trace", "exchange between devices"), time.links, "s", {}});
        trace.inputs.append({"host", QT_TRANSLATE_NOOP("Trace", "part in system RAM"), time.host, "s", {}});
        return trace;
    }
    const SpeedCoefficients &c = *model.constants().row;
    trace.formula = "1 / (weights / (eta * bandwidth) + cache / (eta_kv * bandwidth) + fixed + links)";
    trace.inputs.append({"weights", QT_TRANSLATE_NOOP("Trace", "weights read per step"), time.weightBytes, "B", {}});
    trace.inputs.append({"eta", QT_TRANSLATE_NOOP("Trace", "achieved share of the bandwidth on weights"),
                         std::min(1.0, c.decodeEfficiency) * model.shardShare(), "", c.source});
    trace.inputs.append({"bandwidth", QT_TRANSLATE_NOOP("Trace", "memory bandwidth"), model.device()->bandwidth.base(),
                         "B/s", deviceSource(model)});
    trace.inputs.append({"cache", QT_TRANSLATE_NOOP("Trace", "KV cache read per step"), time.cacheBytes, "B", {}});
    trace.inputs.append({"eta_kv", QT_TRANSLATE_NOOP("Trace", "achieved share of the bandwidth on the cache"),
                         std::min(1.0, c.kvEfficiency), "", c.source});
    trace.inputs.append(
        {"fixed", QT_TRANSLATE_NOOP("Trace", "launches and synchronization"), time.fixed, "s", c.source});
    trace.inputs.append({"links", QT_TRANSLATE_NOOP("Trace", "exchange between devices"), time.links, "s", {}});
    return trace;
}

Trace totalTrace(int requests, double decode)
{
    Trace trace;
    trace.formula = "requests * decode";
    trace.unit = "tok/s";
    trace.method = QT_TRANSLATE_NOOP("Trace", "All requests advance together");
    trace.inputs.append({"requests", QT_TRANSLATE_NOOP("Trace", "requests at once"), double(requests), "", {}});
    trace.inputs.append({"decode", QT_TRANSLATE_NOOP("Trace", "speed of one request"), decode, "tok/s", {}});
    return trace;
}

Trace prefillTrace(const StepModel &model, const StepTime &time, int tokens)
{
    Trace trace;
    trace.formula = "tokens / (compute + weights + fixed + links + host)";
    trace.unit = "tok/s";
    trace.method = QT_TRANSLATE_NOOP("Trace", "Compute roofline: matrices and attention over the prompt");
    trace.inputs.append({"tokens", QT_TRANSLATE_NOOP("Trace", "prompt"), double(tokens), "tok", {}});
    trace.inputs.append({"compute", QT_TRANSLATE_NOOP("Trace", "arithmetic at the achieved share of peak"),
                         time.compute + time.cache, "s", model.constants().row->source});
    trace.inputs.append({"weights", QT_TRANSLATE_NOOP("Trace", "time to read the weights"), time.weights, "s", {}});
    trace.inputs.append({"fixed", QT_TRANSLATE_NOOP("Trace", "launches and synchronization"), time.fixed, "s", {}});
    trace.inputs.append({"links", QT_TRANSLATE_NOOP("Trace", "exchange between devices"), time.links, "s", {}});
    trace.inputs.append({"host", QT_TRANSLATE_NOOP("Trace", "part in system RAM"), time.host, "s", {}});
    return trace;
}

Trace firstTokenTrace(int tokens, double prefill, double decode)
{
    Trace trace;
    trace.formula = "tokens / prefill + 1 / decode";
    trace.unit = "s";
    trace.method = QT_TRANSLATE_NOOP("Trace", "The prompt is read, then one token is made");
    trace.inputs.append({"tokens", QT_TRANSLATE_NOOP("Trace", "prompt"), double(tokens), "tok", {}});
    trace.inputs.append({"prefill", QT_TRANSLATE_NOOP("Trace", "prompt speed"), prefill, "tok/s", {}});
    trace.inputs.append({"decode", QT_TRANSLATE_NOOP("Trace", "speed of one request"), decode, "tok/s", {}});
    return trace;
}

} // namespace

SpeedTier tierOf(TokensPerSecond decode)
{
    std::size_t tier = kTierFloors.size() - 1;
    while (tier > 0 && decode.base() < kTierFloors[tier])
        --tier;
    return SpeedTier(tier);
}

TokensPerSecond tierFloor(SpeedTier tier)
{
    return TokensPerSecond(kTierFloors[std::size_t(tier)]);
}

SpeedResult predictSpeed(const Machine &machine, const ResolvedDeployment &deployment, const MemoryPlan &plan,
                         const OperatingPoint &point, const Catalog &catalog)
{
    return SpeedPredictor(machine, deployment, plan, catalog).at(point);
}

SpeedPredictor::SpeedPredictor(const Machine &machine, const ResolvedDeployment &deployment, const MemoryPlan &plan,
                               const Catalog &catalog)
    : SpeedPredictor(machine, deployment, plan, catalog,
                     weightLayout(*deployment.model, *deployment.quant, styleOf(*deployment.engine),
                                  deployment.settings.engineSettings))
{}

SpeedPredictor::SpeedPredictor(const Machine &machine, const ResolvedDeployment &deployment, const MemoryPlan &plan,
                               const Catalog &catalog, WeightLayout weights)
    : m_machine(machine), m_deployment(deployment), m_plan(plan), m_catalog(catalog)
{
    if (plan.verdict != FitVerdict::Refused)
        m_model = std::make_unique<StepModel>(machine, deployment, plan, catalog, std::move(weights));
}

SpeedPredictor::~SpeedPredictor() = default;

SpeedResult SpeedPredictor::at(const OperatingPoint &point) const
{
    SpeedResult result;
    if (!m_model)
        return result;
    const StepModel &model = *m_model;
    const int requests = std::max(1, point.concurrency);
    const int prompt = std::max(1, point.promptTokens);
    const int perCopy = (requests + model.copies() - 1) / model.copies();
    const Band band = bandOf(model, m_plan, perCopy);
    const MeasuredMatch match = measuredMatch(m_machine, m_deployment, m_plan, point, m_catalog);

    const StepTime step = model.decode(perCopy, std::max(0, point.depth) + point.generatedTokens / 2);
    result.decode = match.decode ? measured(*match.decode)
                                 : estimated<TokensPerSecond>(1 / step.total(), band, 1, decodeTrace(model, step));
    const double decode = result.decode.value.base();
    result.total = result.decode;
    result.total.value = TokensPerSecond(requests * decode);
    result.total.low = TokensPerSecond(requests * result.decode.low.base());
    result.total.high = TokensPerSecond(requests * result.decode.high.base());
    result.total.trace = totalTrace(requests, decode);

    const StepTime reading =
        model.prefill(prompt, std::max(0, point.promptDepth < 0 ? point.depth : point.promptDepth));
    result.prefill = match.prefill ? measured(*match.prefill)
                                   : estimated<TokensPerSecond>(prompt / reading.total(), band, kPrefillSpread,
                                                                prefillTrace(model, reading, prompt));
    const Estimate<TokensPerSecond> &prefill = result.prefill;
    const auto firstToken = [prompt](TokensPerSecond p, TokensPerSecond d) {
        return Seconds(prompt / p.base() + 1 / d.base());
    };
    result.firstToken = {firstToken(prefill.value, result.decode.value),
                         firstToken(prefill.high, result.decode.high),
                         firstToken(prefill.low, result.decode.low),
                         prefill.basis,
                         prefill.measurements,
                         firstTokenTrace(prompt, prefill.value.base(), decode)};
    result.tier = tierOf(result.decode.value);
    return result;
}

} // namespace rigwright
