// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chassis/chassis_model.h"

namespace rigwright::ui {

/// @return processors, memory, drives, fans and what stands beside the chassis, with a free place
///         where a kind has none yet; rectangles are still null
std::vector<BlockView> blocksOf(const Build &build, const Catalog &catalog, const Evaluation &evaluation);

/// @return what moves the heat out, one fact a line
QStringList airflowLines(const Build &build, const Catalog &catalog, const Evaluation &evaluation);

} // namespace rigwright::ui
