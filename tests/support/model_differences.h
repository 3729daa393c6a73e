// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/model.h"

namespace rigwright::test {

/// @return the columns of figures in which two models differ, with both values; image encoders are not compared
QStringList figureDifferences(const LlmModel &is, const LlmModel &expected);

} // namespace rigwright::test
