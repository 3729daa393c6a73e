// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace rigwright::ui {

void paintCard(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &outline,
               std::optional<QColor> stripe)
{
    constexpr double kStripeWidth = 3;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), spacing::kCardRadius, spacing::kCardRadius);
    painter.fillPath(shape, fill);
    if (stripe) {
        painter.setClipPath(shape);
        painter.fillRect(QRectF(rect.left(), rect.top(), kStripeWidth, rect.height()), *stripe);
        painter.setClipping(false);
    }
    painter.setPen(QPen(outline, 1));
    painter.setBrush(Qt::NoBrush);
    if (!stripe) {
        painter.drawPath(shape);
    } else {
        painter.setClipRect(rect.adjusted(kStripeWidth, 0, 0, 0));
        painter.drawPath(shape);
    }
    painter.restore();
}

Card::Card(QWidget *parent) : QFrame(parent)
{
    setContentsMargins(spacing::kMedium, spacing::kSmall, spacing::kMedium, spacing::kSmall);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::setRoles(Role fill, Role outline)
{
    m_fill = fill;
    m_outline = outline;
    update();
}

void Card::setStripe(std::optional<Role> stripe)
{
    m_stripe = stripe;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    std::optional<QColor> stripe;
    if (m_stripe)
        stripe = Theme::color(*m_stripe);
    paintCard(painter, rect(), Theme::color(m_fill), Theme::color(m_outline), stripe);
}

} // namespace rigwright::ui
