// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speed/speed.h"

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kCurvePoints = 33;
constexpr int kMostRequestsDrawn = 256;

void append(SpeedCurve &curve, double x, const Estimate<TokensPerSecond> &speed)
{
    curve.x.push_back(x);
    curve.value.push_back(speed.value.base());
    curve.low.push_back(speed.low.base());
    curve.high.push_back(speed.high.base());
}

} // namespace

SpeedCurve speedAgainstContext(const Machine &machine, const ResolvedDeployment &deployment, const Catalog &catalog,
                               const std::vector<Bytes> &occupied)
{
    SpeedCurve curve;
    const MemoryPlan plan = planMemory(machine, deployment, occupied);
    if (plan.verdict == FitVerdict::Refused)
        return curve;
    OperatingPoint point;
    point.concurrency = deployment.settings.concurrency;
    point.promptTokens = deployment.settings.promptTokens;
    point.useMeasurements = false; // a curve of the model alone has no steps
    const int maximum = std::max(deployment.model->maxContext, deployment.settings.contextTokens);
    const SpeedPredictor speed(machine, deployment, plan, catalog);
    for (int i = 0; i < kCurvePoints; ++i) {
        point.depth = int(qint64(maximum) * i / (kCurvePoints - 1));
        append(curve, point.depth, speed.at(point).decode);
    }
    curve.fitsUpTo = longestContext(machine, deployment, occupied);
    return curve;
}

SpeedCurve throughputAgainstRequests(const Machine &machine, const ResolvedDeployment &deployment,
                                     const Catalog &catalog, const std::vector<Bytes> &occupied)
{
    SpeedCurve curve;
    const MemoryPlan plan = planMemory(machine, deployment, occupied);
    if (plan.verdict == FitVerdict::Refused)
        return curve;
    OperatingPoint point;
    point.depth = deployment.settings.contextTokens;
    point.promptTokens = deployment.settings.promptTokens;
    point.useMeasurements = false;
    const SpeedPredictor speed(machine, deployment, plan, catalog);
    for (int requests = 1; requests <= kMostRequestsDrawn; requests = requests < 8 ? requests + 1 : requests * 5 / 4) {
        point.concurrency = requests;
        append(curve, requests, speed.at(point).total);
    }
    curve.fitsUpTo = mostRequests(machine, deployment, occupied);
    return curve;
}

} // namespace rigwright
