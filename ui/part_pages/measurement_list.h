// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/any_table.h"

#include <QWidget>

class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace rigwright::ui {

class MeasurementModel;

/// The published measurements of a row as a table that sorts; Enter opens where one was published.
class MeasurementList : public QWidget
{
    Q_OBJECT
public:
    explicit MeasurementList(QWidget *parent = nullptr);
    void show(const Catalog &catalog, const RowKey &key);
    using QWidget::show;
    int count() const;

private:
    void fitColumns();
    void openSource(const QModelIndex &index) const;

    MeasurementModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_view;
    QLabel *m_summary;
};

} // namespace rigwright::ui
