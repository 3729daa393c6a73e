// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/part_navigation.h"

#include <algorithm>
#include <cmath>

namespace rigwright::ui {

namespace {
/// Gap between two stretches of a line; 0 where they overlap.
double distance(double fromA, double toA, double fromB, double toB)
{
    return std::max({fromB - toA, fromA - toB, 0.0});
}
} // namespace

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
    const QRectF here = areaOf(parts[std::size_t(from)]);
    const bool horizontal = arrowKey == Qt::Key_Left || arrowKey == Qt::Key_Right;
    const int sign = arrowKey == Qt::Key_Left || arrowKey == Qt::Key_Up ? -1 : 1;
    // Straight ahead counts once, beside it twice: the next in line wins over the merely near.
    constexpr double sideways = 2;
    int nearest = -1;
    double best = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (isHost(parts[i])) // in the way of everything: reached with Tab
            continue;
        const QRectF there = areaOf(parts[i]);
        const QPointF step = there.center() - here.center();
        const double ahead = sign * (horizontal ? step.x() : step.y());
        if (ahead < 1)
            continue;
        const double aside = horizontal ? distance(here.top(), here.bottom(), there.top(), there.bottom())
                                        : distance(here.left(), here.right(), there.left(), there.right());
        const double cost = ahead + sideways * aside;
        if (nearest < 0 || cost < best) {
            nearest = int(i);
            best = cost;
        }
    }
    return nearest;
}

} // namespace rigwright::ui
