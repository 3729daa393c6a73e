// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/sourced.h"
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

enum class PriceCondition { Unknown, New, Used, Refurbished };

/// A price as it was seen: a range, when, and where.
struct Price
{
    Money low;
    Money high;
    QString date; ///< as precise as the source: "2026-05", "2025-07-23" or "2025"
    QString source;
    PriceCondition condition = PriceCondition::Unknown;
    QString link;     ///< the offer's address; may be empty
    bool own = false; ///< the user's, not the catalogue's
    Money typical() const { return (low + high) / 2; }
    friend bool operator==(const Price &, const Price &) = default;
};

/// What every row of the catalogue has.
struct PartInfo : Sourced
{
    QString id; ///< stable slug, unique within its kind
    QString name;
    QString vendor;
    QStringList aliases; ///< other spellings that resolve to this row
    std::optional<Price> price;
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
