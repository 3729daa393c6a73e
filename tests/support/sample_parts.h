// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"

namespace rigwright::test {

/// A small catalogue of real parts with figures from their data sheets, for rules whose
/// expectations must not move with the shipped catalogue.
Catalog sampleParts();

/// Puts a build together part by part.
class BuildMaker
{
public:
    BuildMaker &host(PartKind kind, const char *id);
    BuildMaker &put(PartKind kind, const char *id, Place place, int index);
    BuildMaker &card(const char *id, int slot) { return put(PartKind::Gpu, id, Place::ExpansionSlot, slot); }
    BuildMaker &supply(const char *id, int bay) { return put(PartKind::PowerSupply, id, Place::PsuBay, bay); }
    BuildMaker &circuit(const char *id, double otherWatts = 0);
    BuildMaker &joins(std::vector<int> items); ///< of the part placed last
    Item &last() { return m_build.items.back(); }
    Build &edit() { return m_build; }
    operator const Build &() const { return m_build; }

private:
    Build m_build;
};

/// A Ryzen 9 9950X on a ProArt X870E in a Torrent: CPU, 64 GB, one SSD, no card, no supply.
BuildMaker desktop(const char *board = "asus-proart-x870e-creator", const char *enclosure = "fractal-torrent");
/// An EPYC 7302P on a ROMED8-2T in a case: CPU, 8 modules, one SSD, no card, no supply.
BuildMaker server(const char *enclosure = "phanteks-enthoo-pro-2-server");

} // namespace rigwright::test
