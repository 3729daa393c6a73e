// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/kv_cache.h"

#include "core/memory/memory_plan.h"

#include <algorithm>

namespace rigwright {

namespace {

struct CacheType
{
    QLatin1String name;
    double bytes; ///< per element, scales included
};

// Source: ggml-common.h block sizes; n-bit caches store one 16-bit scale per 32 elements
// (exllamav3 cache/quant.py) or scale and bias per 64 (mlx-lm).
constexpr CacheType kCacheTypes[] = {
    {QLatin1String("f16"), 2},          {QLatin1String("bf16"), 2},         {QLatin1String("fp8"), 1},
    {QLatin1String("q8_0"), 34.0 / 32}, {QLatin1String("q4_0"), 18.0 / 32}, {QLatin1String("fp16"), 2},
    {QLatin1String("auto"), 2},         {QLatin1String("f32"), 4},          {QLatin1String("fp8_e4m3"), 1},
    {QLatin1String("fp8_e5m2"), 1},     {QLatin1String("int8"), 1},         {QLatin1String("q5_1"), 24.0 / 32},
    {QLatin1String("q5_0"), 22.0 / 32}, {QLatin1String("q4_1"), 20.0 / 32}, {QLatin1String("iq4_nl"), 18.0 / 32},
    {QLatin1String("q8"), 8.5 / 8},     {QLatin1String("q6"), 6.5 / 8},     {QLatin1String("q5"), 5.5 / 8},
    {QLatin1String("q4"), 4.5 / 8},     {QLatin1String("q3"), 3.5 / 8},     {QLatin1String("q2"), 2.5 / 8},
    {QLatin1String("nvfp4"), 0.5625},
};

constexpr double kF16Bytes = 2.0;

qint64 roundedUp(qint64 cells, int granularity)
{
    return (cells + granularity - 1) / granularity * granularity;
}

/// Layers of a kind among the first `upTo`, full-attention layers ending each group of a pattern.
double globalBefore(const CacheLayout &cache, int upTo)
{
    if (cache.globalLayers <= 0 || cache.globalLayers >= cache.layers)
        return double(upTo) / cache.layers;
    const qint64 global = qint64(upTo) * cache.globalLayers / cache.layers;
    return double(global) / cache.globalLayers;
}

double othersBefore(const CacheLayout &cache, int upTo)
{
    if (cache.globalLayers <= 0 || cache.globalLayers >= cache.layers)
        return double(upTo) / cache.layers;
    const qint64 global = qint64(upTo) * cache.globalLayers / cache.layers;
    return double(upTo - global) / (cache.layers - cache.globalLayers);
}

} // namespace

double kvBytesPerElement(const QString &kvType)
{
    if (kvType == kCacheTypes[0].name) // nearly always
        return kCacheTypes[0].bytes;
    for (const CacheType &type : kCacheTypes)
        if (kvType.size() == type.name.size() && kvType.compare(type.name, Qt::CaseInsensitive) == 0)
            return type.bytes;
    const qsizetype slash = kvType.indexOf(u'/'); // "q8_0/f16": K and V of their own types
    if (slash > 0)
        return (kvBytesPerElement(kvType.left(slash)) + kvBytesPerElement(kvType.mid(slash + 1))) / 2;
    return kF16Bytes;
}

bool isQuantizedCache(const QString &kvType)
{
    return kvBytesPerElement(kvType) < kF16Bytes && !kvType.startsWith(QLatin1String("fp8"), Qt::CaseInsensitive);
}

qint64 CacheLayout::globalCells(int context, int sequences) const
{
    if (shared)
        return roundedUp(qint64(context) * sequences, granularity);
    return roundedUp(context, granularity) * sequences;
}

qint64 CacheLayout::slidingCells(int context, int sequences) const
{
    const qint64 all = globalCells(context, sequences);
    if (!windowed || window <= 0)
        return all;
    const qint64 perSequence = qint64(window) * (shared ? sequences : 1) + physicalBatch;
    return std::min(all, roundedUp(perSequence, granularity) * (shared ? 1 : sequences));
}

double CacheLayout::bytes(int context, int sequences, int from, int to) const
{
    if (to <= from)
        return 0;
    const double global = globalBefore(*this, to) - globalBefore(*this, from);
    const double others = othersBefore(*this, to) - othersBefore(*this, from);
    return globalPerToken * double(globalCells(context, sequences)) * global
           + (slidingPerToken * double(slidingCells(context, sequences)) + recurrent * sequences) * others;
}

double CacheLayout::readPerToken(int depth) const
{
    const int inWindow = window > 0 ? std::min(depth, window) : depth;
    return globalPerToken * depth + slidingPerToken * inWindow + recurrent;
}

int physicalBatch(const EngineStyle &style, const EngineSettings &settings, double deviceMemory)
{
    constexpr int kLlamaPhysicalBatch = 512; // llama.cpp --ubatch-size
    // vLLM --max-num-batched-tokens of a server: vllm/engine/arg_utils.py, by the memory of the card.
    constexpr double kLargeCard = 70.0 * 1073741824.0;
    constexpr int kServerBatch = 2048;
    constexpr int kLargeServerBatch = 8192;
    if (style.kind == EngineStyle::Kind::Pooled)
        return settings.batchedTokens > 0   ? settings.batchedTokens
               : deviceMemory >= kLargeCard ? kLargeServerBatch
                                            : kServerBatch;
    return settings.physicalBatch > 0 ? settings.physicalBatch : kLlamaPhysicalBatch;
}

CacheLayout cacheLayout(const LlmModel &model, const InferenceEngine &engine, const EngineStyle &style,
                        const QString &kvType, const EngineSettings &settings)
{
    const double relative = kvBytesPerElement(kvType) / kF16Bytes;
    CacheLayout cache;
    cache.globalPerToken = double(model.kvBytesPerTokenGlobalF16) * relative;
    cache.slidingPerToken = double(model.kvBytesPerTokenSlidingF16) * relative;
    cache.recurrent = double(model.recurrentStateBytesF32); // never quantized
    cache.window = model.slidingWindow;
    cache.granularity = std::max(1, engine.kvGranularityTokens);
    const bool llama = style.kind == EngineStyle::Kind::LlamaCpp;
    const bool wholeBatch = settings.logitsRows.value_or(engine.logitsRows) == LogitsRows::WholeBatch;
    if (llama && wholeBatch && !settings.flashAttention.value_or(true))
        cache.granularity = 32; // llama.cpp before its cells were always padded to 256
    cache.shared = llama && engine.id != QLatin1String("ollama") && !settings.separateSlots;
    cache.windowed = style.windowedCache && !settings.fullWindowCache;
    cache.physicalBatch = llama ? physicalBatch(style, settings) : 0;
    cache.layers = std::max(1, model.layers);
    cache.globalLayers = model.fullAttentionLayers;
    const int keeping = cache.globalLayers > 0 ? cache.globalLayers : cache.layers;
    const int copies = model.attention == AttentionKind::Mla ? 2 : 1; // keys and values both come of the latent
    cache.layerF16 = double(model.kvBytesPerTokenGlobalF16) * copies / keeping;
    return cache;
}

Bytes kvCacheBytes(const LlmModel &model, const InferenceEngine &engine, const QString &kvType, int context,
                   int sequences)
{
    return Bytes(qint64(cacheLayout(model, engine, styleOf(engine), kvType).bytes(context, sequences)));
}

} // namespace rigwright
