// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rigwright {

/// Whether a module type ("DDR4 RDIMM") is one that a board or CPU takes ("DDR4 RDIMM/LRDIMM").
/// An empty side is unknown and fits.
bool memoryTypeFits(const QString &module, const QString &taken);

} // namespace rigwright
