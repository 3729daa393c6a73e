// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/catalog_entry.h"

namespace rigwright::ui {

/// @return the four numbers that matter for a row of this kind; empty where it does not exist
std::array<CardFact, 4> cardFacts(const Catalog &catalog, const SearchHit &hit);

/// @return the number that parts of this kind are chosen by: memory bandwidth of GPUs, systems and
///         CPUs, watts of supplies, parameters of models, ...
Figure leadingFigure(CatalogSection section);

/// @return the largest leading figure of a section: the full bar. Datacenter GPUs are left out, or
///         every other card's bar would be a stub; theirs are full.
double fullBar(const PartSearch &search, CatalogSection section);

} // namespace rigwright::ui
