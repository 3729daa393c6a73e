// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/kv_cache.h"
#include "core/memory/weights.h"
#include "core/speed/coefficients.h"
#include "core/speed/speed.h"

#include <QVarLengthArray>

namespace rigwright {

/// Where the time of one step (a token for every request of a batch, or a prompt) goes.
struct StepTime
{
    double weightBytes = 0; ///< read on the critical path
    double cacheBytes = 0;
    double flops = 0;
    double weights = 0; ///< s
    double cache = 0;   ///< s
    double compute = 0; ///< s; in a decode step the part above `weights`
    double fixed = 0;   ///< s, launches and synchronization
    double links = 0;   ///< s, between devices
    double host = 0;    ///< s, what stays in system RAM
    double total() const { return weights + cache + compute + fixed + links + host; }
};

/// A placed deployment seen as work for its devices. Rooflines:
///     decode step  t = max(W / (eta BW), F / (eta_c FP16)) + KV(d) / (eta_kv BW) + o L + links + host
///     prefill      t = F / (eta_c FP16) + passes W / (eta BW) + links + host
/// with W the weights touched, KV the cache read, L layers. Constants are fitted per engine and family.
class StepModel
{
public:
    StepModel(const Machine &machine, const ResolvedDeployment &deployment, const MemoryPlan &plan,
              const Catalog &catalog, WeightLayout weights);

    /// One decode step with `batch` requests in each copy of the model, each with `depth` tokens cached.
    StepTime decode(int batch, int depth) const;
    /// Reading a prompt of `tokens` behind `depth` cached tokens.
    StepTime prefill(int tokens, int depth) const;

    int copies() const { return m_copies; }
    int stages() const { return m_stages; }
    SplitMode split() const { return m_split; }
    /// Constants of the slowest device, which set the band.
    const CoefficientChoice &constants() const { return m_constants; }
    const Device *device() const { return m_units.isEmpty() ? nullptr : m_units[0].device; }
    bool uniform() const { return m_uniform; }
    bool usesHost() const { return m_hostLayers > 0 || m_hostExpertLayers > 0; }
    double shardShare() const { return m_shardShare; }
    double powerLimitShare() const { return m_decodeShare; }

private:
    /// One device with the layers that it works on.
    struct Unit
    {
        const Device *device = nullptr;
        std::size_t index = 0; ///< into Machine::devices
        CoefficientChoice constants;
        double bandwidth = 0;
        double flops = 0;
        double decodeShare = 1; ///< kept under its power limit
        double prefillShare = 1;
        int from = 0;
        int to = 0;
    };
    double touchedBytes(int from, int to, int hostExpertsEnd, double expertShare) const;
    double expertShareOf(double tokens) const;
    double wastedExpertFlops(double tokens, double perPass, int from, int to) const;
    double flopsPerToken(int from, int to, double depth) const;
    void addHost(StepTime &time, double tokens, int batch, int depth, bool prompt) const;
    double streamedTime(double tokens, double bytes, double flops) const;
    double groupLinks(double messageBytes, int layers, std::size_t firstUnit) const;

    const Machine &m_machine;
    const LlmModel &m_model;
    EngineStyle m_style;
    WeightLayout m_weights;
    CacheLayout m_cache;
    SplitMode m_split = SplitMode::Single;
    int m_ways = 1;
    int m_stages = 1;
    int m_copies = 1;
    int m_hostLayers = 0;
    int m_hostExpertLayers = 0;
    int m_kvParts = 1;
    bool m_uniform = true;
    double m_shardShare = 1; ///< of the bandwidth share that matrices cut over several devices keep
    double m_decodeShare = 1;
    double m_matrixParameters = 0; ///< multiplied per token, experts counted as active
    CoefficientChoice m_constants;
    CoefficientChoice m_hostConstants;
    QVarLengthArray<Unit, 8> m_units; ///< of the first copy
};

} // namespace rigwright
