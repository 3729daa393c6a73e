// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"

namespace rigwright {

/// @return how a model is served when a user adds it without saying more: like the build's last
///         deployment where its engine and quantization serve this model too, else the quantization
///         most people run (Q4_K_M on llama.cpp), else any that the catalogue has for the model
Deployment starterDeployment(const LlmModel &model, const Build &build, const Catalog &catalog);

} // namespace rigwright
