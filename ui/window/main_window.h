// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/build_document.h"
#include "ui/window/services.h"

#include <QMainWindow>
#include <QTimer>

namespace rigwright::ui {

class BuildSession;
class CatalogPages;
class CatalogPanel;
class ChassisView;
class CompareWindow;
class StatusLine;
class TuningWindow;
class WorkloadStrip;
enum class ReportFormat;
struct WindowActions;

/// The planner's window: top bar, catalogue, chassis, workload, charts, results. Puts the panels
/// together and talks to the user about files; the panels talk to the document.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Services services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Offers what a crash left, then opens the file, else the last build, else the sample.
    void start(const QString &file = {});

    BuildDocument *document() { return m_document; }
    BuildSession *session() { return m_session; }

public Q_SLOTS:
    bool openPath(const QString &path); ///< asks about unsaved changes first
    bool save();
    bool saveAs();
    bool saveToFile();
    void openSaved();
    void openTemplate(const QString &id);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildPanels();
    void connectActions();
    void fillTemplates();
    void fillRecent();
    void restoreLayout();
    void keepLayout();
    void resetLayout();
    void updateTitle();
    void updateActions();

    /// Asks about unsaved changes. @return whether the document may be replaced
    bool mayLeave();
    bool offerRecovery();
    void openFirst();
    void openFile();
    void openNewOn(const PartRef &host);
    void exportAs(ReportFormat format);
    void editSite();
    void compare();
    void updateComparison();
    void fineTune();
    void showAbout();
    QString suggestedPath(const QString &suffix) const;
    bool report(const Outcome &outcome, const QString &what); ///< shows a failure. @return whether it was none

    Services m_services;
    BuildDocument *m_document;
    BuildSession *m_session;
    std::unique_ptr<WindowActions> m_actions;
    CatalogPages *m_pages = nullptr;
    CatalogPanel *m_catalog = nullptr;
    ChassisView *m_chassis = nullptr;
    WorkloadStrip *m_workload = nullptr;
    StatusLine *m_status = nullptr;
    CompareWindow *m_comparison = nullptr; ///< made when first asked for
    TuningWindow *m_tuning = nullptr;      ///< made when first asked for
    QTimer m_comparisonDelay;              ///< edits in a row are compared once
    std::vector<QDockWidget *> m_docks;    ///< catalogue, results, charts
};

} // namespace rigwright::ui
