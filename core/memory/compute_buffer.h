// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/machine.h"
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
    int ways = 1;   ///< devices that share each layer
    int stages = 1; ///< devices or groups that share the layers
    bool quantizedCache = false;
};

ComputeBuffers computeBuffers(const LlmModel &model, const EngineStyle &style, const ComputeNeed &need);

/// Bytes that the driver and libraries take on a device before anything is loaded.
double runtimeContextBytes(const Device &device);

/// What an engine takes per device on top when it splits a model over several.
double splitOverheadBytes(const EngineStyle &style);

} // namespace rigwright
