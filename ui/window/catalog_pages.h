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
    void chooseModel();
    /// Shows what the rows of a CSV file, or the model of a .gguf file or a config.json, would change; the user
    /// decides.
    void import(const QString &path);

Q_SIGNALS:
    void message(const QString &text); ///< worth a line in the status bar
    void openTemplateRequested(const QString &id);

private:
    void showSelected(); ///< the catalogue's row where the keyboard is there, else the chassis' part
    void exportOwn();
    void importTable(const QString &path);
    void importModel(const QString &path, const QString &name = {});
    QString askName(const LlmModel &model);
    bool keep(const Catalog &rows); ///< @return whether the imported rows are kept; if not, the user was told
    void place(const RowKey &row);
    void announcePlaced(const QString &name, const Result<QString> &placed);
    PartPage *page();

    BuildDocument *m_document;
    CatalogPanel *m_panel;
    const Services &m_services;
    QWidget *m_window;
    PartPage *m_page = nullptr; ///< made when it is first asked for
};

} // namespace rigwright::ui
