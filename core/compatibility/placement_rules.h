// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compatibility/host.h"
#include "core/compatibility/placement_check.h"

#include <QCoreApplication>

/// The rules behind checkPlacement(), per kind of part. Each looks at an item that is already in
/// the build, so that a drop, a move and an opened file are judged alike.
namespace rigwright::placement {

/// What the rules look at, gathered once.
struct Context
{
    const Build &build;
    const Catalog &catalog;
    const ChassisLayout &layout;
    const Host host;
};

PlacementCheck card(const Context &context, const Item &item);
PlacementCheck bridge(const Context &context, const Item &item);
PlacementCheck cpu(const Context &context, const Item &item);
PlacementCheck motherboard(const Context &context, const Item &item);
PlacementCheck enclosure(const Context &context, const Item &item);
PlacementCheck machine(const Context &context, const Item &item);
PlacementCheck memory(const Context &context, const Item &item);
PlacementCheck supply(const Context &context, const Item &item);
PlacementCheck drive(const Context &context, const Item &item);
PlacementCheck fan(const Context &context, const Item &item);

inline PlacementCheck fine()
{
    return {true, {}};
}
inline PlacementCheck unwise(const QString &reason)
{
    return {true, reason};
}
inline PlacementCheck refused(const QString &reason)
{
    return {false, reason};
}
inline QString tr(const char *text)
{
    return QCoreApplication::translate("Placement", text);
}

/// @return the catalogue name of a part, or its id where the row is missing
inline QString nameOf(const Catalog &catalog, const PartRef &part)
{
    const PartInfo *info = catalog.partInfo(part);
    return info ? info->name : part.id;
}
inline QString unknownPart(const Item &item)
{
    return tr("%1 is not in the catalogue").arg(item.part.id);
}

} // namespace rigwright::placement
