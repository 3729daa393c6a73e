// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>
#include <utility>
#include <vector>

namespace rigwright::ui {

/// A tick of an axis and its label.
using Tick = std::pair<double, QString>;

/// What an axis shows.
struct AxisTicks
{
    std::vector<Tick> ticks;
    double from = 0;
    double to = 1;
    bool grid = false;
    friend bool operator==(const AxisTicks &, const AxisTicks &) = default;
};

/// @return 1, 2, 2.5 or 5 times a power of ten: the step that divides 0 to `top` in about `wanted` parts
double niceStep(double top, int wanted);

/// Ticks from 0 in nice steps to the first one at or above `top`, with a grid.
AxisTicks niceTicks(double top, int wanted, const std::function<QString(double)> &label);

/// Ticks at the quarters of a context length.
AxisTicks contextTicks(double maximum);

/// One label in the middle of each bar.
AxisTicks categoryTicks(const QStringList &labels);

/// A count of tokens in short: "15.5K", "128K", "1.0M"
QString shortTokens(double tokens);

} // namespace rigwright::ui
