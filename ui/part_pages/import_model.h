// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/interchange/table_import.h"

#include <QAbstractItemModel>

namespace rigwright::ui {

/// What an import does, row by row; a changed row has its changed columns below it.
class ImportModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { What, Name, Identifier, Line, ColumnCount };

    explicit ImportModel(ImportPlan plan, QObject *parent = nullptr);
    void setOnlyChanges(bool only);
    int countOf(RowChange::Kind kind) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const RowChange &change(int row) const { return m_plan.changes[std::size_t(m_shown[std::size_t(row)])]; }
    QVariant rowData(const RowChange &row, int column, int role) const;
    QVariant columnData(const RowChange::Column &changed, int column, int role) const;

    ImportPlan m_plan;
    std::vector<int> m_shown; ///< indices into m_plan.changes
};

QString changeText(RowChange::Kind kind); ///< "Added"

} // namespace rigwright::ui
