// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/fine_tuning_limits.h"

namespace rigwright {

namespace {

/// @param fits true up to a point, false from there on
/// @return the largest value in [1, highest] that fits, or 0
template <class Fits>
int largest(int highest, Fits fits)
{
    int low = 0;
    int high = highest + 1; // the smallest that is known not to fit, or not asked for
    while (high - low > 1) {
        const int middle = low + (high - low) / 2;
        (fits(middle) ? low : high) = middle;
    }
    return low;
}

} // namespace

int longestSequence(const Machine &machine, FineTuningJob job)
{
    const int longest = job.model->maxContext > 0 ? job.model->maxContext : kLongestSequence;
    return kSequenceStep * largest(longest / kSequenceStep, [&](int steps) {
               job.settings.sequence = steps * kSequenceStep;
               return planFineTuning(machine, job).fits();
           });
}

int largestMicroBatch(const Machine &machine, FineTuningJob job)
{
    return largest(kLargestMicroBatch, [&](int sequences) {
        job.settings.microBatch = sequences;
        return planFineTuning(machine, job).fits();
    });
}

} // namespace rigwright
