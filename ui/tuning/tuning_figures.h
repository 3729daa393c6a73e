// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/fine_tuning.h"
#include "ui/results/figures.h"
#include "ui/widgets/meter_bar.h"

namespace rigwright::ui {

/// A training run on a machine, with what is asked of it.
struct TuningResult
{
    FineTuningJob job;
    QString machine; ///< "4 × RTX 3090"
    FineTuningPlan plan;
    int longestSequence = 0;
    FineTuningPlan longest; ///< the plan with it, where there is one
    int largestMicroBatch = 0;
    FineTuningPlan largest; ///< the plan with it, where there is one
};

TuningResult tuningResult(const Machine &machine, const FineTuningJob &job);

struct TuningVerdict
{
    QString headline; ///< "Fits · 8.4 GiB free"
    QString subject;  ///< "Llama 3.1 8B · QLoRA, rank 16 · 2,048 tokens × 1 · 4 × RTX 3090"
    QString peak;
    Tone tone = Tone::Neutral;
};
TuningVerdict tuningVerdict(const TuningResult &result);

/// What one GPU holds at its peak, each part in its colour of the bar, and their sum.
std::vector<Figure> memoryFigures(const FineTuningPlan &plan);
/// The same as stretches of the bar, which ends at the memory of the GPU or at the sum where that is more.
struct MemoryStackView
{
    std::vector<BarSegment> segments;
    QStringList names;           ///< of the segments, with their sizes
    std::optional<double> limit; ///< where the memory ends
    QString title;               ///< "15.6 of 24.0 GiB"
};
MemoryStackView memoryStack(const FineTuningPlan &plan);

/// Longest sequence, largest micro-batch, tokens of a step, what is trained, system RAM.
std::vector<Figure> runFigures(const TuningResult &result);

} // namespace rigwright::ui
