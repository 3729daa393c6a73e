// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_view.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QMouseEvent>
#include <QPainter>

namespace rigwright::ui {

ChartView::ChartView(QWidget *parent) : QChartView(parent)
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    // Marks are drawn over the whole chart: a partial update would leave half of an old one.
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setBackgroundBrush(Qt::NoBrush);
    chart()->setBackgroundVisible(false);
    chart()->setPlotAreaBackgroundVisible(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->legend()->hide();
    chart()->setMargins(QMargins(0, 4, 8, 0));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    setMinimumSize(120, 90);
}

QRectF ChartView::plotArea() const
{
    return chart()->plotArea();
}

void ChartView::drawBackground(QPainter *painter, const QRectF &)
{
    if (m_behind)
        m_behind(*painter);
}

void ChartView::drawForeground(QPainter *painter, const QRectF &)
{
    if (!m_front)
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    m_front(*painter);
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    const QPointF position = mapToScene(event->position().toPoint());
    if (plotArea().contains(position))
        Q_EMIT hovered(position);
    else
        Q_EMIT left();
}

void ChartView::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    Q_EMIT left();
}

} // namespace rigwright::ui
