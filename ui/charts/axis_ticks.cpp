// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axis_ticks.h"

#include "core/units/format.h"

#include <QCategoryAxis>

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

std::vector<Tick> niceTicks(double top, int wanted, const std::function<QString(double)> &label)
{
    const double step = niceStep(top, wanted);
    std::vector<Tick> ticks;
    for (int i = 0;; ++i) {
        ticks.emplace_back(i * step, label(i * step));
        if (i > 0 && i * step >= top * (1 - 1e-9))
            return ticks;
    }
}

std::vector<Tick> contextTicks(double maximum)
{
    std::vector<Tick> ticks;
    for (int quarter = 0; quarter <= 4; ++quarter) {
        const double tokens = maximum * quarter / 4;
        const double kilo = tokens / 1024;
        ticks.emplace_back(tokens, kilo >= 1024 ? format::number(kilo / 1024, kilo < 10240 ? 1 : 0) + QLatin1Char('M')
                                   : kilo > 0   ? format::number(kilo, kilo < 10 ? 1 : 0) + QLatin1Char('K')
                                                : QStringLiteral("0"));
    }
    return ticks;
}

void setTicks(QCategoryAxis *axis, const std::vector<Tick> &ticks)
{
    QStringList labels;
    for (const Tick &tick : ticks)
        labels << tick.second;
    if (axis->categoriesLabels() == labels && axis->min() == ticks.front().first && axis->max() == ticks.back().first)
        return;
    for (const QString &label : axis->categoriesLabels())
        axis->remove(label);
    axis->setStartValue(ticks.front().first);
    axis->setRange(ticks.front().first, ticks.back().first);
    for (const Tick &tick : ticks)
        axis->append(tick.second, tick.first);
}

} // namespace rigwright::ui
