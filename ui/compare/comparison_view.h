// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/comparison.h"
#include "ui/chassis/chassis_model.h"

#include <QHeaderView>
#include <QTableView>

namespace rigwright::ui {

class ComparisonModel;

/// What the head of a side shows.
struct SideHead
{
    QString name;
    QString detail;
    ChassisModel chassis;
};

/// Heads of the two sides: name, origin, a small chassis, and the side's colour on top.
class ComparisonHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit ComparisonHeader(QWidget *parent = nullptr);
    void setHeads(SideHead a, SideHead b);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    SideHead m_a;
    SideHead m_b;
};

/// The table of a comparison.
class ComparisonView : public QTableView
{
    Q_OBJECT
public:
    explicit ComparisonView(ComparisonModel *model, QWidget *parent = nullptr);
    ComparisonHeader *header() const { return m_header; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layoutColumns();
    void layoutRows();
    ComparisonModel *m_model;
    ComparisonHeader *m_header;
};

} // namespace rigwright::ui
