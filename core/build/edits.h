// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"

/// Every edit of a build as a function from a build to a build. Undo commands keep the value
/// before; a drag preview evaluates the value after. None of them checks compatibility: ask
/// checkPlacement() first.
namespace rigwright::edits {

/// @return the build with a new item; its id is the build's nextItem
Build placed(Build build, const PartRef &part, Location location);
/// @return the build without the item and without bridges and cables that name it
Build removed(Build build, ItemId item);
/// Moves an item; an item already there of the same kind moves to the first one's old place.
Build moved(Build build, ItemId item, Location location);
/// @return the build with the item of the same id replaced by this value
Build updated(Build build, const Item &item);

Build deploymentAdded(Build build, const Deployment &deployment);
Build deploymentUpdated(Build build, std::size_t index, const Deployment &deployment);
Build deploymentRemoved(Build build, std::size_t index);

Build siteChanged(Build build, const Site &site);
Build renamed(Build build, const QString &name);

} // namespace rigwright::edits
