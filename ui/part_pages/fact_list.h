// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/part_pages/fact_sheet.h"

#include <QScrollArea>

namespace rigwright::ui {

/// The facts of a row in groups, with what shipped beside the user's values and the sources that disagree.
class FactList : public QScrollArea
{
    Q_OBJECT
public:
    explicit FactList(QWidget *parent = nullptr);
    void show(const std::vector<FactGroup> &groups);
    using QWidget::show;

private:
    QWidget *makeBody() const;

    std::vector<FactGroup> m_groups;
};

} // namespace rigwright::ui
