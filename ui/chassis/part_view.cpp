// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/part_view.h"

#include <QCoreApplication>

namespace rigwright::ui {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Chassis", source);
}

QString named(const HostView &host)
{
    return host.title;
}
QString named(const SlotView &slot)
{
    return text("%1, free").arg(slot.label);
}
QString named(const SupplyView &supply)
{
    return supply.title.isEmpty() ? text("PSU bay %1, free").arg(supply.location.index + 1) : supply.title;
}
QString named(const BlockView &block)
{
    return block.empty ? text("%1, free").arg(block.title) : block.title;
}
QString named(const CardView &card)
{
    return card.title;
}
QString named(const BridgeView &bridge)
{
    return bridge.title;
}

template <class Views>
void append(std::vector<PartView> &parts, const Views &views)
{
    for (const auto &view : views)
        parts.emplace_back(view);
}

} // namespace

std::vector<PartView> partsOf(const ChassisModel &model)
{
    std::vector<PartView> parts;
    append(parts, model.hosts);
    append(parts, model.slots_);
    append(parts, model.supplies);
    append(parts, model.blocks);
    append(parts, model.cards);
    append(parts, model.bridges);
    return parts;
}

QRectF areaOf(const PartView &view)
{
    return std::visit([](const auto &part) { return part.area; }, view);
}

Location locationOf(const PartView &view)
{
    return std::visit([](const auto &part) { return part.location; }, view);
}

ItemId itemOf(const PartView &view)
{
    return std::visit(
        [](const auto &part) {
            if constexpr (requires { part.item; })
                return part.item;
            else
                return ItemId();
        },
        view);
}

bool isRemovable(const PartView &view)
{
    return std::visit(
        [](const auto &part) {
            if constexpr (requires { part.removable; })
                return part.item && part.removable;
            else if constexpr (requires { part.item; })
                return bool(part.item);
            else
                return false;
        },
        view);
}

bool isHost(const PartView &view)
{
    return std::holds_alternative<HostView>(view);
}

QString nameOf(const PartView &view)
{
    return std::visit([](const auto &part) { return named(part); }, view);
}

QString tipOf(const PartView &view)
{
    return std::visit(
        [](const auto &part) {
            if constexpr (requires { part.tip; })
                return part.tip;
            else
                return part.link.isEmpty() ? part.label : QStringLiteral("%1\n%2").arg(part.label, part.link);
        },
        view);
}

void paintPart(QPainter &painter, const PartView &view, const ChassisColors &colors, PaintState state)
{
    struct Paint
    {
        QPainter &painter;
        const ChassisColors &colors;
        PaintState state;
        void operator()(const HostView &host) const { paintHost(painter, host, colors, state); }
        void operator()(const SlotView &slot) const { paintSlot(painter, slot, colors); }
        void operator()(const SupplyView &supply) const { paintSupply(painter, supply, colors, state); }
        void operator()(const BlockView &block) const { paintBlock(painter, block, colors, state); }
        void operator()(const CardView &card) const { paintCard(painter, card, colors, state); }
        void operator()(const BridgeView &bridge) const { paintBridge(painter, bridge, colors, state); }
    };
    std::visit(Paint{painter, colors, state}, view);
}

} // namespace rigwright::ui
