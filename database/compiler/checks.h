// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/compiler/catalog_source.h"

namespace rigwright {

/// Reports ids that name no row of their table.
void checkReferences(CatalogSource &source);

/// Reports figures that contradict each other or physics.
void checkPlausibility(CatalogSource &source);

} // namespace rigwright
