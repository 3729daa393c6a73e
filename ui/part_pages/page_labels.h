// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"
#include "ui/theme/theme.h"

#include <QLabel>

namespace rigwright::ui {

/// Plain text that wraps and can be selected and copied.
QLabel *textLabel(const QString &text, FontRole font, bool muted = false);

/// A small drawing that follows the theme. What it means is said beside it.
class IconLabel : public QLabel
{
    Q_OBJECT
public:
    IconLabel(const QString &name, Role role, int size = 14, QWidget *parent = nullptr);
    void setDrawing(const QString &name, Role role);

private:
    void draw();

    QString m_name;
    Role m_role;
    int m_size;
};

} // namespace rigwright::ui
