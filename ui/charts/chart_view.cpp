// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_view.h"

#include "ui/theme/theme.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace rigwright::ui {

namespace {

constexpr int kGap = 4; // between a label and its axis

double lastWidth(const AxisTicks &axis, const QFontMetricsF &metrics)
{
    return axis.ticks.empty() ? 0 : metrics.horizontalAdvance(axis.ticks.back().second);
}

} // namespace

ChartView::ChartView(QWidget *parent)
    : QChartView(parent), m_bottomAxis(new QValueAxis(this)), m_leftAxis(new QValueAxis(this))
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
    chart()->setMargins(QMargins());
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    m_bottomAxis->setVisible(false);
    m_leftAxis->setVisible(false);
    chart()->addAxis(m_bottomAxis, Qt::AlignBottom);
    chart()->addAxis(m_leftAxis, Qt::AlignLeft);
    setMinimumSize(120, 90);
}

void ChartView::addSeries(QAbstractSeries *series)
{
    chart()->addSeries(series);
    series->attachAxis(m_bottomAxis);
    series->attachAxis(m_leftAxis);
}

void ChartView::setBottomTicks(const AxisTicks &ticks)
{
    if (ticks == m_bottom)
        return;
    m_bottom = ticks;
    m_bottomAxis->setRange(ticks.from, ticks.to);
    placePlot();
}

void ChartView::setLeftTicks(const AxisTicks &ticks)
{
    if (ticks == m_left)
        return;
    m_left = ticks;
    m_leftAxis->setRange(ticks.from, ticks.to);
    placePlot();
}

/// The plot is what the labels leave.
void ChartView::placePlot()
{
    const QFontMetricsF metrics(Theme::font(FontRole::Small));
    double left = 0;
    for (const Tick &tick : m_left.ticks)
        left = std::max(left, metrics.horizontalAdvance(tick.second));
    const bool centred = !m_bottom.ticks.empty() && m_bottom.ticks.back().first < m_bottom.to;
    const double right = centred ? kGap : std::max(double(kGap), lastWidth(m_bottom, metrics) / 2 + 1);
    const double bottom = metrics.height() + kGap;
    const double top = metrics.height() / 2;
    const QRectF area = QRectF(QPointF(), QSizeF(size())).adjusted(std::ceil(left) + 2 * kGap, top, -right, -bottom);
    chart()->setPlotArea(area);
    viewport()->update();
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    placePlot();
}

QPointF ChartView::positionOf(double x, double y) const
{
    const QRectF area = plotArea();
    return {area.left() + (x - m_bottom.from) / (m_bottom.to - m_bottom.from) * area.width(),
            area.bottom() - (y - m_left.from) / (m_left.to - m_left.from) * area.height()};
}

QPointF ChartView::valueAt(const QPointF &scenePosition) const
{
    const QRectF area = plotArea();
    return {m_bottom.from + (scenePosition.x() - area.left()) / area.width() * (m_bottom.to - m_bottom.from),
            m_left.from + (area.bottom() - scenePosition.y()) / area.height() * (m_left.to - m_left.from)};
}

void ChartView::paintAxes(QPainter &painter) const
{
    const QRectF area = plotArea();
    painter.setFont(Theme::font(FontRole::Small));
    const QFontMetricsF metrics(painter.font());
    const QPen grid(Theme::color(Role::Outline), 1, Qt::DotLine);
    const QPen label(Theme::color(Role::Muted));
    for (const Tick &tick : m_left.ticks) {
        const double y = positionOf(m_bottom.from, tick.first).y();
        if (m_left.grid) {
            painter.setPen(grid);
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        }
        painter.setPen(label);
        painter.drawText(QRectF(0, y - metrics.height() / 2, area.left() - kGap, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, tick.second);
    }
    for (const Tick &tick : m_bottom.ticks) {
        const double x = positionOf(tick.first, m_left.from).x();
        if (m_bottom.grid) {
            painter.setPen(grid);
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        }
        painter.setPen(label);
        const double width = metrics.horizontalAdvance(tick.second) + 2;
        const double left = std::clamp(x - width / 2, 0.0, std::max(0.0, double(size().width()) - width));
        painter.drawText(QRectF(left, area.bottom() + kGap, width, metrics.height()), Qt::AlignCenter, tick.second);
    }
    painter.setPen(QPen(Theme::color(Role::Outline)));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
}

QRectF ChartView::plotArea() const
{
    return chart()->plotArea();
}

void ChartView::drawBackground(QPainter *painter, const QRectF &)
{
    if (m_behind)
        m_behind(*painter);
    paintAxes(*painter);
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
