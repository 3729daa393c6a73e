// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/part_pages/column_captions.h"

#include <span>

namespace rigwright::ui {

/// A caption as it stands in the sources, before translation.
struct CaptionEntry
{
    const char *column; ///< "tdp_w" of any table, or "cpus.tdp_w" of this one
    ColumnGroup group;
    CellForm form;
    const char *text;
    const char *unit;
    const char *hint;
};

std::span<const CaptionEntry> hardwareCaptions(); ///< parts, and what all tables have
std::span<const CaptionEntry> workloadCaptions(); ///< models, quantizations, engines, circuits, tariffs

} // namespace rigwright::ui
