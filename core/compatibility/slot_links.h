// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compatibility/host.h"

#include <QVarLengthArray>

namespace rigwright {

/// The link that each slot of the host's board gives. A slot in use has what the present cards
/// leave it; a free slot has what a card put there would get. Respected are the generation of
/// the CPU, slots that share lanes ("x16/- or x8/x8"), and the lanes of the CPUs where the board
/// wires its slots straight to them.
///
/// @param used one flag per slot of the board: whether a card is in it
QVarLengthArray<PcieLink, 16> slotLinks(const Host &host, const QVarLengthArray<bool, 16> &used);

/// The board's slots from the fastest to the slowest: the order in which risers take them.
QVarLengthArray<int, 16> slotsByRate(const Motherboard &board);

} // namespace rigwright
