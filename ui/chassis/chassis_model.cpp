// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/chassis_model.h"

#include "core/compatibility/bridges.h"
#include "core/units/format.h"
#include "ui/chassis/block_views.h"
#include "ui/chassis/chassis_arrangement.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright::ui {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Chassis", source);
}

std::optional<Severity> worst(const Evaluation &evaluation, ItemId item)
{
    std::optional<Severity> severity;
    for (const Finding &finding : evaluation.findings)
        if (item && std::ranges::find(finding.items, item) != finding.items.end())
            severity = std::max(severity.value_or(finding.severity), finding.severity);
    return severity;
}

/// First the part, then what it does here, then what is wrong with it.
QString tipOf(const QString &name, const QStringList &details, const Evaluation &evaluation, ItemId item)
{
    QStringList lines{name};
    for (const QString &detail : details)
        if (!detail.isEmpty())
            lines << detail;
    for (const Finding &finding : evaluation.findings)
        if (item && std::ranges::find(finding.items, item) != finding.items.end())
            lines << finding.text;
    return lines.join(QLatin1Char('\n'));
}

const DeviceResult *deviceOf(const Evaluation &evaluation, ItemId item)
{
    const auto it = std::ranges::find(evaluation.devices, item, &DeviceResult::item);
    return it == evaluation.devices.end() ? nullptr : &*it;
}

/// What the deployments put on a device, as shares of its memory.
std::vector<FillSegment> fillOf(const DeviceResult &device)
{
    std::vector<FillSegment> fill;
    const auto add = [&](FillKind kind, std::size_t deployment, Bytes bytes) {
        if (bytes.base() > 0 && device.memory.base() > 0)
            fill.push_back({kind, int(deployment), bytes / device.memory});
    };
    for (std::size_t i = 0; i < device.byDeployment.size(); ++i) {
        const MemoryUse &use = device.byDeployment[i];
        add(FillKind::Weights, i, use.weights);
        add(FillKind::KvCache, i, use.kvCache);
        add(FillKind::Compute, i, use.compute);
        add(FillKind::Overhead, i, use.overhead);
    }
    return fill;
}

QStringList legendOf(const DeviceResult &device)
{
    QStringList legend;
    const auto add = [&](const QString &what, Bytes bytes) {
        if (bytes.base() > 0)
            legend << what.arg(format::gib(bytes));
    };
    add(text("weights %1"), device.use.weights);
    add(text("KV cache %1"), device.use.kvCache);
    add(text("compute %1"), device.use.compute);
    add(text("overhead %1"), device.use.overhead);
    if (device.free().base() >= 0)
        legend << text("free %1").arg(format::gib(device.free()));
    else
        legend << text("missing %1").arg(format::gib(Bytes(-device.free().base())));
    return legend;
}

void describe(CardView &card, const DeviceResult &device)
{
    card.title = QStringLiteral("%1 · %2").arg(device.label, device.name);
    card.link = linkText(device.link);
    card.memory =
        QStringLiteral("%1 / %2").arg(format::number(toGiB(device.use.total()), 1), format::gib(device.memory));
    card.fill = fillOf(device);
    card.legend = legendOf(device);
}

std::vector<CardView> cardsOf(const Build &build, const Catalog &catalog, const Evaluation &evaluation)
{
    std::vector<CardView> cards;
    for (const Item &item : build.items) {
        if (item.location.place != Place::ExpansionSlot || item.location.index < 0
            || std::size_t(item.location.index) >= evaluation.chassis.positions.size())
            continue;
        const CardPosition &position = evaluation.chassis.positions[std::size_t(item.location.index)];
        const PartInfo *info = catalog.partInfo(item.part);
        const Gpu *gpu = item.part.kind == PartKind::Gpu ? catalog.gpus.find(item.part.id) : nullptr;
        CardView card;
        card.item = item.id;
        card.location = item.location;
        card.module = position.module;
        card.removable = !item.included;
        card.area =
            cardArea(evaluation.chassis, position, gpu ? gpu->length : Millimetres(), gpu ? gpu->slotWidth : 1.0);
        card.title = info ? info->name : item.part.id;
        card.link = linkText(position.link);
        if (const DeviceResult *device = deviceOf(evaluation, item.id))
            describe(card, *device);
        if (item.powerLimit)
            card.cap = text("%1 cap").arg(format::watts(*item.powerLimit));
        card.severity = worst(evaluation, item.id);
        card.tip = tipOf(card.title, QStringList{position.label, card.link, card.memory, card.cap} + card.legend,
                         evaluation, item.id);
        cards.push_back(std::move(card));
    }
    return cards;
}

/// A machine that is not opened: its memory is the one thing to show.
CardView closedCard(const Build &build, const Catalog &catalog, const Evaluation &evaluation)
{
    CardView card;
    const Item *host = build.host(PartKind::UnifiedSystem);
    if (!host)
        host = build.host(PartKind::Prebuilt);
    if (host) {
        card.item = host->id;
        card.location = host->location;
        const PartInfo *info = catalog.partInfo(host->part);
        card.title = info ? info->name : host->part.id;
        card.severity = worst(evaluation, host->id);
    }
    const QString name = card.title;
    if (!evaluation.devices.empty()) {
        describe(card, evaluation.devices.front());
        card.title = text("Unified memory · %1").arg(format::bandwidth(evaluation.machine.devices.front().bandwidth));
        card.memory = text("%1 usable by the GPU").arg(card.memory);
    }
    const double inset = 4;
    card.area =
        QRectF(0, 0, evaluation.chassis.width, evaluation.chassis.height).adjusted(inset, inset, -inset, -inset);
    card.tip = tipOf(name, QStringList{card.title, card.memory} + card.legend, evaluation, card.item);
    return card;
}

std::vector<SlotView> freeSlots(const ChassisLayout &layout, const std::vector<CardView> &cards)
{
    std::vector<SlotView> slots_;
    for (std::size_t i = 0; i < layout.positions.size(); ++i) {
        const CardPosition &position = layout.positions[i];
        SlotView slot;
        slot.location = {Place::ExpansionSlot, int(i)};
        slot.area = slotArea(layout, position);
        slot.label = position.label;
        slot.link = linkText(position.link);
        slot.module = position.module;
        const bool covered = std::ranges::any_of(cards, [&](const CardView &card) {
            return card.location == slot.location || card.area.intersects(slot.area);
        });
        if (!covered)
            slots_.push_back(std::move(slot));
    }
    return slots_;
}

std::vector<BridgeView> bridgesOf(const Build &build, const Catalog &catalog, const Evaluation &evaluation,
                                  const std::vector<CardView> &cards)
{
    constexpr double bracketGap = 3;
    constexpr double bracketWidth = 66; // the bracket and "112 GB/s" beside it
    std::vector<BridgeView> bridges;
    for (const Item *item : build.ofKind(PartKind::NvlinkBridge)) {
        double top = 0;
        double bottom = 0;
        int joined = 0;
        const std::vector<ItemId> pair = joinedBy(build, *item);
        for (const CardView &card : cards) {
            if (std::ranges::find(pair, card.item) == pair.end())
                continue;
            const double middle = card.area.center().y();
            top = joined ? std::min(top, middle) : middle;
            bottom = joined ? std::max(bottom, middle) : middle;
            ++joined;
        }
        if (joined < 2)
            continue;
        double right = 0;
        for (const CardView &card : cards)
            if (card.area.top() <= bottom && card.area.bottom() >= top)
                right = std::max(right, card.area.right());
        for (const BridgeView &other : bridges) // several bridges over the same rows stand side by side
            if (other.area.top() < bottom && other.area.bottom() > top)
                right = std::max(right, other.area.right());
        BridgeView bridge;
        bridge.item = item->id;
        bridge.location = item->location;
        bridge.area = QRectF(right + bracketGap, top, bracketWidth, std::max(bottom - top, 12.0));
        const NvlinkBridge *row = catalog.nvlinkBridges.find(item->part.id);
        bridge.title = row ? row->info.name : item->part.id;
        bridge.speed = row ? format::bandwidth(row->total) : QString();
        bridge.severity = worst(evaluation, item->id);
        bridge.tip = tipOf(bridge.title, {bridge.speed}, evaluation, item->id);
        bridges.push_back(std::move(bridge));
    }
    return bridges;
}

/// "GPU 0, GPU 1, board": what a supply feeds.
QString feedsText(const Build &build, const Evaluation &evaluation, const PsuLoad &load)
{
    QStringList names;
    for (const ItemId fed : load.feeds) {
        const DeviceResult *device = deviceOf(evaluation, fed);
        const Item *item = build.find(fed);
        const QString name = device                                             ? device->label
                             : item && item->part.kind == PartKind::Motherboard ? text("board")
                                                                                : QString();
        if (!name.isEmpty() && !names.contains(name))
            names << name;
    }
    return names.join(QStringLiteral(", "));
}

QString supplyTitle(std::size_t bay, const QString &name)
{
    return text("PSU %1 · %2").arg(QChar(u'A' + char16_t(bay % 26)), name);
}

void describe(SupplyView &supply, const Build &build, const Evaluation &evaluation, const PsuLoad &load)
{
    supply.share = load.share();
    supply.load = QStringLiteral("%1 / %2 (%3)")
                      .arg(format::number(load.load.base()), format::watts(load.rating), format::percent(load.share()));
    supply.feeds = feedsText(build, evaluation, load);
    const auto circuit = std::ranges::find(evaluation.power.circuits, load.circuit, &CircuitLoad::index);
    if (circuit != evaluation.power.circuits.end())
        supply.circuit = circuit->label;
}

std::vector<SupplyView> suppliesOf(const Build &build, const Catalog &catalog, const Evaluation &evaluation)
{
    std::vector<SupplyView> supplies;
    const ChassisLayout &layout = evaluation.chassis;
    std::size_t builtIn = 0; // supplies inside a whole machine take the bays in order
    for (std::size_t bay = 0; bay < layout.bays.size(); ++bay) {
        SupplyView supply;
        supply.location = {Place::PsuBay, int(bay)};
        const Item *item = build.at(supply.location);
        const PowerSupply *row = item ? catalog.powerSupplies.find(item->part.id) : nullptr;
        supply.area = supplyArea(layout, bay, row ? row->length : Millimetres());
        if (item) {
            supply.item = item->id;
            supply.removable = !item->included;
            supply.title = supplyTitle(bay, row ? row->info.name : item->part.id);
            const auto load = std::ranges::find(evaluation.power.psus, item->id, &PsuLoad::item);
            if (load != evaluation.power.psus.end())
                describe(supply, build, evaluation, *load);
            supply.severity = worst(evaluation, item->id);
        } else {
            std::size_t seen = 0;
            for (const PsuLoad &load : evaluation.power.psus) {
                if (load.item || seen++ != builtIn)
                    continue;
                ++builtIn;
                supply.title = supplyTitle(bay, load.name);
                supply.removable = false;
                describe(supply, build, evaluation, load);
                break;
            }
        }
        supply.tip = tipOf(supply.title.isEmpty() ? text("Free bay for a power supply") : supply.title,
                           {supply.load, supply.feeds, supply.circuit}, evaluation, supply.item);
        supplies.push_back(std::move(supply));
    }
    return supplies;
}

/// Slots end where a bridge begins.
void trimSlots(std::vector<SlotView> &slots_, const std::vector<BridgeView> &bridges)
{
    constexpr double gap = 3;
    for (SlotView &slot : slots_)
        for (const BridgeView &bridge : bridges)
            if (slot.area.intersects(bridge.area))
                slot.area.setRight(bridge.area.left() - gap);
}

/// The parts that the others stand in, each over the rectangle that stands for it.
std::vector<HostView> hostsOf(const Build &build, const Catalog &catalog, const Evaluation &evaluation,
                              const ChassisModel &model)
{
    std::vector<HostView> hosts;
    for (const PartKind kind : {PartKind::Enclosure, PartKind::Prebuilt, PartKind::Motherboard}) {
        const Item *item = build.host(kind);
        if (!item)
            continue;
        const PartInfo *info = catalog.partInfo(item->part);
        HostView host;
        host.item = item->id;
        host.location = item->location;
        host.area = kind == PartKind::Motherboard ? model.board : model.outline;
        host.title = info ? info->name : item->part.id;
        host.severity = worst(evaluation, item->id);
        host.tip = tipOf(host.title, {}, evaluation, item->id);
        hosts.push_back(std::move(host));
    }
    return hosts;
}

/// Cards that reach further down than the case has rows (an error that the findings name) push the
/// supplies down, so that both can be seen.
void makeRoom(std::vector<SupplyView> &supplies, const std::vector<CardView> &cards)
{
    constexpr double gap = 6;
    double push = 0;
    for (const SupplyView &supply : supplies)
        for (const CardView &card : cards)
            if (card.area.intersects(supply.area))
                push = std::max(push, card.area.bottom() + gap - supply.area.top());
    for (SupplyView &supply : supplies)
        supply.area.translate(0, push);
}

} // namespace

QString linkText(PcieLink link)
{
    return link.generation > 0 ? QStringLiteral("x%1 %2.0").arg(link.lanes).arg(link.generation) : QString();
}

double CardView::filled() const
{
    double sum = 0;
    for (const FillSegment &segment : fill)
        sum += segment.share;
    return sum;
}

ChassisModel chassisModel(const Build &build, const Catalog &catalog, const Evaluation &evaluation)
{
    ChassisModel model;
    const ChassisLayout &layout = evaluation.chassis;
    if (layout.width <= 0 || layout.height <= 0)
        return model;
    model.title = layout.title;
    model.closed = layout.closed;
    if (layout.boardWidth > 0) {
        model.boardTitle = layout.boardTitle;
        model.board = QRectF(layout.boardX, layout.boardY, layout.boardWidth, layout.boardHeight);
    }
    if (layout.closed) {
        model.cards = {closedCard(build, catalog, evaluation)};
    } else {
        model.cards = cardsOf(build, catalog, evaluation);
        model.bridges = bridgesOf(build, catalog, evaluation, model.cards);
        model.slots_ = freeSlots(layout, model.cards);
        trimSlots(model.slots_, model.bridges);
        model.supplies = suppliesOf(build, catalog, evaluation);
        makeRoom(model.supplies, model.cards);
        model.airflow.lines = airflowLines(build, catalog, evaluation);
    }
    model.blocks = blocksOf(build, catalog, evaluation);
    for (BlockView &block : model.blocks) {
        block.severity = worst(evaluation, block.item);
        block.tip = tipOf(block.title, block.lines, evaluation, block.item);
    }
    arrange(model, layout);
    if (!model.closed)
        model.hosts = hostsOf(build, catalog, evaluation, model);
    return model;
}

} // namespace rigwright::ui
