// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/part_search.h"

#include <array>
#include <limits>

namespace rigwright {

struct Catalog;

/// Numbers by which parts and models are filtered and sorted.
enum class Figure {
    Price,      ///< USD, typical
    Memory,     ///< GB: of a card, the most of a machine, of all modules of a kit
    Bandwidth,  ///< GB/s: of the memory; of a bridge, both directions
    Power,      ///< W: TDP, the most a machine draws, the rating of a supply
    Slots,      ///< expansion slots covered; of a case, offered
    Compute,    ///< TFLOPS, dense FP16
    Length,     ///< mm; of a case, the longest card
    Parameters, ///< billions
    Active,     ///< billions per token
    Context,    ///< tokens
    Released,   ///< date as the number yyyymmdd
    Cores,
    Lanes,    ///< PCI Express, of a CPU; of a board, slots of 16 lanes
    Channels, ///< of memory
    Capacity, ///< TB of a drive
    Airflow,  ///< CFM
    Bays,     ///< for power supplies, of a case
    Plugs,    ///< 16-pin connectors of a supply
};
inline constexpr std::size_t kFigures = std::size_t(Figure::Plugs) + 1;

/// Properties that a row has or has not.
enum class Trait : quint32 {
    Nvidia = 1U << 0,
    Amd = 1U << 1,
    Intel = 1U << 2,
    Apple = 1U << 3,
    Nvlink = 1U << 4,
    Ecc = 1U << 5,
    Card = 1U << 6, ///< a PCI Express card, not a module
    Datacenter = 1U << 7,
    Moe = 1U << 8,
    Vision = 1U << 9,
    Code = 1U << 10,
    Ddr5 = 1U << 11,
    Rdimm = 1U << 12,
    Pcie5 = 1U << 13,
    Atx3 = 1U << 14,
    Tower = 1U << 15,
    Rack = 1U << 16,
    OpenFrame = 1U << 17,
    // Not facts of the catalogue; set by the search:
    Favourite = 1U << 30,
    Own = 1U << 31, ///< the user's row, or one he edited
};

/// What the search knows of a row.
struct SearchFacts
{
    std::array<float, kFigures> figures; ///< NaN = unknown or does not apply
    quint32 traits = 0;
    SearchFacts() { figures.fill(std::numeric_limits<float>::quiet_NaN()); }
    float &operator[](Figure figure) { return figures[std::size_t(figure)]; }
    float operator[](Figure figure) const { return figures[std::size_t(figure)]; }
    bool has(Trait trait) const { return (traits & quint32(trait)) != 0; }
    void set(Trait trait, bool on = true) { traits = on ? traits | quint32(trait) : traits & ~quint32(trait); }
    /// The price is the typical one of the row as it stands.
    void setPrice(const std::optional<Price> &price);
};

/// @return the facts of a row of the catalogue; all unknown where there is none
SearchFacts searchFacts(const Catalog &catalog, const SearchHit &hit);

} // namespace rigwright
