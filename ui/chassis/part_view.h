// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chassis/chassis_painter.h"

#include <variant>

namespace rigwright::ui {

/// Any one thing of the picture that can be pointed at.
using PartView = std::variant<HostView, SlotView, SupplyView, BlockView, CardView, BridgeView>;

/// @return everything that can be pointed at, in the order of painting
std::vector<PartView> partsOf(const ChassisModel &model);

QRectF areaOf(const PartView &view);
Location locationOf(const PartView &view);
ItemId itemOf(const PartView &view); ///< 0: a free place or a fixed part
bool isRemovable(const PartView &view);
bool isHost(const PartView &view); ///< others stand in it
/// @return what it is, in words, for assistive technology and labels: "GPU 0 · RTX 3090"
QString nameOf(const PartView &view);
QString tipOf(const PartView &view); ///< plain text

void paintPart(QPainter &painter, const PartView &view, const ChassisColors &colors, PaintState state);

} // namespace rigwright::ui
