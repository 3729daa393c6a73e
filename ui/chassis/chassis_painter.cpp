// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/chassis_painter.h"

#include "core/units/format.h"
#include "ui/chassis/paint_parts.h"

#include <QCoreApplication>
#include <QPainter>

namespace rigwright::ui {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Chassis", source);
}

void paintAirflow(Brush &brush, const AirflowView &airflow)
{
    if (airflow.area.isNull())
        return;
    brush.box(airflow.area, brush.colors.board, brush.colors.partEdge);
    const double title = brush.text.size(10, 10, 14);
    brush.text.line(QRectF(airflow.area.left() + 6, airflow.area.top() + 2, airflow.area.width() - 12, 18),
                    Qt::AlignLeft | Qt::AlignVCenter, text("Airflow"), title, brush.colors.text, true);
    brush.text.lines(airflow.textArea, airflow.lines, brush.text.size(9.5, 9.5, 16), brush.colors.mutedText);
}

/// A bar with the length that it stands for, and what the colours of the memory bars mean.
void paintKey(Brush &brush, const ChassisModel &model)
{
    const double size = brush.text.size(8.5, 9, 12.5);
    const double height = std::max(size * kLineHeight, 4.0);
    const QRectF bar = model.scaleBar;
    const QPen pen(brush.colors.mutedText, brush.text.pixel());
    brush.painter.setPen(pen);
    brush.painter.drawLine(QLineF(bar.left(), bar.center().y(), bar.right(), bar.center().y()));
    brush.painter.drawLine(QLineF(bar.left(), bar.top(), bar.left(), bar.bottom()));
    brush.painter.drawLine(QLineF(bar.right(), bar.top(), bar.right(), bar.bottom()));
    const QString length = format::millimetres(Millimetres(bar.width()));
    const double lengthWidth = brush.text.width(length, size);
    brush.text.line(QRectF(bar.left() - lengthWidth - 5, bar.center().y() - height / 2, lengthWidth + 2, height),
                    Qt::AlignVCenter | Qt::AlignLeft, length, size, brush.colors.mutedText);
    if (size <= 0)
        return;

    double x = model.outline.left();
    const double end = bar.left() - lengthWidth - 12;
    const std::pair<FillKind, QString> kinds[] = {{FillKind::Weights, text("weights")},
                                                  {FillKind::KvCache, text("KV cache")},
                                                  {FillKind::Compute, text("compute")},
                                                  {FillKind::Overhead, text("overhead")}};
    for (const auto &[kind, name] : kinds) {
        const double width = brush.text.width(name, size);
        if (x + size + 4 + width > end)
            return;
        brush.painter.setPen(Qt::NoPen);
        brush.painter.setBrush(brush.fillColor(kind));
        brush.painter.drawRoundedRect(QRectF(x, bar.center().y() - size * 0.35, size * 0.7, size * 0.7), 1.5, 1.5);
        brush.text.line(QRectF(x + size, bar.center().y() - height / 2, width + 2, height),
                        Qt::AlignVCenter | Qt::AlignLeft, name, size, brush.colors.mutedText);
        x += size + width + 12;
    }
}

} // namespace

void paintChassis(QPainter &painter, const QRectF &target, const ChassisModel &model, const ChassisColors &colors)
{
    if (model.isEmpty() || target.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double scale = std::min(target.width() / model.bounds.width(), target.height() / model.bounds.height());
    painter.translate(target.center());
    painter.scale(scale, scale);
    painter.translate(-model.bounds.center());
    paintBackdrop(painter, model, colors);
    for (const HostView &host : model.hosts)
        paintHost(painter, host, colors);
    for (const SlotView &slot : model.slots_)
        paintSlot(painter, slot, colors);
    for (const SupplyView &supply : model.supplies)
        paintSupply(painter, supply, colors);
    for (const BlockView &block : model.blocks)
        paintBlock(painter, block, colors);
    for (const CardView &card : model.cards)
        paintCard(painter, card, colors);
    for (const BridgeView &bridge : model.bridges)
        paintBridge(painter, bridge, colors);
    painter.restore();
}

void paintBackdrop(QPainter &painter, const ChassisModel &model, const ChassisColors &colors)
{
    Brush brush(painter, colors);
    painter.setPen(QPen(colors.outline, std::max(2.2, 1.5 * brush.text.pixel())));
    painter.setBrush(colors.chassis);
    painter.drawRoundedRect(model.outline, 9, 9);
    const double size = brush.text.size(10, 10, 15);
    const QRectF title(model.outline.left() + 12, model.outline.top() + 6, model.outline.width() - 24, 16);
    brush.text.line(title, Qt::AlignLeft | Qt::AlignVCenter, model.title, size, colors.mutedText);
    if (!model.board.isNull()) {
        brush.box(model.board, colors.board, colors.partEdge);
        brush.text.line(QRectF(model.board.left() + 6, model.board.top() + 1, model.board.width() - 12, 15),
                        Qt::AlignLeft | Qt::AlignVCenter, model.boardTitle, brush.text.size(9, 9, 14),
                        colors.mutedText);
    }
    paintAirflow(brush, model.airflow);
    paintKey(brush, model);
}

void paintHost(QPainter &painter, const HostView &host, const ChassisColors &colors, PaintState state)
{
    Brush brush(painter, colors);
    if (host.severity && *host.severity != Severity::Advice) {
        const double size = brush.text.size(10, 10, 14);
        brush.sign(QRectF(host.area.right() - 2 * size, host.area.top() + 4, size, size), host.severity, size);
    }
    if (!state.selected)
        return;
    painter.setPen(QPen(colors.accent, 2.5 * brush.text.pixel()));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(host.area, 9, 9);
}

void paintSlot(QPainter &painter, const SlotView &slot, const ChassisColors &colors)
{
    Brush brush(painter, colors);
    brush.freePlace(slot.area);
    const QString line = slot.link.isEmpty() ? slot.label : QStringLiteral("%1 · %2").arg(slot.label, slot.link);
    const double size = brush.text.size(8.5, 9, slot.area.height() / 1.3);
    brush.text.line(slot.area.adjusted(7, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter, line, size, colors.mutedText);
}

} // namespace rigwright::ui
