// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speed/step_model.h"

#include "core/compatibility/pcie.h"
#include "core/speed/collectives.h"
#include "core/speed/power_limit.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rigwright {

namespace {

// Row split synchronizes after every matrix: 150 us per layer and card fit RTX 4090 (7B Q4_0 149 -> 66
// tok/s on two) and RTX 4000 Ada (7B F16 23 -> 32 -> 40 on 1, 2, 4). Source: XiongjieDai, 2023 tables.
constexpr double kRowSync = 150e-6;
// Matrices cut over n devices reach less of the bandwidth: eta * n^-0.1 fits tensor-parallel decoding of
// vLLM and SGLang on 2-8 cards (ML.ENERGY, rtx6kpro, 4x3090 archives).
constexpr double kShardExponent = 0.1;
// Two copies between card and RAM per layer with experts in RAM.
constexpr double kExpertHop = 60e-6;
// A desktop with two channels of DDR5-5200, where the build does not say.
constexpr double kUnknownHostBandwidth = 83.2e9;
// Where a vendor publishes no matrix rate: twice the FP32 rate, or this many operations per byte of
// bandwidth (between Apple M4's 37 and an RTX 4090's 164).
constexpr double kFlopsPerByte = 60;
// Matrices of experts that see few tokens waste most of a tile: an expert costs as if it had this many
// tokens more. Fitted on published prompt speeds of mixtures (llama.cpp, vLLM).
constexpr double kIdleTokensPerExpert = 64;
constexpr double kHostFlopsPerCore = 60e9; // AVX2 FP32 at about 4 GHz, half of peak
constexpr double kHostFlopsPerByte = 10;   // where the cores are not known: from 8 cores on 83 GB/s to 96 on 614

constexpr double kStreamedBatch = 32; // tokens from which llama.cpp copies weights to the card
// Of the link's rate that copies from RAM reach. DeepSeek R1 UD-Q2_K_XL with its experts in RAM and an RTX
// 5090 reads a prompt at 120-140 tok/s: 512 tokens while 227 GB cross a PCIe 5.0 x16 link (ik_llama.cpp).
constexpr double kCopyEfficiency = 0.85;

double matrixRate(const Device &device)
{
    if (device.fp16 > FlopsPerSecond())
        return device.fp16.base();
    if (device.gpu && device.gpu->fp32 > FlopsPerSecond())
        return device.gpu->fp32.base();
    return kFlopsPerByte * device.bandwidth.base();
}

/// Tokens that go through the model at once while a prompt is read.
int promptBatch(const EngineStyle &style)
{
    return style.kind == EngineStyle::Kind::LlamaCpp ? 512 : 2048; // --ubatch-size; chunked prefill
}

} // namespace

StepModel::StepModel(const Machine &machine, const ResolvedDeployment &deployment, const MemoryPlan &plan,
                     const Catalog &catalog, WeightLayout weights)
    : m_machine(machine), m_model(*deployment.model), m_style(styleOf(*deployment.engine)),
      m_weights(std::move(weights)),
      m_cache(cacheLayout(*deployment.model, *deployment.engine, m_style, deployment.settings.kvType,
                          deployment.settings.engineSettings)),
      m_split(plan.split), m_ways(std::max(1, plan.tensorWays)), m_stages(std::max(1, plan.pipelineWays)),
      m_copies(std::max(1, plan.replicas)), m_hostLayers(plan.hostLayers), m_hostExpertLayers(plan.hostExpertLayers)
{
    const QString &engineId = deployment.engine->id;
    const std::size_t each = plan.devices.size() / std::size_t(m_copies);
    int from = m_hostLayers;
    for (std::size_t i = 0; i < each; ++i) {
        const Device &device = machine.devices[plan.devices[i]];
        Unit unit;
        unit.device = &device;
        unit.index = plan.devices[i];
        const bool sameFamily = !m_units.isEmpty() && m_units.back().device->family == device.family;
        unit.constants = sameFamily ? m_units.back().constants : coefficientsFor(catalog, engineId, device.family);
        unit.bandwidth = device.bandwidth.base();
        unit.flops = matrixRate(device);
        const PowerLimitEffect effect = powerLimitEffect(catalog, device);
        unit.decodeShare = effect.decode;
        unit.prefillShare = effect.prefill;
        m_decodeShare = std::min(m_decodeShare, effect.decode);
        unit.from = from;
        unit.to = from + plan.layers[i];
        const bool groupEnds = m_split == SplitMode::Row ? false : (i + 1) % std::size_t(m_ways) == 0;
        if (groupEnds)
            from = unit.to;
        m_units.append(unit);
        m_uniform = m_uniform && device.bandwidth == m_units[0].device->bandwidth && sameFamily == (i > 0)
                    && device.powerLimit == m_units[0].device->powerLimit;
    }
    const bool replicated = m_model.attention == AttentionKind::Mla;
    m_kvParts =
        m_split == SplitMode::Tensor && !replicated && m_model.kvHeads > 0 ? std::min(m_ways, m_model.kvHeads) : 1;

    m_shardShare = m_ways > 1 ? std::pow(double(m_ways), -kShardExponent) : 1.0;

    const double active = m_model.experts > 0 ? double(m_model.activeExperts) / m_model.experts : 0;
    const ParameterClasses &p = m_model.classes;
    m_matrixParameters =
        double(p.attention + p.linearAttention + p.denseFfn + p.sharedExperts) + double(p.experts) * active;

    if (usesHost() || m_units.isEmpty())
        m_hostConstants = coefficientsFor(catalog, engineId, kHostFamily);
    m_constants = m_units.isEmpty() ? m_hostConstants : m_units[0].constants;
    for (const Unit &unit : m_units)
        if (unit.constants.row->spread > m_constants.row->spread)
            m_constants = unit.constants;
}

/// Expected share of the routed experts that a step touches: 1 - (1 - k/E)^tokens.
double StepModel::expertShareOf(double tokens) const
{
    if (m_model.experts <= 0)
        return 0;
    const double one = std::min(1.0, double(m_model.activeExperts) / m_model.experts);
    return tokens <= 1 ? one : 1 - std::pow(1 - one, tokens);
}

double StepModel::touchedBytes(int from, int to, int hostExpertsEnd, double expertShare) const
{
    return m_weights.layerBytes(from, to, false)
           + expertShare * m_weights.expertBytes(std::max(from, hostExpertsEnd), to);
}

double StepModel::flopsPerToken(int from, int to, double depth) const
{
    const double share = double(to - from) / m_weights.layers;
    const double matrices = 2 * m_matrixParameters * share;
    // Scores and values: two multiply-adds per head dimension and cached token, per layer that sees it.
    const double width = double(m_model.attentionHeads) * m_model.headDim;
    const double seen = m_model.slidingWindow > 0 ? std::min(depth, double(m_model.slidingWindow)) : depth;
    const double full = m_model.fullAttentionLayers > 0 ? m_model.fullAttentionLayers
                        : m_model.slidingWindowLayers > 0 || m_model.linearAttentionLayers > 0 ? 0
                                                                                               : m_model.layers;
    const double attention = 4 * width * (full * depth + m_model.slidingWindowLayers * seen) * share;
    return matrices + attention;
}

double StepModel::wastedExpertFlops(double tokens, double perPass, int from, int to) const
{
    if (!m_model.isMixtureOfExperts())
        return 0;
    const double activeShare = expertShareOf(1);
    const double mixed = std::max(0, to - std::max(from, m_weights.denseLayers));
    const double layers = std::max(1, m_weights.layers - m_weights.denseLayers);
    const double expertFlops = 2 * double(m_model.classes.experts) * activeShare * mixed / layers;
    return tokens * expertFlops * kIdleTokensPerExpert / std::max(1e-6, perPass * activeShare);
}

double StepModel::groupLinks(double messageBytes, int layers, std::size_t firstUnit) const
{
    if (m_ways < 2)
        return 0;
    QVarLengthArray<std::size_t, 8> group;
    for (int i = 0; i < m_ways; ++i)
        group.append(m_units[qsizetype(firstUnit) + i].index);
    const std::span<const std::size_t> devices(group.constData(), std::size_t(group.size()));
    if (m_split == SplitMode::Row)
        return kRowSync * m_ways * layers;
    return 2 * layers * allReduceTime(m_machine, devices, messageBytes).base(); // after attention and after the FFN
}

void StepModel::addHost(StepTime &time, double tokens, int batch, int depth, bool prompt) const
{
    const bool all = m_units.isEmpty();
    const int hostLayers = all ? m_weights.layers : m_hostLayers;
    const int expertsEnd = m_weights.denseLayers + m_hostExpertLayers;
    const double share = expertShareOf(tokens);
    double bytes = touchedBytes(0, hostLayers, 0, share) + share * m_weights.expertBytes(hostLayers, expertsEnd);
    if (all)
        bytes += m_weights.head > 0 ? m_weights.head : m_weights.embeddingDevice;
    const HostProcessor &host = m_machine.host;
    const double bandwidth = host.bandwidth > BytesPerSecond() ? host.bandwidth.base() : kUnknownHostBandwidth;
    const SpeedCoefficients &c = *m_hostConstants.row;
    const double cacheBytes = batch * m_cache.readPerToken(depth) * hostLayers / m_weights.layers;
    const double weights = bytes / (std::min(1.0, c.decodeEfficiency) * bandwidth);
    const double cache = cacheBytes / (std::min(1.0, c.kvEfficiency) * bandwidth);
    const double rate = host.cores > 0 ? host.cores * kHostFlopsPerCore : kHostFlopsPerByte * bandwidth;
    const double expertFlops = m_hostExpertLayers > 0
                                   ? 2 * double(m_model.classes.experts) * expertShareOf(1) * m_hostExpertLayers
                                         / std::max(1, m_weights.layers - m_weights.denseLayers)
                                   : 0;
    const double flops = tokens * (flopsPerToken(0, hostLayers, depth + (prompt ? tokens / 2 : 0)) + expertFlops);
    const double compute = flops / (std::clamp(c.prefillEfficiency, 0.01, 1.0) * rate);
    const double fixed = c.perLayer.base() * hostLayers + kExpertHop * m_hostExpertLayers;
    time.host = std::max(weights, compute) + cache + fixed;
    if (prompt && !all && m_style.kind == EngineStyle::Kind::LlamaCpp)
        time.host = std::min(time.host, streamedTime(tokens, bytes, flops) + fixed);
    if (all) { // show the parts, not one lump
        time.weightBytes = bytes;
        time.cacheBytes = cacheBytes;
        time.weights = weights;
        time.cache = cache;
        time.compute = std::max(0.0, compute - weights);
        time.fixed = fixed;
        time.host = 0;
    }
}

/// llama.cpp computes a batch of kStreamedBatch tokens or more on the card also where the weights are
/// in RAM: each pass copies them over the link. Source: ggml-cuda, offload_op of the scheduler.
double StepModel::streamedTime(double tokens, double bytes, double flops) const
{
    const int batch = promptBatch(m_style);
    if (std::min(tokens, double(batch)) < kStreamedBatch)
        return std::numeric_limits<double>::infinity();
    const Unit &card = m_units.front();
    const double link = pcieBandwidth(card.device->link).base();
    if (link <= 0)
        return std::numeric_limits<double>::infinity();
    const double passes = std::ceil(tokens / batch);
    const double efficiency = std::clamp(card.constants.row->prefillEfficiency, 0.01, 1.0) * card.prefillShare;
    return passes * bytes / (kCopyEfficiency * link) + flops / (efficiency * card.flops);
}

StepTime StepModel::decode(int batch, int depth) const
{
    StepTime time;
    const double tokens = std::max(1, batch);
    const double share = expertShareOf(tokens);
    const int expertsEnd = m_weights.denseLayers + m_hostExpertLayers;
    const double message = tokens * m_model.hiddenSize * 2; // 16-bit activations

    for (qsizetype first = 0; first < m_units.size(); first += m_ways) {
        const bool lastStage = first + m_ways >= m_units.size();
        const Unit &lead = m_units[first];
        const int layers = lead.to - lead.from;
        double weightBytes = touchedBytes(lead.from, lead.to, expertsEnd, share);
        if (lastStage) // a tied table that is not kept twice is the head as well
            weightBytes += m_weights.head > 0 ? m_weights.head : m_weights.embeddingDevice;
        weightBytes /= m_ways;
        const double cacheBytes = tokens * m_cache.readPerToken(depth) * layers / m_weights.layers
                                  / (m_split == SplitMode::Row ? 1 : m_kvParts);
        const double flops = tokens * flopsPerToken(lead.from, lead.to, 0) / m_ways;
        StepTime slowest;
        for (int way = 0; way < m_ways && first + way < m_units.size(); ++way) {
            const Unit &unit = m_units[first + way];
            const SpeedCoefficients &c = *unit.constants.row;
            const double achieved = std::min(1.0, c.decodeEfficiency) * m_shardShare;
            const int mixed = std::max(0, unit.to - std::max(unit.from, m_weights.denseLayers));
            const bool isMixture = m_model.isMixtureOfExperts();
            StepTime one;
            one.weights = weightBytes / (achieved * unit.bandwidth) / unit.decodeShare;
            one.cache = cacheBytes / (std::min(1.0, c.kvEfficiency) * unit.bandwidth) / unit.decodeShare;
            const double compute =
                flops / (std::clamp(c.prefillEfficiency, 0.01, 1.0) * unit.flops) / unit.prefillShare;
            one.compute = std::max(0.0, compute - one.weights);
            one.fixed = c.perLayer.base() * (isMixture ? layers - mixed : layers)
                        + (isMixture ? c.perMoeLayer.base() * mixed : 0)
                        + c.perRequest.base() * layers * (tokens - 1) / m_ways;
            if (one.total() > slowest.total())
                slowest = one;
        }
        time.weightBytes += weightBytes;
        time.cacheBytes += cacheBytes;
        time.weights += slowest.weights;
        time.cache += slowest.cache;
        time.compute += slowest.compute;
        time.fixed += slowest.fixed;
        time.links += groupLinks(message, layers, std::size_t(first));
        if (!lastStage)
            time.links += handOverTime(m_machine, lead.index, m_units[first + m_ways].index, message).base();
    }
    if (usesHost() || m_units.isEmpty())
        addHost(time, tokens, batch, depth, false);
    return time;
}

StepTime StepModel::prefill(int tokens, int depth) const
{
    StepTime time;
    const int batch = promptBatch(m_style);
    const int passes = (tokens + batch - 1) / batch;
    const double share = expertShareOf(std::min(tokens, batch));
    const int expertsEnd = m_weights.denseLayers + m_hostExpertLayers;
    const double message = double(tokens) * m_model.hiddenSize * 2;
    const double meanDepth = depth + tokens / 2.0;

    for (qsizetype first = 0; first < m_units.size(); first += m_ways) {
        const bool lastStage = first + m_ways >= m_units.size();
        const Unit &lead = m_units[first];
        const int layers = lead.to - lead.from;
        const double weightBytes =
            passes * (touchedBytes(lead.from, lead.to, expertsEnd, share) + (lastStage ? m_weights.head : 0)) / m_ways;
        const double flops = (tokens * flopsPerToken(lead.from, lead.to, meanDepth)
                              + wastedExpertFlops(tokens, std::min(tokens, batch), lead.from, lead.to))
                             / m_ways;
        StepTime slowest;
        for (int way = 0; way < m_ways && first + way < m_units.size(); ++way) {
            const Unit &unit = m_units[first + way];
            const SpeedCoefficients &c = *unit.constants.row;
            StepTime one;
            one.weights = weightBytes / (std::min(1.0, c.decodeEfficiency) * unit.bandwidth) / unit.decodeShare;
            one.compute = flops / (std::clamp(c.prefillEfficiency, 0.01, 1.0) * unit.flops) / unit.prefillShare;
            one.fixed = passes * layers * c.perLayer.base();
            if (one.total() > slowest.total())
                slowest = one;
        }
        time.weightBytes += weightBytes;
        time.flops += flops;
        time.weights += slowest.weights;
        time.compute += slowest.compute;
        time.fixed += slowest.fixed;
        time.links += groupLinks(message / passes, layers, std::size_t(first)) * passes;
        if (!lastStage)
            time.links += handOverTime(m_machine, lead.index, m_units[first + m_ways].index, message).base();
    }
    if (usesHost() || m_units.isEmpty())
        addHost(time, tokens, 1, depth, true);
    return time;
}

} // namespace rigwright
