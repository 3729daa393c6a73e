// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/training_state.h"

namespace rigwright {

namespace {

constexpr double kFloat = 4;
constexpr double kHalf = 2;

double optimizerBytes(TrainingPrecision precision, TrainingOptimizer optimizer)
{
    switch (optimizer) {
    case TrainingOptimizer::AdamW:
        // Two moments in the type of the parameters that are updated (torch.optim.AdamW, zeros_like).
        return 2 * (precision == TrainingPrecision::Pure16Bit ? kHalf : kFloat);
    case TrainingOptimizer::AdamW8Bit:
        // Two moments of one byte and one 32-bit maximum per block of 256 (bitsandbytes, blockwise
        // quantization; Dettmers et al., "8-bit Optimizers via Block-wise Quantization").
        return 2 * (1 + kFloat / 256);
    case TrainingOptimizer::Adafactor:
        // "Slightly more than 4 bytes per parameter": Hugging Face, "Methods and tools for efficient
        // training on a single GPU".
        return kFloat;
    }
    return 0;
}

} // namespace

StateBytes trainedBytes(TrainingPrecision precision, TrainingOptimizer optimizer)
{
    const double moments = optimizerBytes(precision, optimizer);
    switch (precision) {
    case TrainingPrecision::Fp32: return {kFloat, kFloat, moments};
    case TrainingPrecision::MixedFp32Weights: return {kFloat + kHalf, kFloat, moments};
    case TrainingPrecision::Mixed16BitWeights: return {kHalf, kHalf, kFloat + moments};
    case TrainingPrecision::Pure16Bit: return {kHalf, kHalf, moments};
    }
    return {};
}

StateBytes adapterBytes(TrainingPrecision precision, TrainingOptimizer optimizer)
{
    return trainedBytes(precision == TrainingPrecision::MixedFp32Weights ? TrainingPrecision::Fp32 : precision,
                        optimizer);
}

double embeddingOptimizerExtra(TrainingPrecision precision, TrainingOptimizer optimizer)
{
    return optimizer == TrainingOptimizer::AdamW8Bit ? 2 * kFloat - optimizerBytes(precision, optimizer) : 0;
}

StateShares stateShares(Sharding sharding, int gpus)
{
    const double part = 1.0 / gpus;
    switch (sharding) {
    case Sharding::None: return {};
    case Sharding::Zero1: return {1, 1, part};
    case Sharding::Zero2: return {1, part, part};
    case Sharding::Zero3:
    case Sharding::Fsdp: return {part, part, part};
    }
    return {};
}

double computeBytes(TrainingPrecision precision)
{
    return precision == TrainingPrecision::Fp32 ? kFloat : kHalf;
}

double residentBytes(TrainingPrecision precision)
{
    const bool wide = precision == TrainingPrecision::Fp32 || precision == TrainingPrecision::MixedFp32Weights;
    return wide ? kFloat : kHalf;
}

} // namespace rigwright
