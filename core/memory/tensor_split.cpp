// SPDX-License-Identifier: GPL-3.0-or-later
// Every layer on several devices at once.
#include "core/memory/planner.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright {

/// Source: vLLM model executor, parallel_state and Attention: heads % tp == 0; KV heads are divided,
/// or replicated where there are fewer of them than devices.
static bool headsDivide(const LlmModel &model, int ways)
{
    if (model.attentionHeads > 0 && model.attentionHeads % ways != 0)
        return false;
    if (model.attention == AttentionKind::Mla || model.kvHeads <= 0)
        return true;
    return model.kvHeads >= ways ? model.kvHeads % ways == 0 : ways % model.kvHeads == 0;
}

QString Planner::tensorRefusal(int ways) const
{
    const LlmModel &model = *m_deployment.model;
    const InferenceEngine &engine = *m_deployment.engine;
    if (!engine.tensorParallel)
        return QCoreApplication::translate("Memory", "%1 does not do tensor parallelism").arg(engine.name);
    if (m_style.tensorNeedsPlainCache && !m_settings.flashAttention.value_or(true))
        return QCoreApplication::translate("Memory", "%1 needs flash attention for tensor parallelism")
            .arg(engine.name);
    if (m_style.tensorNeedsPlainCache && m_quantizedCache)
        return QCoreApplication::translate("Memory", "%1 refuses a quantized KV cache with tensor parallelism")
            .arg(engine.name);
    if (!m_style.evenHeads || headsDivide(model, ways))
        return {};
    if (model.attentionHeads % ways != 0)
        return QCoreApplication::translate("Memory",
                                           "Tensor parallel over %1: the %2 attention heads of %3 do not divide")
            .arg(ways)
            .arg(model.attentionHeads)
            .arg(model.name);
    return QCoreApplication::translate("Memory", "Tensor parallel over %1: the %2 KV heads of %3 do not divide")
        .arg(ways)
        .arg(model.kvHeads)
        .arg(model.name);
}

int Planner::tensorWaysFor(std::size_t devices) const
{
    if (!m_deployment.engine->tensorParallel)
        return 1;
    int ways = std::max(1, int(devices));
    while (ways > 1 && m_style.evenHeads && !headsDivide(*m_deployment.model, ways))
        --ways;
    return ways;
}

bool Planner::planTensor(Slots slots, const Load &load, int ways, int stages, MemoryPlan &plan) const
{
    if (ways > 1)
        if (const QString reason = tensorRefusal(ways); !reason.isEmpty()) {
            refuse(plan, reason);
            return false;
        }
    const std::size_t count = std::size_t(ways) * std::size_t(stages);
    if (count > slots.size()) {
        refuse(plan, QCoreApplication::translate("Memory", "The split needs %1 GPUs; the deployment may use %2")
                         .arg(count)
                         .arg(slots.size()));
        return false;
    }
    slots = slots.first(count);

    const LlmModel &model = *m_deployment.model;
    const bool replicated = model.attention == AttentionKind::Mla; // the latent cache is on every device
    const int kvParts = replicated || model.kvHeads <= 0 ? 1 : std::min(ways, model.kvHeads);
    const ComputeBuffers scratch = buffers(load, stages);
    plan.split = ways > 1 ? SplitMode::Tensor : stages > 1 ? SplitMode::Pipeline : SplitMode::Single;
    plan.tensorWays = ways;
    plan.pipelineWays = stages;
    int from = 0;
    for (int stage = 0; stage < stages; ++stage) {
        const int to = from + m_weights.layers / stages + (stage < m_weights.layers % stages ? 1 : 0);
        const bool first = stage == 0;
        const bool last = stage + 1 == stages;
        const double replicas = ways > 1 ? m_weights.replicatedBytes(from, to) : 0;
        const double divided = m_weights.layerBytes(from, to) + (first ? m_weights.embeddingDevice : 0)
                               + (last ? m_weights.head : 0) - replicas;
        const double cache = m_cache.bytes(load.context, load.sequences, from, to) / kvParts;
        MemoryUse use;
        use.weights = Bytes(qint64(divided / ways + replicas + (first ? m_weights.vision : 0)));
        use.kvCache = Bytes(qint64(cache));
        use.compute = Bytes(qint64(last ? scratch.withHead : scratch.without));
        const double shared = ways > 1 ? tensorSplitBytes(m_style) : stages > 1 ? layerSplitBytes(m_style) : 0;
        for (const Slot &slot : slots.subspan(std::size_t(stage) * std::size_t(ways), std::size_t(ways))) {
            use.overhead = Bytes(qint64((count > 1 ? slot.shared : slot.alone) + shared));
            plan.devices.push_back(slot.device);
            plan.use.push_back(use);
        }
        plan.layers.insert(plan.layers.end(), std::size_t(ways), to - from);
        from = to;
    }
    plan.host.weights += Bytes(qint64(m_weights.embeddingRam));
    plan.host.compute += Bytes(qint64(scratch.host));
    judge(slots, plan);
    return plan.fits();
}

void Planner::planAutomaticTensor(Slots slots, const Load &load, MemoryPlan &plan) const
{
    const int widest = tensorWaysFor(slots.size());
    const MemoryPlan before = plan;
    if (planTensor(slots, load, widest, 1, plan))
        return;
    if (m_deployment.engine->layerSplit) {
        for (int ways = widest; ways >= 1; --ways) {
            const int stages = int(slots.size()) / ways;
            if (stages < 2 || !(ways == 1 || tensorRefusal(ways).isEmpty()))
                continue;
            plan = before;
            if (planTensor(slots, load, ways, stages, plan))
                return;
        }
    }
    plan = before;
    planTensor(slots, load, widest, 1, plan);
}

/// llama.cpp --split-mode row: matrices divided by rows in proportion to free memory, the cache and
/// everything small on the first device.
void Planner::planRows(Slots slots, const Load &load, MemoryPlan &plan) const
{
    if (m_style.kind != EngineStyle::Kind::LlamaCpp)
        return refuse(
            plan,
            QCoreApplication::translate("Memory", "%1 does not split matrices by rows").arg(m_deployment.engine->name));
    double free = 0;
    for (const Slot &slot : slots)
        free += std::max(0.0, slot.free);
    const ComputeBuffers scratch = buffers(load, int(slots.size()));
    plan.split = SplitMode::Row;
    plan.tensorWays = int(slots.size());
    const double weights = m_weights.layerBytes(0, m_weights.layers) + m_weights.head;
    for (std::size_t k = 0; k < slots.size(); ++k) {
        const double share = free > 0 ? std::max(0.0, slots[k].free) / free : 1.0 / double(slots.size());
        MemoryUse use;
        use.weights = Bytes(qint64(weights * share));
        if (k == 0)
            use.kvCache = Bytes(qint64(m_cache.bytes(load.context, load.sequences)));
        use.compute = Bytes(qint64(k == 0 ? scratch.withHead : scratch.without));
        use.overhead = Bytes(qint64(slots[k].shared + (k > 0 ? layerSplitBytes(m_style) : 0)));
        plan.devices.push_back(slots[k].device);
        plan.use.push_back(use);
        plan.layers.push_back(m_weights.layers);
    }
    plan.host.weights += Bytes(qint64(m_weights.embeddingRam));
    plan.host.compute += Bytes(qint64(scratch.host));
    judge(slots, plan);
}

} // namespace rigwright
