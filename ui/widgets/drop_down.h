// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace rigwright::ui {

/// Shows a popup under its anchor, or over it where the screen ends; always wholly on the screen.
void dropDown(QWidget *popup, const QWidget *anchor);

} // namespace rigwright::ui
