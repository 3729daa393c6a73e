// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_series.h"

#include "core/report/words.h"
#include "core/units/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

QString one(double value)
{
    return format::number(value, 1);
}
QString whole(double value)
{
    return format::number(value, 0);
}

/// The states that every rig has; training is shown once there are fine-tuning jobs.
constexpr std::array kShownStates{PowerState::Idle, PowerState::Decode, PowerState::Prefill, PowerState::Sizing};

QString stateLabel(PowerState state)
{
    switch (state) {
    case PowerState::Idle: return Words::tr("Idle");
    case PowerState::Decode: return Words::tr("Decode");
    case PowerState::Prefill: return Words::tr("Prefill");
    case PowerState::Training: return Words::tr("Training");
    case PowerState::Sizing: return Words::tr("Full load");
    }
    return {};
}

/// What earlier deployments hold on each device: the room that a deployment finds.
std::vector<Bytes> occupiedBefore(const Evaluation &evaluation, std::size_t deployment)
{
    std::vector<Bytes> occupied;
    for (const DeviceResult &device : evaluation.devices) {
        Bytes bytes;
        for (std::size_t i = 0; i < deployment && i < device.byDeployment.size(); ++i)
            bytes += device.byDeployment[i].total();
        occupied.push_back(bytes);
    }
    return occupied;
}

} // namespace

QString toTabSeparated(const ChartTable &table)
{
    QStringList lines;
    for (const QStringList &row : table)
        lines << row.join(QLatin1Char('\t'));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

double MemorySeries::top() const
{
    double top = 0;
    for (const MemoryBar &bar : bars)
        top = std::max({top, bar.used(), bar.memory});
    return top;
}

MemorySeries memorySeries(const Evaluation &evaluation)
{
    MemorySeries series;
    for (const DeviceResult &device : evaluation.devices) {
        MemoryBar bar;
        bar.label = device.label;
        bar.name = device.name;
        bar.weights = toGiB(device.use.weights);
        bar.kvCache = toGiB(device.use.kvCache);
        bar.compute = toGiB(device.use.compute);
        bar.overhead = toGiB(device.use.overhead);
        bar.free = std::max(0.0, toGiB(device.free()));
        bar.memory = toGiB(device.memory);
        series.bars.push_back(bar);
    }
    return series;
}

QString summary(const MemorySeries &series)
{
    if (series.bars.empty())
        return Words::tr("No GPU in the build yet.");
    QStringList parts;
    for (const MemoryBar &bar : series.bars)
        parts << Words::tr("%1 %2 of %3 GiB").arg(bar.label, one(bar.used()), one(bar.memory));
    return Words::tr("Memory in use: %1.").arg(parts.join(QStringLiteral("; ")));
}

ChartTable table(const MemorySeries &series)
{
    ChartTable rows{{Words::tr("GPU"), Words::tr("Weights (GiB)"), Words::tr("KV cache (GiB)"),
                     Words::tr("Compute (GiB)"), Words::tr("Overhead (GiB)"), Words::tr("Free (GiB)"),
                     Words::tr("Memory (GiB)")}};
    for (const MemoryBar &bar : series.bars)
        rows.push_back({bar.label + QLatin1Char(' ') + bar.name, format::number(bar.weights, 2),
                        format::number(bar.kvCache, 2), format::number(bar.compute, 2), format::number(bar.overhead, 2),
                        format::number(bar.free, 2), format::number(bar.memory, 2)});
    return rows;
}

SpeedSeries speedSeries(const Evaluation &evaluation, const Catalog &catalog, std::size_t deployment)
{
    SpeedSeries series;
    if (deployment >= evaluation.deployments.size())
        return series;
    const DeploymentResult &result = evaluation.deployments[deployment];
    series.title = result.title;
    const std::optional<ResolvedDeployment> resolved = resolve(result.settings, catalog);
    if (!resolved || result.plan.verdict == FitVerdict::Refused)
        return series;
    series.curve = speedAgainstContext(evaluation.machine, *resolved, catalog, occupiedBefore(evaluation, deployment));
    series.known = !series.curve.x.empty();
    series.chosenContext = result.settings.contextTokens;
    series.chosenSpeed = result.speed.decode.value.base();
    series.chosenFits = result.plan.fits();
    return series;
}

QString summary(const SpeedSeries &series)
{
    if (!series.known)
        return Words::tr("No model to show: add one to the workload.");
    return Words::tr("%1: %2 tok/s with an empty context, %3 tok/s at %4; memory ends at %5.")
        .arg(series.title, format::twoDigits(series.curve.value.front()), format::twoDigits(series.chosenSpeed),
             format::tokens(series.chosenContext), format::tokens(series.curve.fitsUpTo));
}

ChartTable table(const SpeedSeries &series)
{
    ChartTable rows{{Words::tr("Context (tokens)"), Words::tr("Speed (tok/s)"), Words::tr("Low (tok/s)"),
                     Words::tr("High (tok/s)"), Words::tr("Fits")}};
    const SpeedCurve &curve = series.curve;
    for (std::size_t i = 0; i < curve.x.size(); ++i)
        rows.push_back({whole(curve.x[i]), format::number(curve.value[i], 2), format::number(curve.low[i], 2),
                        format::number(curve.high[i], 2),
                        curve.x[i] <= curve.fitsUpTo ? Words::tr("yes") : Words::tr("no")});
    return rows;
}

double PowerSeries::top() const
{
    double top = 0;
    for (const PowerBar &bar : states)
        top = std::max(top, bar.wall());
    for (const CircuitBar &bar : circuits)
        top = std::max({top, bar.rig + bar.other, bar.limit});
    return top;
}

PowerSeries powerSeries(const Evaluation &evaluation)
{
    PowerSeries series;
    for (const PowerState state : kShownStates) {
        const StatePower &power = evaluation.power.of(state);
        PowerBar bar;
        bar.label = stateLabel(state);
        bar.gpu = power.gpu.base();
        bar.rest = std::max(0.0, (power.dc.value - power.gpu).base());
        bar.loss = std::max(0.0, (power.wall.value - power.dc.value).base());
        series.states.push_back(bar);
    }
    for (const CircuitLoad &circuit : evaluation.power.circuits)
        series.circuits.push_back({Words::tr("Circuit %1").arg(circuit.index + 1), circuit.rig.base(),
                                   circuit.other.base(), circuit.limit.base()});
    return series;
}

QString summary(const PowerSeries &series)
{
    QStringList parts;
    for (const PowerBar &bar : series.states)
        parts << Words::tr("%1 %2 W").arg(bar.label, whole(bar.wall()));
    QString text = Words::tr("At the wall: %1.").arg(parts.join(QStringLiteral(", ")));
    for (const CircuitBar &bar : series.circuits)
        text += QLatin1Char(' ')
                + Words::tr("%1 carries %2 of %3 W.").arg(bar.label, whole(bar.rig + bar.other), whole(bar.limit));
    return text;
}

ChartTable table(const PowerSeries &series)
{
    ChartTable rows{{Words::tr("State or circuit"), Words::tr("GPUs (W)"), Words::tr("Rest (W)"),
                     Words::tr("Supply loss (W)"), Words::tr("Wall (W)"), Words::tr("Other loads (W)"),
                     Words::tr("Limit (W)")}};
    for (const PowerBar &bar : series.states)
        rows.push_back({bar.label, whole(bar.gpu), whole(bar.rest), whole(bar.loss), whole(bar.wall()), {}, {}});
    for (const CircuitBar &bar : series.circuits)
        rows.push_back({bar.label, {}, {}, {}, whole(bar.rig), whole(bar.other), whole(bar.limit)});
    return rows;
}

CostSeries costSeries(const Evaluation &evaluation, const Site &site)
{
    const CostResult &cost = evaluation.cost;
    CostSeries series;
    series.currency = site.currency;
    const double parts = cost.parts.value.base() * site.currencyPerUsd;
    const double perMonth = cost.energyCostPerMonth.value.base() * site.currencyPerUsd;
    for (int month = 0; month <= kCostMonths; ++month)
        series.build.push_back(parts + month * perMonth);
    if (cost.cloud.provider.isEmpty())
        return series;
    constexpr double kDaysPerMonth = 30; // as CostResult counts months
    const double rentPerMonth =
        cost.cloud.perHour.base() * site.currencyPerUsd * site.activeHoursPerDay * kDaysPerMonth;
    for (int month = 0; month <= kCostMonths; ++month)
        series.cloud.push_back(month * rentPerMonth);
    const QString gpus = evaluation.devices.size() > 1
                             ? Words::tr("%1 × %2").arg(evaluation.devices.size()).arg(cost.cloud.gpu)
                             : cost.cloud.gpu;
    series.cloudName =
        Words::tr("%1 at %2, %3/h")
            .arg(gpus, cost.cloud.provider, format::money(cost.cloud.perHour, site.currency, site.currencyPerUsd));
    series.breakEvenMonths = cost.cloud.breakEvenMonths;
    return series;
}

QString summary(const CostSeries &series)
{
    const auto money = [&](double amount) { return format::money(Money(amount), series.currency); };
    QString text = Words::tr("This build costs %1 now and %2 after %3 months with its energy.")
                       .arg(money(series.build.front()), money(series.build.back()))
                       .arg(kCostMonths);
    if (series.cloud.empty())
        return text + QLatin1Char(' ') + Words::tr("No cloud price of this GPU is known.");
    text += QLatin1Char(' ')
            + Words::tr("Rented: %1, %2 after %3 months.")
                  .arg(series.cloudName, money(series.cloud.back()))
                  .arg(kCostMonths);
    if (series.breakEvenMonths >= 0)
        return text + QLatin1Char(' ') + Words::tr("Break-even after %1 months.").arg(one(series.breakEvenMonths));
    return text + QLatin1Char(' ') + Words::tr("At this use the build never pays off against renting.");
}

ChartTable table(const CostSeries &series)
{
    ChartTable rows{{Words::tr("Month"), Words::tr("This build (%1)").arg(series.currency),
                     Words::tr("Cloud (%1)").arg(series.currency)}};
    for (std::size_t month = 0; month < series.build.size(); ++month)
        rows.push_back({whole(double(month)), format::number(series.build[month], 2),
                        month < series.cloud.size() ? format::number(series.cloud[month], 2) : QString()});
    return rows;
}

} // namespace rigwright::ui
