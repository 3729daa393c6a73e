// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/catalog/part_search.h"

#include <vector>

namespace rigwright {

/// What a row can be found by.
struct SearchText
{
    CatalogSection section = CatalogSection::Gpus;
    QString id;
    QString name;
    QString aliases; ///< other spellings, vendor, kind
    QString joined;  ///< neighbouring words written as one: "rtx3090 3090ti"
    QString numbers; ///< figures with their unit: "24gb 936gb/s 350w"
};

/// One entry per row that the catalogue panel shows, in catalogue order.
std::vector<SearchText> searchTexts(const Catalog &catalog);

} // namespace rigwright
