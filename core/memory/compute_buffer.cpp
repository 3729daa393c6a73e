// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/compute_buffer.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr double kMiB = 1048576.0;

// CUDA context with cuBLAS handles where the number of SMs is not known: 317 MiB measured on an RTX
// 3090, 450 on an RTX 4090. Source: llama.cpp PR 15860, PR 23604; Unsloth planner (330).
constexpr double kCudaContext = 330 * kMiB;
// "Unaccounted" in llama.cpp's memory breakdown on a 16 GB ROCm card: 313 MiB.
constexpr double kRocmContext = 320 * kMiB;
constexpr double kOtherContext = 300 * kMiB; // Vulkan and Level Zero: 250-300, weak evidence
// Each extra GPU of a llama.cpp layer split costs 1,010-1,345 MiB in total on an RTX 3090 (Gemma 4
// 12B on 1, 2 and 4 GPUs, 4x3090-llm-benchmarks); this is what context and buffers leave unexplained.
constexpr double kLayerSplitExtra = 550 * kMiB;
constexpr double kCollectiveBuffers = 300 * kMiB; // NCCL; tensor split mode about 600 in all (Unsloth planner)

constexpr double kFloatBytes = 4;
constexpr int kPhysicalBatch = 512;         // llama.cpp --ubatch-size default
constexpr double kMaskStage = 70 * kMiB;    // second term of the whole-batch regime
constexpr double kWithoutHead = 150 * kMiB; // 140-150 MiB at a batch of 512
constexpr double kHostBuffer = 20 * kMiB;   // beside the pinned f32 mask
constexpr double kPerSlotMargin = 1.15;     // spread of the per-slot regime's measurements
constexpr double kDequantPerCell = 1.3;     // bytes per hidden unit and cell: 0.74-2.02 measured
constexpr double kPipelineCopies = 4;       // llama.cpp keeps four copies of the inputs in a layer split

/// llama.cpp with flash attention. Builds to mid-2026 keep logits of a whole physical batch, later
/// ones per slot; the larger of the two is safe for both. Sources: buffer logs of ik_llama.cpp
/// (discussions 334, 357, 397), llama.cpp PR 23604 and Unsloth PR 7637.
ComputeBuffers llamaBuffers(const LlmModel &model, const ComputeNeed &need)
{
    const double batch = double(std::min<qint64>(kPhysicalBatch, std::max<qint64>(1, need.contextCells)));
    const double cells = double(need.contextCells);
    const double hidden = model.hiddenSize;
    const double vocabulary = model.vocabularySize;
    const double maskCopies = need.stages > 1 ? kPipelineCopies : 1;

    const double wholeBatch = std::max(kFloatBytes * batch * (vocabulary + hidden), 6 * batch * cells + kMaskStage);
    const double mask = 2 * batch * cells * maskCopies;
    const double scratch = need.quantizedCache ? kDequantPerCell * hidden * cells / need.stages : 0;
    const double activations = kPerSlotMargin * 16 * hidden * batch;
    const double logits = kPerSlotMargin * kFloatBytes * batch * vocabulary * (need.sequences - 1);
    const double perSlot = activations + logits + mask + scratch;

    ComputeBuffers buffers;
    buffers.withHead = std::max(wholeBatch, perSlot);
    buffers.without = std::max(kWithoutHead, activations + mask + scratch);
    buffers.host = kFloatBytes * batch * cells + kHostBuffer;
    return buffers;
}

/// Servers that profile one largest step: activations of the token batch, logits of the sequences,
/// and captured graphs. Against measured activation peaks: Qwen2.5-32B TP2 0.9 of 1.26 GiB, R1-AWQ
/// TP16 0.46 of 0.37, Llama 3 8B 0.80 of 0.57-1.26 (vLLM PR 10511, PR 14447, issue 15815).
ComputeBuffers pooledBuffers(const LlmModel &model, const ComputeNeed &need)
{
    constexpr double kBatchedTokens = 8192; // max_num_batched_tokens of current builds
    constexpr double kSequences = 256;      // max_num_seqs
    constexpr double kGraphs = 512 * kMiB;  // 0.2-2.5 GiB measured
    const double wide = model.isMixtureOfExperts() ? double(model.expertFfnSize) * std::max(1, model.activeExperts)
                                                   : double(model.ffnSize);
    const double activations = kBatchedTokens * kFloatBytes * (model.hiddenSize + wide / need.ways);
    const double logits = 2 * kFloatBytes * kSequences * model.vocabularySize / need.ways;
    const double each = activations + logits + kGraphs;
    return {each, each, 0};
}

} // namespace

ComputeBuffers computeBuffers(const LlmModel &model, const EngineStyle &style, const ComputeNeed &need)
{
    // Context, PyTorch and scratch of ExLlamaV3 together 1,440-1,640 MiB on an RTX 3090 (Qwen3.6-27B).
    constexpr double kExLlamaScratch = 1170 * kMiB;
    constexpr double kMlxScratch = 0.75e9; // mlx-lm peak minus weights and cache: 0.65-0.81 GB, nine points
    // Transformers, torch peak minus weights and cache: 33-48 MiB over 21 points (Qwen3 speed benchmark).
    constexpr double kEagerScratch = 48 * kMiB;
    switch (style.kind) {
    case EngineStyle::Kind::LlamaCpp: return llamaBuffers(model, need);
    case EngineStyle::Kind::Pooled: return pooledBuffers(model, need);
    case EngineStyle::Kind::ExLlama: return {kExLlamaScratch, kExLlamaScratch, 0};
    case EngineStyle::Kind::Mlx: return {kMlxScratch, kMlxScratch, 0};
    case EngineStyle::Kind::Eager: return {kEagerScratch, kEagerScratch, 0};
    }
    return {};
}

double runtimeContextBytes(const Device &device)
{
    if (device.vendor == QLatin1String("NVIDIA"))
        return kCudaContext;
    if (device.vendor == QLatin1String("AMD"))
        return kRocmContext;
    if (device.vendor == QLatin1String("Apple")) // Metal shares the system's context
        return 0;
    return kOtherContext;
}

double splitOverheadBytes(const EngineStyle &style)
{
    return style.kind == EngineStyle::Kind::LlamaCpp ? kLayerSplitExtra : kCollectiveBuffers;
}

} // namespace rigwright
