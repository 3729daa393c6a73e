// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workload/elided_button.h"

namespace rigwright::ui {

namespace {
constexpr int kFrame = 24; // border and padding of the style sheet, both sides
constexpr int kIconGap = 6;
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
    const int room = width() - kFrame - drawing - fontMetrics().horizontalAdvance(kArrow);
    setText(fontMetrics().elidedText(m_full, Qt::ElideRight, room) + kArrow);
}

} // namespace rigwright::ui
