// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chassis/chassis_colors.h"
#include "ui/chassis/chassis_model.h"

class QPainter;

namespace rigwright::ui {

/// How a part or place is shown besides what it is.
struct PaintState
{
    bool selected = false;
    bool hovered = false;
    bool dimmed = false; ///< being dragged away
    friend bool operator==(const PaintState &, const PaintState &) = default;
};

/// Paints the whole chassis to scale, centred in `target` (in the painter's coordinates). Uses
/// the painter's font family. On paper as on the screen: text that would be too small is left out.
void paintChassis(QPainter &painter, const QRectF &target, const ChassisModel &model, const ChassisColors &colors);

// The pieces, for the graphics items. The painter's unit is the millimetre.
void paintBackdrop(QPainter &painter, const ChassisModel &model, const ChassisColors &colors);
/// The backdrop is the host's body; this adds only what marks it.
void paintHost(QPainter &painter, const HostView &host, const ChassisColors &colors, PaintState state = {});
void paintSlot(QPainter &painter, const SlotView &slot, const ChassisColors &colors);
void paintCard(QPainter &painter, const CardView &card, const ChassisColors &colors, PaintState state = {});
void paintSupply(QPainter &painter, const SupplyView &supply, const ChassisColors &colors, PaintState state = {});
void paintBlock(QPainter &painter, const BlockView &block, const ChassisColors &colors, PaintState state = {});
void paintBridge(QPainter &painter, const BridgeView &bridge, const ChassisColors &colors, PaintState state = {});

} // namespace rigwright::ui
