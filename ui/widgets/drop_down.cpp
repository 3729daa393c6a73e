// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/drop_down.h"

#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace rigwright::ui {

void dropDown(QWidget *popup, const QWidget *anchor)
{
    constexpr int kGap = 2;
    const QRect screen = anchor->screen()->availableGeometry();
    QPoint corner = anchor->mapToGlobal(QPoint(0, anchor->height() + kGap));
    if (corner.y() + popup->height() > screen.bottom())
        corner.setY(std::max(screen.top(), anchor->mapToGlobal(QPoint(0, -kGap)).y() - popup->height()));
    corner.setX(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - popup->width())));
    popup->move(corner);
    popup->show();
}

} // namespace rigwright::ui
