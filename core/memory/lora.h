// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/fine_tuning.h"

namespace rigwright {

/// Trained parameters of low-rank adapters: an m x n matrix gets two of m x rank and rank x n, so
///     parameters = rank * sum over targets (m + n)
/// Every routed expert gets adapters of its own. Layers of linear attention are counted as if
/// they had the projections of the attention layers.
/// Source: Hu et al., "LoRA: Low-Rank Adaptation of Large Language Models", section 4.1.
qint64 loraParameters(const LlmModel &model, LoraTargets targets, int rank);

/// Adapters that one token passes through in a layer.
int loraTargetsPerToken(const LlmModel &model, LoraTargets targets);

/// Average width of the shared experts of a mixture layer, all together.
double sharedExpertWidth(const LlmModel &model);

/// Layers with a dense feed-forward part.
int denseLayerCount(const LlmModel &model);

} // namespace rigwright
