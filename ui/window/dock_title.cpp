// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/dock_title.h"

#include "ui/widgets/icon_button.h"
#include "ui/widgets/section_label.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QMainWindow>

namespace rigwright::ui {

DockTitle::DockTitle(QDockWidget *dock) : QWidget(dock), m_dock(dock), m_name(new SectionLabel(dock->windowTitle()))
{
    auto *take = new IconButton(QStringLiteral("float"),
                                tr("Take %1 out of the window, or put it back").arg(dock->windowTitle()));
    auto *close =
        new IconButton(QStringLiteral("close"), tr("Close %1 (View brings it back)").arg(dock->windowTitle()));
    for (IconButton *button : {take, close}) {
        button->setIconSize({11, 11});
        button->setFocusPolicy(Qt::NoFocus); // the View menu does the same with the keyboard
    }
    close->setObjectName(QStringLiteral("closeDock"));
    connect(take, &QAbstractButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
    connect(close, &QAbstractButton::clicked, dock, &QWidget::close);
    connect(dock, &QDockWidget::topLevelChanged, this, &DockTitle::refreshName);
    connect(dock, &QDockWidget::visibilityChanged, this, &DockTitle::refreshName);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 3, 4, 0);
    layout->setSpacing(0);
    layout->addWidget(m_name, 1);
    layout->addWidget(take);
    layout->addWidget(close);
}

void DockTitle::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshName();
}

void DockTitle::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refreshName();
}

void DockTitle::refreshName()
{
    const auto *window = qobject_cast<const QMainWindow *>(m_dock->parentWidget());
    const bool amongTabs = window && !m_dock->isFloating() && !window->tabifiedDockWidgets(m_dock).isEmpty();
    m_name->setText(amongTabs ? QString() : m_dock->windowTitle());
}

} // namespace rigwright::ui
