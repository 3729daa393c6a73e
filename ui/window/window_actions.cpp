// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_actions.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QUndoStack>

namespace rigwright::ui {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WindowActions)
};

QAction *make(QMainWindow *window, const char *iconName, const QString &text, const QKeySequence &keys = {})
{
    auto *action = new QAction(text, window);
    if (*iconName)
        action->setIcon(themedIcon(QLatin1String(iconName)));
    action->setShortcut(keys);
    window->addAction(action); // the shortcut works whatever menu it is in
    return action;
}
} // namespace

QString formatName(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Pdf: return Text::tr("PDF document");
    case ReportFormat::Html: return Text::tr("Web page (HTML)");
    case ReportFormat::Csv: return Text::tr("Parts list as CSV");
    case ReportFormat::Markdown: return Text::tr("Markdown");
    case ReportFormat::Json: return Text::tr("Results as JSON");
    case ReportFormat::Text: return Text::tr("Plain text");
    }
    return {};
}

QString formatSuffix(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Pdf: return QStringLiteral("pdf");
    case ReportFormat::Html: return QStringLiteral("html");
    case ReportFormat::Csv: return QStringLiteral("csv");
    case ReportFormat::Markdown: return QStringLiteral("md");
    case ReportFormat::Json: return QStringLiteral("json");
    case ReportFormat::Text: return QStringLiteral("txt");
    }
    return {};
}

WindowActions::WindowActions(QMainWindow *window, QUndoStack *undoStack)
    : newBuild(make(window, "new", Text::tr("&New Build"), QKeySequence::New)),
      open(make(window, "open", Text::tr("&Open Saved…"), QKeySequence::Open)),
      openFile(make(window, "", Text::tr("Open &File…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O))),
      save(make(window, "save", Text::tr("&Save"), QKeySequence::Save)),
      saveAs(make(window, "", Text::tr("Save &As…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S))),
      saveFile(make(window, "", Text::tr("Save as F&ile (.rig)…"))),
      compare(make(window, "compare", Text::tr("&Compare…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C))),
      fineTuning(make(window, "", Text::tr("Fine-&tuning…"), QKeySequence(Qt::CTRL | Qt::Key_T))),
      close(make(window, "", Text::tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q))),
      undo(undoStack->createUndoAction(window, Text::tr("&Undo"))),
      redo(undoStack->createRedoAction(window, Text::tr("&Redo"))),
      remove(make(window, "trash", Text::tr("&Remove Part"), QKeySequence::Delete)),
      duplicate(make(window, "copy", Text::tr("&Duplicate Part"), QKeySequence(Qt::CTRL | Qt::Key_D))),
      powerLimit(make(window, "bolt", Text::tr("Set &Power Limit…"), QKeySequence(Qt::CTRL | Qt::Key_L))),
      site(make(window, "site", Text::tr("&Site and Power…"), QKeySequence(Qt::CTRL | Qt::Key_I))),
      search(make(window, "search", Text::tr("&Find in Catalogue"), QKeySequence::Find)),
      addModel(make(window, "model", Text::tr("Add &Model…"), QKeySequence(Qt::CTRL | Qt::Key_M))),
      zoomIn(make(window, "", Text::tr("Zoom &In"), QKeySequence::ZoomIn)),
      zoomOut(make(window, "", Text::tr("Zoom &Out"), QKeySequence::ZoomOut)),
      zoomFit(make(window, "", Text::tr("&Fit Chassis"), QKeySequence(Qt::CTRL | Qt::Key_0))),
      resetLayout(make(window, "", Text::tr("&Reset Panels"))),
      fullScreen(make(window, "", Text::tr("F&ull Screen"), QKeySequence(Qt::Key_F11))),
      about(make(window, "info", Text::tr("&About Rigwright"))), aboutQt(make(window, "", Text::tr("About &Qt"))),
      templates(new QMenu(Text::tr("New from &Template"), window)),
      recent(new QMenu(Text::tr("&Recent Files"), window)), openMenu(new QMenu(window)),
      exportMenu(new QMenu(Text::tr("&Export"), window)), catalog(new QMenu(Text::tr("&Catalogue"), window)),
      panels(new QMenu(Text::tr("&Panels"), window))
{
    undo->setShortcut(QKeySequence::Undo);
    undo->setIcon(themedIcon(QStringLiteral("undo")));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    redo->setIcon(themedIcon(QStringLiteral("redo")));
    window->addActions({undo, redo});
    fullScreen->setCheckable(true);
    about->setMenuRole(QAction::AboutRole);
    aboutQt->setMenuRole(QAction::AboutQtRole);

    for (const ReportFormat format : {ReportFormat::Pdf, ReportFormat::Html, ReportFormat::Csv, ReportFormat::Markdown,
                                      ReportFormat::Json, ReportFormat::Text}) {
        QAction *action = make(window, "", QStringLiteral("%1…").arg(formatName(format)));
        action->setData(int(format));
        exports.push_back(action);
    }
    exports.front()->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    exports.front()->setIcon(themedIcon(QStringLiteral("export")));

    auto *group = new QActionGroup(window);
    const std::pair<Theme::Mode, QString> modes[] = {{Theme::Mode::System, Text::tr("As the &System")},
                                                     {Theme::Mode::Light, Text::tr("&Light")},
                                                     {Theme::Mode::Dark, Text::tr("&Dark")}};
    for (const auto &[mode, text] : modes) {
        QAction *action = group->addAction(text);
        action->setCheckable(true);
        action->setData(int(mode));
        themes.push_back(action);
    }
    fillMenuBar(window);
}

void WindowActions::fillMenuBar(QMainWindow *window)
{
    for (QAction *action : exports)
        exportMenu->addAction(action);
    openMenu->addActions({open, openFile});
    openMenu->addMenu(recent);

    QMenu *file = window->menuBar()->addMenu(Text::tr("&File"));
    file->addAction(newBuild);
    file->addMenu(templates);
    file->addSeparator();
    file->addActions({open, openFile});
    file->addMenu(recent);
    file->addSeparator();
    file->addActions({save, saveAs, saveFile});
    file->addMenu(exportMenu);
    file->addSeparator();
    file->addAction(close);

    QMenu *edit = window->menuBar()->addMenu(Text::tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({duplicate, powerLimit, remove});
    edit->addSeparator();
    edit->addActions({search, addModel, site});

    QMenu *view = window->menuBar()->addMenu(Text::tr("&View"));
    view->addActions({compare, fineTuning});
    view->addSeparator();
    view->addActions({zoomIn, zoomOut, zoomFit});
    view->addSeparator();
    view->addMenu(panels);
    view->addAction(resetLayout);
    QMenu *colours = view->addMenu(Text::tr("&Colours"));
    for (QAction *action : themes)
        colours->addAction(action);
    view->addAction(fullScreen);

    window->menuBar()->addMenu(catalog);
    window->menuBar()->addMenu(Text::tr("&Help"))->addActions({about, aboutQt});
}

} // namespace rigwright::ui
