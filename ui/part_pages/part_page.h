// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/result.h"
#include "ui/part_pages/template_use.h"

#include <QDialog>

class QTabWidget;
class QVBoxLayout;

namespace rigwright::ui {

class CatalogStore;
class FactList;
class MeasurementList;
class PageHeader;
class PriceList;

/// Everything that is known of one row of the catalogue, beside the window. It follows the catalogue: what is
/// edited here or elsewhere shows at once.
class PartPage : public QDialog
{
    Q_OBJECT
public:
    /// @param store  outlives the page
    PartPage(CatalogStore *store, std::vector<TemplateUse> templates, QWidget *parent = nullptr);
    /// Shows a row and brings the page to the front.
    void show(const RowKey &row);
    using QDialog::show;
    const RowKey &row() const { return m_row; }
    void done(int result) override;

Q_SIGNALS:
    void placeRequested(const RowKey &row); ///< a part into the build, or a model into the workload
    void openTemplateRequested(const QString &id);

private:
    void refresh();
    void connectHeader();
    void edit();
    void copy();
    void addPrice();
    void remove();
    void saveNote();
    bool isUnchanged(const QString &note) const;
    int showTemplates();
    void report(const QString &what, const Outcome &outcome);

    CatalogStore *m_store;
    std::vector<TemplateUse> m_templates;
    RowKey m_row;
    PageHeader *m_header;
    QTabWidget *m_tabs;
    FactList *m_facts;
    PriceList *m_prices;
    MeasurementList *m_measurements;
    QWidget *m_uses;
    QVBoxLayout *m_useList;
};

} // namespace rigwright::ui
