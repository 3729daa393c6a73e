// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"
#include "core/units/result.h"

namespace rigwright {

/// A build as it travels: with the specifications of every part and model that it uses, so that
/// it opens the same on a machine with another catalogue. Schema: docs/rig-format.md.
struct RigFile
{
    Build build;
    Catalog embedded;       ///< only the rows that the build names
    QString catalogVersion; ///< of the catalogue that the rows came from
};

inline constexpr int kRigFormat = 1;
inline constexpr qint64 kRigMaximumBytes = 16 * 1024 * 1024;

/// @return the JSON text of a .rig file: stable key order, so equal builds give equal bytes
QByteArray toRigJson(const Build &build, const Catalog &catalog);

/// Reads a .rig file's text. Never trusts it: types, ranges and sizes are checked.
/// @return the file, or Corrupt, TooNew (format above kRigFormat) or Invalid with the place in the document
Result<RigFile> fromRigJson(const QByteArray &text);

/// @return `base` with the rows of `embedded` that it lacks added
Catalog withMissingRows(const Catalog &base, const Catalog &embedded);

/// @return one line per embedded row that says something else than the catalogue's row of that id
QStringList differences(const Catalog &base, const Catalog &embedded);

} // namespace rigwright
