// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chassis/part_view.h"

/// @return what is wrong with where things are (one covers another, or is outside), or nothing
inline QString arrangementFault(const rigwright::ui::ChassisModel &model)
{
    using namespace rigwright::ui;
    const std::vector<PartView> parts = partsOf(model);
    for (const PartView &part : parts) {
        const QRectF area = areaOf(part);
        if (area.width() < 5 || area.height() < 5)
            return nameOf(part) + QStringLiteral(" has no room");
        if (!model.bounds.contains(area))
            return nameOf(part) + QStringLiteral(" is outside the picture");
        if (locationOf(part).place != rigwright::Place::Outside && !model.outline.contains(area))
            return nameOf(part) + QStringLiteral(" is outside the case");
        for (const PartView &other : parts)
            if (&other != &part && !isHost(part) && !isHost(other)
                && area.adjusted(0.01, 0.01, -0.01, -0.01).intersects(areaOf(other)))
                return nameOf(part) + QStringLiteral(" covers ") + nameOf(other);
    }
    return {};
}
