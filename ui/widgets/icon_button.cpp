// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icon_button.h"

#include "ui/theme/icons.h"

namespace rigwright::ui {

IconButton::IconButton(const QString &iconName, const QString &label, QWidget *parent) : QToolButton(parent)
{
    setIcon(themedIcon(iconName));
    setIconSize({16, 16});
    setToolTip(label);
    setAccessibleName(label);
    setProperty("kind", QStringLiteral("flat"));
    setFocusPolicy(Qt::StrongFocus);
}

} // namespace rigwright::ui
