// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/sql_connection.h"

#include <span>

namespace rigwright {

/// One step of a schema: the statements that lead from version n to version n + 1.
using Migration = std::vector<const char *>;

/// What identifies a database file and where its schema stands.
struct Schema
{
    qint32 applicationId = 0;
    std::span<const Migration> migrations; ///< a released step is never edited; append only
    int version() const { return int(migrations.size()); }
};

/// Reads the file's header without opening it as a database, so that what is refused stays
/// untouched. A missing or empty file is fine.
/// @return Corrupt where it is no SQLite file or another program's; TooNew where a later release wrote it
Outcome checkHeader(const QString &path, const Schema &schema);

/// Brings an opened database to the present version, one transaction per step. An older file is
/// first copied to "NAME.vN.backup" beside it (a further copy gets a number).
Outcome migrate(const SqlConnection &connection, const QString &path, const Schema &schema);

} // namespace rigwright
