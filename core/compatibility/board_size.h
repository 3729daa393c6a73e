// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/hardware.h"

namespace rigwright {

/// Outline of a board: `height` along the expansion slots' stacking direction (down in a tower),
/// `depth` from the rear panel to the front.
struct BoardSize
{
    double height = 0; ///< mm
    double depth = 0;  ///< mm
    friend bool operator==(const BoardSize &, const BoardSize &) = default;
};

/// Outline of a form factor as boards and cases name it ("E-ATX", "SSI-EEB", "EATX 285mm"; a
/// number of millimetres is the depth that an E-ATX tray takes). An unknown name counts as ATX.
/// Sources: ATX specification 2.2; SSI EEB 2011 and CEB 1.1; Mini-ITX addendum; board makers.
BoardSize boardSize(const QString &formFactor);

enum class BoardFit { Fits, CheckStandoffs, TooLarge };
/// Whether a case that lists these form factors takes the board. CheckStandoffs: the outline fits
/// but the case does not name the form factor, or limits the depth of E-ATX boards.
BoardFit boardFit(const QString &boardFormFactor, const QStringList &caseFormFactors);

/// The largest form factor of the list, for messages.
QString largestFormFactor(const QStringList &caseFormFactors);

} // namespace rigwright
