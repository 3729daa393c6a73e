// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string>
#include <vector>

namespace rigwright::benchmarks {

/// What a benchmark may cost: the median of its repetitions, or one of its counters.
struct Budget
{
    std::string benchmark; ///< as registered
    std::string counter;   ///< empty = processor time in microseconds
    double limit = 0;
    bool atLeast = false; ///< the limit is a floor, not a ceiling
};

/// Runs the registered benchmarks and prints a line per budget. On a shared or slow machine the
/// environment may allow times and rates a factor (RIGWRIGHT_BUDGET_SLACK=3); ratios and bytes stay.
/// @return 0 where all hold, 1 where one does not or its benchmark did not run
int runWithBudgets(int argc, char **argv, const std::vector<Budget> &budgets);

} // namespace rigwright::benchmarks
