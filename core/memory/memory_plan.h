// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/machine.h"
#include "core/memory/fit_verdict.h"
#include "core/memory/weights.h"

namespace rigwright {

/// Bytes on one device (or on the host) by what they are for.
struct MemoryUse
{
    Bytes weights;
    Bytes kvCache;  ///< with recurrent state
    Bytes compute;  ///< activation and scratch buffers
    Bytes overhead; ///< driver context and libraries
    Bytes total() const { return weights + kvCache + compute + overhead; }
    MemoryUse &operator+=(const MemoryUse &other)
    {
        weights += other.weights;
        kvCache += other.kvCache;
        compute += other.compute;
        overhead += other.overhead;
        return *this;
    }
    friend bool operator==(const MemoryUse &, const MemoryUse &) = default;
};

/// Where a deployment's bytes go.
struct MemoryPlan
{
    FitVerdict verdict = FitVerdict::Refused;
    QString refusal;                     ///< why no plan exists ("Tensor parallel over 3: 64 heads do not divide")
    SplitMode split = SplitMode::Single; ///< resolved
    int tensorWays = 1;
    int pipelineWays = 1;
    int replicas = 1;
    std::vector<std::size_t> devices; ///< indices into Machine::devices that it uses
    std::vector<MemoryUse> use;       ///< one per entry of `devices`
    std::vector<int> layers;          ///< layers on each entry of `devices`
    MemoryUse host;
    int hostLayers = 0;       ///< whole layers in system RAM
    int hostExpertLayers = 0; ///< layers whose experts are in system RAM
    Bytes margin;             ///< free on the busiest device after this deployment; negative = missing
    Bytes busiest;            ///< largest total on one device
    MemoryUse sum() const
    {
        MemoryUse all = host;
        for (const MemoryUse &one : use)
            all += one;
        return all;
    }
    bool fits() const { return verdict == FitVerdict::Fits || verdict == FitVerdict::Tight; }
};

/// A deployment with its rows looked up.
struct ResolvedDeployment
{
    const LlmModel *model = nullptr;
    const Quantization *quant = nullptr;
    const InferenceEngine *engine = nullptr;
    Deployment settings;
    const LlmModel *draftModel = nullptr; ///< with draftQuant; nullptr = none
    const Quantization *draftQuant = nullptr;
};

/// Looks the rows up. @return nullopt where one of the ids is not in the catalogue
std::optional<ResolvedDeployment> resolve(const Deployment &deployment, const Catalog &catalog);

/// Bytes of all weights of a model in a quantization: the exact file size where the catalogue has
/// it, else class by class. Source: shared memory model, docs/memory.md.
Bytes weightBytes(const LlmModel &model, const Quantization &quant);

/// Bytes of KV cache and recurrent state for `sequences` sequences of `context` tokens.
Bytes kvCacheBytes(const LlmModel &model, const InferenceEngine &engine, const QString &kvType, int context,
                   int sequences);

/// @return bytes per element of a cache type ("q8_0" 1.0625), or 2 for an unknown one
double kvBytesPerElement(const QString &kvType);

/// Places a deployment on the machine. `occupied` are bytes taken on each device by earlier
/// deployments (empty = none).
MemoryPlan planMemory(const Machine &machine, const ResolvedDeployment &deployment,
                      const std::vector<Bytes> &occupied = {});

/// What a machine holds of a deployment.
struct Capacity
{
    MemoryPlan plan;        ///< planMemory()
    int longestContext = 0; ///< longestContext()
    int mostRequests = 0;   ///< mostRequests()
    WeightLayout weights;   ///< weightLayout()
};
/// All of it at the price of little more than one.
Capacity capacityFor(const Machine &machine, const ResolvedDeployment &deployment,
                     const std::vector<Bytes> &occupied = {});

/// The longest context (multiple of 256 up to the model's maximum) that still fits; 0 = none.
int longestContext(const Machine &machine, const ResolvedDeployment &deployment,
                   const std::vector<Bytes> &occupied = {});
/// The most concurrent requests that still fit at the deployment's context; 0 = none.
int mostRequests(const Machine &machine, const ResolvedDeployment &deployment, const std::vector<Bytes> &occupied = {});
/// The quantization with the most bits (same family) that still fits, or nullptr.
/// @param own  planMemory() of the deployment as it is, where that is known
const Quantization *bestQuantization(const Machine &machine, ResolvedDeployment deployment, const Catalog &catalog,
                                     const std::vector<Bytes> &occupied = {}, const MemoryPlan *own = nullptr);

} // namespace rigwright
