// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/units.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace rigwright {

/// The kinds of thing that can be placed in a build.
enum class PartKind {
    Gpu,
    UnifiedSystem, ///< Apple silicon, GB10, Strix Halo: one pool of memory for CPU and GPU
    Prebuilt,      ///< a whole machine sold with its GPUs
    Cpu,
    Motherboard,
    PowerSupply,
    Enclosure,
    MemoryKit,
    Drive,
    NvlinkBridge,
    Fan,
    Extra, ///< risers, coolers, UPS, PDU, network cards, cables
};

/// How far a catalogue row can be trusted; shown beside the fact.
enum class Confidence { VendorSheet, CrossChecked, SingleSource, Estimate };

/// A price as it was seen: a range, when, and where.
struct Price
{
    Money low;
    Money high;
    QString date; ///< as precise as the source: "2026-05", "2025-07-23" or "2025"
    QString source;
    Money typical() const { return (low + high) / 2; }
    friend bool operator==(const Price &, const Price &) = default;
};

/// What every row of the catalogue has.
struct PartInfo
{
    QString id; ///< stable slug, unique within its kind
    QString name;
    QString vendor;
    QStringList aliases; ///< other spellings that resolve to this row
    std::optional<Price> price;
    QString source;
    QDate checked; ///< when somebody last compared the row with its source
    Confidence confidence = Confidence::SingleSource;
    QString notes;
    friend bool operator==(const PartInfo &, const PartInfo &) = default;
};

/// Points at a catalogue row.
struct PartRef
{
    PartKind kind = PartKind::Gpu;
    QString id;
    friend bool operator==(const PartRef &, const PartRef &) = default;
};

} // namespace rigwright
