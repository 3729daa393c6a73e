// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_card.h"

class QAreaSeries;
class QLineSeries;

namespace rigwright::ui {

/// Decode speed against context over the bands of the speed tiers, with the band of the estimate,
/// the chosen context and the place where memory ends.
class SpeedChart : public ChartCard
{
    Q_OBJECT
public:
    explicit SpeedChart(QWidget *parent = nullptr);
    void show(const ChartInput &input) override;
    ChartTable table() const override { return ui::table(m_series); }
    QString summary() const override { return ui::summary(m_series); }
    QString readout(const QPointF &scenePosition) const override;
    const SpeedSeries &series() const { return m_series; }

protected:
    void restyle() override;

private:
    QRectF bandArea(std::size_t band) const; ///< of a tier in the plot; empty where it is above the axis
    void paintBands(QPainter &painter) const;
    /// @return where its words stand; empty where memory does not end
    QRectF paintMemoryEnd(QPainter &painter) const;
    void paintTiers(QPainter &painter, const QRectF &taken = {}) const;
    void paintMarks(QPainter &painter) const;

    SpeedSeries m_series;
    QLineSeries *m_line;
    QLineSeries *m_low;
    QLineSeries *m_high;
    QAreaSeries *m_band;
    QLineSeries *m_before; ///< the build, while a preview is shown
    double m_top = 10;     ///< of the speed axis
};

} // namespace rigwright::ui
