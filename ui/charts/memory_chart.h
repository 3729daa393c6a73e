// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_card.h"

class QBarSet;
class QStackedBarSeries;

namespace rigwright::ui {

/// What every GPU's memory holds, stacked, in GiB.
class MemoryChart : public ChartCard
{
    Q_OBJECT
public:
    explicit MemoryChart(QWidget *parent = nullptr);
    void show(const ChartInput &input) override;
    ChartTable table() const override { return ui::table(m_series); }
    QString summary() const override { return ui::summary(m_series); }
    QString readout(const QPointF &scenePosition) const override;

protected:
    void restyle() override;

private:
    void paintFront(QPainter &painter) const;

    MemorySeries m_series;
    QStackedBarSeries *m_bars;
    std::vector<QBarSet *> m_sets;
};

} // namespace rigwright::ui
