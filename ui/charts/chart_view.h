// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>

#include <functional>
#include <optional>

class QAbstractSeries;

namespace rigwright::ui {

/// A themed chart without frame or legend. What the series cannot draw (bands behind, marks in
/// front) is painted by two functions in chart coordinates.
class ChartView : public QChartView
{
    Q_OBJECT
public:
    using Paint = std::function<void(QPainter &)>;
    explicit ChartView(QWidget *parent = nullptr);

    void setBackgroundPainter(Paint paint) { m_behind = std::move(paint); }
    void setForegroundPainter(Paint paint) { m_front = std::move(paint); }
    QRectF plotArea() const;

Q_SIGNALS:
    void hovered(const QPointF &scenePosition); ///< over the plot area
    void left();

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Paint m_behind;
    Paint m_front;
};

} // namespace rigwright::ui
