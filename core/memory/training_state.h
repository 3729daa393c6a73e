// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/fine_tuning.h"

namespace rigwright {

/// Bytes kept of one trained parameter.
struct StateBytes
{
    double weights = 0;
    double gradients = 0;
    double optimizer = 0;
    double all() const { return weights + gradients + optimizer; }
};

/// Of a weight of the model. AdamW: 16 in 32 bit and with 32-bit master weights, 18 where a 16-bit
/// copy is kept beside 32-bit weights, 8 in pure 16 bit.
/// Sources: Hugging Face, "Model training anatomy" (6 + 4 + 8); EleutherAI, "Transformer Math 101"
/// and Rajbhandari et al., "ZeRO" (2 + 2 + 12); LLaMA-Factory README (8 for pure bf16).
StateBytes trainedBytes(TrainingPrecision precision, TrainingOptimizer optimizer);

/// Of a weight of an adapter. PEFT keeps adapters in 32 bit with no 16-bit copy.
/// Source: PEFT, autocast_adapter_dtype of get_peft_model().
StateBytes adapterBytes(TrainingPrecision precision, TrainingOptimizer optimizer);

/// What 8-bit optimizers keep of an embedding beyond trainedBytes(): its moments stay in 32 bit.
/// Source: bitsandbytes documentation, "8-bit optimizers" (embedding layers in 32 bit for stability);
/// transformers Trainer registers it. Llama 3.2 3B needs 17.6 GiB so, 15.5 without (torchtune README).
double embeddingOptimizerExtra(TrainingPrecision precision, TrainingOptimizer optimizer);

/// The share of each kind of state that one of n GPUs keeps.
struct StateShares
{
    double weights = 1;
    double gradients = 1;
    double optimizer = 1;
};

/// ZeRO-1 divides the optimizer state, ZeRO-2 the gradients as well, ZeRO-3 and FSDP everything.
/// Source: Rajbhandari et al., "ZeRO: Memory Optimizations Toward Training Trillion Parameter Models".
StateShares stateShares(Sharding sharding, int gpus);

/// Bytes per value of activations and of gathered weights.
double computeBytes(TrainingPrecision precision);

/// Bytes per weight that is kept unquantized, and per value of what runs from layer to layer, which has
/// the type of the embedding. Source: PyTorch, "Automatic Mixed Precision" (add promotes to 32 bit).
double residentBytes(TrainingPrecision precision);

} // namespace rigwright
