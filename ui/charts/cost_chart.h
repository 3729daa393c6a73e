// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_card.h"

class QLineSeries;

namespace rigwright::ui {

/// Parts and energy over 36 months against renting the same GPUs, with the month of break-even.
class CostChart : public ChartCard
{
    Q_OBJECT
public:
    explicit CostChart(QWidget *parent = nullptr);
    void show(const ChartInput &input) override;
    ChartTable table() const override { return ui::table(m_series); }
    QString summary() const override { return ui::summary(m_series); }
    QString readout(const QPointF &scenePosition) const override;

protected:
    void restyle() override;

private:
    void paintFront(QPainter &painter) const;
    QString money(double amount) const;
    QString tickMoney(double amount, bool inThousands) const;

    CostSeries m_series;
    bool m_hasDevices = false;
    QLineSeries *m_build;
    QLineSeries *m_cloud;
    QLineSeries *m_before; ///< the build, while a preview is shown
};

} // namespace rigwright::ui
