// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speed/measured_match.h"

#include "core/speed/measurement_index.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr int kDepthTolerance = 128; // a run that generates 128-256 tokens moves its depth by as much
constexpr double kDepthShare = 0.05;
constexpr double kPromptShare = 0.25;  // prefill speed changes little within a quarter of the prompt length
constexpr double kRepeatSpread = 0.05; // one published figure repeats within 5 % on another machine

bool sameSplit(const QString &published, const MemoryPlan &plan)
{
    switch (plan.split) {
    case SplitMode::Single: return published.isEmpty() || published == QLatin1String("none");
    case SplitMode::Layer: return published == QLatin1String("layer");
    case SplitMode::Row: return published == QLatin1String("row");
    case SplitMode::Tensor:
        return published.size() >= 3 && published.startsWith(QLatin1String("TP"))
               && published.mid(2).toInt() == plan.tensorWays;
    case SplitMode::Pipeline:
        return published.startsWith(QLatin1String("PP")) && published.mid(2).toInt() == plan.pipelineWays;
    case SplitMode::CpuOnly:
    case SplitMode::Automatic: break;
    }
    return false;
}

using Values = QVarLengthArray<double, 32>;

std::optional<MeasuredSpeed> summary(Values &values, const QString &source)
{
    if (values.isEmpty())
        return std::nullopt;
    std::sort(values.begin(), values.end());
    MeasuredSpeed speed;
    speed.rows = int(values.size());
    speed.median =
        values.size() % 2 ? values[values.size() / 2] : (values[values.size() / 2 - 1] + values[values.size() / 2]) / 2;
    speed.low = std::min(values.first(), speed.median * (1 - kRepeatSpread));
    speed.high = std::max(values.last(), speed.median * (1 + kRepeatSpread));
    speed.source = source;
    return speed;
}

} // namespace

MeasuredMatch measuredMatch(const Machine &machine, const ResolvedDeployment &deployment, const MemoryPlan &plan,
                            const OperatingPoint &point, const Catalog &catalog)
{
    if (!point.useMeasurements || !catalog.measurementIndex || plan.devices.empty() || plan.replicas != 1
        || plan.hostLayers > 0 || plan.hostExpertLayers > 0)
        return {};
    const Device &device = machine.devices[plan.devices.front()];
    for (const std::size_t other : plan.devices)
        if (machine.devices[other].gpu != device.gpu || machine.devices[other].powerLimit != 1)
            return {};
    const QString &deviceId = device.gpu ? device.gpu->info.id : device.unified ? device.unified->info.id : device.name;
    const double kvBytes = kvBytesPerElement(deployment.settings.kvType);

    Values decode;
    Values prefill;
    QString decodeSource;
    QString prefillSource;
    for (const auto &entry :
         catalog.measurementIndex->candidates(deviceId, deployment.model->id, deployment.quant->id)) {
        const Measurement &row = *entry.row;
        const bool same = row.gpuId == deviceId && row.modelId == deployment.model->id
                          && row.quantId == deployment.quant->id && row.engineId == deployment.engine->id
                          && row.gpuCount == int(plan.devices.size()) && row.concurrency == 1
                          && sameSplit(row.splitMode, plan)
                          && (row.kvQuant.isEmpty() ? kvBytes == 2.0 : kvBytesPerElement(row.kvQuant) == kvBytes)
                          && std::abs(row.contextDepth - point.depth)
                                 <= kDepthTolerance + kDepthShare * std::max(row.contextDepth, point.depth);
        if (!same)
            continue;
        if (row.decodeTokensPerSecond > 0 && point.concurrency == 1) {
            decode.append(row.decodeTokensPerSecond);
            decodeSource = row.source;
        }
        if (row.prefillTokensPerSecond > 0
            && std::abs(row.promptTokens - point.promptTokens) <= kPromptShare * point.promptTokens) {
            prefill.append(row.prefillTokensPerSecond);
            prefillSource = row.source;
        }
    }
    return {summary(decode, decodeSource), summary(prefill, prefillSource)};
}

} // namespace rigwright
