// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/part.h"

namespace rigwright::ui {

/// @return "$1,599", "$999.50" or "$700–900": cents only where there are some
QString priceText(Money low, Money high);
/// @return "Checked against the vendor's sheet"
QString confidenceText(Confidence confidence);

} // namespace rigwright::ui
