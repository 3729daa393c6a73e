// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/part_page.h"

#include "ui/document/catalog_store.h"
#include "ui/part_pages/fact_list.h"
#include "ui/part_pages/measurement_list.h"
#include "ui/part_pages/page_header.h"
#include "ui/part_pages/page_labels.h"
#include "ui/part_pages/price_dialog.h"
#include "ui/part_pages/price_list.h"
#include "ui/part_pages/row_editor.h"
#include "ui/results/link_button.h"
#include "ui/window/messages.h"

#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace rigwright::ui {

namespace {

QString counted(const QString &label, int count)
{
    return count > 0 ? PartPage::tr("%1 (%2)").arg(label, QLocale().toString(count)) : label;
}

} // namespace

PartPage::PartPage(CatalogStore *store, std::vector<TemplateUse> templates, QWidget *parent)
    : QDialog(parent), m_store(store), m_templates(std::move(templates)), m_header(new PageHeader),
      m_tabs(new QTabWidget), m_facts(new FactList), m_prices(new PriceList), m_measurements(new MeasurementList),
      m_uses(new QWidget), m_useList(new QVBoxLayout(m_uses))
{
    setObjectName(QStringLiteral("partPage"));
    setModal(false);
    m_tabs->setObjectName(QStringLiteral("partTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_uses->setObjectName(QStringLiteral("templates"));
    m_useList->setContentsMargins(spacing::kTight, spacing::kMedium, spacing::kMedium, spacing::kMedium);
    m_useList->setSpacing(spacing::kSmall);
    for (QWidget *tab : {static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_prices),
                         static_cast<QWidget *>(m_measurements), m_uses})
        m_tabs->addTab(tab, QString());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kMedium);
    layout->setSpacing(spacing::kMedium);
    layout->addWidget(m_header);
    layout->addWidget(m_tabs, 1);
    setMinimumSize(560, 420);
    resize(940, 640);
    connectHeader();
    connect(m_prices, &PriceList::removeRequested, this,
            [this](qint64 price) { report(tr("The price could not be removed."), m_store->removePrice(price)); });
    connect(store, &CatalogStore::changed, this, &PartPage::refresh);
}

void PartPage::connectHeader()
{
    connect(m_header, &PageHeader::placed, this, [this] { Q_EMIT placeRequested(m_row); });
    connect(m_header, &PageHeader::favoured, this, [this](bool favourite) {
        report(tr("The favourite could not be kept."), m_store->setFavourite(m_row, favourite));
    });
    connect(m_header, &PageHeader::edited, this, &PartPage::edit);
    connect(m_header, &PageHeader::copied, this, &PartPage::copy);
    connect(m_header, &PageHeader::priceAdded, this, &PartPage::addPrice);
    connect(m_header, &PageHeader::removed, this, &PartPage::remove);
    connect(m_header, &PageHeader::noteLeft, this, &PartPage::saveNote);
}

void PartPage::show(const RowKey &row)
{
    saveNote();
    m_row = row;
    m_header->setNote(m_store->layer().notes.value(row));
    m_tabs->setCurrentIndex(0);
    refresh();
    m_facts->verticalScrollBar()->setValue(0);
    m_facts->setFocus();
    QDialog::show();
    raise();
    activateWindow();
}

void PartPage::refresh()
{
    if (m_row.id.isEmpty())
        return;
    const FactSheet sheet = factSheet(*m_store, m_row);
    if (sheet.groups.empty()) { // the user deleted it
        m_row = {};
        close();
        return;
    }
    setWindowTitle(sheet.name);
    m_header->show(m_row.table, sheet, m_store->layer().favourites.contains(m_row));
    m_facts->show(sheet.groups);
    const PriceSheet prices = priceSheet(*m_store, m_row);
    m_prices->show(prices);
    m_measurements->show(*m_store->catalog(), m_row);
    const int uses = showTemplates();

    m_tabs->setTabText(m_tabs->indexOf(m_facts), tr("Facts"));
    m_tabs->setTabText(m_tabs->indexOf(m_prices), counted(tr("Prices"), prices.count()));
    m_tabs->setTabVisible(m_tabs->indexOf(m_prices), sheet.priced);
    m_tabs->setTabText(m_tabs->indexOf(m_measurements), counted(tr("Measurements"), m_measurements->count()));
    m_tabs->setTabText(m_tabs->indexOf(m_uses), counted(tr("Used in templates"), uses));
}

int PartPage::showTemplates()
{
    while (QLayoutItem *item = m_useList->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater(); // its click may have led here
        delete item;
    }
    int uses = 0;
    for (const TemplateUse &use : m_templates) {
        if (!use.rows.contains(m_row))
            continue;
        ++uses;
        auto *link = new LinkButton(use.name);
        link->setObjectName(QStringLiteral("openTemplate"));
        link->setAccessibleName(tr("Open the template %1").arg(use.name));
        link->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        connect(link, &QAbstractButton::clicked, this, [this, id = use.id] { Q_EMIT openTemplateRequested(id); });
        m_useList->addWidget(link);
    }
    if (uses == 0)
        m_useList->addWidget(textLabel(tr("No template uses it."), FontRole::Body, true));
    m_useList->addStretch();
    return uses;
}

void PartPage::report(const QString &what, const Outcome &outcome)
{
    if (!outcome) {
        showError(this, what, outcome.error());
        refresh(); // the star stands where it is, not where it was put
    }
}

void PartPage::edit()
{
    auto *editor = new RowEditor(m_store, editedRow(*m_store, m_row), this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->open();
}

void PartPage::copy()
{
    auto *editor = new RowEditor(m_store, copiedRow(*m_store, m_row, QDate::currentDate()), this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &RowEditor::saved, this, qOverload<const RowKey &>(&PartPage::show));
    editor->open();
}

void PartPage::addPrice()
{
    auto *dialog = new PriceDialog(m_store, m_row, QDate::currentDate(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] { m_tabs->setCurrentWidget(m_prices); });
    dialog->open();
}

void PartPage::remove()
{
    const QString name = nameOf(*m_store->catalog(), m_row);
    const bool own = cellsOf(*m_store->shipped(), m_row).empty();
    const bool sure =
        own ? confirm(this, tr("Delete “%1”?").arg(name),
                      tr("Builds that use it will not find it any more. This cannot be undone."), tr("Delete"))
            : confirm(this, tr("Revert “%1” to what ships?").arg(name),
                      tr("Your values go. Your prices and your note stay."), tr("Revert"));
    if (sure)
        report(own ? tr("It could not be deleted.") : tr("It could not be reverted."), m_store->removeRow(m_row));
}

bool PartPage::isUnchanged(const QString &note) const
{
    return m_row.id.isEmpty() || note == m_store->layer().notes.value(m_row);
}

void PartPage::saveNote()
{
    const QString note = m_header->note();
    if (!isUnchanged(note))
        report(tr("The note could not be kept."), m_store->setNote(m_row, note));
}

void PartPage::done(int result)
{
    saveNote();
    QDialog::done(result);
}

} // namespace rigwright::ui
