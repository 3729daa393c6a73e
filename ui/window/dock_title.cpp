// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/dock_title.h"

#include "ui/widgets/icon_button.h"
#include "ui/widgets/section_label.h"

#include <QDockWidget>
#include <QHBoxLayout>

namespace rigwright::ui {

DockTitle::DockTitle(QDockWidget *dock) : QWidget(dock)
{
    auto *name = new SectionLabel(dock->windowTitle());
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

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 3, 4, 0);
    layout->setSpacing(0);
    layout->addWidget(name, 1);
    layout->addWidget(take);
    layout->addWidget(close);
}

} // namespace rigwright::ui
