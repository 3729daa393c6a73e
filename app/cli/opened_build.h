// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/user_layer.h"
#include "core/units/result.h"

#include <QStringList>

#include <memory>

namespace rigwright::cli {

using SharedCatalog = std::shared_ptr<const Catalog>;

/// @return the catalogue that ships with the program
Result<SharedCatalog> shippedCatalog();
/// @return the user's layer above it; empty where he has none. What cannot be read goes to `problems`
Result<UserLayer> userLayer(QStringList &problems);
/// @return the catalogue with the user's layer on top: what is planned with
Result<SharedCatalog> planningCatalog();

/// What a BUILD argument names.
struct OpenedBuild
{
    Build build;
    SharedCatalog catalog; ///< with the rows that came with the build and are in no other place
    QStringList notes;     ///< where the rows that came with it say something else
};

/// Opens what a BUILD argument names: template:ID, a .rig file, or a saved build by its name.
Result<OpenedBuild> openBuild(const QString &argument, const SharedCatalog &catalog);

/// Loads the catalogue and opens the build.
Result<OpenedBuild> openBuild(const QString &argument);

/// Says on standard error where a build's own facts differ from the catalogue's.
void printNotes(const OpenedBuild &opened);

inline constexpr char kBuildHelp[] = "a .rig file, the name of a saved build, or template:ID";

} // namespace rigwright::cli
