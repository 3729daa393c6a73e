// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/sql_connection.h"

namespace rigwright {

/// @return rigwright.sqlite in the folder that RIGWRIGHT_DATA names, else in the user's data folder
QString userDatabasePath();

/// Opens or creates the user's file and brings it to the present version; a newer, foreign or damaged file
/// is refused and left as it is.
Result<std::unique_ptr<SqlConnection>> openUserFile(const QString &path);

} // namespace rigwright
