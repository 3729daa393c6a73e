// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"

#include <memory>

/// A small catalogue and a tower with RTX 3090 cards, for tests of the panels: everything that
/// they show comes from evaluating it.
namespace rig_sample {

std::shared_ptr<const rigwright::Catalog> catalog();

/// `cards` RTX 3090 in a tower with one 1600 W supply on a 120 V 20 A circuit, serving one model.
rigwright::Build tower(int cards);

/// The same with `cards` cards more, as a drag would preview it.
rigwright::Build withCardAdded(const rigwright::Build &build);

} // namespace rig_sample
