// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <utility>
#include <vector>

class QCategoryAxis;

namespace rigwright::ui {

/// A tick of an axis and its label.
using Tick = std::pair<double, QString>;

/// @return 1, 2, 2.5 or 5 times a power of ten: the step that divides 0 to `top` in about `wanted` parts
double niceStep(double top, int wanted);

/// Ticks from 0 in nice steps to the first one at or above `top`.
std::vector<Tick> niceTicks(double top, int wanted, const std::function<QString(double)> &label);

/// Ticks at the quarters of a context length, in K or M tokens.
std::vector<Tick> contextTicks(double maximum);

/// Puts ticks on an axis and its range around them; does nothing where they are already there.
void setTicks(QCategoryAxis *axis, const std::vector<Tick> &ticks);

} // namespace rigwright::ui
