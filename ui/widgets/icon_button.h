// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace rigwright::ui {

/// A flat button that shows one of the program's icons. `label` is its tooltip and its name for
/// assistive technology.
class IconButton : public QToolButton
{
    Q_OBJECT
public:
    IconButton(const QString &iconName, const QString &label, QWidget *parent = nullptr);
};

} // namespace rigwright::ui
