// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparison_series.h"

#include <QWidget>

#include <functional>

namespace rigwright::ui {

/// A small chart on a card: title, and what it is drawn from.
class PlotCard : public QWidget
{
    Q_OBJECT
public:
    explicit PlotCard(const QString &title, QWidget *parent = nullptr);
    QSize sizeHint() const override { return {300, 210}; }
    QSize minimumSizeHint() const override { return {180, 150}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    virtual void paintPlot(QPainter &painter, const QRectF &area) = 0;

private:
    QString m_title;
};

/// Lines of both sides over each other.
class OverlayPlot : public PlotCard
{
    Q_OBJECT
public:
    using Labels = std::function<QString(double)>;
    OverlayPlot(const QString &title, QWidget *parent = nullptr);
    void setLines(std::vector<PlotLine> lines, Labels xLabel, Labels yLabel);

protected:
    void paintPlot(QPainter &painter, const QRectF &area) override;

private:
    std::vector<PlotLine> m_lines;
    Labels m_xLabel;
    Labels m_yLabel;
};

/// Both sides as polygons; the better side of an axis reaches its end.
class RadarPlot : public PlotCard
{
    Q_OBJECT
public:
    explicit RadarPlot(const QString &title, QWidget *parent = nullptr);
    void setAxes(std::vector<RadarAxis> axes);

protected:
    void paintPlot(QPainter &painter, const QRectF &area) override;

private:
    std::vector<RadarAxis> m_axes;
};

} // namespace rigwright::ui
