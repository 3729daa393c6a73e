// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workload/elided_button.h"

namespace rigwright::ui {

namespace {
constexpr int kFrame = 24; // border and padding of the style sheet, both sides
constexpr int kIconGap = 4;
const QString kArrow = QStringLiteral(" ▾");
} // namespace

ElidedButton::ElidedButton(QWidget *parent) : QPushButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAutoDefault(false);
}

void ElidedButton::setFullText(const QString &text)
{
    if (text != m_full) {
        m_full = text;
        updateGeometry();
    }
    elide(); // the icon may have come or gone
}

QSize ElidedButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_full + kArrow) + kFrame, QPushButton::sizeHint().height()};
}

QSize ElidedButton::minimumSizeHint() const
{
    return {64, QPushButton::sizeHint().height()};
}

void ElidedButton::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    elide();
}

void ElidedButton::elide()
{
    const int drawing = icon().isNull() ? 0 : iconSize().width() + kIconGap;
    const int room = width() - kFrame - drawing;
    const int arrow = fontMetrics().horizontalAdvance(kArrow);
    // Beside a drawing the whole text is worth more than the arrow.
    const bool bare = drawing > 0 && fontMetrics().horizontalAdvance(m_full) > room - arrow;
    setText(bare ? fontMetrics().elidedText(m_full, Qt::ElideRight, room)
                 : fontMetrics().elidedText(m_full, Qt::ElideRight, room - arrow) + kArrow);
}

} // namespace rigwright::ui
