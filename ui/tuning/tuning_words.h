// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/fine_tuning.h"

#include <utility>
#include <vector>

/// What the settings of a training run are called, and what they mean, in the order in which they are offered.
namespace rigwright::ui::tuning_words {

template <class Value>
struct Named
{
    Value value;
    QString label;
    QString tip;
};

std::vector<Named<TuningMethod>> methods();
std::vector<Named<TrainingPrecision>> precisions();
std::vector<Named<TrainingOptimizer>> optimizers();
std::vector<Named<LossLogits>> logits();
std::vector<Named<Sharding>> shardings();
std::vector<Named<LoraTarget>> targets();

/// "The peak is at the loss: all activations and the logits."
QString peakText(TrainingPeak peak);
/// "41.9 million", "8.03 billion"
QString countText(qint64 parameters);

} // namespace rigwright::ui::tuning_words
