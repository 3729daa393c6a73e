// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"

/// Changes that settle a finding, where there is one.
namespace rigwright::fixes {

/// Caps cards so that they together draw `allowed` instead of what they draw now. A cap below 60 %
/// of a card's TDP costs too much speed to be offered. @param cards empty = all cards
std::optional<Fix> capCards(const Build &build, const Machine &machine, const std::vector<ItemId> &cards,
                            Watts allowed);

/// Hangs a supply on the circuit that has the most room, if it fits there.
std::optional<Fix> moveSupply(const Build &build, const Evaluation &evaluation, int fromCircuit);

/// Replaces a supply by the smallest of the catalogue that carries its load at 80 % with as many plugs.
std::optional<Fix> largerSupply(const Build &build, const Catalog &catalog, const Evaluation &evaluation,
                                const PsuLoad &load);

} // namespace rigwright::fixes
