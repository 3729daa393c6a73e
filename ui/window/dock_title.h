// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDockWidget;

namespace rigwright::ui {

/// The slim head of a dock: its name, and buttons to take it out and to close it. Dragging it
/// moves the dock.
class DockTitle : public QWidget
{
    Q_OBJECT
public:
    explicit DockTitle(QDockWidget *dock);
};

} // namespace rigwright::ui
