// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/planner.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rigwright {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Memory", source);
}

void clear(MemoryPlan &plan)
{
    plan.verdict = FitVerdict::Fits;
    if (!plan.refusal.isEmpty())
        plan.refusal.clear();
    plan.split = SplitMode::Single;
    plan.tensorWays = plan.pipelineWays = plan.replicas = 1;
    plan.devices.clear();
    plan.use.clear();
    plan.layers.clear();
    plan.host = {};
    plan.hostLayers = plan.hostExpertLayers = 0;
    plan.margin = Bytes(std::numeric_limits<qint64>::max());
    plan.busiest = {};
}

bool asksForHost(const Parallelism &p)
{
    return p.offload == Offload::Experts || p.offload == Offload::Layers || p.gpuLayers >= 0 || p.hostExpertLayers > 0;
}

} // namespace

Planner::Planner(const Machine &machine, const ResolvedDeployment &deployment, const std::vector<Bytes> &occupied)
    : m_machine(machine), m_deployment(deployment), m_settings(deployment.settings.engineSettings),
      m_style(styleOf(*deployment.engine)),
      m_weights(weightLayout(*deployment.model, *deployment.quant, m_style, m_settings)),
      m_cache(cacheLayout(*deployment.model, *deployment.engine, m_style, deployment.settings.kvType, m_settings)),
      m_quantizedCache(isQuantizedCache(deployment.settings.kvType))
{
    const bool ownRule = m_style.pool == EngineStyle::Pool::WeightsAndCache; // SGLang works its share out
    m_share = m_settings.memoryShare > 0 ? m_settings.memoryShare : ownRule ? 0 : deployment.engine->memoryUtilization;
    const bool claims = m_style.pool == EngineStyle::Pool::Everything && m_share > 0 && m_share < 1;
    const std::vector<ItemId> &allowed = deployment.settings.parallelism.gpus;
    for (std::size_t i = 0; i < machine.devices.size(); ++i) {
        const Device &device = machine.devices[i];
        if (!allowed.empty() && std::ranges::find(allowed, device.item) == allowed.end())
            continue;
        const double memory = double(device.memory.base());
        const double taken = i < occupied.size() ? double(occupied[i].base()) : 0;
        const double left = memory - taken;
        // vLLM measures its share from after the driver's context exists.
        const double free = claims ? std::min(left, memory * m_share + driverContextBytes(device)) : left;
        m_slots.append({i, device.item, runtimeContextBytes(device, m_style, false),
                        runtimeContextBytes(device, m_style, true), free, memory, device.bandwidth.base()});
    }
    if (m_settings.imageEncoderGpu)
        m_weights.vision = 0; // a companion
}

double Planner::freeInAll() const
{
    double all = 0;
    for (const Slot &slot : m_slots)
        all += slot.free;
    return all;
}

void Planner::plan(int context, int sequences, bool mayUseHost, MemoryPlan &plan, bool balanced) const
{
    clear(plan);
    plan.devices.reserve(m_machine.devices.size());
    plan.use.reserve(m_machine.devices.size());
    plan.layers.reserve(m_machine.devices.size());
    const Parallelism &wish = m_deployment.settings.parallelism;
    Load load{std::max(1, context), std::max(1, sequences), mayUseHost, balanced};
    if (m_style.kind == EngineStyle::Kind::LlamaCpp && m_quantizedCache && !m_settings.flashAttention.value_or(true))
        return refuse(plan, text("%1 needs flash attention for a quantized KV cache").arg(m_deployment.engine->name));
    if (wish.split == SplitMode::CpuOnly || (wish.gpuLayers == 0 && m_machine.host.memory > Bytes()))
        return planHostOnly(load, plan);
    if (m_slots.isEmpty()) {
        if (!m_machine.devices.empty())
            return refuse(plan, text("None of the GPUs that this deployment may use is in the build"));
        if (wish.split == SplitMode::Automatic && m_deployment.engine->cpuOffload)
            return planHostOnly(load, plan);
        return refuse(plan, text("The build has no GPU or unified memory to put the model on"));
    }

    const std::size_t copies = std::size_t(std::max(1, wish.replicas));
    const std::size_t named = std::size_t(std::max(0, wish.tensorWays) * std::max(1, wish.pipelineWays));
    const std::size_t present = std::size_t(m_slots.size());
    const std::size_t each = named > 0 ? named : present / copies;
    if (each == 0 || each * copies > present)
        return refuse(plan, text("The split needs %1 GPUs; the deployment may use %2")
                                .arg(std::max<std::size_t>(1, each) * copies)
                                .arg(present));
    plan.replicas = int(copies);
    load.sequences = (load.sequences + int(copies) - 1) / int(copies);
    const Slots all(m_slots.constData(), present);
    for (std::size_t copy = 0; copy < copies; ++copy) {
        planWithCompanions(all.subspan(copy * each, each), load, plan);
        if (plan.verdict == FitVerdict::Refused)
            return;
    }
}

void Planner::planCopy(Slots slots, const Load &load, MemoryPlan &plan) const
{
    const Parallelism &wish = m_deployment.settings.parallelism;
    const InferenceEngine &engine = *m_deployment.engine;
    const SplitMode across =
        m_style.kind == EngineStyle::Kind::Pooled ? SplitMode::Pipeline : SplitMode::Layer; // how layers are spread

    switch (wish.split) {
    case SplitMode::Single:
        if (asksForHost(wish))
            return planWithHost(Slots(&bestSlot(slots, load), 1), load, SplitMode::Single, plan);
        return planSingle(bestSlot(slots, load), load, plan);
    case SplitMode::Layer:
    case SplitMode::Pipeline:
        if (!engine.layerSplit && slots.size() > 1)
            return refuse(plan, text("%1 does not split a model by layers").arg(engine.name));
        if (wish.split == SplitMode::Pipeline && wish.pipelineWays > 0) {
            if (std::size_t(wish.pipelineWays) > slots.size())
                return refuse(plan, text("%1 pipeline stages need as many GPUs; the deployment may use %2")
                                        .arg(wish.pipelineWays)
                                        .arg(slots.size()));
            slots = slots.first(std::size_t(wish.pipelineWays));
        }
        if (asksForHost(wish))
            return planWithHost(slots, load, wish.split, plan);
        return planLayers(slots, load, wish.split, 0, 0, plan);
    case SplitMode::Row: return planRows(slots, load, plan);
    case SplitMode::Tensor: {
        const int stages = std::max(1, wish.pipelineWays);
        const int ways = wish.tensorWays > 0 ? wish.tensorWays : tensorWaysFor(slots.size() / std::size_t(stages));
        planTensor(slots, load, ways, stages, plan);
        return;
    }
    case SplitMode::Automatic:
    case SplitMode::CpuOnly: break;
    }

    const auto rollBack = [&plan, before = plan] { plan = before; };
    const bool isFirst = plan.devices.empty();
    const auto again = [&] {
        if (isFirst) {
            const int copies = plan.replicas;
            clear(plan);
            plan.replicas = copies;
        } else {
            rollBack();
        }
    };
    if (asksForHost(wish))
        return planWithHost(slots, load, slots.size() > 1 ? across : SplitMode::Single, plan);
    if (wish.tensorWays > 0) {
        planTensor(slots, load, wish.tensorWays, std::max(1, wish.pipelineWays), plan);
        return;
    }
    planSingle(bestSlot(slots, load), load, plan);
    if (plan.fits())
        return;
    const bool many = slots.size() > 1;
    if (many && engine.tensorParallel && engine.batching == BatchingKind::Continuous
        && tensorWaysFor(slots.size()) > 1) {
        again();
        planAutomaticTensor(slots, load, plan);
    } else if (many && engine.layerSplit) {
        again();
        planLayers(slots, load, across, 0, 0, plan);
    }
    const bool hostKnown = m_machine.host.memory > Bytes();
    const bool canOffload = engine.cpuOffload && m_style.kind == EngineStyle::Kind::LlamaCpp;
    if (plan.fits() || !load.mayUseHost || wish.offload != Offload::Automatic || !hostKnown || !canOffload)
        return;
    const MemoryPlan onDevices = plan;
    again();
    planWithHost(slots, load, many && engine.layerSplit ? across : SplitMode::Single, plan);
    if (!plan.fits())
        plan = onDevices; // say what is missing on the cards
}

const Planner::Slot &Planner::bestSlot(Slots slots, const Load &load) const
{
    const double need = layerUse(slots[0], load, 0, m_weights.layers, 0, true, true, 1).total().base();
    const Slot *best = &slots[0];
    for (const Slot &slot : slots) {
        const bool slotHolds = slot.free >= need;
        const bool bestHolds = best->free >= need;
        if (slotHolds != bestHolds) {
            if (slotHolds)
                best = &slot;
            continue;
        }
        // Among those that hold it the fastest, then the emptiest; among those that do not, the emptiest.
        const bool better =
            slotHolds && slot.bandwidth != best->bandwidth ? slot.bandwidth > best->bandwidth : slot.free > best->free;
        if (better)
            best = &slot;
    }
    return *best;
}

ComputeBuffers Planner::buffers(const Load &load, int stages, bool stagesExperts) const
{
    ComputeNeed need;
    need.contextCells = m_cache.globalCells(load.context, load.sequences);
    need.sequences = load.sequences;
    need.stages = stages;
    need.batch = physicalBatch(m_style, m_settings, m_slots.isEmpty() ? 0 : m_slots.front().memory);
    need.logitsRows = m_settings.logitsRows.value_or(m_deployment.engine->logitsRows);
    need.flashAttention = m_settings.flashAttention.value_or(true);
    need.graphs = m_settings.graphs;
    need.cacheLayerBytes = m_quantizedCache ? m_cache.layerF16 : 0;
    if (stagesExperts && m_style.stagesExperts && m_settings.expertStaging)
        need.stagedTensor = m_weights.largestExpertTensor;
    return computeBuffers(*m_deployment.model, m_style, need);
}

MemoryUse Planner::layerUse(const Slot &slot, const Load &load, int from, int to, int hostExpertLayers, bool first,
                            bool last, int stages) const
{
    const int expertsFrom = std::max(from, m_weights.denseLayers + hostExpertLayers);
    double weights = hostExpertLayers > 0
                         ? m_weights.layerBytes(from, to, false) + m_weights.expertBytes(expertsFrom, to)
                         : m_weights.layerBytes(from, to);
    if (first)
        weights += m_weights.embeddingDevice + m_weights.vision;
    if (last)
        weights += m_weights.head;
    const ComputeBuffers scratch = buffers(load, stages, hostExpertLayers > 0);

    MemoryUse use;
    use.weights = Bytes(qint64(weights));
    use.kvCache = Bytes(qint64(m_cache.bytes(load.context, load.sequences, from, to)));
    use.compute = Bytes(qint64(last ? scratch.withHead : scratch.without));
    use.overhead =
        Bytes(qint64((stages > 1 ? slot.shared : slot.alone) + (stages > 1 && !last ? layerSplitBytes(m_style) : 0)));
    return use;
}

void Planner::planSingle(const Slot &slot, const Load &load, MemoryPlan &plan) const
{
    planLayers(Slots(&slot, 1), load, SplitMode::Single, 0, 0, plan);
}

/// SGLang's own share of a card for weights and cache. Source: sglang server_args.py (2025): what it leaves for the
/// rest by the card's memory and the number of cards.
static double staticShare(double memory, int devices)
{
    constexpr double kGB = 1e9;
    constexpr double kMiB = 1048576.0;
    const double reserve = memory < 35 * kGB    ? 2800 + 100 * devices
                           : memory < 90 * kGB  ? 9728 + 512 * devices
                           : memory < 160 * kGB ? 12288 + 512 * devices
                                                : 32768;
    return std::max(0.0, 1 - reserve * kMiB / memory);
}

double Planner::marginOn(const Slot &slot, const MemoryUse &use, int devices) const
{
    const double left = slot.free - double(use.total().base());
    const double loaded = double((use.weights + use.kvCache).base());
    switch (m_style.pool) {
    case EngineStyle::Pool::Everything: break;
    case EngineStyle::Pool::WeightsAndCache:
        return std::min(left, (m_share > 0 ? m_share : staticShare(slot.memory, devices)) * slot.memory - loaded);
    case EngineStyle::Pool::Rest: {
        const double cache = double(use.kvCache.base());
        return m_share * (left + cache) - cache;
    }
    }
    return left;
}

void Planner::judge(Slots slots, MemoryPlan &plan) const
{
    const std::size_t start = plan.use.size() - slots.size();
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const double margin = marginOn(slots[i], plan.use[start + i], int(slots.size()));
        plan.margin = std::min(plan.margin, Bytes(qint64(std::floor(margin))));
        plan.busiest = std::max(plan.busiest, plan.use[start + i].total());
        plan.verdict = std::max(plan.verdict, verdictFor(margin, slots[i].memory)); // the worst device decides
    }
}

void Planner::refuse(MemoryPlan &plan, const QString &reason) const
{
    clear(plan);
    plan.verdict = FitVerdict::Refused;
    plan.refusal = reason;
    plan.margin = {};
}

} // namespace rigwright
