// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/result.h"

#include <QStringList>

namespace rigwright {

/// @param what     "No GPU \"%1\" in the catalogue" (translatable, context "Cases")
/// @param nearest  names that look like it, for the user to choose from
/// @return NotFound with both
Error unknownName(const char *what, const QString &name, const QStringList &nearest);

} // namespace rigwright
