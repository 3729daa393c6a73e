// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/budgets.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>

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

bool holds(const Budget &budget, const Keeper &keeper)
{
    const auto row = keeper.figures.find(budget.benchmark);
    const std::string what = budget.benchmark + (budget.counter.empty() ? " (µs)" : " " + budget.counter);
    if (row == keeper.figures.end() || !row->second.count(budget.counter)) {
        std::printf("NOT RUN  %s\n", what.c_str());
        return false;
    }
    const double measured = row->second.at(budget.counter);
    const bool ok = budget.atLeast ? measured >= budget.limit : measured <= budget.limit;
    std::printf("%s  %s: %.4g, budget %s %.4g\n", ok ? "holds   " : "EXCEEDED", what.c_str(), measured,
                budget.atLeast ? ">=" : "<=", budget.limit);
    return ok;
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
