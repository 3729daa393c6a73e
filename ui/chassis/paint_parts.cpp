// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/paint_parts.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace rigwright::ui {

namespace {
constexpr double kRadius = 4;
// 80 PLUS supplies are quietest and NEC circuits are loaded up to here: the mark on load bars.
constexpr double kComfortableLoad = 0.8;
} // namespace

void Brush::box(const QRectF &area, const QColor &fill, const QColor &edge, double edgePixels)
{
    painter.setPen(QPen(edge, edgePixels * text.pixel()));
    painter.setBrush(fill);
    painter.drawRoundedRect(area, kRadius, kRadius);
}

void Brush::body(const QRectF &area, PaintState state)
{
    if (state.dimmed)
        painter.setOpacity(painter.opacity() * 0.35);
    const QColor edge = state.selected ? colors.accent : state.hovered ? colors.mutedText : colors.partEdge;
    box(area, colors.part, edge, state.selected ? 2.2 : 1);
}

void Brush::freePlace(const QRectF &area)
{
    QPen pen(colors.freeEdge, text.pixel());
    pen.setDashPattern({4, 4});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(area, kRadius, kRadius);
}

QColor Brush::fillColor(FillKind kind) const
{
    switch (kind) {
    case FillKind::Weights: return colors.weights;
    case FillKind::KvCache: return colors.kvCache;
    case FillKind::Compute: return colors.compute;
    case FillKind::Overhead: return colors.overhead;
    }
    return colors.overhead;
}

void Brush::memoryBar(const QRectF &area, const std::vector<FillSegment> &fill)
{
    painter.save();
    QPainterPath shape;
    shape.addRoundedRect(area, std::min(1.8, area.height() / 2), std::min(1.8, area.height() / 2));
    painter.setPen(Qt::NoPen);
    painter.fillPath(shape, colors.track);
    painter.setClipPath(shape, Qt::IntersectClip);
    double sum = 0;
    for (const FillSegment &segment : fill)
        sum += segment.share;
    const double full = std::max(sum, 1.0); // an overfull bar shows the whole need
    double x = area.left();
    int deployment = 0;
    for (const FillSegment &segment : fill) {
        const double width = area.width() * segment.share / full;
        painter.fillRect(QRectF(x, area.top(), width, area.height()), fillColor(segment.kind));
        if (segment.deployment != deployment) // a seam between two models
            painter.fillRect(QRectF(x, area.top(), text.pixel(), area.height()), colors.part);
        deployment = segment.deployment;
        x += width;
    }
    if (sum > 1) {
        const double end = area.left() + area.width() / full;
        painter.fillRect(QRectF(end, area.top(), area.right() - end, area.height()), colors.error);
        painter.fillRect(QRectF(end, area.top(), 1.5 * text.pixel(), area.height()), colors.part);
    }
    painter.restore();
}

void Brush::loadBar(const QRectF &area, double share)
{
    painter.save();
    const QColor color = share > 1 ? colors.error : share > kComfortableLoad ? colors.warning : colors.accent;
    QPainterPath shape;
    shape.addRoundedRect(area, std::min(1.8, area.height() / 2), std::min(1.8, area.height() / 2));
    painter.fillPath(shape, colors.track);
    painter.setClipPath(shape, Qt::IntersectClip);
    painter.fillRect(QRectF(area.left(), area.top(), area.width() * std::clamp(share, 0.0, 1.0), area.height()), color);
    painter.restore();
    const double mark = area.left() + area.width() * kComfortableLoad;
    painter.setPen(QPen(colors.text, 1.5 * text.pixel()));
    painter.drawLine(QLineF(mark, area.top() - 1, mark, area.bottom() + 1));
}

double Brush::sign(const QRectF &line, std::optional<Severity> severity, double size)
{
    if (!severity || *severity == Severity::Advice || size <= 0)
        return 0;
    const QColor color = *severity == Severity::Error ? colors.error : colors.warning;
    const double diameter = size;
    const QRectF disc(line.left(), line.center().y() - diameter / 2, diameter, diameter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(disc);
    text.line(disc, Qt::AlignCenter, QStringLiteral("!"), size * 0.8, colors.part, true);
    return diameter * 1.35;
}

} // namespace rigwright::ui
