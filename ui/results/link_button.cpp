// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/link_button.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace rigwright::ui {

namespace {
constexpr int kFlags = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;
constexpr int kMargin = 1; // room for the focus underline
} // namespace

LinkButton::LinkButton(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize LinkButton::sizeHint() const
{
    return fontMetrics().size(Qt::TextSingleLine, text()) + QSize(0, 2 * kMargin);
}

QSize LinkButton::minimumSizeHint() const
{
    return {40, fontMetrics().height() + 2 * kMargin};
}

int LinkButton::heightForWidth(int width) const
{
    return m_heights.of(text(), font(), width, [this, width] {
        return fontMetrics().boundingRect(QRect(0, 0, width, 10000), kFlags, text()).height() + 2 * kMargin;
    });
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont font = this->font();
    font.setUnderline(underMouse() || hasFocus());
    painter.setFont(font);
    painter.setPen(Theme::color(isEnabled() ? Role::Link : Role::Muted));
    painter.drawText(rect().adjusted(0, kMargin, 0, -kMargin), kFlags, text());
}

void LinkButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void LinkButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace rigwright::ui
