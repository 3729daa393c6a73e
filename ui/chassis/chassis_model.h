// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"
#include "core/evaluation/evaluation.h"

#include <QRectF>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// What the chassis shows, as plain values. All rectangles are millimetres in the coordinates of
/// ChassisLayout: (0, 0) is the top left of the chassis interior, x to the front, y down. A
/// 3-slot card of 313 mm at x 40, y 160 is QRectF(40, 160, 313, 60.96).
namespace rigwright::ui {

enum class FillKind { Weights, KvCache, Compute, Overhead };

/// A stretch of a memory bar.
struct FillSegment
{
    FillKind kind = FillKind::Weights;
    int deployment = 0; ///< index into Build::deployments
    double share = 0;   ///< of the memory; together they can pass 1
    friend bool operator==(const FillSegment &, const FillSegment &) = default;
};

/// The case, the board or a whole machine that is open: what the parts stand in.
struct HostView
{
    ItemId item;
    Location location;
    QRectF area;
    QString title;
    bool removable = true;
    std::optional<Severity> severity;
    QString tip;
    friend bool operator==(const HostView &, const HostView &) = default;
};

/// A free place for a card.
struct SlotView
{
    Location location;
    QRectF area;
    QString label; ///< "Slot 3"
    QString link;  ///< "x16 4.0"; empty without a PCIe link
    bool module = false;
    friend bool operator==(const SlotView &, const SlotView &) = default;
};

/// A card in a slot, a module on its socket, or the one memory of a closed machine.
struct CardView
{
    ItemId item;
    Location location;
    QRectF area;
    QString title;  ///< "GPU 0 · RTX 3090"
    QString link;   ///< "x16 4.0"
    QString memory; ///< "22.1 / 24.0 GiB"
    QString cap;    ///< "280 W cap"; empty at stock power
    std::vector<FillSegment> fill;
    QStringList legend; ///< "weights 14.2 GiB", for cards with room for it
    bool module = false;
    bool removable = true; ///< false: part of a whole machine
    std::optional<Severity> severity;
    QString tip;
    double filled() const;
    friend bool operator==(const CardView &, const CardView &) = default;
};

/// A power supply in its bay, or a free bay (item 0 and no title).
struct SupplyView
{
    ItemId item;
    Location location;
    QRectF area;
    QString title;   ///< "PSU A · 1600 W Titanium"
    QString feeds;   ///< "GPU 0-2, board"
    QString load;    ///< "1,098 W (69 %)"
    QString circuit; ///< "Circuit 1 · 120 V 20 A"
    double share = 0;
    bool removable = true;
    std::optional<Severity> severity;
    QString tip;
    friend bool operator==(const SupplyView &, const SupplyView &) = default;
};

/// Processor, memory, drive, fan or a thing beside the chassis: a box with a few lines.
struct BlockView
{
    ItemId item; ///< 0: a free place, or built into a whole machine
    Location location;
    QRectF area;
    QString title;
    QStringList lines;
    int modules = 0;   ///< memory: sticks drawn under the text
    bool empty = true; ///< a free place
    bool removable = true;
    std::optional<Severity> severity;
    QString tip;
    friend bool operator==(const BlockView &, const BlockView &) = default;
};

/// An NVLink bridge as a bracket beside its cards.
struct BridgeView
{
    ItemId item;
    Location location;
    QRectF area; ///< of the bracket
    QString title;
    QString speed; ///< "112 GB/s"
    std::optional<Severity> severity;
    QString tip;
    friend bool operator==(const BridgeView &, const BridgeView &) = default;
};

/// The column at the front of the case. The fans in it are BlockViews.
struct AirflowView
{
    QRectF area;
    QRectF textArea; ///< under the fans
    QStringList lines;
    friend bool operator==(const AirflowView &, const AirflowView &) = default;
};

/// The picture of one build.
struct ChassisModel
{
    QString title; ///< "Full tower · 11 slots · 420 mm GPU clearance"
    QRectF outline;
    QString boardTitle;
    QRectF board; ///< null without a board
    bool closed = false;
    std::vector<HostView> hosts; ///< around the other parts: the outer one first
    std::vector<SlotView> slots_;
    std::vector<CardView> cards;
    std::vector<SupplyView> supplies;
    std::vector<BlockView> blocks;
    std::vector<BridgeView> bridges;
    AirflowView airflow;
    QRectF scaleBar; ///< its width is the length it stands for
    QRectF bounds;   ///< everything together

    bool isEmpty() const { return outline.isNull(); }
    friend bool operator==(const ChassisModel &, const ChassisModel &) = default;
};

/// @return the picture of a build; empty without a host
ChassisModel chassisModel(const Build &build, const Catalog &catalog, const Evaluation &evaluation);

/// @return "x16 4.0", or nothing for generation 0
QString linkText(PcieLink link);

} // namespace rigwright::ui
