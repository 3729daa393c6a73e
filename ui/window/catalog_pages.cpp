// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/catalog_pages.h"

#include "core/interchange/model_import.h"
#include "ui/catalog/add_to_build.h"
#include "ui/catalog/catalog_panel.h"
#include "ui/document/build_document.h"
#include "ui/part_pages/column_captions.h"
#include "ui/part_pages/import_dialog.h"
#include "ui/part_pages/part_page.h"
#include "ui/part_pages/price_dialog.h"
#include "ui/part_pages/row_draft.h"
#include "ui/part_pages/row_editor.h"
#include "ui/theme/icons.h"
#include "ui/window/messages.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QSaveFile>

namespace rigwright::ui {

namespace {
QDate today()
{
    return QDate::currentDate();
}

/// With the user's rows, without the prices: a price that was seen is not a row's own.
std::shared_ptr<const Catalog> catalogForImport(const CatalogStore &store)
{
    UserLayer ownRows;
    ownRows.rows = store.layer().rows;
    return withUserLayer(store.shipped(), ownRows);
}

/// Makes a dialog that goes when it is closed, and shows it over the window.
template <class Dialog, class... Arguments>
Dialog *opened(Arguments &&...arguments)
{
    auto *dialog = new Dialog(std::forward<Arguments>(arguments)...);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}
} // namespace

CatalogPages::CatalogPages(BuildDocument *document, const Services &services, CatalogPanel *panel, QWidget *window)
    : QObject(window), m_document(document), m_panel(panel), m_services(services), m_window(window)
{}

void CatalogPages::fillMenu(QMenu *menu)
{
    QAction *details =
        menu->addAction(themedIcon(QStringLiteral("info")), tr("&Details…"), this, &CatalogPages::showSelected);
    details->setShortcut(QKeySequence(kDetailsKey));
    menu->addSeparator();
    QMenu *make = menu->addMenu(tr("&New Own Part"));
    for (const QString &table : ownableTables())
        connect(make->addAction(tableText(table)), &QAction::triggered, this, [this, table] { newRow(table); });
    menu->addAction(tr("&Import CSV…"), this, &CatalogPages::chooseImport);
    menu->addAction(tr("Import &Model…"), this, &CatalogPages::chooseModel);
    menu->addAction(tr("&Export My Own Parts…"), this, &CatalogPages::exportOwn);
}

PartPage *CatalogPages::page()
{
    if (m_page)
        return m_page;
    std::vector<TemplateUse> uses;
    for (const TemplateEntry &entry : m_services.templates)
        if (const Result<Build> build = m_services.loadTemplate(entry.id))
            uses.push_back({entry.id, entry.name, rowsNamedBy(*build)});
    m_page = new PartPage(m_services.store, std::move(uses), m_window);
    connect(m_page, &PartPage::placeRequested, this, &CatalogPages::place);
    connect(m_page, &PartPage::openTemplateRequested, this, &CatalogPages::openTemplateRequested);
    return m_page;
}

void CatalogPages::showDetails(const RowKey &row)
{
    page()->show(row);
}

void CatalogPages::showSelected()
{
    if (const std::optional<RowKey> row = m_panel->focusedRow())
        showDetails(*row);
    else if (const Item *item = m_document->build().find(m_document->selection()))
        showDetails({tableOf(item->part.kind), item->part.id});
    else
        Q_EMIT message(tr("Select a part in the catalogue or in the chassis first."));
}

void CatalogPages::addPrice(const RowKey &row)
{
    opened<PriceDialog>(m_services.store, row, today(), m_window);
}

void CatalogPages::copyRow(const RowKey &row)
{
    auto *editor = opened<RowEditor>(m_services.store, copiedRow(*m_services.store, row, today()), m_window);
    connect(editor, &RowEditor::saved, this, &CatalogPages::showDetails);
}

void CatalogPages::newRow(const QString &table)
{
    auto *editor = opened<RowEditor>(m_services.store, ui::newRow(table, today()), m_window);
    connect(editor, &RowEditor::saved, this, &CatalogPages::showDetails);
}

void CatalogPages::place(const RowKey &row)
{
    const std::optional<PartKind> kind = kindOf(row.table);
    const QString name = nameOf(m_document->catalog(), row);
    announcePlaced(name, kind ? addPart(*m_document, {*kind, row.id}) : addModel(*m_document, row.id));
}

void CatalogPages::announcePlaced(const QString &name, const Result<QString> &placed)
{
    if (!placed)
        Q_EMIT message(tr("%1 cannot be used: %2").arg(name, placed.error().message));
    else
        Q_EMIT message(placed->isEmpty() ? tr("Added %1").arg(name) : tr("Added %1. %2").arg(name, *placed));
}

void CatalogPages::chooseImport()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Import Parts"), QDir::homePath(),
                                                      tr("Tables (*.csv);;All files (*)"));
    if (!path.isEmpty())
        import(path);
}

void CatalogPages::chooseModel()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Import Model"), QDir::homePath(),
                                                      tr("Models (*.gguf config.json);;All files (*)"));
    if (!path.isEmpty())
        importModel(path);
}

void CatalogPages::import(const QString &path)
{
    if (isModelFile(path))
        importModel(path);
    else
        importTable(path);
}

void CatalogPages::importTable(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return showError(m_window, tr("The file could not be opened."),
                         {Error::Code::Io, QStringLiteral("%1: %2").arg(path, file.errorString())});
    const ImportPlan plan =
        planImport(file, QFileInfo(path).fileName(), QString(), *catalogForImport(*m_services.store), today());
    auto *dialog = opened<ImportDialog>(plan, m_window);
    connect(dialog, &QDialog::accepted, this, [this, rows = plan.rows] {
        if (keep(rows))
            Q_EMIT message(tr("Imported."));
    });
}

void CatalogPages::importModel(const QString &path, const QString &name)
{
    const QFileInfo file(path);
    const Result<LlmModel> model =
        readModelFile(file.fileName(), file.absoluteDir().dirName(), name, filesIn(file.absoluteDir()));
    if (!model)
        return showError(m_window, tr("No model could be read from “%1”.").arg(file.fileName()), model.error());
    const auto catalog = catalogForImport(*m_services.store);
    const ImportPlan plan = planModelImport(*model, file.fileName(), *catalog, today());
    if (!plan.problems.isEmpty() && catalog->models.find(model->id)) {
        if (const QString own = askName(*model); !own.isEmpty())
            importModel(path, own);
        return;
    }
    auto *dialog = opened<ImportDialog>(plan, m_window, tr("&Add it to the build"));
    connect(dialog, &QDialog::accepted, this, [this, dialog, plan, model = *model] {
        if (!plan.rows.models.empty() && !keep(plan.rows))
            return;
        if (!dialog->offerIsTaken())
            return Q_EMIT message(tr("Imported %1").arg(model.name));
        // The file's own quantization; a configuration names none.
        const QString quant = model.ggufBytes.size() == 1 ? model.ggufBytes.constBegin().key() : QString();
        announcePlaced(model.name, addModel(*m_document, plan.changes.front().id, quant));
    });
}

/// @return the name that the user gives to a model whose own name another one has; empty = none
QString CatalogPages::askName(const LlmModel &model)
{
    return QInputDialog::getText(m_window, tr("Import Model"),
                                 tr("The catalogue has another model named “%1”. Name of this one:").arg(model.name),
                                 QLineEdit::Normal, model.name)
        .trimmed();
}

bool CatalogPages::keep(const Catalog &rows)
{
    const Outcome saved = m_services.store->saveRows(rows);
    if (!saved)
        showError(m_window, tr("The rows could not be kept."), saved.error());
    return saved.ok();
}

void CatalogPages::exportOwn()
{
    const QString folder = QFileDialog::getExistingDirectory(m_window, tr("Export My Own Parts To"), QDir::homePath());
    if (folder.isEmpty())
        return;
    QStringList written;
    for (const QString &table : ownableTables()) {
        const QByteArray csv = tableCsv(m_services.store->layer().rows, table);
        if (csv.count('\n') < 2)
            continue; // a header alone
        QSaveFile file(QDir(folder).filePath(table + QStringLiteral(".csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size() || !file.commit())
            return showError(
                m_window, tr("The export could not be written."),
                {Error::Code::NotWritable, QStringLiteral("%1: %2").arg(file.fileName(), file.errorString())});
        written << table + QStringLiteral(".csv");
    }
    Q_EMIT message(written.isEmpty() ? tr("You have no parts of your own yet.")
                                     : tr("Written: %1").arg(written.join(QStringLiteral(", "))));
}

} // namespace rigwright::ui
