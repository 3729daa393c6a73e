// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/launch/subject.h"

/// One function per engine: the commands that make it do what was planned. Each names the document
/// that its flags are from.
namespace rigwright::launch {

LaunchCommand llamaServer(const Subject &subject); ///< llama.cpp and ik_llama.cpp
LaunchCommand lmStudio(const Subject &subject);
LaunchCommand ollama(const Subject &subject);
LaunchCommand vllm(const Subject &subject);
LaunchCommand sglang(const Subject &subject);
LaunchCommand tensorRtLlm(const Subject &subject);
LaunchCommand mlx(const Subject &subject);
LaunchCommand tabbyApi(const Subject &subject); ///< ExLlamaV2 and ExLlamaV3

} // namespace rigwright::launch
