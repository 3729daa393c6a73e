// SPDX-License-Identifier: GPL-3.0-or-later
// What a machine could hold: the longest context, the most requests, the best quantization.
#include "core/memory/planner.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kContextStep = 256;
constexpr int kMostRequests = 4096; // beyond what any engine schedules at once

/// @return the largest value in [1, highest] for which `holds`, or 0; `holds` is true up to a point
template <class Predicate>
int largest(int highest, Predicate holds)
{
    if (highest < 1 || !holds(1))
        return 0;
    if (holds(highest))
        return highest;
    int low = 1;
    int high = highest;
    while (high - low > 1) {
        const int middle = low + (high - low) / 2;
        (holds(middle) ? low : high) = middle;
    }
    return low;
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

int longestContext(const Machine &machine, ResolvedDeployment deployment, const std::vector<Bytes> &occupied)
{
    const Planner planner(machine, deployment, occupied);
    const int maximum =
        deployment.model->maxContext > 0 ? deployment.model->maxContext : deployment.settings.contextTokens;
    const int step = std::min(kContextStep, std::max(1, maximum));
    MemoryPlan plan;
    return onCardsElseWithHost(deployment, [&](bool mayUseHost) {
        return step * largest(maximum / step, [&](int steps) {
                   planner.plan(steps * step, deployment.settings.concurrency, mayUseHost, plan);
                   return plan.fits();
               });
    });
}

int mostRequests(const Machine &machine, ResolvedDeployment deployment, const std::vector<Bytes> &occupied)
{
    const Planner planner(machine, deployment, occupied);
    MemoryPlan plan;
    return onCardsElseWithHost(deployment, [&](bool mayUseHost) {
        return largest(kMostRequests, [&](int requests) {
            planner.plan(deployment.settings.contextTokens, requests, mayUseHost, plan);
            return plan.fits();
        });
    });
}

const Quantization *bestQuantization(const Machine &machine, ResolvedDeployment deployment, const Catalog &catalog,
                                     const std::vector<Bytes> &occupied)
{
    const Deployment &settings = deployment.settings;
    const Quantization *asked = deployment.quant;
    MemoryPlan plan;
    const auto bestThatFits = [&](bool mayUseHost) {
        const Quantization *best = nullptr;
        for (const Quantization &candidate : catalog.quantizations) {
            if (candidate.family != asked->family || (best && candidate.bitsPerWeight <= best->bitsPerWeight))
                continue;
            if (!candidate.onlyModel.isEmpty() && candidate.onlyModel != deployment.model->id)
                continue;
            if (!candidate.engines.isEmpty() && !candidate.engines.contains(deployment.engine->id))
                continue;
            deployment.quant = &candidate;
            const Planner planner(machine, deployment, occupied);
            if (!mayUseHost && double(weightBytes(*deployment.model, candidate).base()) > planner.freeInAll())
                continue;
            planner.plan(settings.contextTokens, settings.concurrency, mayUseHost, plan);
            if (plan.fits())
                best = &candidate;
        }
        return best;
    };
    if (const Quantization *onCards = bestThatFits(false))
        return onCards;
    return settings.parallelism.offload == Offload::Automatic ? bestThatFits(true) : nullptr;
}

} // namespace rigwright
