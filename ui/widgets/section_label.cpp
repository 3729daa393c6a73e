// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/section_label.h"

#include "ui/theme/theme.h"

namespace rigwright::ui {

SectionLabel::SectionLabel(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setFont(Theme::font(FontRole::Section));
    setProperty("tone", QStringLiteral("muted"));
}

} // namespace rigwright::ui
