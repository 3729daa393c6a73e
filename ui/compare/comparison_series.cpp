// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparison_series.h"

#include "core/units/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CompareCharts", text);
}

constexpr int kMonths = 36;

PlotLine speedLine(Side side, const Evaluation &evaluation, const Catalog &catalog)
{
    PlotLine line{side, {}, {}};
    const QString name = side == Side::A ? QStringLiteral("A") : QStringLiteral("B");
    const auto resolved = resolve(evaluation.deployments.front().settings, catalog);
    if (!resolved || evaluation.deployments.front().plan.verdict == FitVerdict::Refused) {
        line.endNote = tr("%1 does not run").arg(name);
        return line;
    }
    const SpeedCurve curve = speedAgainstContext(evaluation.machine, *resolved, catalog);
    for (std::size_t i = 0; i < curve.x.size() && curve.x[i] <= curve.fitsUpTo; ++i)
        line.points.push_back({curve.x[i], curve.value[i]});
    if (line.points.empty())
        line.endNote = tr("%1 does not fit").arg(name);
    else if (!curve.x.empty() && curve.fitsUpTo < curve.x.back())
        line.endNote = tr("%1 runs out at %2").arg(name, format::tokens(curve.fitsUpTo));
    return line;
}

double totalSpeed(const Evaluation &evaluation)
{
    if (evaluation.deployments.empty() || !evaluation.deployments.front().plan.fits())
        return 0;
    return evaluation.deployments.front().speed.total.value.base();
}

double totalMemory(const Evaluation &evaluation)
{
    Bytes sum;
    for (const DeviceResult &device : evaluation.devices)
        sum += device.memory;
    return double(sum.base());
}

/// Adds an axis where both sides have a figure; `lowIsGood` turns it around.
void addAxis(std::vector<RadarAxis> &axes, const QString &name, double a, double b, bool lowIsGood)
{
    if (lowIsGood) {
        if (a <= 0 || b <= 0)
            return;
        a = 1 / a;
        b = 1 / b;
    }
    const double best = std::max(a, b);
    if (best > 0)
        axes.push_back({name, a / best, b / best});
}

} // namespace

std::vector<PlotLine> speedLines(const Comparison &comparison, const Catalog &catalog)
{
    if (comparison.a.deployments.empty() || comparison.b.deployments.empty())
        return {};
    return {speedLine(Side::A, comparison.a, catalog), speedLine(Side::B, comparison.b, catalog)};
}

std::vector<PlotLine> costLines(const Comparison &comparison)
{
    const double perUsd = comparison.buildA.site.currencyPerUsd;
    const auto line = [&](Side side, const CostResult &cost) {
        PlotLine result{side, {}, {}};
        for (int month = 0; month <= kMonths; ++month)
            result.points.push_back(
                {double(month), (cost.parts.value + cost.energyCostPerMonth.value * month).base() * perUsd});
        return result;
    };
    return {line(Side::A, comparison.a.cost), line(Side::B, comparison.b.cost)};
}

std::vector<RadarAxis> radarAxes(const Comparison &comparison)
{
    const Evaluation &a = comparison.a;
    const Evaluation &b = comparison.b;
    const auto perWatt = [](const Evaluation &evaluation) {
        const double watts = evaluation.power.active.value.base();
        return watts > 0 ? totalSpeed(evaluation) / watts : 0;
    };
    std::vector<RadarAxis> axes;
    addAxis(axes, tr("speed"), totalSpeed(a), totalSpeed(b), false);
    addAxis(axes, tr("memory"), totalMemory(a), totalMemory(b), false);
    addAxis(axes, tr("quiet"), a.power.noise.value.base(), b.power.noise.value.base(), true);
    addAxis(axes, tr("efficient"), perWatt(a), perWatt(b), false);
    addAxis(axes, tr("cheap"), a.cost.parts.value.base(), b.cost.parts.value.base(), true);
    return axes;
}

} // namespace rigwright::ui
