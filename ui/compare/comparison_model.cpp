// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparison_model.h"

#include <algorithm>

namespace rigwright::ui {

void ComparisonModel::setGroups(std::vector<ComparisonGroup> groups)
{
    beginResetModel();
    m_groups = std::move(groups);
    rebuild();
    endResetModel();
}

void ComparisonModel::setOnlyDifferences(bool only)
{
    if (only == m_onlyDifferences)
        return;
    beginResetModel();
    m_onlyDifferences = only;
    rebuild();
    endResetModel();
}

void ComparisonModel::setNames(const QString &a, const QString &b)
{
    m_nameA = a;
    m_nameB = b;
    Q_EMIT headerDataChanged(Qt::Horizontal, SideA, SideB);
}

void ComparisonModel::rebuild()
{
    m_lines.clear();
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        const std::size_t title = m_lines.size();
        m_lines.push_back({group, -1});
        for (std::size_t row = 0; row < m_groups[group].rows.size(); ++row)
            if (!m_onlyDifferences || !m_groups[group].rows[row].equal)
                m_lines.push_back({group, int(row)});
        if (m_lines.size() == title + 1)
            m_lines.pop_back(); // nothing under the title
    }
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Line line = m_lines[std::size_t(index.row())];
    const ComparisonGroup &group = m_groups[line.group];
    if (line.row < 0) {
        if (role == GroupRole)
            return true;
        return role == Qt::DisplayRole && index.column() == Label ? QVariant(group.title) : QVariant();
    }

    const ComparisonRow &row = group.rows[std::size_t(line.row)];
    const bool betterHere =
        (index.column() == SideA && row.better == Side::A) || (index.column() == SideB && row.better == Side::B);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString texts[] = {row.label, row.a, row.b, row.difference};
        const QString text = texts[index.column()];
        if (role == Qt::AccessibleTextRole && betterHere)
            return tr("%1, better").arg(text);
        return text;
    }
    case GroupRole: return false;
    case BetterRole: return int(row.better);
    case EqualRole: return row.equal;
    case BarRole: {
        if (index.column() != SideA && index.column() != SideB)
            return {};
        const std::optional<double> &value = index.column() == SideA ? row.valueA : row.valueB;
        const double longest = std::max(row.valueA.value_or(0), row.valueB.value_or(0));
        return row.bar && value && longest > 0 ? QVariant(*value / longest) : QVariant();
    }
    default: return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SideA: return m_nameA;
    case SideB: return m_nameB;
    case Difference: return tr("Difference");
    default: return {};
    }
}

} // namespace rigwright::ui
