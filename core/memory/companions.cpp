// SPDX-License-Identifier: GPL-3.0-or-later
// Models beside the model: a draft that proposes tokens, an image encoder on a GPU of its own.
#include "core/memory/planner.h"

#include <algorithm>

namespace rigwright {

QVarLengthArray<Planner::Companion, 2> Planner::companions(const Load &load) const
{
    QVarLengthArray<Companion, 2> all;
    if (m_settings.imageEncoderGpu) {
        const WeightLayout whole = weightLayout(*m_deployment.model, *m_deployment.quant, m_style, m_settings);
        if (whole.vision > 0)
            all.append({m_settings.imageEncoderGpu, {Bytes(qint64(whole.vision)), {}, {}, {}}, 0});
    }
    if (m_deployment.draftModel && m_deployment.draftQuant) {
        const LlmModel &draft = *m_deployment.draftModel;
        EngineSettings settings = m_settings;
        settings.imageEncoder = false;
        const WeightLayout weights = weightLayout(draft, *m_deployment.draftQuant, m_style, settings);
        const CacheLayout cache =
            cacheLayout(draft, *m_deployment.engine, m_style, m_deployment.settings.kvType, settings);
        ComputeNeed need;
        need.contextCells = cache.globalCells(load.context, load.sequences);
        need.batch = physicalBatch(m_style, settings, m_slots.front().memory);
        need.logitsRows = settings.logitsRows.value_or(m_deployment.engine->logitsRows);
        need.flashAttention = settings.flashAttention.value_or(true);
        need.cacheLayerBytes = m_quantizedCache ? cache.layerF16 : 0;
        need.graphs = false;
        Companion companion{m_settings.draftGpu, {}, weights.embeddingRam};
        companion.use.weights = Bytes(qint64(weights.all()));
        companion.use.kvCache = Bytes(qint64(cache.bytes(load.context, load.sequences)));
        companion.use.compute = Bytes(qint64(computeBuffers(draft, m_style, need).withHead));
        all.append(companion);
    }
    return all;
}

/// Room for the companions is taken first, so that every other choice knows of it.
void Planner::planWithCompanions(Slots slots, const Load &load, MemoryPlan &plan) const
{
    const QVarLengthArray<Companion, 2> beside = companions(load);
    if (beside.isEmpty())
        return planCopy(slots, load, plan);

    QVarLengthArray<Slot, 16> left(slots.begin(), slots.end());
    QVarLengthArray<qsizetype, 2> targets;
    for (const Companion &companion : beside) {
        auto target = std::ranges::find(left, companion.gpu, &Slot::item);
        if (!companion.gpu || target == left.end())
            target = std::ranges::max_element(left, {}, &Slot::free);
        target->free -= double(companion.use.total().base());
        targets.append(target - left.begin());
    }
    const std::size_t start = plan.devices.size();
    planCopy(Slots(left.constData(), std::size_t(left.size())), load, plan);
    if (plan.verdict == FitVerdict::Refused)
        return;
    for (qsizetype i = 0; i < beside.size(); ++i) {
        const Slot &slot = left[targets[i]];
        plan.host.weights += Bytes(qint64(beside[i].ram));
        if (plan.split == SplitMode::CpuOnly) {
            plan.host += beside[i].use;
            continue;
        }
        const auto used = std::find(plan.devices.begin() + std::ptrdiff_t(start), plan.devices.end(), slot.device);
        std::size_t entry = std::size_t(used - plan.devices.begin());
        if (used == plan.devices.end()) {
            plan.devices.push_back(slot.device);
            plan.layers.push_back(0);
            plan.use.push_back({{}, {}, {}, Bytes(qint64(slot.shared))});
            const double margin = marginOn(slot, plan.use.back(), 1);
            plan.margin = std::min(plan.margin, Bytes(qint64(margin)));
            plan.verdict = std::max(plan.verdict, verdictFor(margin, slot.memory));
        }
        plan.use[entry] += beside[i].use;
        plan.busiest = std::max(plan.busiest, plan.use[entry].total());
    }
}

} // namespace rigwright
