// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/opened_build.h"

/// The commands under `catalog`, each in a file of its own.
namespace rigwright::cli {

void addCatalogCheck(CLI::App &catalog, Invocation &invocation);
void addCatalogExport(CLI::App &catalog, Invocation &invocation);
void addCatalogImport(CLI::App &catalog, Invocation &invocation);

/// The catalogue and the user's rows above it, as they stand in tables.
struct OpenedTables
{
    SharedCatalog shipped;
    UserLayer layer;
    SharedCatalog all;    ///< with the user's rows; prices that he has seen are no columns of a row
    QStringList problems; ///< rows of the user that cannot be read
};
Result<OpenedTables> openTables();
/// Says on standard error which rows of the user cannot be read.
void printNotes(const OpenedTables &tables);

} // namespace rigwright::cli
