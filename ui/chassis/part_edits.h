// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"
#include "ui/catalog/part_mime.h"

#include <optional>

namespace rigwright::ui {

/// What a user's wish would do to the build, before it is done.
struct PartEdit
{
    bool allowed = false;
    QString reason; ///< why not, or what is unwise; empty = fine
    QString label;  ///< of the undo step
    Build build;    ///< after it; the build as it was where not allowed
};

/// A dragged thing put to a place: a catalogue part placed, a placed part moved or swapped, a
/// model added as a deployment, a case, board or machine put in place of the present one.
PartEdit dropped(const Build &build, const Catalog &catalog, const DraggedPart &dragged, Location location);

PartEdit taken(const Build &build, const Catalog &catalog, ItemId item);
/// A copy with the same settings in the best free place.
PartEdit duplicated(const Build &build, const Catalog &catalog, ItemId item);
/// An NVLink bridge of the catalogue between two cards.
PartEdit bridged(const Build &build, const Catalog &catalog, ItemId card, ItemId neighbour);

/// @return the cards beside this one that could be joined to it by a bridge of the catalogue
std::vector<ItemId> bridgeable(const Build &build, const Catalog &catalog, ItemId card);

QString partName(const Catalog &catalog, const PartRef &part);
/// @return "slot 3", "PSU bay 1": the place in a sentence
QString placeName(const Build &build, const Catalog &catalog, Location location);

} // namespace rigwright::ui
