// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/results/figures.h"

#include <QAbstractButton>

namespace rigwright::ui {

/// One line of the live totals: label, meter, value. Click, Enter or Space asks why. While a drag
/// previews, the difference stands in the meter's place, so that nothing moves.
class FigureRow : public QAbstractButton
{
    Q_OBJECT
public:
    explicit FigureRow(QWidget *parent = nullptr);

    void setFigure(const Figure &figure);
    const Figure &figure() const { return m_figure; }
    int labelWidth() const;                ///< what the label needs
    int valueWidth() const;                ///< what the value needs
    void setColumns(int label, int value); ///< what they get: the same for all rows

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Figure m_figure;
    int m_labelColumn = 0;
    int m_valueColumn = 0;
};

} // namespace rigwright::ui
