// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/estimate.h"
#include "core/memory/memory_plan.h"

#include <QFlags>

namespace rigwright {

enum class TuningMethod {
    Full,  ///< every weight is trained
    Lora,  ///< frozen base in the type of the weights, low-rank adapters
    QLora, ///< frozen base in a 4-bit format, low-rank adapters
};

/// What is kept of each trained parameter.
enum class TrainingPrecision {
    Fp32,
    MixedFp32Weights,  ///< 32-bit weights with a 16-bit copy (torch.autocast)
    Mixed16BitWeights, ///< 16-bit weights with a 32-bit master copy (DeepSpeed, Megatron)
    Pure16Bit,         ///< weights, gradients and moments in 16 bit
};

enum class TrainingOptimizer { AdamW, AdamW8Bit, Adafactor };

/// What the GPUs divide between them. DeepSpeed ZeRO stages; FSDP shards like ZeRO-3 and gathers
/// by units instead of by a number of parameters.
enum class Sharding { None, Zero1, Zero2, Zero3, Fsdp };

/// How the loss treats the vocabulary-sized output.
enum class LossLogits {
    Whole,   ///< all at once, in 32 bit (Transformers)
    Chunked, ///< 16-bit, converted chunk by chunk (torchtune CEWithChunkedOutputLoss)
    Fused,   ///< never stored: projected and reduced chunk by chunk (Liger, Unsloth)
};

/// The matrices that get an adapter.
enum class LoraTarget { Query = 1, Key = 2, Value = 4, Output = 8, Gate = 16, Up = 32, Down = 64 };
Q_DECLARE_FLAGS(LoraTargets, LoraTarget)
Q_DECLARE_OPERATORS_FOR_FLAGS(LoraTargets)
inline constexpr LoraTargets kAttentionTargets{LoraTarget::Query | LoraTarget::Key | LoraTarget::Value
                                               | LoraTarget::Output};
inline constexpr LoraTargets kAllLinear{kAttentionTargets | LoraTarget::Gate | LoraTarget::Up | LoraTarget::Down};

/// The settings of a training run.
struct FineTuning
{
    TuningMethod method = TuningMethod::QLora;
    TrainingPrecision precision = TrainingPrecision::Mixed16BitWeights;
    TrainingOptimizer optimizer = TrainingOptimizer::AdamW;
    bool pagedOptimizer = false; ///< optimizer state in system RAM until it is used (bitsandbytes)
    bool stepInBackward = false; ///< each gradient is applied and dropped at once (torchtune optimizer_in_bwd)
    int rank = 16;
    LoraTargets targets = kAllLinear;
    int sequence = 2048;             ///< tokens
    int microBatch = 1;              ///< sequences per GPU and step
    int accumulation = 1;            ///< micro-batches per optimizer step
    bool checkpointing = true;       ///< recompute each layer's activations in the backward pass
    bool offloadActivations = false; ///< checkpoints wait in system RAM
    bool flashAttention = true;
    bool fusedKernels = false; ///< torch.compile, Liger or Unsloth: norms and activations are recomputed
    LossLogits logits = LossLogits::Whole;
    Sharding sharding = Sharding::None;
    bool shardEmbeddings = false; ///< FSDP: embedding and head are units of their own
    bool offloadState = false;    ///< sharded weights, gradients and optimizer wait in system RAM
    friend bool operator==(const FineTuning &, const FineTuning &) = default;
};

struct FineTuningJob
{
    const LlmModel *model = nullptr;
    const Quantization *base = nullptr; ///< format of the frozen weights; QLoRA only
    FineTuning settings;
};

/// The moment of a step at which a GPU holds most.
enum class TrainingPeak {
    Loss,       ///< the forward pass is done: all stored activations and the logits
    LastLayer,  ///< the backward pass begins: stored activations and one layer's own
    FirstLayer, ///< the backward pass ends: all gradients and one layer's own activations
};

/// What one GPU holds at its peak. Every part says how it came about.
struct FineTuningPlan
{
    FitVerdict verdict = FitVerdict::Refused;
    QString refusal; ///< why no plan exists
    int gpus = 0;
    qint64 trainableParameters = 0;
    TrainingPeak peak = TrainingPeak::Loss;

    Estimate<Bytes> weights; ///< trained, or the frozen base
    Estimate<Bytes> adapters;
    Estimate<Bytes> gradients;
    Estimate<Bytes> optimizer;
    Estimate<Bytes> activations;
    Estimate<Bytes> logits;
    Estimate<Bytes> buffers;  ///< gathered shards, reduction buckets, dequantized matrices
    Estimate<Bytes> overhead; ///< driver context, links, what the allocator cannot use

    Bytes margin; ///< free on the smallest GPU; negative = missing
    Bytes host;   ///< system RAM for what is offloaded, all GPUs together

    /// What the framework allocates (torch.cuda.max_memory_allocated).
    Bytes allocated() const
    {
        return weights.value + adapters.value + gradients.value + optimizer.value + activations.value + logits.value
               + buffers.value;
    }
    Bytes total() const { return allocated() + overhead.value; } ///< as the driver reports it
    bool fits() const { return verdict == FitVerdict::Fits || verdict == FitVerdict::Tight; }
};

/// Plans data-parallel training on all devices of the machine, each with the same load.
FineTuningPlan planFineTuning(const Machine &machine, const FineTuningJob &job);

} // namespace rigwright
