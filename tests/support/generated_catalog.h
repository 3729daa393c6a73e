// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

namespace rigwright::test {

/// @return the base with its parts multiplied until there are `parts` of them: variants of the rows that ship, with
///         ids, names and figures of their own. The same for the same count.
Catalog generatedCatalog(const Catalog &base, int parts);

} // namespace rigwright::test
