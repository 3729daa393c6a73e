// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QPalette>
#include <QString>

namespace rigwright::ui {

/// The style sheet of the program in these colours. Dynamic properties that it knows:
/// QPushButton/QToolButton `kind` = "primary" | "flat"; QLabel `tone` = "muted" | "good" | "warn" | "bad".
QString styleSheet(const Palette &palette);

/// The same colours for everything that asks the widget palette.
QPalette widgetPalette(const Palette &palette);

} // namespace rigwright::ui
