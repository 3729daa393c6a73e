// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/compute_buffer.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr double kMiB = 1048576.0;
constexpr double kFloat = 4;
constexpr double kPipelineCopies = 4; // llama.cpp keeps four copies of the inputs in a layer split

/// The graph of one physical batch with flash attention, without logits. Fitted on 144 and 208 MiB (Qwen3-235B at
/// 16,384 and 32,768 cells), 2,432 MiB (the same, batch 4,096, 65,536 cells), 412 MiB (Nemotron Ultra 253B) and
/// 836 MiB (Qwen3.6-27B, 262,144 cells): ik_llama.cpp discussion 357, issue 530, PR 377; llama-server b9026.
double attentionGraph(double hidden, double batch, double cells)
{
    return 45 * batch * hidden + 6 * batch * cells;
}

/// Without flash attention the scores of all heads are stored, and the mask once or, with a window, twice.
/// Sources: ik_llama.cpp issue 539 (5,252 and 8,744 MiB), llama.cpp PR 6122 (four copies in a layer split).
double scoresGraph(const LlmModel &model, double batch, double cells, int stages)
{
    const int masks = model.slidingWindow > 0 ? 2 : 1;
    const double input = kFloat * batch * model.hiddenSize;
    const double copies = stages > 1 ? (kPipelineCopies - 1) * (kFloat * batch * cells + input) : 0;
    return kFloat * batch * cells * (model.attentionHeads + masks) + 4 * input + copies;
}

/// Logits of a whole physical batch. Sources: buffer logs of ik_llama.cpp (discussions 334, 357, 397) and llama.cpp:
/// 306.75 MiB for Qwen3-32B, 522.62 for Gemma 3 27B, to the digit.
ComputeBuffers wholeBatchBuffers(const LlmModel &model, const EngineStyle &style, const ComputeNeed &need, double batch)
{
    const double hidden = model.hiddenSize;
    const double cells = double(need.contextCells);
    const double logits = kFloat * batch * (model.vocabularySize + hidden * (style.extraActivation ? 2 : 1));
    const double graph =
        need.flashAttention ? attentionGraph(hidden, batch, cells) : scoresGraph(model, batch, cells, need.stages);
    const double staged = need.stagedTensor > 0 ? graph + need.stagedTensor : graph;
    return {std::max(logits, staged), staged, 0};
}

/// One slot needs no logits buffer, each further one a whole batch of them; a quantized cache is expanded to 16 bit
/// one layer at a time. Source: Unsloth's measurements of llama-server (PR 7637: 36, 492, 1,388, 3,220 MiB for 1, 2,
/// 4, 8 slots at a vocabulary of 248,320; 796 to 2,392 MiB for five models at 262,144 cells of q8_0).
ComputeBuffers perSlotBuffers(const LlmModel &model, const ComputeNeed &need, double batch)
{
    constexpr double kFurtherSlot = 0.94;
    const double cells = double(need.contextCells);
    const double activations = 16 * batch * model.hiddenSize;
    const double logits = kFurtherSlot * kFloat * batch * model.vocabularySize * (need.sequences - 1);
    const double mask = 2 * batch * cells * (need.stages > 1 ? kPipelineCopies : 1);
    const double scores = need.flashAttention ? 0 : scoresGraph(model, batch, cells, need.stages);
    const double graph = activations + std::max(mask, scores) + need.cacheLayerBytes * cells + need.stagedTensor;
    return {graph + logits, graph, 0};
}

ComputeBuffers llamaBuffers(const LlmModel &model, const EngineStyle &style, const ComputeNeed &need)
{
    constexpr double kHostBuffer = 20 * kMiB; // beside the pinned f32 mask: 276 MiB at 131,072 cells, 532 at 262,144
    const double batch = double(std::min<qint64>(need.batch, std::max<qint64>(1, need.contextCells)));
    ComputeBuffers buffers = need.logitsRows == LogitsRows::PerSlot ? perSlotBuffers(model, need, batch)
                                                                    : wholeBatchBuffers(model, style, need, batch);
    buffers.host = kFloat * batch * double(need.contextCells) + kHostBuffer;
    return buffers;
}

/// Servers that profile one largest step: activations of the token batch, and the sampler's copies of the logits of
/// all sequences. Fitted on 1.26 GiB (Llama 3 8B, 8,192 tokens; Qwen2.5-32B, 2,048 tokens; 256 sequences each), 0.37
/// GiB (R1-AWQ) and 0.19 GiB (R1-Distill-Qwen-14B), which did not sample: vLLM PR 10511, PR 14447, issues 15815, 13061.
ComputeBuffers pooledBuffers(const LlmModel &model, const ComputeNeed &need)
{
    constexpr double kPerActivation = 5.6;
    constexpr double kPerLogit = 20;
    constexpr double kGraphs = 512 * kMiB; // 0.2-2.5 GiB measured
    constexpr int kMostSequences = 256;    // max_num_seqs
    const double mixtureWidth = double(model.expertFfnSize) * std::max(1, model.activeExperts);
    const double wide = std::max(double(model.ffnSize), model.isMixtureOfExperts() ? mixtureWidth : 0);
    const double activations = kPerActivation * need.batch * (model.hiddenSize + wide);
    const double logits = kPerLogit * std::min(need.sequences, kMostSequences) * model.vocabularySize;
    const double each = activations + logits + (need.graphs ? kGraphs : 0);
    return {each, each, 0};
}

} // namespace

ComputeBuffers computeBuffers(const LlmModel &model, const EngineStyle &style, const ComputeNeed &need)
{
    // PyTorch and scratch of ExLlamaV3 beside the driver's context: together 1,440-1,640 MiB on an RTX 3090.
    constexpr double kExLlamaScratch = 1183 * kMiB;
    constexpr double kMlxScratch = 0.75e9; // mlx-lm peak minus weights and cache: 0.65-0.81 GB, nine points
    // Transformers, torch peak minus weights and cache: 33-48 MiB over 21 points (Qwen3 speed benchmark).
    constexpr double kEagerScratch = 48 * kMiB;
    switch (style.kind) {
    case EngineStyle::Kind::LlamaCpp: return llamaBuffers(model, style, need);
    case EngineStyle::Kind::Pooled: return pooledBuffers(model, need);
    case EngineStyle::Kind::ExLlama: return {kExLlamaScratch, kExLlamaScratch, 0};
    case EngineStyle::Kind::Mlx: return {kMlxScratch, kMlxScratch, 0};
    case EngineStyle::Kind::Eager: return {kEagerScratch, kEagerScratch, 0};
    }
    return {};
}

} // namespace rigwright
