// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/machine.h"
#include "core/memory/engine_style.h"

namespace rigwright {

/// @return bytes that the driver takes on a device for any program
double driverContextBytes(const Device &device);
/// @return bytes that the driver and libraries take on a device beside every buffer that an engine logs
/// @param shared  whether several devices work on the model: communication buffers count then
double runtimeContextBytes(const Device &device, const EngineStyle &style, bool shared);

/// @return bytes that an engine takes per further device when it splits a model by layers
double layerSplitBytes(const EngineStyle &style);
/// @return bytes that it takes on each device when every layer is on all of them
double tensorSplitBytes(const EngineStyle &style);

} // namespace rigwright
