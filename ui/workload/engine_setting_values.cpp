// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workload/engine_setting_values.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace rigwright::ui {

namespace {

using Id = EngineSettingId;

constexpr Id kSettings[] = {Id::FlashAttention, Id::PhysicalBatch,    Id::BatchedTokens, Id::MemoryShare,
                            Id::Graphs,         Id::FullWindowCache,  Id::SeparateSlots, Id::ExpertStaging,
                            Id::LogitsRows,     Id::ImportanceMatrix, Id::GpuLayers,     Id::TensorSplit,
                            Id::TensorWays,     Id::PipelineWays,     Id::Replicas,      Id::HostExpertLayers,
                            Id::ImageEncoder,   Id::ExpertParallel,   Id::DraftModel,    Id::ImageEncoderGpu,
                            Id::DraftQuant,     Id::DraftGpu};

bool isPlacement(Id setting)
{
    return setting == Id::TensorWays || setting == Id::PipelineWays;
}

QVariant unless(bool isDefault, const QVariant &value)
{
    return isDefault ? QVariant() : value;
}

/// Ways make a placement of their own where the present one has none.
void setWays(Parallelism &parallelism, int Parallelism::*ways, int count)
{
    parallelism.*ways = count;
    if (parallelism.tensorWays > 0)
        parallelism.split = SplitMode::Tensor;
    else if (parallelism.pipelineWays > 0)
        parallelism.split = SplitMode::Pipeline;
    else if (parallelism.split == SplitMode::Tensor || parallelism.split == SplitMode::Pipeline)
        parallelism.split = SplitMode::Automatic;
}

} // namespace

QVariant settingValue(const Deployment &deployment, EngineSettingId setting)
{
    const EngineSettings &engine = deployment.engineSettings;
    const Parallelism &placement = deployment.parallelism;
    const auto maybe = [](const auto &value) { return value ? QVariant(*value) : QVariant(); };
    switch (setting) {
    case Id::FlashAttention: return maybe(engine.flashAttention);
    case Id::PhysicalBatch: return unless(engine.physicalBatch == 0, engine.physicalBatch);
    case Id::BatchedTokens: return unless(engine.batchedTokens == 0, engine.batchedTokens);
    case Id::MemoryShare: return unless(engine.memoryShare == 0, int(std::lround(engine.memoryShare * 100)));
    case Id::Graphs: return unless(engine.graphs, false);
    case Id::FullWindowCache: return unless(!engine.fullWindowCache, true);
    case Id::SeparateSlots: return unless(!engine.separateSlots, true);
    case Id::ExpertStaging: return unless(engine.expertStaging, false);
    case Id::LogitsRows: return engine.logitsRows ? QVariant(int(*engine.logitsRows)) : QVariant();
    case Id::ImportanceMatrix: return unless(!engine.importanceMatrix, true);
    case Id::GpuLayers: return unless(placement.gpuLayers < 0, placement.gpuLayers);
    case Id::HostExpertLayers: return unless(placement.hostExpertLayers < 0, placement.hostExpertLayers);
    case Id::TensorSplit: return unless(placement.tensorSplit.empty(), sharesText(placement.tensorSplit));
    case Id::TensorWays: return unless(placement.tensorWays == 0, placement.tensorWays);
    case Id::PipelineWays: return unless(placement.pipelineWays == 0, placement.pipelineWays);
    case Id::Replicas: return unless(placement.replicas == 1, placement.replicas);
    case Id::ExpertParallel: return unless(!placement.expertParallel, true);
    case Id::ImageEncoder: return maybe(engine.imageEncoder);
    case Id::ImageEncoderGpu: return unless(!engine.imageEncoderGpu, engine.imageEncoderGpu.value);
    case Id::DraftModel: return unless(engine.draftModelId.isEmpty(), engine.draftModelId);
    case Id::DraftQuant: return unless(engine.draftQuantId.isEmpty(), engine.draftQuantId);
    case Id::DraftGpu: return unless(!engine.draftGpu, engine.draftGpu.value);
    }
    return {};
}

Deployment withSetting(Deployment deployment, EngineSettingId setting, const QVariant &value)
{
    EngineSettings &engine = deployment.engineSettings;
    Parallelism &placement = deployment.parallelism;
    const auto maybeBool = [&] { return value.isValid() ? std::optional(value.toBool()) : std::nullopt; };
    const auto number = [&](int standard) { return value.isValid() ? value.toInt() : standard; };
    switch (setting) {
    case Id::FlashAttention: engine.flashAttention = maybeBool(); break;
    case Id::PhysicalBatch: engine.physicalBatch = number(0); break;
    case Id::BatchedTokens: engine.batchedTokens = number(0); break;
    case Id::MemoryShare: engine.memoryShare = number(0) / 100.0; break;
    case Id::Graphs: engine.graphs = !value.isValid(); break;
    case Id::FullWindowCache: engine.fullWindowCache = value.isValid(); break;
    case Id::SeparateSlots: engine.separateSlots = value.isValid(); break;
    case Id::ExpertStaging: engine.expertStaging = !value.isValid(); break;
    case Id::LogitsRows:
        engine.logitsRows = value.isValid() ? std::optional(LogitsRows(value.toInt())) : std::nullopt;
        break;
    case Id::ImportanceMatrix: engine.importanceMatrix = value.isValid(); break;
    case Id::GpuLayers: placement.gpuLayers = number(-1); break;
    case Id::HostExpertLayers: placement.hostExpertLayers = number(-1); break;
    case Id::TensorSplit:
        placement.tensorSplit = parseShares(value.toString(), 0).value_or(std::vector<double>());
        break;
    case Id::TensorWays: setWays(placement, &Parallelism::tensorWays, number(0)); break;
    case Id::PipelineWays: setWays(placement, &Parallelism::pipelineWays, number(0)); break;
    case Id::Replicas: placement.replicas = number(1); break;
    case Id::ExpertParallel: placement.expertParallel = value.isValid(); break;
    case Id::ImageEncoder: engine.imageEncoder = maybeBool(); break;
    case Id::ImageEncoderGpu: engine.imageEncoderGpu = ItemId{number(0)}; break;
    case Id::DraftModel:
        engine.draftModelId = value.toString();
        engine.draftQuantId.clear(); // another model may not have it
        if (engine.draftModelId.isEmpty())
            engine.draftGpu = {};
        break;
    case Id::DraftQuant: engine.draftQuantId = value.toString(); break;
    case Id::DraftGpu: engine.draftGpu = ItemId{number(0)}; break;
    }
    return deployment;
}

std::vector<EngineSettingId> ownSettings(const Deployment &deployment)
{
    std::vector<EngineSettingId> own;
    std::ranges::copy_if(kSettings, std::back_inserter(own), [&](Id setting) {
        return !isPlacement(setting) && settingValue(deployment, setting).isValid();
    });
    return own;
}

Deployment withDefaults(Deployment deployment)
{
    for (const Id setting : kSettings)
        deployment = withSetting(std::move(deployment), setting, {});
    return deployment;
}

Deployment withSettingsOf(Deployment deployment, const QString &engineId)
{
    for (const Id setting : ownSettings(deployment))
        if (engineFlag(engineId, setting).isEmpty())
            deployment = withSetting(std::move(deployment), setting, {});
    return deployment;
}

std::optional<std::vector<double>> parseShares(const QString &text, int count)
{
    constexpr double kLargestShare = 1e6;
    static const QRegularExpression separator(QStringLiteral("[,;:/\\s]+"));
    std::vector<double> shares;
    for (const QString &word : text.split(separator, Qt::SkipEmptyParts)) {
        bool ok = false;
        const double share = QLocale::c().toDouble(word, &ok);
        if (!ok || !(share >= 0 && share <= kLargestShare))
            return std::nullopt;
        shares.push_back(share);
    }
    const bool some = std::ranges::any_of(shares, [](double share) { return share > 0; });
    if (!some || (count > 0 && int(shares.size()) != count))
        return std::nullopt;
    return shares;
}

QString sharesText(const std::vector<double> &shares)
{
    QStringList words;
    for (const double share : shares)
        words << QLocale::c().toString(share, 'g', 6);
    return words.join(QStringLiteral(", "));
}

} // namespace rigwright::ui
