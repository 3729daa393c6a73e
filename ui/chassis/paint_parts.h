// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chassis/chassis_painter.h"
#include "ui/chassis/millimetre_text.h"

namespace rigwright::ui {

/// What the pieces of the chassis picture are drawn with.
struct Brush
{
    Brush(QPainter &paintWith, const ChassisColors &with) : painter(paintWith), colors(with), text(paintWith) {}

    void box(const QRectF &area, const QColor &fill, const QColor &edge, double edgePixels = 1);
    /// A part's body: selected and hovered parts have a marked edge.
    void body(const QRectF &area, PaintState state);
    void freePlace(const QRectF &area);
    /// Segments one after the other; what passes 1 is drawn in the colour of errors.
    void memoryBar(const QRectF &area, const std::vector<FillSegment> &fill);
    /// A load with the 80 % mark.
    void loadBar(const QRectF &area, double share);
    /// A sign for a warning or an error. @return the width it took
    double sign(const QRectF &line, std::optional<Severity> severity, double size);
    QColor fillColor(FillKind kind) const;

    QPainter &painter;
    const ChassisColors &colors;
    MillimetreText text;
};

} // namespace rigwright::ui
