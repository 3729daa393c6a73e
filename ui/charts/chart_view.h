// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axis_ticks.h"

#include <QChartView>

#include <functional>

class QAbstractSeries;
class QValueAxis;

namespace rigwright::ui {

/// A themed chart without frame or legend. It lays its axes out itself: Qt Charts shortens labels
/// to "…" where there would be room, and lays the whole chart out again for every new label.
/// What the series cannot draw (bands behind, marks in front) is painted by two functions.
class ChartView : public QChartView
{
    Q_OBJECT
public:
    using Paint = std::function<void(QPainter &)>;
    explicit ChartView(QWidget *parent = nullptr);

    void setBackgroundPainter(Paint paint) { m_behind = std::move(paint); }
    void setForegroundPainter(Paint paint) { m_front = std::move(paint); }
    QRectF plotArea() const;

    /// Adds a series on the two axes.
    void addSeries(QAbstractSeries *series);
    /// Sets labels and range of an axis: the bottom one, or the left one.
    void setBottomTicks(const AxisTicks &ticks);
    void setLeftTicks(const AxisTicks &ticks);
    /// @return the place of a value in the chart
    QPointF positionOf(double x, double y) const;
    QPointF valueAt(const QPointF &scenePosition) const;

Q_SIGNALS:
    void hovered(const QPointF &scenePosition); ///< over the plot area
    void left();

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placePlot();
    void paintAxes(QPainter &painter) const;

    QValueAxis *m_bottomAxis;
    QValueAxis *m_leftAxis;
    AxisTicks m_bottom;
    AxisTicks m_left;
    Paint m_behind;
    Paint m_front;
};

} // namespace rigwright::ui
