// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/paint_parts.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace rigwright::ui {

namespace {

constexpr double kPadding = 6;

QString text(const char *source)
{
    return QCoreApplication::translate("Chassis", source);
}

/// Memory sticks as small upright bars.
void paintSticks(Brush &brush, const QRectF &area, int count)
{
    const double pitch = std::min(area.width() / count, 5.0);
    brush.painter.setPen(Qt::NoPen);
    brush.painter.setBrush(brush.colors.mutedText);
    for (int i = 0; i < count; ++i)
        brush.painter.drawRect(QRectF(area.left() + i * pitch, area.top(), pitch * 0.6, area.height()));
}

} // namespace

void paintSupply(QPainter &painter, const SupplyView &supply, const ChassisColors &colors, PaintState state)
{
    painter.save();
    Brush brush(painter, colors);
    const QRectF inner = supply.area.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const double title = brush.text.size(10, 10, inner.height() / 3);
    const double line = title * kLineHeight;
    QRectF row(inner.left(), inner.top(), inner.width(), line);
    if (supply.title.isEmpty()) {
        brush.freePlace(supply.area);
        brush.text.line(row, Qt::AlignLeft | Qt::AlignVCenter, text("PSU bay · free"), title * 0.9, colors.mutedText);
        painter.restore();
        return;
    }
    brush.body(supply.area, state);
    row.setLeft(row.left() + brush.sign(row, supply.severity, title));
    brush.text.line(row, Qt::AlignLeft | Qt::AlignVCenter, supply.title, title, colors.text, true);

    // The bar and the circuit stay at the bottom; load and feeds fill what is between.
    constexpr double barHeight = 7;
    const double small = title * 0.9;
    const double circuitTop = inner.bottom() - small * kLineHeight;
    const double barTop = circuitTop - barHeight - 3;
    if (barTop >= row.bottom()) {
        brush.text.lines(QRectF(inner.left(), row.bottom(), inner.width(), barTop - row.bottom() - 1),
                         QStringList{supply.load, supply.feeds}, small, colors.mutedText);
        brush.loadBar(QRectF(inner.left(), barTop, inner.width(), barHeight), supply.share);
        if (!supply.circuit.isEmpty())
            brush.text.line(QRectF(inner.left(), circuitTop, inner.width(), small * kLineHeight),
                            Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("→ %1").arg(supply.circuit), small,
                            colors.mutedText);
    }
    painter.restore();
}

void paintBlock(QPainter &painter, const BlockView &block, const ChassisColors &colors, PaintState state)
{
    painter.save();
    Brush brush(painter, colors);
    if (block.empty)
        brush.freePlace(block.area);
    else
        brush.body(block.area, state);
    const double padding = std::min(kPadding, block.area.height() * 0.12);
    const QRectF inner = block.area.adjusted(kPadding, padding, -kPadding, -padding);
    const double title = brush.text.size(9.5, 10, inner.height() / kLineHeight);
    const double small = title * 0.9;
    QRectF row(inner.left(), inner.top(), inner.width(), title * kLineHeight);
    row.setLeft(row.left() + brush.sign(row, block.severity, title));
    brush.text.line(row, Qt::AlignLeft | Qt::AlignVCenter, block.title, title,
                    block.empty ? colors.mutedText : colors.text, !block.empty);
    const QRectF rest(inner.left(), row.bottom(), inner.width(), inner.bottom() - row.bottom());
    brush.text.lines(rest, block.lines, small, colors.mutedText);
    const double used = double(block.lines.size()) * small * kLineHeight;
    constexpr double stickHeight = 8;
    if (block.modules > 0 && rest.height() - used >= stickHeight)
        paintSticks(brush, QRectF(rest.left(), rest.top() + used + 1.5, rest.width(), stickHeight - 2), block.modules);
    painter.restore();
}

void paintBridge(QPainter &painter, const BridgeView &bridge, const ChassisColors &colors, PaintState state)
{
    painter.save();
    Brush brush(painter, colors);
    if (state.dimmed)
        painter.setOpacity(painter.opacity() * 0.35);
    const double arm = 9;
    const QColor color = state.selected ? colors.accent : colors.bridge;
    painter.setPen(QPen(color, std::max(state.selected ? 3.0 : 2.0, 1.4 * brush.text.pixel()), Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QRectF area = bridge.area;
    painter.drawPolyline(QPolygonF({area.topLeft(), QPointF(area.left() + arm, area.top()),
                                    QPointF(area.left() + arm, area.bottom()), area.bottomLeft()}));
    const QRectF label = area.adjusted(arm + 4, 0, 0, 0);
    const double size = brush.text.size(8.5, 9, 13);
    QRectF row(label.left(), area.center().y() - size * kLineHeight, label.width(), size * kLineHeight);
    row.setLeft(row.left() + brush.sign(row, bridge.severity, size));
    if (brush.text.width(bridge.speed, size) <= label.width()) { // a cut figure would be a wrong one
        brush.text.line(row, Qt::AlignLeft | Qt::AlignVCenter, text("NVLink"), size, color, true);
        brush.text.line(QRectF(label.left(), area.center().y(), label.width(), size * kLineHeight),
                        Qt::AlignLeft | Qt::AlignVCenter, bridge.speed, size, color);
    }
    painter.restore();
}

} // namespace rigwright::ui
