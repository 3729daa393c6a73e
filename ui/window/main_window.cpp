// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/catalog/catalog_panel.h"
#include "ui/charts/charts_panel.h"
#include "ui/chassis/chassis_view.h"
#include "ui/results/results_panel.h"
#include "ui/theme/theme.h"
#include "ui/tuning/tuning_window.h"
#include "ui/window/build_session.h"
#include "ui/window/catalog_pages.h"
#include "ui/window/compare_choices.h"
#include "ui/window/dock_title.h"
#include "ui/window/status_line.h"
#include "ui/window/top_bar.h"
#include "ui/window/window_actions.h"
#include "ui/workload/workload_strip.h"

#include <QApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QScreen>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright::ui {

namespace {
constexpr int kComparisonDelayMilliseconds = 300;
constexpr int kLayoutVersion = 1; ///< of what saveState() writes: another set of docks needs another number
constexpr int kCatalogWidth = 286;
constexpr int kResultsWidth = 344;
constexpr int kChartsHeight = 236;
// On a small screen the panels are narrower and the charts share the column of the results, so that
// the chassis can be read.
constexpr int kSmallScreenHeight = 850;
constexpr int kSmallCatalogWidth = 250;
constexpr int kSmallResultsWidth = 300;
const QString kGeometrySetting = QStringLiteral("window-geometry");
const QString kStateSetting = QStringLiteral("window-state");
const QString kThemeSetting = QStringLiteral("theme");

QString encoded(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray decoded(const QString &text)
{
    return QByteArray::fromBase64(text.toLatin1());
}
} // namespace

MainWindow::MainWindow(Services services, QWidget *parent)
    : QMainWindow(parent), m_services(std::move(services)),
      m_document(new BuildDocument(m_services.store->catalog(), this)),
      m_session(new BuildSession(m_document, m_services, this)),
      m_actions(std::make_unique<WindowActions>(this, m_document->undoStack()))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/rigwright.svg")));
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    buildPanels();
    connectActions();
    fillTemplates();
    restoreLayout();
    connect(m_session, &BuildSession::stateChanged, this, &MainWindow::updateTitle);
    connect(m_session, &BuildSession::autosaveFailed, this, [this](const QString &reason) {
        m_status->announce(tr("Unsaved changes could not be kept safe: %1").arg(reason));
    });
    connect(m_document, &BuildDocument::selectionChanged, this, &MainWindow::updateActions);
    connect(m_document, &BuildDocument::changed, this, &MainWindow::updateTitle);
    m_comparisonDelay.setSingleShot(true);
    m_comparisonDelay.setInterval(kComparisonDelayMilliseconds);
    connect(&m_comparisonDelay, &QTimer::timeout, this, &MainWindow::updateComparison);
    connect(m_document, &BuildDocument::changed, &m_comparisonDelay, qOverload<>(&QTimer::start));
    connect(m_session, &BuildSession::stateChanged, &m_comparisonDelay, qOverload<>(&QTimer::start));
    updateTitle();
    updateActions();
}

MainWindow::~MainWindow()
{
    // The document goes before the widgets that listen to it; its last signals are for nobody.
    m_document->undoStack()->blockSignals(true);
    m_document->blockSignals(true);
    m_session->blockSignals(true);
}

void MainWindow::buildPanels()
{
    addToolBar(Qt::TopToolBarArea, new TopBar(m_document, m_session, *m_actions, this));
    m_status = new StatusLine(m_document, m_session, this);
    setStatusBar(m_status);

    m_chassis = new ChassisView(m_document);
    m_workload = new WorkloadStrip(m_document);
    m_catalog = new CatalogPanel(m_document, m_services.search, m_services.store);
    auto *results = new ResultsPanel(m_document);
    auto *charts = new ChartsPanel(m_document);

    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_chassis, 1);
    column->addWidget(m_workload);
    setCentralWidget(centre);

    // The side panels have the whole height; the charts lie between them.
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    const auto addDock = [this](const QString &title, const char *name, QWidget *panel, Qt::DockWidgetArea area) {
        auto *dock = new QDockWidget(title);
        dock->setObjectName(QLatin1String(name));
        dock->setWidget(panel);
        dock->setTitleBarWidget(new DockTitle(dock));
        addDockWidget(area, dock);
        m_actions->panels->addAction(dock->toggleViewAction());
        m_docks.push_back(dock);
    };
    addDock(tr("Catalogue"), "catalogDock", m_catalog, Qt::LeftDockWidgetArea);
    addDock(tr("Results"), "resultsDock", results, Qt::RightDockWidgetArea);
    addDock(tr("Charts"), "chartsDock", charts, Qt::BottomDockWidgetArea);

    connect(m_catalog, &CatalogPanel::message, m_status, &StatusLine::announce);
    connect(m_catalog, &CatalogPanel::newBuildRequested, this, &MainWindow::openNewOn);
    m_pages = new CatalogPages(m_document, m_services, m_catalog, this);
    connect(m_pages, &CatalogPages::message, m_status, &StatusLine::announce);
    connect(m_pages, &CatalogPages::openTemplateRequested, this, &MainWindow::openTemplate);
    connect(m_catalog, &CatalogPanel::detailsRequested, m_pages, &CatalogPages::showDetails);
    connect(m_catalog, &CatalogPanel::priceRequested, m_pages, &CatalogPages::addPrice);
    connect(m_catalog, &CatalogPanel::copyRequested, m_pages, &CatalogPages::copyRow);
    connect(m_catalog, &CatalogPanel::ownPartRequested, m_pages, &CatalogPages::newRow);
    connect(m_catalog, &CatalogPanel::importRequested, m_pages, &CatalogPages::chooseImport);
    connect(m_chassis, &ChassisView::announced, m_status, &StatusLine::announce);
    connect(m_chassis, &ChassisView::partWanted, this, [this](PartKind kind) {
        m_docks.front()->show();
        m_catalog->showKind(kind);
    });
    connect(m_chassis, &ChassisView::templateWanted, this, [this] { m_actions->templates->popup(QCursor::pos()); });
    connect(m_workload, &WorkloadStrip::currentDeploymentChanged, results, &ResultsPanel::setDeployment);
    connect(m_workload, &WorkloadStrip::currentDeploymentChanged, charts, &ChartsPanel::setDeployment);
}

void MainWindow::connectActions()
{
    const WindowActions &a = *m_actions;
    connect(a.newBuild, &QAction::triggered, this, [this] {
        if (mayLeave())
            m_session->openNew();
    });
    connect(a.open, &QAction::triggered, this, &MainWindow::openSaved);
    connect(a.openFile, &QAction::triggered, this, &MainWindow::openFile);
    connect(a.save, &QAction::triggered, this, &MainWindow::save);
    connect(a.saveAs, &QAction::triggered, this, &MainWindow::saveAs);
    connect(a.saveFile, &QAction::triggered, this, &MainWindow::saveToFile);
    connect(a.close, &QAction::triggered, this, &QWidget::close);
    connect(a.remove, &QAction::triggered, m_chassis, &ChassisView::removeSelected);
    connect(a.duplicate, &QAction::triggered, m_chassis, &ChassisView::duplicateSelected);
    connect(a.powerLimit, &QAction::triggered, m_chassis, &ChassisView::editPowerLimit);
    connect(a.zoomIn, &QAction::triggered, m_chassis, &ChassisView::zoomIn);
    connect(a.zoomOut, &QAction::triggered, m_chassis, &ChassisView::zoomOut);
    connect(a.zoomFit, &QAction::triggered, m_chassis, &ChassisView::fit);
    connect(a.search, &QAction::triggered, this, [this] {
        m_docks.front()->show();
        m_catalog->focusSearch();
    });
    connect(a.addModel, &QAction::triggered, m_workload, &WorkloadStrip::addModel);
    connect(a.site, &QAction::triggered, this, &MainWindow::editSite);
    connect(a.compare, &QAction::triggered, this, &MainWindow::compare);
    connect(a.fineTuning, &QAction::triggered, this, &MainWindow::fineTune);
    connect(m_workload, &WorkloadStrip::fineTuningWanted, this, &MainWindow::fineTune);
    connect(a.about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(a.aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
    connect(a.resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(a.fullScreen, &QAction::toggled, this,
            [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
    m_pages->fillMenu(a.catalog);
    connect(a.recent, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    for (QAction *action : a.exports)
        connect(action, &QAction::triggered, this, [this, action] { exportAs(ReportFormat(action->data().toInt())); });
    for (QAction *action : a.themes) {
        action->setChecked(action->data().toInt() == int(Theme::current().mode()));
        connect(action, &QAction::triggered, this, [this, action] {
            const auto mode = Theme::Mode(action->data().toInt());
            Theme::current().apply(mode);
            report(m_services.builds->setSetting(kThemeSetting, Theme::modeText(mode)),
                   tr("The choice of colours could not be kept."));
        });
    }
}

void MainWindow::fillTemplates()
{
    for (const TemplateEntry &entry : m_services.templates) {
        QAction *action =
            m_actions->templates->addAction(QString(entry.name).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setStatusTip(entry.summary);
        action->setToolTip(entry.summary.toHtmlEscaped());
        connect(action, &QAction::triggered, this, [this, id = entry.id] { openTemplate(id); });
    }
    m_actions->templates->setToolTipsVisible(true);
}

void MainWindow::fillRecent()
{
    m_actions->recent->clear();
    for (const QString &path : m_session->recentFiles()) {
        QAction *action =
            m_actions->recent->addAction(QFileInfo(path).fileName().replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setStatusTip(path);
        connect(action, &QAction::triggered, this, [this, path] { openPath(path); });
    }
    if (m_actions->recent->isEmpty())
        m_actions->recent->addAction(tr("No files yet"))->setEnabled(false);
}

void MainWindow::restoreLayout()
{
    if (!restoreGeometry(decoded(m_services.builds->setting(kGeometrySetting))))
        resize(1720, 1040);
    if (!restoreState(decoded(m_services.builds->setting(kStateSetting)), kLayoutVersion))
        resetLayout();
}

void MainWindow::keepLayout()
{
    // Where these cannot be written the window opens in its usual layout: nothing is lost.
    (void)m_services.builds->setSetting(kGeometrySetting, encoded(saveGeometry()));
    (void)m_services.builds->setSetting(kStateSetting, encoded(saveState(kLayoutVersion)));
}

void MainWindow::resetLayout()
{
    const Qt::DockWidgetArea areas[] = {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea, Qt::BottomDockWidgetArea};
    for (std::size_t i = 0; i < m_docks.size(); ++i) {
        m_docks[i]->setFloating(false);
        addDockWidget(areas[i], m_docks[i]);
        m_docks[i]->show();
    }
    if (screen()->availableSize().height() < kSmallScreenHeight) {
        setTabPosition(Qt::RightDockWidgetArea, QTabWidget::North);
        tabifyDockWidget(m_docks[1], m_docks[2]);
        m_docks[1]->raise();
        resizeDocks({m_docks[0], m_docks[1]}, {kSmallCatalogWidth, kSmallResultsWidth}, Qt::Horizontal);
        return;
    }
    resizeDocks({m_docks[0], m_docks[1]}, {kCatalogWidth, kResultsWidth}, Qt::Horizontal);
    resizeDocks({m_docks[2]}, {kChartsHeight}, Qt::Vertical);
}

void MainWindow::compare()
{
    const bool first = !m_comparison;
    if (first)
        m_comparison = new CompareWindow(m_document->sharedCatalog(), this);
    std::vector<CompareChoice> choices = compareChoices(m_services, *m_document);
    // The open build against the first other one: comparing it with the template it came from says little.
    const auto another = std::ranges::find_if(choices, [this](const CompareChoice &choice) {
        return choice.id != kOpenBuildChoice && choice.name != m_document->build().name;
    });
    const QString other = another == choices.end() ? QString(kOpenBuildChoice) : another->id;
    m_comparison->setChoices(std::move(choices), m_document->sharedCatalog());
    if (first)
        m_comparison->choose(kOpenBuildChoice, other);
    m_comparison->show();
    m_comparison->raise();
    m_comparison->activateWindow();
}

void MainWindow::updateComparison()
{
    if (m_comparison && m_comparison->isVisible())
        m_comparison->setChoices(compareChoices(m_services, *m_document), m_document->sharedCatalog());
}

void MainWindow::fineTune()
{
    if (!m_tuning) {
        const std::vector<Deployment> &deployments = m_document->build().deployments;
        const auto current = std::size_t(m_workload->currentDeployment());
        m_tuning =
            new TuningWindow(m_document, current < deployments.size() ? deployments[current].modelId : QString(), this);
    }
    m_tuning->show();
    m_tuning->raise();
    m_tuning->activateWindow();
}

void MainWindow::updateTitle()
{
    const QString place =
        m_session->path().isEmpty() ? QString() : QStringLiteral(" (%1)").arg(QFileInfo(m_session->path()).fileName());
    setWindowTitle(
        QStringLiteral("%1%2[*] – %3").arg(m_document->build().name, place, QApplication::applicationDisplayName()));
    setWindowModified(m_session->isEdited());
}

void MainWindow::updateActions()
{
    const Item *item = m_document->build().find(m_document->selection());
    m_actions->remove->setEnabled(item);
    m_actions->duplicate->setEnabled(item);
    m_actions->powerLimit->setEnabled(item && item->part.kind == PartKind::Gpu);
}

} // namespace rigwright::ui
