// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

namespace rigwright {

inline constexpr QStringView kAnyFamily(u"*");
inline constexpr QStringView kHostFamily(u"CPU"); ///< family of system processors

/// The best fitted constants for an engine on a device family, from the most to the least specific:
/// engine and family, any engine on the family, the engine anywhere, anything.
struct CoefficientChoice
{
    const SpeedCoefficients *row = nullptr; ///< never null
    bool ofFamily = false;                  ///< fitted on this family; false = general constants
};

CoefficientChoice coefficientsFor(const Catalog &catalog, const QString &engineId, QStringView family);

} // namespace rigwright
