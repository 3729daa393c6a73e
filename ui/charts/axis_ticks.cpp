// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axis_ticks.h"

#include "core/units/format.h"

#include <algorithm>
#include <cmath>

namespace rigwright::ui {

double niceStep(double top, int wanted)
{
    if (!(top > 0))
        return 1;
    const double raw = top / wanted;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * power >= raw * (1 - 1e-9))
            return factor * power;
    return 10 * power;
}

AxisTicks niceTicks(double top, int wanted, const std::function<QString(double)> &label)
{
    const double step = niceStep(top, wanted);
    AxisTicks axis;
    axis.grid = true;
    for (int i = 0;; ++i) {
        axis.ticks.emplace_back(i * step, label(i * step));
        axis.to = i * step;
        if (i > 0 && i * step >= top * (1 - 1e-9))
            return axis;
    }
}

AxisTicks contextTicks(double maximum)
{
    AxisTicks axis;
    for (int quarter = 0; quarter <= 4; ++quarter)
        axis.ticks.emplace_back(maximum * quarter / 4, shortTokens(maximum * quarter / 4));
    axis.to = maximum;
    return axis;
}

AxisTicks categoryTicks(const QStringList &labels)
{
    AxisTicks axis;
    for (int i = 0; i < labels.size(); ++i)
        axis.ticks.emplace_back(i, labels[i]);
    axis.from = -0.5; // bars stand at whole numbers
    axis.to = std::max(0.5, double(labels.size()) - 0.5);
    return axis;
}

QString shortTokens(double tokens)
{
    const auto withUnit = [](double value, QChar unit) {
        return format::number(value, value < 100 && value != std::floor(value) ? 1 : 0) + unit;
    };
    const double kilo = tokens / 1024;
    if (kilo >= 1024)
        return withUnit(kilo / 1024, QLatin1Char('M'));
    return kilo >= 1 ? withUnit(kilo, QLatin1Char('K')) : format::number(tokens);
}

} // namespace rigwright::ui
