// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/interchange/rig_file.h"

namespace rigwright {

/// Reads a .rig file; the file is never changed. Messages name the path.
Result<RigFile> loadRigFile(const QString &path);

/// Writes a .rig file through a temporary one: afterwards the path holds the whole build, or what it
/// held before.
Outcome saveRigFile(const QString &path, const Build &build, const Catalog &catalog);

/// Writes any output in the same way.
Outcome writeWhole(const QString &path, const QByteArray &bytes);

} // namespace rigwright
