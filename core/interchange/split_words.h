// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"

namespace rigwright {

/// Reads the split modes of published measurements: none, layer, row, TPn, PPn, DPn, EPn, DEPn,
/// combinations ("TP2+DP2"), rpc-layer, moe-cpu-offload, partial-offload, cpu-only. A trailing "?"
/// (inferred, not stated) means the same. Empty means one device or layers over several.
/// @return nullopt for anything else
std::optional<Parallelism> parallelismFromWords(const QString &splitMode, int devices);

} // namespace rigwright
