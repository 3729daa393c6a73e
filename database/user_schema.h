// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/migrations.h"

namespace rigwright {

/// The schema of rigwright.sqlite.
const Schema &userSchema();

} // namespace rigwright
