// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/comparison.h"

#include <QPointF>
#include <QString>

#include <vector>

/// What the charts of the comparison draw: finished points.
namespace rigwright::ui {

struct PlotLine
{
    Side side = Side::A;
    std::vector<QPointF> points;
    QString endNote; ///< "B runs out at 18K"
};

struct RadarAxis
{
    QString name;
    double a = 0; ///< share of the better side: 1 = the better one
    double b = 0;
};

/// Decode speed of the first deployment against context, as far as it fits.
std::vector<PlotLine> speedLines(const Comparison &comparison, const Catalog &catalog);
/// Money spent after 0 to 36 months, in the site's currency.
std::vector<PlotLine> costLines(const Comparison &comparison);
/// Speed, memory, quiet, efficient, cheap; without the axes that one side has no figure for.
std::vector<RadarAxis> radarAxes(const Comparison &comparison);

} // namespace rigwright::ui
