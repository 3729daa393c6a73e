// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrapped_label.h"

namespace rigwright::ui {

WrappedLabel::WrappedLabel(FontRole font, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setFont(Theme::font(font));
    setWordWrap(true);
    setMinimumWidth(0);
}

int WrappedLabel::heightForWidth(int width) const
{
    return m_heights.of(text(), font(), width, [this, width] { return QLabel::heightForWidth(width); });
}

} // namespace rigwright::ui
