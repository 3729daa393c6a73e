// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/part_pages/price_history.h"

#include <QWidget>

namespace rigwright::ui {

/// Prices over time: the user's as dots on a line, the catalogue's as a bar from low to high.
class PriceChart : public QWidget
{
    Q_OBJECT
public:
    explicit PriceChart(QWidget *parent = nullptr);
    /// @param history  oldest first
    void show(std::vector<DatedPrice> history);
    using QWidget::show;
    QSize sizeHint() const override { return {420, 170}; }
    QSize minimumSizeHint() const override { return {240, 140}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintKey(QPainter &painter, const QRectF &line) const;
    void paintAxes(QPainter &painter, const QRectF &plot, double top) const;

    std::vector<DatedPrice> m_history;
};

} // namespace rigwright::ui
