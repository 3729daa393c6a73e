// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"

namespace rigwright::ui {

/// @return what changes from one evaluation to another, in the figures that decide:
///         "+32 GB · +11 tok/s · +300 W"; empty where none of them changes
QString deltaText(const Evaluation &before, const Evaluation &after);

} // namespace rigwright::ui
