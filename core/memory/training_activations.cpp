// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/training_activations.h"

#include "core/memory/lora.h"
#include "core/memory/training_state.h"

namespace rigwright {

namespace {

constexpr double kFloat = 4;

struct AttentionWidths
{
    double queries, keys, values, result;
};

AttentionWidths attentionWidths(const LlmModel &model)
{
    const double heads = model.attentionHeads;
    if (model.attention == AttentionKind::Mla) // the latent is expanded to all heads for training
        return {heads * model.headDim, heads * model.headDim, heads * model.valueHeadDim, heads * model.valueHeadDim};
    const double shared = double(model.kvHeads) * model.headDim;
    return {heads * model.headDim, shared, shared, heads * model.headDim};
}

/// Values kept of a feed-forward part of that width: the results of all matrices but the last, each
/// before and after the activation (gate, its activation, up and the product; or one pair without a gate).
/// Compiled code with frozen matrices keeps gate and up and computes the rest again: 28.5 x hidden
/// instead of 41 per layer of Llama 3.1 8B (torchtune README, LoRA 16.2 and 30.3 GiB).
double feedForwardValues(const FineTuning &settings, double width, double matrices)
{
    const bool recomputed = settings.fusedKernels && settings.method != TuningMethod::Full;
    return (recomputed ? 1 : 2) * (matrices - 1) * width;
}

double denseMatrices(const LlmModel &model, int denseLayers)
{
    const double each = double(model.hiddenSize) * model.ffnSize * denseLayers;
    return each > 0 && double(model.classes.denseFfn) < 2.5 * each ? 2 : 3;
}

/// Bytes of a norm: its result, which is the input of a matrix, and what its own backward pass
/// needs. Separate kernels compute in 32 bit and keep that input, and the result before scaling if the
/// scale is trained. Source: transformers LlamaRMSNorm, torchtune RMSNorm.
double normBytes(const LlmModel &model, const FineTuning &settings, double valueBytes)
{
    const double hidden = model.hiddenSize;
    if (settings.fusedKernels)
        return 2 * valueBytes * hidden;
    const double unscaled = settings.method == TuningMethod::Full ? valueBytes : 0;
    return (kFloat + unscaled + valueBytes) * hidden;
}

} // namespace

double layerActivationBytes(const LlmModel &model, const FineTuning &settings)
{
    constexpr double kNorms = 2;
    constexpr double kScoreBytes = 5; // softmax and dropout results in 16 bit and a mask of one byte
    const double valueBytes = computeBytes(settings.precision);
    const AttentionWidths attention = attentionWidths(model);
    double values = attention.queries + attention.keys + attention.values + attention.result;

    const int layers = std::max(1, model.layers);
    const int dense = denseLayerCount(model);
    const double denseShare = double(dense) / layers;
    values += denseShare * feedForwardValues(settings, model.ffnSize, denseMatrices(model, dense));
    if (dense < layers) {
        constexpr double kGated = 3;
        const double routed = feedForwardValues(settings, model.expertFfnSize, kGated) + model.hiddenSize;
        values += (1 - denseShare)
                  * (model.activeExperts * routed + feedForwardValues(settings, sharedExpertWidth(model), kGated));
    }
    if (settings.method != TuningMethod::Full)
        values += double(settings.rank) * loraTargetsPerToken(model, settings.targets);

    double bytes = values * valueBytes + kNorms * normBytes(model, settings, valueBytes);
    if (!settings.flashAttention)
        bytes += kScoreBytes * valueBytes / 2 * model.attentionHeads * settings.sequence;
    return bytes;
}

double checkpointBytes(const LlmModel &model, const FineTuning &settings)
{
    if (settings.offloadActivations)
        return 0;
    // A gathered embedding has the compute type, and so has what it puts out. Source: PyTorch, MixedPrecisionPolicy.
    const bool gathered = settings.sharding == Sharding::Zero3 || settings.sharding == Sharding::Fsdp;
    return (gathered ? computeBytes(settings.precision) : residentBytes(settings.precision)) * model.hiddenSize;
}

double logitBytes(const LlmModel &model, const FineTuning &settings)
{
    const double valueBytes = computeBytes(settings.precision);
    switch (settings.logits) {
    case LossLogits::Whole:
        // The output, its 32-bit copy and the 32-bit gradient: 10 x vocabulary. Qwen-7B LoRA grows by 2.1 MB
        // per token, of which 1.5 are this (Qwen README, 256 to 8,192 tokens).
        return (valueBytes + (valueBytes < kFloat ? kFloat : 0) + kFloat) * model.vocabularySize;
    case LossLogits::Chunked: {
        // The output in the compute type, and one chunk of it in 32 bit with its gradient unless compiled code
        // converts in registers. Source: torchtune CEWithChunkedOutputLoss, num_output_chunks = 8.
        constexpr double kChunks = 8;
        const double chunk = settings.fusedKernels ? 0 : 2 * kFloat / kChunks;
        return (valueBytes + chunk) * model.vocabularySize;
    }
    case LossLogits::Fused:
        // Chunks as large as tokens x hidden, in 32 bit. Source: Liger-Kernel fused_linear_cross_entropy.py.
        return kFloat * model.hiddenSize;
    }
    return 0;
}

} // namespace rigwright
