// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"

#include <QStringList>

namespace rigwright::ui {

/// A build in another case, on another board or as another machine.
struct HostChange
{
    bool allowed = false;
    QString reason;
    Build build;
    QStringList removed; ///< names of the parts that no longer fit
};

/// Puts a case, a board or a whole machine in the place of what it replaces. Parts stay where they
/// are where they still fit, else move to their best place, else go.
HostChange hostChanged(const Build &build, const Catalog &catalog, const PartRef &host);

/// Takes a case, board or machine out, with what cannot stay without it.
HostChange hostRemoved(const Build &build, const Catalog &catalog, ItemId host);

inline bool isHostKind(PartKind kind)
{
    return kind == PartKind::Enclosure || kind == PartKind::Motherboard || kind == PartKind::Prebuilt
           || kind == PartKind::UnifiedSystem;
}

} // namespace rigwright::ui
