// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chassis/chassis_colors.h"

#include <QRectF>
#include <QString>

class QPainter;

namespace rigwright::ui {

class PlacementSession;

/// Lights up where the thing in hand can go, writes into free places why it cannot, and draws its
/// ghost at the place it is held over. The painter's unit is the millimetre.
void paintPlacement(QPainter &painter, const PlacementSession &session, const ChassisColors &colors);

/// A ring around what the keyboard points at.
void paintFocusRing(QPainter &painter, const QRectF &area, const ChassisColors &colors);

/// A note beside `anchor`, in pixels, kept inside `window`. Plain text.
void paintNote(QPainter &painter, const QRectF &anchor, const QRectF &window, const QString &text, const QColor &edge,
               const ChassisColors &colors);

} // namespace rigwright::ui
