// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/fact_sheet.h"

#include "core/catalog/enum_names.h"
#include "ui/document/catalog_store.h"
#include "ui/part_pages/cell_format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rigwright::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FactSheet)
};

std::vector<ClaimLine> claimsAbout(const Catalog &catalog, const RowKey &key, const Column &column,
                                   const ColumnCaption &caption)
{
    std::vector<ClaimLine> lines;
    for (const Claim &claim : catalog.claims)
        if (claim.table == key.table && claim.row == key.id && claim.column == column.name)
            lines.push_back({shownText(claim.value, caption, column), claim.source, claim.url, claim.reason});
    std::stable_partition(lines.begin(), lines.end(), [](const ClaimLine &line) { return line.chosen(); });
    return lines;
}

Fact factOf(const CatalogStore &store, const RowKey &key, const Column &column, const Cell &cell,
            const std::optional<Cell> &shipped)
{
    const ColumnCaption caption = captionOf(key.table, column.name);
    Fact fact{column.name, caption.text, caption.hint, shownCell(cell, caption, column), false, false, {}, {}};
    fact.figure = column.type == CellType::Integer || column.type == CellType::Real;
    fact.edited = shipped && *shipped != cell;
    if (fact.edited)
        fact.shipped = shownCell(*shipped, caption, column);
    fact.claims = claimsAbout(*store.shipped(), key, column, caption);
    return fact;
}

QString textNamed(const std::vector<Column> &columns, const std::vector<Cell> &cells, const char *name)
{
    return cellText(cellNamed(columns, cells, QLatin1String(name)));
}

/// What the page says above its facts is said again only where the user changed it.
bool isInHeader(const QString &column)
{
    return column == QLatin1String("name") || column == QLatin1String("vendor");
}

/// Nobody looks for further names and remarks where there are none.
bool isMissed(const QString &column)
{
    return column != QLatin1String("aliases") && column != QLatin1String("notes");
}

} // namespace

Cell cellNamed(const std::vector<Column> &columns, const std::vector<Cell> &cells, const QString &name)
{
    for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i)
        if (columns[i].name == name)
            return cells[i];
    return {};
}

std::vector<Cell> ownedCells(const CatalogStore &store, const RowKey &key)
{
    std::vector<Cell> cells = cellsOf(store.layer().rows, key);
    return cells.empty() ? cellsOf(*store.shipped(), key) : cells;
}

bool isPriceColumn(const QString &column)
{
    static constexpr std::array kColumns{"price_low_usd", "price_high_usd",  "price_date",
                                         "price_source",  "price_condition", "price_link"};
    return std::ranges::any_of(kColumns, [&column](const char *name) { return column == QLatin1String(name); });
}

FactSheet factSheet(const CatalogStore &store, const RowKey &key)
{
    FactSheet sheet;
    const std::vector<Column> columns = columnsOf(key.table);
    const std::vector<Cell> cells = ownedCells(store, key);
    if (cells.empty())
        return sheet;
    const std::vector<Cell> shipped = cellsOf(*store.shipped(), key);
    sheet.name = nameOf(*store.catalog(), key);
    sheet.vendor = textNamed(columns, cells, "vendor");
    sheet.kind = tableText(key.table);
    sheet.confidence =
        enumFromName<Confidence>(textNamed(columns, cells, "confidence")).value_or(Confidence::SingleSource);
    sheet.own = shipped.empty();
    sheet.edited = !sheet.own && store.isOwn(key);

    std::array<FactGroup, std::size_t(ColumnGroup::Count)> groups;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (isPriceColumn(columns[i].name)) {
            sheet.priced = true;
            continue;
        }
        if (isInHeader(columns[i].name) && (shipped.empty() || shipped[i] == cells[i]))
            continue;
        const Fact fact =
            factOf(store, key, columns[i], cells[i], shipped.empty() ? std::nullopt : std::optional<Cell>(shipped[i]));
        FactGroup &group = groups[std::size_t(captionOf(key.table, columns[i].name).group)];
        if (isBlank(cells[i]) && !fact.edited && fact.claims.empty())
            group.notStated << (isMissed(columns[i].name) ? QStringList(fact.caption) : QStringList());
        else
            group.facts.push_back(fact);
    }
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (!groups[i].facts.empty()) { // a dense model has nothing to say of experts
            groups[i].heading = groupText(ColumnGroup(i));
            sheet.groups.push_back(std::move(groups[i]));
        }
    return sheet;
}

std::vector<Fact> disputedPrices(const CatalogStore &store, const RowKey &key)
{
    std::vector<Fact> facts;
    const std::vector<Column> columns = columnsOf(key.table);
    const std::vector<Cell> cells = ownedCells(store, key);
    for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i) {
        if (!isPriceColumn(columns[i].name))
            continue;
        Fact fact = factOf(store, key, columns[i], cells[i], std::nullopt);
        if (!fact.claims.empty())
            facts.push_back(std::move(fact));
    }
    return facts;
}

QString confidenceIcon(Confidence confidence)
{
    switch (confidence) {
    case Confidence::VendorSheet:
    case Confidence::CrossChecked: return QStringLiteral("check");
    case Confidence::SingleSource: return QStringLiteral("info");
    case Confidence::Estimate: return QStringLiteral("question");
    }
    return {};
}

Role confidenceRole(Confidence confidence)
{
    return confidence == Confidence::Estimate       ? Role::Warn
           : confidence == Confidence::SingleSource ? Role::Muted
                                                    : Role::Good;
}

QString disagreeText(std::size_t sources)
{
    return sources == 2 ? Text::tr("Two sources disagree") : Text::tr("%Ln sources disagree", nullptr, int(sources));
}

} // namespace rigwright::ui
