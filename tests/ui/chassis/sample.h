// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"

#include <memory>

/// A small catalogue and the builds that the chassis tests look at: one of every style.
namespace sample {

std::shared_ptr<const rigwright::Catalog> catalog();

rigwright::Build emptyBuild();
rigwright::Build tower();      ///< ROMED8-2T in an 11-slot tower, 3 × RTX 3090 (0 and 1 bridged), 2 supplies
rigwright::Build openFrame();  ///< eight RTX 3090 on risers, three supplies
rigwright::Build cage();       ///< eight two-slot cards in a rack cage
rigwright::Build modules();    ///< a DGX H100
rigwright::Build tinybox();    ///< a whole machine with PCIe cards
rigwright::Build closedBox();  ///< a Mac Studio
rigwright::Build overfilled(); ///< the tower with more model than memory

/// @return the cards of a build in the order of their positions
std::vector<rigwright::ItemId> cards(const rigwright::Build &build);

rigwright::PartRef part(rigwright::PartKind kind, const char *id);

} // namespace sample
