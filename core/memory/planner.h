// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/compute_buffer.h"
#include "core/memory/kv_cache.h"
#include "core/memory/memory_plan.h"
#include "core/memory/runtime_context.h"
#include "core/memory/weights.h"

#include <QVarLengthArray>

#include <span>

namespace rigwright {

/// Places one deployment on one machine for any context and number of requests. What does not
/// depend on those is looked up once, so that the questions (longest context, most requests) can
/// ask hundreds of times. A plan passed in again keeps its buffers.
class Planner
{
public:
    Planner(const Machine &machine, const ResolvedDeployment &deployment, const std::vector<Bytes> &occupied);

    /// @param mayUseHost  whether Offload::Automatic may move weights to system RAM
    /// @param balanced    whether a split by hand leaves every device as much as it can; a question needs none of it
    void plan(int context, int sequences, bool mayUseHost, MemoryPlan &plan, bool balanced = false) const;

    /// Bytes free on all devices that the deployment may use.
    double freeInAll() const;
    const WeightLayout &weights() const { return m_weights; }

private:
    /// A device that may be used, with what is left on it.
    struct Slot
    {
        std::size_t device = 0;
        ItemId item;
        double alone = 0;  ///< runtimeContextBytes()
        double shared = 0; ///< the same where several devices work on the model
        double free = 0;   ///< what the engine may take, less what is occupied
        double memory = 0;
        double bandwidth = 0;
    };
    using Slots = std::span<const Slot>;
    /// The size of one question.
    struct Load
    {
        int context = 0;
        int sequences = 1;
        bool mayUseHost = false;
        bool balanced = false;
    };

    /// A model beside the model: the draft, or the image encoder on a GPU of its own.
    struct Companion
    {
        ItemId gpu; ///< 0 = the one with most left
        MemoryUse use;
        double ram = 0; ///< what of it stays in system RAM
    };

    void planCopy(Slots slots, const Load &load, MemoryPlan &plan) const;
    void planWithCompanions(Slots slots, const Load &load, MemoryPlan &plan) const;
    QVarLengthArray<Companion, 2> companions(const Load &load) const;
    void planSingle(const Slot &slot, const Load &load, MemoryPlan &plan) const;
    bool planTensor(Slots slots, const Load &load, int ways, int stages, MemoryPlan &plan) const;
    void planAutomaticTensor(Slots slots, const Load &load, MemoryPlan &plan) const;
    void planRows(Slots slots, const Load &load, MemoryPlan &plan) const;
    void planHostOnly(const Load &load, MemoryPlan &plan) const;
    void planLayers(Slots slots, const Load &load, SplitMode mode, int hostLayers, int hostExpertLayers,
                    MemoryPlan &plan) const;
    void planWithHost(Slots slots, const Load &load, SplitMode mode, MemoryPlan &plan) const;

    bool fillInOrder(Slots slots, const Load &load, int firstLayer, int hostExpertLayers, double spare,
                     std::span<int> counts) const;
    bool splitByHand(Slots slots, const Load &load, int firstLayer, int hostExpertLayers, std::span<int> counts) const;
    MemoryUse layerUse(const Slot &slot, const Load &load, int from, int to, int hostExpertLayers, bool first,
                       bool last, int stages) const;
    ComputeBuffers buffers(const Load &load, int stages, bool stagesExperts = false) const;
    /// @return bytes that this use leaves of what the engine may take on the device
    double marginOn(const Slot &slot, const MemoryUse &use, int devices) const;
    int tensorWaysFor(std::size_t devices) const;
    QString tensorRefusal(int ways) const;
    const Slot &bestSlot(Slots slots, const Load &load) const;
    void refuse(MemoryPlan &plan, const QString &reason) const;
    /// Compares the uses from entry `first` on with what is free and sets the verdict.
    void judge(Slots slots, MemoryPlan &plan) const;
    bool hostHolds(const MemoryPlan &plan) const;

    const Machine &m_machine;
    const ResolvedDeployment &m_deployment;
    const EngineSettings &m_settings;
    EngineStyle m_style;
    WeightLayout m_weights;
    CacheLayout m_cache;
    bool m_quantizedCache = false;
    double m_share = 1; ///< of the memory that the engine claims; 0 = by its own rule
    QVarLengthArray<Slot, 16> m_slots;
};

} // namespace rigwright
