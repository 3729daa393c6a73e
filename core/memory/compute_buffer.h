// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/model.h"
#include "core/memory/engine_style.h"

namespace rigwright {

/// Scratch memory of a deployment, bytes per device.
struct ComputeBuffers
{
    double withHead = 0; ///< on the device that owns the output head
    double without = 0;  ///< on every other device
    double host = 0;
};

/// What decides the size of the scratch buffers.
struct ComputeNeed
{
    qint64 contextCells = 0; ///< over all slots
    int sequences = 1;
    int stages = 1;             ///< devices or groups that share the layers
    int batch = 512;            ///< tokens of one step
    double cacheLayerBytes = 0; ///< per token and layer of the cache at 16 bit, where it has to be dequantized; else 0
    double stagedTensor = 0;    ///< largest expert tensor that comes from RAM for prompts; 0 = none
    LogitsRows logitsRows = LogitsRows::WholeBatch;
    bool flashAttention = true;
    bool graphs = true;
};

/// @return what an engine allocates to compute in, by its style; docs/memory.md gives the formulas
ComputeBuffers computeBuffers(const LlmModel &model, const EngineStyle &style, const ComputeNeed &need);

} // namespace rigwright
