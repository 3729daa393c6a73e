// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/measurement_list.h"

#include "ui/part_pages/measurement_model.h"
#include "ui/part_pages/page_labels.h"

#include <QDesktopServices>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace rigwright::ui {

MeasurementList::MeasurementList(QWidget *parent)
    : QWidget(parent), m_model(new MeasurementModel(this)), m_sorted(new QSortFilterProxyModel(this)),
      m_view(new QTableView), m_summary(textLabel({}, FontRole::Body, true))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(MeasurementModel::kSortRole);
    m_view->setObjectName(QStringLiteral("measurements"));
    m_view->setAccessibleName(tr("Measurements"));
    m_view->setModel(m_sorted);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(MeasurementModel::Date, Qt::DescendingOrder);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false); // Tab goes on to the next control
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->setWordWrap(false);
    m_view->setFont(Theme::font(FontRole::Small));
    m_view->setIconSize({12, 12});
    m_view->setStyleSheet(QStringLiteral("QTableView::item { padding: 0 5px; }"));
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(m_view->fontMetrics().height() + 9);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setFont(Theme::font(FontRole::Small));
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_view, &QTableView::activated, this, &MeasurementList::openSource);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::kMedium, 0, 0);
    layout->addWidget(m_summary);
    layout->addWidget(m_view, 1);
}

void MeasurementList::show(const Catalog &catalog, const RowKey &key)
{
    if (!m_model->show(catalog, key))
        return; // where the user has scrolled to
    m_view->setVisible(count() > 0);
    m_summary->setText(count() == 0 ? tr("No published measurement is known.")
                                    : tr("%Ln published measurements", nullptr, count()) + QStringLiteral(" · ")
                                          + tr("%Ln used for estimates", nullptr, m_model->trustedCount()));
    fitColumns();
    m_view->selectRow(0);
    layout()->setAlignment(m_summary, count() == 0 ? Qt::AlignTop : Qt::Alignment());
}

/// As wide as their figures and headings: the table's own measure leaves room for a sort mark everywhere.
void MeasurementList::fitColumns()
{
    constexpr int kWidest = 160;
    constexpr int kPadding = 24;
    const QFontMetrics metrics(m_view->horizontalHeader()->font());
    for (int column = 0; column < MeasurementModel::Use; ++column) { // which takes the room that is left
        const QString heading = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int wanted = std::max(static_cast<QAbstractItemView *>(m_view)->sizeHintForColumn(column) + 8,
                                    metrics.size(0, heading).width() + kPadding);
        m_view->setColumnWidth(column, std::min(wanted, kWidest));
    }
}

int MeasurementList::count() const
{
    return m_model->rowCount();
}

void MeasurementList::openSource(const QModelIndex &index) const
{
    if (const auto address = m_model->address(m_sorted->mapToSource(index).row()))
        QDesktopServices::openUrl(*address);
}

} // namespace rigwright::ui
