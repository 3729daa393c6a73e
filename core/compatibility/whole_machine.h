// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"

namespace rigwright {

/// Places a whole machine with what it is sold with: its cards at its positions, marked as
/// included. A machine of unified memory, or one whose cards are not known, comes alone.
Build withWholeMachine(Build build, const Catalog &catalog, const PartRef &machine);

/// Puts the cards a machine is sold with into its free positions.
Build withOwnCards(Build build, const Prebuilt &machine);

} // namespace rigwright
