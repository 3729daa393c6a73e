// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rigwright::ui {

/// What a user can set of a deployment's engine, beyond engine, placement, cache type and GPUs.
enum class EngineSettingId {
    FlashAttention,
    PhysicalBatch,
    BatchedTokens,
    MemoryShare,
    Graphs,
    FullWindowCache,
    SeparateSlots,
    ExpertStaging,
    LogitsRows,
    ImportanceMatrix,
    GpuLayers,
    HostExpertLayers,
    TensorSplit,
    TensorWays,
    PipelineWays,
    Replicas,
    ExpertParallel,
    ImageEncoder,
    ImageEncoderGpu,
    DraftModel,
    DraftQuant,
    DraftGpu,
};

/// @return what the engine calls the setting: its flag, option or variable; empty where it has no such setting
QString engineFlag(const QString &engineId, EngineSettingId setting);

} // namespace rigwright::ui
