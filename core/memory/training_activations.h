// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/fine_tuning.h"

namespace rigwright {

/// Bytes that the backward pass needs of one layer per token, averaged over the layers.
///
/// In values of the compute type: queries, keys, values and the attention's result; the inputs of
/// every matrix; gate, up, the activation and their product. Without flash attention the scores
/// add 5 * heads * sequence bytes. For a GPT layer (feed-forward of 4 x hidden, two matrices) this is
/// the 34 * hidden of the source less the 2 * hidden of its two dropout masks, which today's models do
/// not have.
/// Source: Korthikanti et al., "Reducing Activation Recomputation in Large Transformer Models",
/// section 4.1, equations 1 and 2.
double layerActivationBytes(const LlmModel &model, const FineTuning &settings);

/// Bytes of a checkpoint (the layer's input) per token: 2 * hidden in 16 bit. Same source, section 4.2.
double checkpointBytes(const LlmModel &model, const FineTuning &settings);

/// Bytes of the output and its gradient per token, over the whole vocabulary.
double logitBytes(const LlmModel &model, const FineTuning &settings);

} // namespace rigwright
