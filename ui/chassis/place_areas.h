// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chassis/chassis_model.h"

namespace rigwright::ui {

/// Where a place is on the picture, and how a part would lie there.
struct PlaceArea
{
    QRectF hit;
    QRectF ghost;
    QString label;
    bool vacant = false; ///< a free place is drawn there
};

PlaceArea placeArea(const Build &build, const Catalog &catalog, const ChassisLayout &layout, const ChassisModel &model,
                    const PartRef &part, Location location);

} // namespace rigwright::ui
