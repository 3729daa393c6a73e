// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

namespace rigwright {

/// The figures of a part that a buyer compares: "24 GB · 936 GB/s · 350 W".
/// @param variant memory option of a unified system
QString partDetail(const Catalog &catalog, const PartRef &part, int variant = 0);

} // namespace rigwright
