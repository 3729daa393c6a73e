// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/theme/theme.h"

#include <QEnterEvent>
#include <QPainter>

namespace rigwright::ui {

Chip::Chip(const QString &text, Shape shape, QWidget *parent) : QAbstractButton(parent), m_shape(shape)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setFont(Theme::font(shape == Shape::Pill ? FontRole::Body : FontRole::Small));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
    // The cross comes and goes with the state.
    connect(this, &QAbstractButton::toggled, this, &QWidget::updateGeometry);
}

QString Chip::shownText() const
{
    return m_shape == Shape::Box && isChecked() ? text() + QStringLiteral(" ×") : text();
}

QSize Chip::sizeHint() const
{
    const int sides = m_shape == Shape::Pill ? 18 : 14;
    return {fontMetrics().horizontalAdvance(shownText()) + sides, fontMetrics().height() + 7};
}

void Chip::enterEvent(QEnterEvent *)
{
    update();
}

void Chip::leaveEvent(QEvent *)
{
    update();
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool pill = m_shape == Shape::Pill;
    const QRectF shape = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const double radius = pill ? shape.height() / 2 : 4;
    QColor fill = Theme::color(underMouse() ? Role::ButtonHover : pill ? Role::Button : Role::Surface);
    QColor outline = Theme::color(pill ? Role::Button : Role::Outline);
    QColor ink = Theme::color(isEnabled() ? Role::Text : Role::OutlineStrong);
    if (isChecked()) {
        fill = Theme::color(pill ? Role::Accent : Role::AccentSoft);
        outline = Theme::color(Role::Accent);
        ink = Theme::color(pill ? Role::OnAccent : Role::Text);
    }
    if (hasFocus())
        outline = Theme::color(isChecked() && pill ? Role::Text : Role::Accent);
    painter.setPen(QPen(outline, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(shape, radius, radius);
    painter.setPen(ink);
    painter.drawText(rect(), Qt::AlignCenter, shownText());
}

} // namespace rigwright::ui
