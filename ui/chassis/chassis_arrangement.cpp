// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/chassis_arrangement.h"

#include <algorithm>
#include <cmath>

namespace rigwright::ui {

namespace {

// ATX12V Power Supply Design Guide 2.4, mechanical: 150 mm wide, 86 mm high, 140 mm and more long.
constexpr double kSupplyHeightMm = 86;
constexpr double kSupplyLengthMm = 160;
// Where the catalogue has no length: a common two-slot card.
constexpr double kUnknownCardLengthMm = 270;

// Drawing distances, millimetres of the picture.
constexpr double kGap = 6;
constexpr double kCardGap = 1.2; ///< keeps the edges of touching cards apart
constexpr double kSlotGap = 3;   ///< the same for the dashes of free slots
constexpr double kMargin = 12;
constexpr double kTitleHeight = 16;
constexpr double kColumnWidth = 92;
constexpr double kBlockMinWidth = 104;
constexpr double kBandBlockWidth = 140;
constexpr double kBlockMinHeight = 27;
constexpr double kBlockEasyHeight = 40; ///< shows a title and two lines
constexpr double kBlockMaxHeight = 54;
constexpr double kFanHeight = 34;
constexpr double kOutsideWidth = 150;
constexpr double kOutsideHeight = 40;
constexpr double kScaleBarLength = 100;
constexpr double kKeyHeight = 16; ///< of the row with the scale bar

/// Distance from a position to its nearest neighbour along one axis.
double raster(const ChassisLayout &layout, const CardPosition &position, double CardPosition::*axis, double fallback)
{
    double nearest = 0;
    for (const CardPosition &other : layout.positions) {
        const double distance = std::abs(other.*axis - position.*axis);
        if (distance > 1 && (nearest == 0 || distance < nearest))
            nearest = distance;
    }
    return nearest > 0 ? nearest : fallback;
}

QRectF moduleArea(const ChassisLayout &layout, const CardPosition &position)
{
    const double width = std::min(raster(layout, position, &CardPosition::x, 160), 180.0);
    const double height = std::min(raster(layout, position, &CardPosition::y, 110), 130.0);
    return {position.x, position.y, width - kGap, height - kGap};
}

std::vector<QRectF> placed(const ChassisModel &model)
{
    std::vector<QRectF> areas;
    for (const SlotView &slot : model.slots_)
        areas.push_back(slot.area);
    for (const CardView &card : model.cards)
        areas.push_back(card.area);
    for (const SupplyView &supply : model.supplies)
        areas.push_back(supply.area);
    for (const BridgeView &bridge : model.bridges)
        areas.push_back(bridge.area);
    return areas;
}

/// Free height under `top` between `left` and `right`.
double freeBelow(const std::vector<QRectF> &taken, double left, double right, double top, double bottom)
{
    for (const QRectF &area : taken)
        if (area.left() < right && area.right() > left && area.bottom() > top)
            bottom = std::min(bottom, area.top());
    return bottom - top;
}

int rowsFor(std::size_t count, int columns)
{
    return int((count + std::size_t(columns) - 1) / std::size_t(columns));
}

void fillGrid(std::vector<BlockView *> &blocks, const QRectF &region, int columns)
{
    const int rows = rowsFor(blocks.size(), columns);
    const double width = (region.width() - kGap * (columns - 1)) / columns;
    const double height = std::min((region.height() - kGap * (rows - 1)) / rows, kBlockMaxHeight);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const int column = int(i) % columns;
        const int row = int(i) / columns;
        blocks[i]->area =
            QRectF(region.x() + column * (width + kGap), region.y() + row * (height + kGap), width, height);
    }
}

/// @return the fewest columns whose rows are high enough in this height, for lines need width more
///         than height; 0 where there is no room
int columnsFor(std::size_t count, double width, double height)
{
    const int most = std::clamp(int((width + kGap) / (kBlockMinWidth + kGap)), 1, int(count));
    for (const double rowHeight : {kBlockEasyHeight, kBlockMinHeight})
        for (int columns = 1; columns <= most; ++columns)
            if (rowsFor(count, columns) * (rowHeight + kGap) - kGap <= height)
                return columns;
    return 0;
}

/// Processors, memory and drives: on the board above the slots, or in a band above everything.
/// @return the top of what is used
double arrangeBoardBlocks(ChassisModel &model, const ChassisLayout &layout)
{
    std::vector<BlockView *> blocks;
    for (BlockView &block : model.blocks)
        if (block.location.place != Place::FanMount && block.location.place != Place::Outside)
            blocks.push_back(&block);
    if (blocks.empty())
        return 0;
    const std::vector<QRectF> taken = placed(model);
    const QRectF inner = model.board.isNull() ? QRectF(kGap, kGap, layout.width - 2 * kGap, layout.height - 2 * kGap)
                                              : model.board.adjusted(kGap, kTitleHeight, -kGap, -kGap);
    const double height = freeBelow(taken, inner.left(), inner.right(), inner.top(), inner.bottom()) - kGap;
    if (const int columns = columnsFor(blocks.size(), inner.width(), height)) {
        fillGrid(blocks, QRectF(inner.topLeft(), QSizeF(inner.width(), height)), columns);
        return 0;
    }
    const double bandWidth = layout.width - 2 * kGap;
    const int columns = std::clamp(int((bandWidth + kGap) / (kBandBlockWidth + kGap)), 1, int(blocks.size()));
    const int rows = rowsFor(blocks.size(), columns);
    const double bandHeight = rows * (kBlockEasyHeight + kGap) - kGap;
    fillGrid(blocks, QRectF(kGap, -bandHeight - kGap, bandWidth, bandHeight), columns);
    return -bandHeight - kGap;
}

void arrangeAirflow(ChassisModel &model, const ChassisLayout &layout, double top)
{
    double right = layout.width - kColumnWidth - kGap;
    for (const QRectF &area : placed(model))
        right = std::max(right, area.right());
    right = std::max(right, model.board.right());
    for (const BlockView &block : model.blocks)
        right = std::max(right, block.area.right());
    const double height = std::max(layout.height, 150.0) - top - 2 * kGap;
    model.airflow.area = QRectF(right + kGap, top + kGap, kColumnWidth, height);

    double y = model.airflow.area.top() + kTitleHeight + kGap;
    std::vector<BlockView *> fans;
    for (BlockView &block : model.blocks)
        if (block.location.place == Place::FanMount)
            fans.push_back(&block);
    const double textHeight = 14.0 * double(model.airflow.lines.size()) + kGap;
    const double room = model.airflow.area.bottom() - textHeight - y;
    const double fanHeight = fans.empty() ? 0 : std::clamp(room / double(fans.size()) - kGap, 12.0, kFanHeight);
    for (BlockView *fan : fans) {
        fan->area = QRectF(model.airflow.area.left() + kGap, y, kColumnWidth - 2 * kGap, fanHeight);
        y += fanHeight + kGap;
    }
    model.airflow.textArea =
        QRectF(model.airflow.area.left() + kGap, y, kColumnWidth - 2 * kGap, model.airflow.area.bottom() - y - kGap);
}

/// @return the bottom of the row of things beside the chassis
double arrangeOutside(ChassisModel &model)
{
    const double left = model.outline.left();
    double x = left;
    double y = model.outline.bottom() + kMargin;
    bool any = false;
    for (BlockView &block : model.blocks) {
        if (block.location.place != Place::Outside)
            continue;
        if (any && x + kOutsideWidth > model.outline.right()) {
            x = left;
            y += kOutsideHeight + kGap;
        }
        block.area = QRectF(x, y, kOutsideWidth, kOutsideHeight);
        x += kOutsideWidth + kGap;
        any = true;
    }
    return any ? y + kOutsideHeight : model.outline.bottom();
}

} // namespace

QRectF cardArea(const ChassisLayout &layout, const CardPosition &position, Millimetres length, double slotWidth)
{
    if (position.module)
        return moduleArea(layout, position);
    const double width = length.base() > 0 ? length.base() : kUnknownCardLengthMm;
    return {position.x, position.y, width, std::max(slotWidth, 1.0) * kSlotPitchMm - kCardGap};
}

QRectF slotArea(const ChassisLayout &layout, const CardPosition &position)
{
    if (position.module)
        return moduleArea(layout, position);
    const double length = position.maxLength.base() > 0 ? position.maxLength.base() : kUnknownCardLengthMm;
    return {position.x, position.y, length, kSlotPitchMm - kSlotGap};
}

QRectF supplyArea(const ChassisLayout &layout, std::size_t bay, Millimetres length)
{
    const SupplyBay &here = layout.bays[bay];
    double width = length.base() > 0 ? length.base() : kSupplyLengthMm;
    for (const SupplyBay &other : layout.bays)
        if (other.x > here.x && std::abs(other.y - here.y) < kSupplyHeightMm)
            width = std::min(width, other.x - here.x - kGap);
    return {here.x, here.y, width, kSupplyHeightMm};
}

void arrange(ChassisModel &model, const ChassisLayout &layout)
{
    const double top = arrangeBoardBlocks(model, layout);
    QRectF interior(0, top, layout.width, layout.height - top);
    if (!model.closed) {
        arrangeAirflow(model, layout, top);
        interior |= model.airflow.area;
    }
    for (const QRectF &area : placed(model))
        interior |= area;
    interior |= model.board;
    model.outline = interior.adjusted(-kMargin, -kMargin - kTitleHeight, kMargin, kMargin);

    const double keyTop = arrangeOutside(model) + kGap;
    model.scaleBar = QRectF(model.outline.right() - kScaleBarLength, keyTop + kKeyHeight / 2 - 2, kScaleBarLength, 4);
    model.bounds =
        model.outline.united(QRectF(model.outline.left(), keyTop, kGap, kKeyHeight)).adjusted(-kGap, -kGap, kGap, kGap);
    for (const BlockView &block : model.blocks)
        model.bounds |= block.area;
}

} // namespace rigwright::ui
