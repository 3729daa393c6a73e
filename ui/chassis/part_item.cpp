// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/part_item.h"

namespace rigwright::ui {

namespace {
constexpr double kEdgeMm = 4; ///< room for thick edges
}

// Text is dear to lay out: what does not change is painted once, so that a drag moves at the speed
// of the hand over a full chassis.

PartItem::PartItem(const ChassisColors &colors) : m_colors(colors)
{
    setCacheMode(DeviceCoordinateCache);
}

BackdropItem::BackdropItem(const ChassisColors &colors) : m_colors(colors)
{
    setZValue(-1);
    setCacheMode(DeviceCoordinateCache);
}

void PartItem::sync(const PartView &view)
{
    if (view == m_view)
        return;
    if (areaOf(view) != areaOf(m_view))
        prepareGeometryChange();
    m_view = view;
    setZValue(double(view.index()));
    update();
}

void PartItem::setState(PaintState state)
{
    if (state == m_state)
        return;
    m_state = state;
    update();
}

QRectF PartItem::boundingRect() const
{
    return areaOf(m_view).adjusted(-kEdgeMm, -kEdgeMm, kEdgeMm, kEdgeMm);
}

void PartItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    paintPart(*painter, m_view, m_colors, m_state);
}

void BackdropItem::sync(const ChassisModel &model)
{
    ChassisModel behind; // all but the parts, which are items of their own
    behind.title = model.title;
    behind.outline = model.outline;
    behind.boardTitle = model.boardTitle;
    behind.board = model.board;
    behind.airflow = model.airflow;
    behind.scaleBar = model.scaleBar;
    behind.bounds = model.bounds;
    if (behind == m_model)
        return;
    prepareGeometryChange();
    m_model = std::move(behind);
    update();
}

void BackdropItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (!m_model.isEmpty())
        paintBackdrop(*painter, m_model, m_colors);
}

} // namespace rigwright::ui
