// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QString>

/// The hands of the user: events of the X server made by xdotool, not calls into the program.
/// Blocks until the events are sent; call it from outside the GUI thread.
namespace pointer {

void click(QPoint at);
void press(QPoint at);
void moveTo(QPoint at); ///< in small steps, as a hand does
void release();
void key(const QString &combination); ///< "ctrl+s", "Delete", "Return"
void type(const QString &text);

} // namespace pointer
