// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/import_model.h"

#include "ui/part_pages/cell_format.h"
#include "ui/theme/icons.h"

#include <QLocale>

#include <algorithm>

namespace rigwright::ui {

namespace {

QIcon changeIcon(RowChange::Kind kind)
{
    switch (kind) {
    case RowChange::Kind::Added: return themedIcon(QStringLiteral("plus"), Role::Good);
    case RowChange::Kind::Changed: return themedIcon(QStringLiteral("rename"), Role::Accent);
    case RowChange::Kind::Same: return themedIcon(QStringLiteral("minus"), Role::Muted);
    }
    return {};
}

rigwright::Column columnNamed(const QString &table, const QString &name)
{
    for (const rigwright::Column &column : columnsOf(table))
        if (column.name == name)
            return column;
    return {};
}

} // namespace

QString changeText(RowChange::Kind kind)
{
    switch (kind) {
    case RowChange::Kind::Added: return ImportModel::tr("Added");
    case RowChange::Kind::Changed: return ImportModel::tr("Changed");
    case RowChange::Kind::Same: return ImportModel::tr("Unchanged");
    }
    return {};
}

// The index of a changed column carries the row above it, counted from 1; that of a row carries 0.

ImportModel::ImportModel(ImportPlan plan, QObject *parent) : QAbstractItemModel(parent), m_plan(std::move(plan))
{
    setOnlyChanges(false);
}

void ImportModel::setOnlyChanges(bool only)
{
    beginResetModel();
    m_shown.clear();
    for (int i = 0; i < int(m_plan.changes.size()); ++i)
        if (!only || m_plan.changes[std::size_t(i)].kind != RowChange::Kind::Same)
            m_shown.push_back(i);
    endResetModel();
}

int ImportModel::countOf(RowChange::Kind kind) const
{
    return int(std::ranges::count(m_plan.changes, kind, &RowChange::kind));
}

QModelIndex ImportModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : 0)
                                         : QModelIndex();
}

QModelIndex ImportModel::parent(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() > 0 ? createIndex(int(index.internalId()) - 1, 0, quintptr(0))
                                                     : QModelIndex();
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_shown.size());
    return parent.internalId() == 0 && parent.column() == 0 ? int(change(parent.row()).columns.size()) : 0;
}

int ImportModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ImportModel::rowData(const RowChange &row, int column, int role) const
{
    if (role == Qt::DecorationRole)
        return column == What ? changeIcon(row.kind) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return column == Line ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case What:
        return row.kind == RowChange::Kind::Changed
                   ? tr("%1 · %Ln values", nullptr, int(row.columns.size())).arg(changeText(row.kind))
                   : changeText(row.kind);
    case Name: return row.name;
    case Identifier: return row.id;
    case Line: return QLocale().toString(row.line);
    default: return {};
    }
}

QVariant ImportModel::columnData(const RowChange::Column &changed, int column, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    const ColumnCaption caption = captionOf(m_plan.table, changed.name);
    const rigwright::Column facts = columnNamed(m_plan.table, changed.name);
    switch (column) {
    case What: return caption.text.isEmpty() ? changed.name : caption.text;
    case Name:
        return tr("%1 → %2").arg(shownText(changed.before, caption, facts), shownText(changed.after, caption, facts));
    case Identifier: return changed.name;
    default: return {};
    }
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::ToolTipRole) {
        const QString text = data(index, Qt::DisplayRole).toString();
        return text.isEmpty() ? QVariant() : QVariant(text.toHtmlEscaped());
    }
    if (index.internalId() == 0)
        return rowData(change(index.row()), index.column(), role);
    return columnData(change(int(index.internalId()) - 1).columns[std::size_t(index.row())], index.column(), role);
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == Line ? Qt::AlignRight : Qt::AlignLeft) | int(Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What: return tr("What happens");
    case Name: return tr("Name");
    case Identifier: return tr("Identifier");
    case Line: return tr("Line");
    default: return {};
    }
}

} // namespace rigwright::ui
