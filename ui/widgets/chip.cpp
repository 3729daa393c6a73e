// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/theme/theme.h"

#include <QEnterEvent>
#include <QLocale>
#include <QPainter>

namespace rigwright::ui {

namespace {
constexpr int kCountGap = 5; ///< between the words and the number
}

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

void Chip::setCount(int count)
{
    if (count == m_count)
        return;
    m_count = count;
    const QString number = QLocale().toString(count);
    setAccessibleName(tr("%1, %n row(s)", nullptr, count).arg(text()));
    if (const int width = fontMetrics().horizontalAdvance(number) + kCountGap; width > m_countWidth) {
        m_countWidth = width;
        updateGeometry();
    }
    update();
}

QString Chip::shownText() const
{
    return m_shape == Shape::Box && isChecked() ? text() + QStringLiteral(" ×") : text();
}

QSize Chip::sizeHint() const
{
    const int sides = m_shape == Shape::Pill ? 18 : 14;
    return {fontMetrics().horizontalAdvance(shownText()) + m_countWidth + sides, fontMetrics().height() + 7};
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
    if (m_count < 0) {
        painter.drawText(rect(), Qt::AlignCenter, shownText());
        return;
    }
    const int words = fontMetrics().horizontalAdvance(shownText());
    const QRect line((width() - words - m_countWidth) / 2, 0, words + m_countWidth, height());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, shownText());
    painter.setPen(Theme::color(isEnabled() ? Role::Muted : Role::OutlineStrong));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(m_count));
}

} // namespace rigwright::ui
