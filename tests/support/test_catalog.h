// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <memory>

namespace rigwright::test {

/// The catalogue that ships, loaded once per test program. Ends the program with a message where
/// it cannot be read.
std::shared_ptr<const Catalog> sharedTestCatalog();
inline const Catalog &testCatalog()
{
    return *sharedTestCatalog();
}

} // namespace rigwright::test
