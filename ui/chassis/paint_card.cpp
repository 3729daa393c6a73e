// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/paint_parts.h"

#include <QPainter>

#include <algorithm>

namespace rigwright::ui {

namespace {

constexpr double kPadding = 7;
constexpr double kMachineHeight = 90; ///< from here on a card has room for its legend

QString joined(const QStringList &parts)
{
    QStringList present;
    for (const QString &part : parts)
        if (!part.isEmpty())
            present << part;
    return present.join(QStringLiteral(" · "));
}

/// The most that can be said in this width; the memory is left out last.
QString fittingDetails(const MillimetreText &text, const CardView &card, double size, double width)
{
    for (const QString &candidate : {joined({card.link, card.memory, card.cap}), joined({card.link, card.memory}),
                                     joined({card.memory, card.cap}), card.memory})
        if (text.width(candidate, size) <= width)
            return candidate;
    return {};
}

/// A card seen from its edge: a title, its details, its memory.
void paintEdge(Brush &brush, const CardView &card)
{
    const QRectF inner = card.area.adjusted(kPadding, 0, -kPadding, 0);
    const double height = card.area.height();
    const bool bar = !card.memory.isEmpty();
    const double title = brush.text.size(10, 10.5, height / (bar ? 1.75 : 1.4));
    const double small = title * 0.9;
    const double barHeight = bar ? std::clamp(height * 0.2, std::min(2.5, height * 0.15), 8.0) : 0;
    const double line = title * kLineHeight;
    const double gap = std::min(title * 0.35, 4.0);

    const double titleWidth = brush.text.width(card.title, title, true) + (card.severity ? title * 1.35 : 0);
    QString beside = fittingDetails(brush.text, card, small, inner.width() - titleWidth - title);
    QString below;
    const QString all = joined({card.link, card.memory, card.cap});
    if (beside != all && height >= 2 * line + barHeight + 3 * gap) {
        below = fittingDetails(brush.text, card, small, inner.width());
        beside.clear();
    }
    const double content = (below.isEmpty() ? 1 : 2) * line + (bar ? gap + barHeight : 0);
    double y = card.area.top() + std::max((height - content) / 2, 0.0);
    QRectF row(inner.left(), y, inner.width(), line);
    row.setLeft(row.left() + brush.sign(row, card.severity, title));
    if (title > 0) {
        if (!beside.isEmpty())
            brush.text.line(row, Qt::AlignRight | Qt::AlignVCenter, beside, small, brush.colors.mutedText);
        const double besideWidth = beside.isEmpty() ? 0 : brush.text.width(beside, small) + title * 0.5;
        brush.text.line(row.adjusted(0, 0, -besideWidth, 0), Qt::AlignLeft | Qt::AlignVCenter, card.title, title,
                        brush.colors.text, true);
        y += line;
        if (!below.isEmpty()) {
            brush.text.line(QRectF(inner.left(), y, inner.width(), line), Qt::AlignLeft | Qt::AlignVCenter, below,
                            small, brush.colors.mutedText);
            y += line;
        }
    }
    if (bar) {
        const double barTop = title > 0 ? y + gap : card.area.center().y() - barHeight / 2;
        brush.memoryBar(
            QRectF(inner.left(), std::min(barTop, card.area.bottom() - barHeight - 1), inner.width(), barHeight),
            card.fill);
    }
}

/// A module seen from above: everything stacked, the memory at the bottom.
void paintModule(Brush &brush, const CardView &card)
{
    const QRectF inner = card.area.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const double title = brush.text.size(10, 10, inner.height() / 3);
    const double barHeight = std::min(9.0, inner.height() * 0.15);
    QRectF row(inner.left(), inner.top(), inner.width(), title * kLineHeight);
    row.setLeft(row.left() + brush.sign(row, card.severity, title));
    brush.text.line(row, Qt::AlignLeft | Qt::AlignVCenter, card.title, title, brush.colors.text, true);
    const QRectF rest(inner.left(), row.bottom(), inner.width(), inner.bottom() - barHeight - 2 - row.bottom());
    QStringList details;
    for (const QString &detail : {card.memory, card.link, card.cap})
        if (!detail.isEmpty())
            details << detail;
    brush.text.lines(rest, details, title * 0.9, brush.colors.mutedText);
    brush.memoryBar(QRectF(inner.left(), inner.bottom() - barHeight, inner.width(), barHeight), card.fill);
}

/// A closed machine: its memory with a legend.
void paintMachine(Brush &brush, const CardView &card)
{
    const QRectF inner = card.area.adjusted(14, 12, -14, -12);
    const double title = brush.text.size(12, 13, inner.height() / 6);
    const double small = title * 0.8;
    QRectF row(inner.left(), inner.top(), inner.width(), title * kLineHeight);
    row.setLeft(row.left() + brush.sign(row, card.severity, title));
    brush.text.line(row, Qt::AlignLeft | Qt::AlignVCenter, card.title, title, brush.colors.text, true);
    brush.text.line(QRectF(inner.left(), row.bottom(), inner.width(), small * kLineHeight),
                    Qt::AlignLeft | Qt::AlignVCenter, joined({card.memory, card.cap}), small, brush.colors.mutedText);
    const double legendHeight = double(card.legend.size()) * small * kLineHeight;
    const double barTop = row.bottom() + small * kLineHeight + 7;
    const double barHeight = std::clamp(inner.bottom() - legendHeight - 7 - barTop, 8.0, 46.0);
    brush.memoryBar(QRectF(inner.left(), barTop, inner.width(), barHeight), card.fill);
    const double legendTop = barTop + barHeight + 7;
    brush.text.lines(QRectF(inner.left(), legendTop, inner.width(), inner.bottom() - legendTop), card.legend, small,
                     brush.colors.mutedText);
}

} // namespace

void paintCard(QPainter &painter, const CardView &card, const ChassisColors &colors, PaintState state)
{
    painter.save();
    Brush brush(painter, colors);
    brush.body(card.area, state);
    if (card.module)
        paintModule(brush, card);
    else if (card.area.height() >= kMachineHeight)
        paintMachine(brush, card);
    else
        paintEdge(brush, card);
    painter.restore();
}

} // namespace rigwright::ui
