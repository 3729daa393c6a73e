// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/paint_placement.h"

#include "ui/chassis/paint_parts.h"
#include "ui/chassis/placement_session.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace rigwright::ui {

namespace {

constexpr double kRadius = 4;
constexpr double kPadding = 7;

QString text(const char *source)
{
    return QCoreApplication::translate("Chassis", source);
}

QColor withAlpha(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

void paintOpenPlace(Brush &brush, const DropTarget &target)
{
    const QColor edge = target.reason.isEmpty() ? brush.colors.good : brush.colors.warning;
    const QColor fill = target.reason.isEmpty() ? brush.colors.goodSoft : brush.colors.warningSoft;
    brush.painter.setPen(QPen(edge, 1.2 * brush.text.pixel()));
    brush.painter.setBrush(withAlpha(fill, target.vacant ? 150 : 90));
    brush.painter.drawRoundedRect(target.hit, kRadius, kRadius);
    if (!target.vacant || target.label.isEmpty())
        return;
    // The lit place covers its own label: written again on top.
    const double size = brush.text.size(8.5, 9, target.hit.height() / 1.3);
    const double height = std::min(target.hit.height(), 20.0);
    brush.text.line(QRectF(target.hit.left() + kPadding, target.hit.top(), target.hit.width() - 2 * kPadding, height),
                    Qt::AlignLeft | Qt::AlignVCenter, target.label, size, brush.colors.text);
}

/// The reason stands at the right end of the place, after its label.
void paintRefusedPlace(Brush &brush, const DropTarget &target)
{
    if (!target.vacant || target.reason.isEmpty())
        return;
    const double height = std::min(target.hit.height(), 20.0);
    const double size = brush.text.size(8.5, 9, height / 1.3);
    const double taken = brush.text.width(target.label, size) + 2 * kPadding;
    const QRectF row(target.hit.left() + taken, target.hit.bottom() - height, target.hit.width() - taken - kPadding,
                     height);
    brush.text.line(row, Qt::AlignRight | Qt::AlignVCenter, target.reason, size, brush.colors.error);
}

void paintGhost(Brush &brush, const PlacementSession &session, const DropTarget &target)
{
    const bool fine = target.allowed && target.reason.isEmpty();
    const QColor edge = fine ? brush.colors.good : target.allowed ? brush.colors.warning : brush.colors.error;
    const QColor fill = fine             ? brush.colors.goodSoft
                        : target.allowed ? brush.colors.warningSoft
                                         : brush.colors.errorSoft;
    QPen pen(edge, 2 * brush.text.pixel());
    pen.setDashPattern({4, 3});
    brush.painter.setPen(pen);
    brush.painter.setBrush(withAlpha(fill, target.allowed ? 255 : 240));
    brush.painter.drawRoundedRect(target.ghost, kRadius, kRadius);

    const QRectF inner = target.ghost.adjusted(kPadding, 2, -kPadding, -2);
    const double size = brush.text.size(10, 10.5, std::min(inner.height() / 1.35, 30.0));
    const double line = size * kLineHeight;
    QString title = target.allowed ? text("Drop %1 here").arg(session.name()) : target.reason;
    if (target.allowed && !target.label.isEmpty())
        title += QStringLiteral(" · ") + target.label;
    const bool twoLines = inner.height() >= 2.1 * line && !session.delta.isEmpty();
    const double deltaWidth = session.delta.isEmpty() ? 0 : brush.text.width(session.delta, size * 0.95) + size;
    const double top = inner.center().y() - (twoLines ? line : line / 2);
    const QRectF first(inner.left(), top, inner.width(), line);
    brush.text.line(twoLines ? first : first.adjusted(0, 0, -deltaWidth, 0), Qt::AlignLeft | Qt::AlignVCenter, title,
                    size, edge, true);
    const QRectF second = twoLines ? first.translated(0, line) : first;
    brush.text.line(second, (twoLines ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, session.delta, size * 0.95,
                    brush.colors.text);
}

} // namespace

void paintPlacement(QPainter &painter, const PlacementSession &session, const ChassisColors &colors)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    Brush brush(painter, colors);
    const DropTarget *current = session.current();
    const QRectF ghost = current ? current->ghost : QRectF();
    for (const DropTarget &target : session.targets()) {
        if (target.hit.isNull())
            continue;
        if (target.allowed)
            paintOpenPlace(brush, target);
        else if (!ghost.intersects(target.hit)) // half a reason behind the ghost says nothing
            paintRefusedPlace(brush, target);
    }
    if (!ghost.isNull())
        paintGhost(brush, session, *current);
    painter.restore();
}

void paintFocusRing(QPainter &painter, const QRectF &area, const ChassisColors &colors)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    Brush brush(painter, colors);
    const double pixel = brush.text.pixel();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors.background, 4 * pixel)); // parts the ring from what it surrounds
    const QRectF ring = area.adjusted(-3 * pixel, -3 * pixel, 3 * pixel, 3 * pixel);
    painter.drawRoundedRect(ring, kRadius + 2, kRadius + 2);
    painter.setPen(QPen(colors.accent, 2.2 * pixel));
    painter.drawRoundedRect(ring, kRadius + 2, kRadius + 2);
    painter.restore();
}

void paintNote(QPainter &painter, const QRectF &anchor, const QRectF &window, const QString &note, const QColor &edge,
               const ChassisColors &colors)
{
    constexpr double widest = 340;
    constexpr double padding = 9;
    constexpr double gap = 6;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(painter.font());
    const int flags = Qt::TextWordWrap | Qt::AlignLeft;
    const QRectF bounds = metrics.boundingRect(QRectF(0, 0, std::min(widest, window.width() - 40), 400), flags, note);
    QRectF box(0, 0, bounds.width() + 2 * padding, bounds.height() + 2 * padding);
    box.moveTopLeft(anchor.bottomLeft() + QPointF(0, gap));
    if (box.bottom() > window.bottom() - gap)
        box.moveBottom(anchor.top() - gap);
    box.moveLeft(
        std::clamp(box.left(), window.left() + gap, std::max(window.left() + gap, window.right() - gap - box.width())));
    box.moveTop(
        std::clamp(box.top(), window.top() + gap, std::max(window.top() + gap, window.bottom() - gap - box.height())));
    painter.setPen(QPen(edge, 1.2));
    painter.setBrush(colors.chassis);
    painter.drawRoundedRect(box, 6, 6);
    painter.setPen(colors.text);
    painter.drawText(box.adjusted(padding, padding, -padding, -padding), flags, note);
    painter.restore();
}

} // namespace rigwright::ui
