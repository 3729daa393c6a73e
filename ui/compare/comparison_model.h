// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/comparison.h"

#include <QAbstractTableModel>

namespace rigwright::ui {

/// The rows of a comparison: groups and their rows, one below the other.
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Label, SideA, SideB, Difference, ColumnCount };
    enum Role {
        GroupRole = Qt::UserRole, ///< bool: a group's title
        BetterRole,               ///< int: a Side
        EqualRole,                ///< bool
        BarRole                   ///< double: share of the longest bar; invalid where there is none
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setGroups(std::vector<ComparisonGroup> groups);
    void setOnlyDifferences(bool only);
    bool isGroup(int row) const { return m_lines[std::size_t(row)].row < 0; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setNames(const QString &a, const QString &b);

private:
    struct Line
    {
        std::size_t group = 0;
        int row = -1; ///< -1: the group's title
    };
    void rebuild();

    std::vector<ComparisonGroup> m_groups;
    std::vector<Line> m_lines;
    QString m_nameA;
    QString m_nameB;
    bool m_onlyDifferences = false;
};

} // namespace rigwright::ui
