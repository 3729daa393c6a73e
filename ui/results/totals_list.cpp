// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/totals_list.h"

#include "ui/results/figure_row.h"
#include "ui/results/why_popover.h"

#include <QVBoxLayout>

namespace rigwright::ui {

TotalsList::TotalsList(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void TotalsList::setFigures(const std::vector<Figure> &figures)
{
    while (m_rows.size() < figures.size()) {
        auto *row = new FigureRow;
        connect(row, &FigureRow::clicked, this, [row] { WhyPopover::open(row->figure().why, row); });
        m_layout->addWidget(row);
        m_rows.push_back(row);
    }
    int label = 0;
    int value = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool used = i < figures.size();
        m_rows[i]->setVisible(used);
        if (!used)
            continue;
        m_rows[i]->setFigure(figures[i]);
        label = std::max(label, m_rows[i]->labelWidth());
        value = std::max(value, m_rows[i]->valueWidth());
    }
    for (FigureRow *row : m_rows)
        row->setColumns(label, value);
}

FigureRow *TotalsList::row(const QString &id) const
{
    for (FigureRow *row : m_rows)
        if (!row->isHidden() && row->figure().id == id)
            return row;
    return nullptr;
}

} // namespace rigwright::ui
