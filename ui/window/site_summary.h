// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"

namespace rigwright::ui {

/// @return the site in a line: "Garage · 120 V 20 A · $0.17/kWh"
QString siteSummary(const Site &site, const Catalog &catalog);

} // namespace rigwright::ui
