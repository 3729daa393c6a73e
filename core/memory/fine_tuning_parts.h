// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/fine_tuning.h"
#include "core/memory/training_state.h"

namespace rigwright {

/// The numbers of a job that its parts share. Parameters are counts, of all GPUs together.
struct TrainingSizes
{
    const FineTuningJob *job = nullptr;
    int gpus = 1;
    int layers = 1;
    double parameters = 0;
    double quantized = 0; ///< stored in the base's 4-bit format
    double trainable = 0;
    double embedding = 0;
    double head = 0;   ///< 0 where tied: the embedding is the head
    double tokens = 0; ///< per GPU and micro-batch
    bool full = false;
    StateBytes state;          ///< of a trained parameter
    double embeddingExtra = 0; ///< optimizer bytes of an embedding's parameter on top
    StateShares shares;
    double optimizerBytes() const { return trainable * state.optimizer + (full ? embedding * embeddingExtra : 0); }
    double headGradient() const { return full ? (head > 0 ? head : embedding) : 0; }
};

TrainingSizes trainingSizes(const FineTuningJob &job, int gpus);

Estimate<Bytes> weightsPart(const TrainingSizes &sizes);
Estimate<Bytes> adaptersPart(const TrainingSizes &sizes);
Estimate<Bytes> optimizerPart(const TrainingSizes &sizes);
Estimate<Bytes> gradientsPart(const TrainingSizes &sizes, TrainingPeak peak);
Estimate<Bytes> activationsPart(const TrainingSizes &sizes, TrainingPeak peak);
Estimate<Bytes> logitsPart(const TrainingSizes &sizes, TrainingPeak peak);
Estimate<Bytes> buffersPart(const TrainingSizes &sizes);
Estimate<Bytes> overheadPart(const TrainingSizes &sizes, const Device &device, Bytes allocated);

/// Bytes in system RAM, all GPUs together.
double hostBytes(const TrainingSizes &sizes);

} // namespace rigwright
