// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QIcon>

namespace rigwright::ui {

/// The drawing resources/icons/NAME.svg in a colour of the theme, sharp at every size. It follows
/// a change of theme by itself.
QIcon themedIcon(const QString &name, Role role = Role::Text);

/// @return the drawing as a pixmap of `size` device-independent pixels in the present colours
QPixmap iconPixmap(const QString &name, Role role, int size, double devicePixelRatio = 1.0);

} // namespace rigwright::ui
