// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QFrame>

#include <optional>

namespace rigwright::ui {

/// Paints a rounded surface with a hairline and, where asked for, a coloured stripe at the left.
void paintCard(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &outline,
               std::optional<QColor> stripe = {});

/// A frame on a panel. Give it a layout; the margins are set.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);
    void setRoles(Role fill, Role outline = Role::Outline);
    void setStripe(std::optional<Role> stripe);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Role m_fill = Role::Card;
    Role m_outline = Role::Outline;
    std::optional<Role> m_stripe;
};

} // namespace rigwright::ui
