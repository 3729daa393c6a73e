// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workload/elided_button.h"

namespace rigwright::ui {

namespace {
constexpr int kFrame = 24; // border and padding of the style sheet, both sides
const QString kArrow = QStringLiteral(" ▾");
} // namespace

ElidedButton::ElidedButton(QWidget *parent) : QPushButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAutoDefault(false);
}

void ElidedButton::setFullText(const QString &text)
{
    if (text == m_full)
        return;
    m_full = text;
    updateGeometry();
    elide();
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
    const int room = width() - kFrame - fontMetrics().horizontalAdvance(kArrow);
    setText(fontMetrics().elidedText(m_full, Qt::ElideRight, room) + kArrow);
}

} // namespace rigwright::ui
