// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/any_table.h"
#include "ui/window/services.h"

#include <QObject>

class QMenu;
class QWidget;

namespace rigwright::ui {

class BuildDocument;
class CatalogPanel;
class PartPage;

/// The catalogue's own windows: details of a row, the editor of own parts, prices, import and export.
class CatalogPages : public QObject
{
    Q_OBJECT
public:
    /// @param services outlive the pages
    CatalogPages(BuildDocument *document, const Services &services, CatalogPanel *panel, QWidget *window);

    void fillMenu(QMenu *menu);
    void showDetails(const RowKey &row);
    void addPrice(const RowKey &row);
    void copyRow(const RowKey &row);
    void newRow(const QString &table);
    void chooseImport();
    void import(const QString &path);

Q_SIGNALS:
    void message(const QString &text); ///< worth a line in the status bar
    void openTemplateRequested(const QString &id);

private:
    void showSelected(); ///< the catalogue's row where the keyboard is there, else the chassis' part
    void exportOwn();
    void place(const RowKey &row);
    PartPage *page();

    BuildDocument *m_document;
    CatalogPanel *m_panel;
    const Services &m_services;
    QWidget *m_window;
    PartPage *m_page = nullptr; ///< made when it is first asked for
};

} // namespace rigwright::ui
