// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/catalog_rows.h"

#include "core/catalog/names.h"

#include <algorithm>

namespace rigwright::cli {

namespace {

struct Section
{
    CatalogSection section;
    const char *name;
    const char *table;
};

constexpr Section kSections[] = {
    {CatalogSection::Gpus, "gpus", "gpus"},
    {CatalogSection::Systems, "systems", "unified_systems"},
    {CatalogSection::Prebuilts, "prebuilts", "prebuilts"},
    {CatalogSection::Models, "models", "models"},
    {CatalogSection::Boards, "boards", "motherboards"},
    {CatalogSection::Cpus, "cpus", "cpus"},
    {CatalogSection::PowerSupplies, "power-supplies", "power_supplies"},
    {CatalogSection::Enclosures, "enclosures", "enclosures"},
    {CatalogSection::Memory, "memory", "memory_kits"},
    {CatalogSection::Drives, "drives", "drives"},
    {CatalogSection::Bridges, "bridges", "nvlink_bridges"},
    {CatalogSection::Fans, "fans", "fans"},
    {CatalogSection::Extras, "extras", "extras"},
};

const Section &entryOf(CatalogSection section)
{
    return *std::ranges::find(kSections, section, &Section::section);
}

template <class Row>
ShownRow shown(const char *table, const Row &row)
{
    ShownRow result;
    result.table = QLatin1String(table);
    for (const Field<Row> &field : fields<Row>()) {
        const Cell cell = field.get(row);
        if (isBlank(cell))
            continue;
        const QString column = QLatin1String(field.name);
        if (column == QLatin1String("id"))
            result.id = cellText(cell);
        else if (column == QLatin1String("name"))
            result.name = cellText(cell);
        result.columns.emplace_back(column, cell);
    }
    return result;
}

template <class Row>
bool isNamed(const Row &row, const QString &key)
{
    const auto matches = [&key](const QString &name) { return !name.isEmpty() && nameKey(name) == key; };
    if constexpr (requires { row.info.id; })
        return matches(row.info.id) || matches(row.info.name) || std::ranges::any_of(row.info.aliases, matches);
    else if constexpr (requires { row.aliases; })
        return matches(row.id) || matches(row.name) || std::ranges::any_of(row.aliases, matches);
    else if constexpr (requires { row.id; })
        return matches(row.id);
    else
        return false;
}

} // namespace

QStringList sectionNames()
{
    QStringList names;
    for (const Section &section : kSections)
        names.append(QLatin1String(section.name));
    return names;
}

CatalogSection sectionNamed(const QString &name)
{
    return std::ranges::find_if(kSections, [&name](const Section &one) { return name == QLatin1String(one.name); })
        ->section;
}

QString nameOf(CatalogSection section)
{
    return QLatin1String(entryOf(section).name);
}

ShownRow rowOf(const SearchHit &hit, const Catalog &catalog)
{
    ShownRow result;
    forEachTable(catalog, [&](const char *name, const auto &table) {
        if constexpr (requires { table.find(hit.id); })
            if (qstrcmp(name, entryOf(hit.section).table) == 0)
                if (const auto *row = table.find(hit.id))
                    result = shown(name, *row);
    });
    return result;
}

std::vector<ShownRow> rowsNamed(const QString &name, const Catalog &catalog)
{
    const QString key = nameKey(name);
    std::vector<ShownRow> found;
    forEachTable(catalog, [&](const char *tableName, const auto &table) {
        for (const auto &row : rowsOf(table))
            if (isNamed(row, key))
                found.push_back(shown(tableName, row));
    });
    return found;
}

QJsonObject rowJson(const ShownRow &row)
{
    QJsonObject object;
    object[QStringLiteral("table")] = row.table;
    for (const auto &[column, cell] : row.columns)
        object[column] = cellJson(cell);
    return object;
}

QStringList tableNames()
{
    QStringList names;
    const Catalog none;
    forEachTable(none, [&names](const char *name, const auto &) { names.append(QLatin1String(name)); });
    names.append(QStringLiteral("measurements"));
    for (const QString &section : sectionNames())
        if (!names.contains(section))
            names.append(section);
    return names;
}

QString tableNamed(const QString &name)
{
    const auto section =
        std::ranges::find_if(kSections, [&name](const Section &one) { return name == QLatin1String(one.name); });
    return section == std::end(kSections) ? name : QString(QLatin1String(section->table));
}

std::vector<std::pair<QString, qsizetype>> tableSizes(const Catalog &catalog)
{
    std::vector<std::pair<QString, qsizetype>> sizes;
    forEachTable(catalog, [&](const char *name, const auto &table) {
        sizes.emplace_back(QLatin1String(name), qsizetype(rowsOf(table).size()));
    });
    if (catalog.measurements)
        sizes.emplace_back(QStringLiteral("measurements"), qsizetype(catalog.measurements->size()));
    return sizes;
}

} // namespace rigwright::cli
