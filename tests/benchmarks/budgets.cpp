// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/budgets.h"

#include <QString>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <string_view>

namespace rigwright::benchmarks {

namespace {

/// Prints as the console reporter does and keeps the figures for the budgets.
class Keeper : public benchmark::ConsoleReporter
{
public:
    Keeper() : ConsoleReporter(OO_Tabular) {}
    void ReportRuns(const std::vector<Run> &runs) override
    {
        ConsoleReporter::ReportRuns(runs);
        for (const Run &run : runs) {
            if (run.run_type == Run::RT_Aggregate && run.aggregate_name != "median")
                continue;
            std::map<std::string, double> &kept = figures[run.run_name.function_name];
            kept[""] = run.GetAdjustedCPUTime() / benchmark::GetTimeUnitMultiplier(run.time_unit) * 1e6;
            for (const auto &[name, counter] : run.counters)
                kept[name] = counter.value;
        }
    }
    std::map<std::string, std::map<std::string, double>> figures;
};

/// Whether the machine's speed is in the figure.
bool isTime(const Budget &budget)
{
    const std::string_view counter = budget.counter;
    return counter.empty() || counter.ends_with("_ms") || counter.ends_with("_per_s");
}

/// @return the factor that times may exceed their budgets by, at least 1
double slack()
{
    return std::max(1.0, qEnvironmentVariable("RIGWRIGHT_BUDGET_SLACK").toDouble());
}

bool holds(const Budget &budget, const Keeper &keeper)
{
    const auto row = keeper.figures.find(budget.benchmark);
    const std::string what = budget.benchmark + (budget.counter.empty() ? " (µs)" : " " + budget.counter);
    if (row == keeper.figures.end() || !row->second.count(budget.counter)) {
        std::printf("NOT RUN  %s\n", what.c_str());
        return false;
    }
    const double measured = row->second.at(budget.counter);
    const double share = budget.atLeast ? budget.limit / measured : measured / budget.limit; // 1 = just holds
    const double allowed = isTime(budget) ? slack() : 1.0;
    std::printf("%s  %s: %.4g, budget %s %.4g\n",
                share <= 1         ? "holds   "
                : share <= allowed ? "slack   "
                                   : "EXCEEDED",
                what.c_str(), measured, budget.atLeast ? ">=" : "<=", budget.limit);
    return share <= allowed;
}

} // namespace

int runWithBudgets(int argc, char **argv, const std::vector<Budget> &budgets)
{
    benchmark::Initialize(&argc, argv);
    Keeper keeper;
    benchmark::RunSpecifiedBenchmarks(&keeper);
    bool all = true;
    for (const Budget &budget : budgets)
        all = holds(budget, keeper) && all;
    return all ? 0 : 1;
}

} // namespace rigwright::benchmarks
