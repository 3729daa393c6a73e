// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report_export.h"

#include <QAction>

#include <vector>

class QMainWindow;
class QMenu;
class QUndoStack;

namespace rigwright::ui {

/// Every command of the window with its name, icon and shortcut; the window connects them.
struct WindowActions
{
    WindowActions(QMainWindow *window, QUndoStack *undoStack);

    QAction *newBuild;
    QAction *open;
    QAction *openFile;
    QAction *save;
    QAction *saveAs;
    QAction *saveFile;
    QAction *compare;
    QAction *fineTuning;
    QAction *close;
    QAction *undo;
    QAction *redo;
    QAction *remove;
    QAction *duplicate;
    QAction *powerLimit;
    QAction *site;
    QAction *search;
    QAction *addModel;
    QAction *zoomIn;
    QAction *zoomOut;
    QAction *zoomFit;
    QAction *resetLayout;
    QAction *fullScreen;
    QAction *about;
    QAction *aboutQt;
    std::vector<QAction *> exports; ///< data(): int(ReportFormat)
    std::vector<QAction *> themes;  ///< data(): int(Theme::Mode); exclusive

    QMenu *templates; ///< filled by the window
    QMenu *recent;    ///< filled by the window when it opens
    QMenu *openMenu;  ///< of the top bar's Open button
    QMenu *exportMenu;
    QMenu *catalog; ///< filled by the window
    QMenu *panels;  ///< the docks' own actions go here

private:
    void fillMenuBar(QMainWindow *window);
};

/// @return the name of a format with its suffix, for menus and file dialogs
QString formatName(ReportFormat format);
QString formatSuffix(ReportFormat format);

} // namespace rigwright::ui
