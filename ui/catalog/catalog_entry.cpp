// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalog_entry.h"

#include "core/catalog/search_facts.h"
#include "core/catalog/sections.h"
#include "core/units/format.h"
#include "ui/catalog/card_facts.h"
#include "ui/catalog/row_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rigwright::ui {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogEntry)
};

QString priceRange(const Price &price)
{
    // A card has no room for cents.
    return priceText(Money(std::round(price.low.base())), Money(std::round(price.high.base())));
}

QString partDetail(const PartInfo &info)
{
    QStringList lines{info.name};
    if (info.price)
        lines << Text::tr("Price %1, seen %2: %3").arg(priceRange(*info.price), info.price->date, info.price->source);
    else
        lines << Text::tr("No price known");
    if (!info.notes.isEmpty())
        lines << info.notes;
    lines << Text::tr("%1: %2").arg(confidenceText(info.confidence), info.source);
    return lines.join(QLatin1Char('\n'));
}

QString modelDetail(const LlmModel &model)
{
    QStringList lines{model.name};
    if (!model.license.isEmpty())
        lines << Text::tr("Licence: %1").arg(model.license);
    if (!model.repository.isEmpty())
        lines << model.repository;
    if (!model.released)
        lines << Text::tr("Announced or rumoured, not released.");
    if (!model.notes.isEmpty())
        lines << model.notes;
    lines << Text::tr("Source: %1").arg(model.source);
    return lines.join(QLatin1Char('\n'));
}
} // namespace

std::size_t countRows(const Catalog &c)
{
    return c.gpus.size() + c.unifiedSystems.size() + c.prebuilts.size() + c.cpus.size() + c.motherboards.size()
           + c.powerSupplies.size() + c.enclosures.size() + c.memoryKits.size() + c.drives.size()
           + c.nvlinkBridges.size() + c.fans.size() + c.extras.size() + c.models.size();
}

CatalogEntry catalogEntry(const Catalog &catalog, const SearchHit &hit, double full)
{
    CatalogEntry entry;
    if (const auto part = partOf(hit)) {
        const PartInfo *info = catalog.partInfo(*part);
        if (!info)
            return entry;
        entry.name = info->name;
        entry.price = info->price ? priceRange(*info->price) : QString();
        entry.detail = partDetail(*info);
    } else {
        const LlmModel *model = catalog.models.find(hit.id);
        if (!model)
            return entry;
        entry.name = model->name;
        entry.detail = modelDetail(*model);
    }
    entry.facts = cardFacts(catalog, hit);
    const double leading = double(searchFacts(catalog, hit)[leadingFigure(hit.section)]);
    entry.bar = full > 0 && leading > 0 ? std::min(1.0, leading / full) : 0; // either may be unknown
    return entry;
}

} // namespace rigwright::ui
