// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/results/figures.h"

#include <QWidget>

class QVBoxLayout;

namespace rigwright::ui {

class FigureRow;

/// The live totals, one row each. Rows are kept and refilled, so that edits do not flicker.
class TotalsList : public QWidget
{
    Q_OBJECT
public:
    explicit TotalsList(QWidget *parent = nullptr);
    void setFigures(const std::vector<Figure> &figures);
    FigureRow *row(const QString &id) const; ///< nullptr where there is none

private:
    QVBoxLayout *m_layout;
    std::vector<FigureRow *> m_rows;
};

} // namespace rigwright::ui
