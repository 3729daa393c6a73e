// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_card.h"

class QBarSet;
class QHorizontalStackedBarSeries;

namespace rigwright::ui {

/// Wall power by state, and under it what every circuit carries against its limit, in watts.
class PowerChart : public ChartCard
{
    Q_OBJECT
public:
    explicit PowerChart(QWidget *parent = nullptr);
    void show(const ChartInput &input) override;
    ChartTable table() const override { return ui::table(m_series); }
    QString summary() const override { return ui::summary(m_series); }
    QString readout(const QPointF &scenePosition) const override;

protected:
    void restyle() override;

private:
    /// One bar of the chart; the first one is at the top.
    struct Row
    {
        QString label;
        double parts[5] = {}; ///< GPU, rest, loss, rig, other
        double limit = 0;     ///< 0 = none
        QString words;        ///< for the readout
    };
    std::vector<Row> rows() const;
    void paintFront(QPainter &painter) const;

    PowerSeries m_series;
    std::vector<Row> m_rows;
    QHorizontalStackedBarSeries *m_bars;
    std::vector<QBarSet *> m_sets;
};

} // namespace rigwright::ui
