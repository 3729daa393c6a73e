// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/part_navigation.h"

#include <algorithm>
#include <cmath>

namespace rigwright::ui {

Spot spotOf(const PartView &view)
{
    const ItemId item = itemOf(view);
    return item ? Spot{item, {}} : Spot{{}, locationOf(view)};
}

std::vector<PartView> readingOrder(const ChassisModel &model)
{
    std::vector<PartView> parts = partsOf(model);
    std::ranges::stable_sort(parts, {}, [](const PartView &view) {
        const QRectF area = areaOf(view);
        return std::pair(std::round(area.top()), area.left());
    });
    return parts;
}

int indexOf(const std::vector<PartView> &parts, const Spot &spot)
{
    const auto it = std::ranges::find(parts, spot, spotOf);
    return it == parts.end() ? -1 : int(it - parts.begin());
}

int neighbour(const std::vector<PartView> &parts, int from, int arrowKey)
{
    if (from < 0 || std::size_t(from) >= parts.size())
        return parts.empty() ? -1 : 0;
    const QPointF here = areaOf(parts[std::size_t(from)]).center();
    // Straight ahead counts once, sideways twice: the next in line wins over the merely near.
    constexpr double sideways = 2;
    int nearest = -1;
    double best = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const QPointF step = areaOf(parts[i]).center() - here;
        const bool horizontal = arrowKey == Qt::Key_Left || arrowKey == Qt::Key_Right;
        const double ahead =
            (horizontal ? step.x() : step.y()) * (arrowKey == Qt::Key_Left || arrowKey == Qt::Key_Up ? -1 : 1);
        if (ahead < 1)
            continue;
        const double cost = ahead + sideways * std::abs(horizontal ? step.y() : step.x());
        if (nearest < 0 || cost < best) {
            nearest = int(i);
            best = cost;
        }
    }
    return nearest;
}

} // namespace rigwright::ui
