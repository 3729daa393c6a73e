// SPDX-License-Identifier: GPL-3.0-or-later
// What a machine could hold: the longest context, the most requests, the best quantization.
#include "core/memory/gguf_mix.h"
#include "core/memory/planner.h"

#include <QVarLengthArray>

#include <algorithm>
#include <functional>
#include <limits>

namespace rigwright {

namespace {

constexpr int kContextStep = 256;
constexpr int kMostRequests = 4096; // beyond what any engine schedules at once

/// @return the bytes that a plan leaves on its tightest device, below zero where it does not fit
double marginOf(const MemoryPlan &plan)
{
    const double margin = double(plan.margin.base());
    return plan.fits() ? std::max(0.0, margin) : std::min(-1.0, margin);
}

/// @param marginAt at least zero up to a point, below zero from there on
/// @return the largest value in [1, highest] with a margin of at least zero, or 0
///
/// Memory grows almost in proportion, so the point is looked for on the line between the two ends;
/// where that does not halve the interval, in its middle.
template <class Margin>
int largest(int highest, Margin marginAt)
{
    if (highest < 1)
        return 0;
    const double atLowest = marginAt(1);
    if (atLowest < 0)
        return 0;
    const double atHighest = marginAt(highest);
    if (atHighest >= 0)
        return highest;
    struct End
    {
        int value;
        double margin;
    };
    End low{1, atLowest};
    End high{highest, atHighest};
    bool halve = false;
    while (high.value - low.value > 1) {
        const int width = high.value - low.value;
        const double share = halve ? 0.5 : low.margin / (low.margin - high.margin);
        const int value = std::clamp(low.value + int(width * share), low.value + 1, high.value - 1);
        const double margin = marginAt(value);
        (margin >= 0 ? low : high) = {value, margin};
        halve = high.value - low.value > width / 2;
    }
    return low.value;
}

/// Answers on the cards alone first: moving weights to RAM makes room for almost anything, at a
/// speed nobody asks for. With RAM only where the model does not fit otherwise.
template <class Answer>
int onCardsElseWithHost(const ResolvedDeployment &deployment, Answer answer)
{
    const int onCards = answer(false);
    if (onCards > 0 || deployment.settings.parallelism.offload != Offload::Automatic)
        return onCards;
    return answer(true);
}

} // namespace

static int longestContext(const Planner &planner, const ResolvedDeployment &deployment)
{
    const int maximum =
        deployment.model->maxContext > 0 ? deployment.model->maxContext : deployment.settings.contextTokens;
    const int step = std::min(kContextStep, std::max(1, maximum));
    MemoryPlan plan;
    return onCardsElseWithHost(deployment, [&](bool mayUseHost) {
        return step * largest(maximum / step, [&](int steps) {
                   planner.plan(steps * step, deployment.settings.concurrency, mayUseHost, plan);
                   return marginOf(plan);
               });
    });
}

static int mostRequests(const Planner &planner, const ResolvedDeployment &deployment)
{
    MemoryPlan plan;
    return onCardsElseWithHost(deployment, [&](bool mayUseHost) {
        return largest(kMostRequests, [&](int requests) {
            planner.plan(deployment.settings.contextTokens, requests, mayUseHost, plan);
            return marginOf(plan);
        });
    });
}

int longestContext(const Machine &machine, const ResolvedDeployment &deployment, const std::vector<Bytes> &occupied)
{
    return longestContext(Planner(machine, deployment, occupied), deployment);
}

int mostRequests(const Machine &machine, const ResolvedDeployment &deployment, const std::vector<Bytes> &occupied)
{
    return mostRequests(Planner(machine, deployment, occupied), deployment);
}

Capacity capacityFor(const Machine &machine, const ResolvedDeployment &deployment, const std::vector<Bytes> &occupied)
{
    const Planner planner(machine, deployment, occupied);
    Capacity capacity;
    planner.plan(deployment.settings.contextTokens, deployment.settings.concurrency, true, capacity.plan, true);
    capacity.longestContext = longestContext(planner, deployment);
    capacity.mostRequests = mostRequests(planner, deployment);
    capacity.weights = planner.weights();
    return capacity;
}

/// Quantizations of the asked one's family that the engine and the model take, most bits first.
static QVarLengthArray<const Quantization *, 64> candidatesOf(const ResolvedDeployment &deployment,
                                                              const Catalog &catalog)
{
    QVarLengthArray<const Quantization *, 64> candidates;
    for (const Quantization &candidate : catalog.quantizations)
        if (candidate.family == deployment.quant->family
            && (candidate.onlyModel.isEmpty() || candidate.onlyModel == deployment.model->id)
            && (candidate.engines.isEmpty() || candidate.engines.contains(deployment.engine->id)))
            candidates.append(&candidate);
    std::ranges::stable_sort(candidates, std::greater{}, &Quantization::bitsPerWeight);
    return candidates;
}

/// @return whether it is a mixture that every model can be had in, not one publisher's recipe ("UD-Q4_K_XL")
static bool isStandard(const Quantization &quant)
{
    return quant.family != QuantFamily::Gguf || ggufMix(quant.id).has_value();
}

/// @return fewer bytes than a model's weights take on the cards in a quantization, without looking at its tensors
static double leastWeightBytes(const LlmModel &model, const Quantization &quant)
{
    constexpr double kSurely = 0.9; // no mixture has more than a tenth of its weights in smaller types
    return kSurely * double(model.totalParameters - model.classes.embedding) * quant.bitsPerWeight / 8;
}

const Quantization *bestQuantization(const Machine &machine, ResolvedDeployment deployment, const Catalog &catalog,
                                     const std::vector<Bytes> &occupied, const MemoryPlan *own)
{
    const Deployment &settings = deployment.settings;
    const Quantization *const asked = deployment.quant;
    const bool onlyStandard = isStandard(*asked);
    const bool mayOffload = settings.parallelism.offload == Offload::Automatic;
    const bool ownOnCards =
        own && own->fits() && own->hostLayers == 0 && own->hostExpertLayers == 0 && own->split != SplitMode::CpuOnly;
    const auto candidates = candidatesOf(deployment, catalog);
    double room = std::numeric_limits<double>::max();
    MemoryPlan plan;
    const auto fits = [&](const Quantization *candidate, bool mayUseHost) {
        if (own && candidate == asked && !mayUseHost && mayOffload)
            return ownOnCards;
        if (!mayUseHost && leastWeightBytes(*deployment.model, *candidate) > room)
            return false;
        if (onlyStandard && !isStandard(*candidate))
            return false;
        deployment.quant = candidate;
        const Planner planner(machine, deployment, occupied);
        room = planner.freeInAll();
        if (!mayUseHost && planner.weights().all() > room)
            return false;
        planner.plan(settings.contextTokens, settings.concurrency, mayUseHost, plan);
        return plan.fits();
    };
    for (const bool mayUseHost : {false, true}) {
        if (mayUseHost && !mayOffload)
            break;
        const auto best = std::ranges::find_if(candidates, [&](const Quantization *q) { return fits(q, mayUseHost); });
        if (best != candidates.end())
            return *best;
    }
    return nullptr;
}

} // namespace rigwright
