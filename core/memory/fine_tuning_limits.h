// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/fine_tuning.h"

namespace rigwright {

inline constexpr int kSequenceStep = 64;        ///< tokens: kernels work on such tiles
inline constexpr int kLongestSequence = 131072; ///< where the model does not state a longest context
inline constexpr int kLargestMicroBatch = 1024; ///< more is spread over steps

/// The longest sequence that fits with everything else as the job says.
/// @return a multiple of kSequenceStep up to the model's longest context; 0 = none
int longestSequence(const Machine &machine, FineTuningJob job);

/// The most sequences per GPU and step that fit with everything else as the job says; 0 = none.
int largestMicroBatch(const Machine &machine, FineTuningJob job);

} // namespace rigwright
