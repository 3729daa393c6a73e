// SPDX-License-Identifier: GPL-3.0-or-later
// Whole layers on each device, and what of them stays in system RAM.
#include "core/memory/planner.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

// The operating system and other programs keep a tenth of the RAM (llama.cpp needs 10-15 % spare).
constexpr double kUsableHostShare = 0.9;

/// @return the smallest value in [low, high] for which `holds`, or `high` where none does
template <class Predicate>
int smallest(int low, int high, Predicate holds)
{
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (holds(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

} // namespace

/// Layers per device. llama.cpp gives item j of [layers..., output head] to the first device whose
/// cumulated share of the free memory is above j / items, so that the head is on the last device;
/// pipeline stages of servers are even. Source: llama.cpp src/llama-model.cpp load_tensors().
static void spread(std::span<const double> freeBytes, int layers, bool even, std::span<int> counts)
{
    const int devices = int(counts.size());
    if (even) {
        for (int k = 0; k < devices; ++k)
            counts[std::size_t(k)] = layers / devices + (k < layers % devices ? 1 : 0);
        return;
    }
    double all = 0;
    for (const double one : freeBytes)
        all += std::max(0.0, one);
    const int items = layers + 1;
    double cumulated = 0;
    int placed = 0;
    for (int k = 0; k < devices; ++k) {
        cumulated += all > 0 ? std::max(0.0, freeBytes[std::size_t(k)]) / all : 1.0 / devices;
        const int end = k + 1 == devices ? layers : std::min(layers, int(std::ceil(cumulated * items - 1e-9)));
        counts[std::size_t(k)] = std::max(0, end - placed);
        placed = std::max(placed, end);
    }
}

/// Gives each device in turn as many layers as it holds with `spare` bytes left over.
bool Planner::fillInOrder(Slots slots, const Load &load, int firstLayer, int hostExpertLayers, double spare,
                          std::span<int> counts) const
{
    const int stages = int(slots.size());
    int from = firstLayer;
    for (std::size_t k = 0; k < slots.size(); ++k) {
        const bool last = k + 1 == slots.size();
        const auto holds = [&](int to) {
            const MemoryUse use = layerUse(slots[k], load, from, to, hostExpertLayers, k == 0, last, stages);
            return marginOn(slots[k], use, stages) >= spare;
        };
        int to = m_weights.layers;
        if (!holds(to))
            to = std::max(from, smallest(from, m_weights.layers, [&](int end) { return !holds(end); }) - 1);
        counts[k] = to - from;
        from = to;
    }
    return from == m_weights.layers;
}

/// The split of which the fullest device has most left (a --tensor-split made by hand).
bool Planner::splitByHand(Slots slots, const Load &load, int firstLayer, int hostExpertLayers,
                          std::span<int> counts) const
{
    if (!fillInOrder(slots, load, firstLayer, hostExpertLayers, 0, counts))
        return false;
    if (!load.balanced)
        return true;
    constexpr double kClose = 32.0 * 1048576.0;
    double low = 0;
    double high = std::ranges::min_element(slots, {}, &Slot::free)->free;
    while (high - low > kClose) {
        const double middle = (low + high) / 2;
        (fillInOrder(slots, load, firstLayer, hostExpertLayers, middle, counts) ? low : high) = middle;
    }
    return fillInOrder(slots, load, firstLayer, hostExpertLayers, low, counts);
}

void Planner::planLayers(Slots slots, const Load &load, SplitMode mode, int hostLayers, int hostExpertLayers,
                         MemoryPlan &plan) const
{
    const int stages = int(slots.size());
    const std::size_t start = plan.devices.size();
    QVarLengthArray<int, 16> counts(stages);
    QVarLengthArray<double, 16> freeBytes;
    const std::vector<double> &shares = m_deployment.settings.parallelism.tensorSplit;
    for (std::size_t k = 0; k < slots.size(); ++k)
        freeBytes.append(shares.empty() ? slots[k].free : k < shares.size() ? shares[k] : 0);
    const bool even = mode == SplitMode::Pipeline && shares.empty();
    spread({freeBytes.constData(), std::size_t(stages)}, m_weights.layers - hostLayers, even,
           {counts.data(), std::size_t(stages)});

    plan.split = mode;
    plan.pipelineWays = stages;
    plan.hostLayers = hostLayers;
    plan.hostExpertLayers = hostExpertLayers;
    const auto write = [&] {
        plan.devices.resize(start);
        plan.use.resize(start);
        plan.layers.resize(start);
        int from = hostLayers;
        for (int k = 0; k < stages; ++k) {
            const Slot &slot = slots[std::size_t(k)];
            const int to = from + counts[k];
            plan.devices.push_back(slot.device);
            plan.layers.push_back(counts[k]);
            plan.use.push_back(layerUse(slot, load, from, to, hostExpertLayers, k == 0, k + 1 == stages, stages));
            from = to;
        }
    };
    const FitVerdict verdictBefore = plan.verdict;
    const Bytes marginBefore = plan.margin;
    const Bytes busiestBefore = plan.busiest;
    write();
    judge(slots, plan);
    if (plan.verdict == FitVerdict::DoesNotFit && verdictBefore != FitVerdict::DoesNotFit && stages > 1 && !even
        && shares.empty()
        && splitByHand(slots, load, hostLayers, hostExpertLayers, {counts.data(), std::size_t(stages)})) {
        plan.verdict = verdictBefore;
        plan.margin = marginBefore;
        plan.busiest = busiestBefore;
        write();
        judge(slots, plan);
    }

    const int expertsEnd = m_weights.denseLayers + hostExpertLayers;
    const double hostWeights =
        m_weights.embeddingRam + m_weights.layerBytes(0, hostLayers) + m_weights.expertBytes(hostLayers, expertsEnd);
    MemoryUse host;
    host.weights = Bytes(qint64(hostWeights));
    host.kvCache = Bytes(qint64(m_cache.bytes(load.context, load.sequences, 0, hostLayers)));
    host.compute = Bytes(qint64(buffers(load, stages).host));
    plan.host += host;
    if ((hostLayers > 0 || hostExpertLayers > 0) && !hostHolds(plan))
        plan.verdict = FitVerdict::DoesNotFit;
}

bool Planner::hostHolds(const MemoryPlan &plan) const
{
    const Bytes memory = m_machine.host.memory;
    return memory <= Bytes() || plan.host.total() <= memory * kUsableHostShare;
}

void Planner::planWithHost(Slots slots, const Load &load, SplitMode mode, MemoryPlan &plan) const
{
    const Parallelism &wish = m_deployment.settings.parallelism;
    const InferenceEngine &engine = *m_deployment.engine;
    const int mixtureLayers = m_weights.layers - m_weights.denseLayers;
    if (!engine.cpuOffload && !engine.expertOffload)
        return refuse(plan,
                      QCoreApplication::translate("Memory", "%1 cannot keep weights in system RAM").arg(engine.name));

    const MemoryPlan before = plan;
    const auto onCards = [&](int hostLayers, int hostExperts) {
        plan = before;
        planLayers(slots, load, mode, hostLayers, hostExperts, plan);
        return plan.margin >= Bytes();
    };
    if (wish.gpuLayers >= 0 || wish.hostExpertLayers > 0) {
        // The output head is the first item to go to a GPU: llama.cpp src/llama-model.cpp, i_gpu_start.
        const int items = m_weights.layers + 1;
        const int hostLayers = wish.gpuLayers >= 0 ? std::clamp(items - wish.gpuLayers, 0, m_weights.layers) : 0;
        onCards(hostLayers, std::clamp(wish.hostExpertLayers, 0, mixtureLayers));
        return;
    }
    const bool experts = mixtureLayers > 0 && engine.expertOffload && wish.offload != Offload::Layers;
    if (experts) {
        const int fewest = wish.offload == Offload::Experts ? 1 : 0;
        const int needed = smallest(fewest, mixtureLayers, [&](int n) { return onCards(0, n); });
        if (onCards(0, needed) || wish.offload == Offload::Experts)
            return;
    }
    const int allExperts = experts ? mixtureLayers : 0;
    const int needed = smallest(0, m_weights.layers, [&](int n) { return onCards(n, allExperts); });
    onCards(needed, allExperts);
}

void Planner::planHostOnly(const Load &load, MemoryPlan &plan) const
{
    const HostProcessor &host = m_machine.host;
    if (host.memory <= Bytes() && host.bandwidth <= BytesPerSecond())
        return refuse(plan,
                      QCoreApplication::translate("Memory", "The build has no system memory to run the model in"));
    if (!m_deployment.engine->cpuOffload && !m_deployment.engine->vendors.contains(QLatin1String("CPU")))
        return refuse(plan,
                      QCoreApplication::translate("Memory", "%1 does not run on a CPU").arg(m_deployment.engine->name));
    const bool oneTable = m_deployment.model->tiedEmbeddings && m_weights.embeddingRam > 0;
    plan.split = SplitMode::CpuOnly;
    plan.hostLayers = m_weights.layers;
    plan.host.weights = Bytes(qint64(m_weights.all() + (oneTable ? 0 : m_weights.embeddingRam)));
    plan.host.kvCache = Bytes(qint64(m_cache.bytes(load.context, load.sequences)));
    plan.host.compute = Bytes(qint64(buffers(load, 1).withHead));
    plan.busiest = plan.host.total();
    plan.margin = host.memory > Bytes() ? host.memory * kUsableHostShare - plan.host.total() : Bytes();
    plan.verdict = hostHolds(plan) ? FitVerdict::Fits : FitVerdict::DoesNotFit;
}

} // namespace rigwright
