// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace rigwright::ui {

class Palette;

/// Colours of the chassis picture, by what they are for.
struct ChassisColors
{
    QColor background;
    QColor chassis; ///< interior
    QColor outline;
    QColor board;
    QColor part; ///< cards, supplies, blocks
    QColor partEdge;
    QColor freeEdge; ///< dashes around free places
    QColor text;
    QColor mutedText;
    QColor track; ///< free memory, unused load
    QColor weights;
    QColor kvCache;
    QColor compute;
    QColor overhead;
    QColor accent; ///< selection, focus and load
    QColor good;
    QColor goodSoft;
    QColor warning;
    QColor warningSoft;
    QColor error;
    QColor errorSoft;
    QColor bridge;
    friend bool operator==(const ChassisColors &, const ChassisColors &) = default;
};

ChassisColors chassisColors(const Palette &palette);
ChassisColors lightChassisColors(); ///< for paper

} // namespace rigwright::ui
