// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/model_import.h"
#include "ui/chassis/chassis_view.h"
#include "ui/report/report_export.h"
#include "ui/site/site_dialog.h"
#include "ui/window/about_dialog.h"
#include "ui/window/build_session.h"
#include "ui/window/catalog_pages.h"
#include "ui/window/main_window.h"
#include "ui/window/messages.h"
#include "ui/window/open_dialog.h"
#include "ui/window/save_as_dialog.h"
#include "ui/window/status_line.h"
#include "ui/window/window_actions.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QMimeData>
#include <QStandardPaths>

namespace rigwright::ui {

namespace {
const QString kRigSuffix = QStringLiteral("rig");

QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    const QString path = urls.size() == 1 ? urls.front().toLocalFile() : QString();
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == kRigSuffix || suffix == QLatin1String("csv") || isModelFile(path) ? path : QString();
}
} // namespace

bool MainWindow::report(const Outcome &outcome, const QString &what)
{
    if (!outcome)
        showError(this, what, outcome.error());
    return outcome.ok();
}

void MainWindow::start(const QString &file)
{
    m_chassis->setFocus(Qt::OtherFocusReason);
    if (!file.isEmpty()) {
        if (!openPath(file))
            openFirst();
        return; // what a crash left is offered when no file was asked for
    }
    if (!offerRecovery())
        openFirst();
}

bool MainWindow::offerRecovery()
{
    const Result<std::vector<Build>> remains = m_services.builds->autosaved();
    if (!remains) {
        showError(this, tr("Unsaved changes of the last session could not be read."), remains.error());
        return false;
    }
    if (remains->empty())
        return false;
    const QString detail =
        remains->size() == 1
            ? tr("Rigwright ended before they were saved.")
            : tr("Rigwright ended before they were saved. %n other builds are saved as “… (recovered)”.", nullptr,
                 int(remains->size()) - 1);
    if (!confirm(this, tr("Recover the unsaved changes to “%1”?").arg(remains->front().name), detail, tr("Recover"))) {
        report(m_services.builds->discardAutosaved(), tr("The unsaved changes could not be discarded."));
        return false;
    }
    return report(m_session->recover(*remains), tr("The changes could not be recovered."));
}

void MainWindow::openFirst()
{
    if (m_session->openLast())
        return;
    const Outcome sample = m_session->openTemplate(m_services.sampleTemplate);
    if (!report(sample, tr("The sample build could not be opened.")))
        m_session->openNew();
}

bool MainWindow::mayLeave()
{
    if (!m_session->isEdited())
        return true;
    switch (askUnsaved(this, m_document->build().name)) {
    case Unsaved::Save: return save();
    case Unsaved::Discard: return true;
    case Unsaved::Cancel: break;
    }
    return false;
}

void MainWindow::openTemplate(const QString &id)
{
    if (mayLeave())
        report(m_session->openTemplate(id), tr("The template could not be opened."));
}

void MainWindow::openNewOn(const PartRef &host)
{
    if (mayLeave())
        m_session->openNewOn(host);
}

void MainWindow::openSaved()
{
    OpenDialog dialog(m_services.builds, m_session->savedId(), this);
    connect(&dialog, &OpenDialog::renamed, this, [this](qint64 id, const QString &name) {
        if (id == m_session->savedId())
            m_session->renamedElsewhere(name);
    });
    if (dialog.exec() != QDialog::Accepted || dialog.chosen() == 0 || !mayLeave())
        return;
    report(m_session->openSaved(dialog.chosen()), tr("The build could not be opened."));
}

void MainWindow::openFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open Build File"), suggestedPath(QString()),
                                                      tr("Rigwright builds (*.rig);;All files (*)"));
    if (!path.isEmpty())
        openPath(path);
}

bool MainWindow::openPath(const QString &path)
{
    if (!mayLeave())
        return false;
    const Result<QStringList> differing = m_session->openFile(path);
    if (!differing) {
        showError(this, tr("“%1” could not be opened.").arg(QFileInfo(path).fileName()), differing.error());
        return false;
    }
    if (!differing->isEmpty())
        m_status->announce(tr("%n parts differ from the catalogue: the catalogue's values are used.", nullptr,
                              int(differing->size())));
    return true;
}

bool MainWindow::save()
{
    if (!m_session->hasHome() && m_session->wouldReplace(m_document->build().name))
        return saveAs();
    if (m_document->build().name.trimmed().isEmpty())
        return saveAs();
    if (!report(m_session->save(), tr("The build could not be saved.")))
        return false;
    m_status->announce(tr("Saved “%1”").arg(m_document->build().name));
    return true;
}

bool MainWindow::saveAs()
{
    SaveAsDialog dialog(*m_session, m_document->build().name, this);
    return dialog.exec() == QDialog::Accepted
           && report(m_session->saveAs(dialog.name()), tr("The build could not be saved."));
}

bool MainWindow::saveToFile()
{
    QFileDialog dialog(this, tr("Save Build File"), suggestedPath(kRigSuffix), tr("Rigwright builds (*.rig)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(kRigSuffix);
    return dialog.exec() == QDialog::Accepted
           && report(m_session->saveToFile(dialog.selectedFiles().constFirst()), tr("The file could not be written."));
}

QString MainWindow::suggestedPath(const QString &suffix) const
{
    if (!m_session->path().isEmpty() && (suffix.isEmpty() || suffix == kRigSuffix))
        return m_session->path();
    const QString folder = m_session->path().isEmpty()
                               ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                               : QFileInfo(m_session->path()).absolutePath();
    if (suffix.isEmpty())
        return folder;
    QString name = m_document->build().name;
    for (const QChar reserved : QStringLiteral("/\\:*?\"<>|"))
        name.replace(reserved, QLatin1Char('-'));
    return QDir(folder).filePath(QStringLiteral("%1.%2").arg(name, suffix));
}

void MainWindow::exportAs(ReportFormat format)
{
    QFileDialog dialog(this, tr("Export"), suggestedPath(formatSuffix(format)),
                       QStringLiteral("%1 (*.%2)").arg(formatName(format), formatSuffix(format)));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(formatSuffix(format));
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString path = dialog.selectedFiles().constFirst();
    ReportOptions options;
    options.date = QDate::currentDate();
    options.pageSize = locale().measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter : QPageSize::A4;
    if (report(
            exportReport(format, path, m_document->build(), m_document->catalog(), m_document->evaluation(), options),
            tr("The report could not be written.")))
        m_status->announce(tr("Wrote %1").arg(QDir::toNativeSeparators(path)));
}

void MainWindow::editSite()
{
    SiteDialog(m_document, this).exec();
}

void MainWindow::showAbout()
{
    AboutDialog(m_services.store->catalog()->version, this).exec();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayLeave()) {
        event->ignore();
        return;
    }
    m_session->end();
    keepLayout();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = droppedFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    // After the drop has ended: no dialog interrupts a drag.
    QMetaObject::invokeMethod(
        this,
        [this, path] {
            if (QFileInfo(path).suffix().toLower() == kRigSuffix)
                openPath(path);
            else
                m_pages->import(path);
        },
        Qt::QueuedConnection);
}

} // namespace rigwright::ui
