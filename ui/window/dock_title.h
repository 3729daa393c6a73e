// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDockWidget;
class QLabel;

namespace rigwright::ui {

/// The slim head of a dock: its name, and buttons to take it out and to close it. Dragging it
/// moves the dock. Among tabs the tab has the name, so that the head leaves it out.
class DockTitle : public QWidget
{
    Q_OBJECT
public:
    explicit DockTitle(QDockWidget *dock);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refreshName();

    QDockWidget *m_dock;
    QLabel *m_name;
};

} // namespace rigwright::ui
