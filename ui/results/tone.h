// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/results/figures.h"
#include "ui/theme/palette.h"
#include "ui/widgets/meter_bar.h"

class QLabel;

namespace rigwright::ui {

/// @return the colour role of text in that tone
Role textRole(Tone tone);
/// @return the tinted surface for that tone
Role surfaceRole(Tone tone);
MeterBar::State meterState(Tone tone);

/// Sets the colour of a label by the style sheet's `tone`; does nothing where it already has it.
void setTone(QLabel *label, Tone tone, bool mutedWhereNeutral = false);

} // namespace rigwright::ui
