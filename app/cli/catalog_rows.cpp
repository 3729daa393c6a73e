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

/// A CSV field: in quotes where it has to be, RFC 4180.
QByteArray csvField(const QString &text)
{
    QByteArray field = text.toUtf8();
    const bool quoted =
        std::ranges::any_of(field, [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; });
    if (quoted)
        field = '"' + field.replace('"', "\"\"") + '"';
    return field;
}

template <class Row>
QByteArray csvOf(const std::vector<Row> &rows)
{
    QByteArray text;
    QByteArrayList header;
    for (const Field<Row> &field : fields<Row>())
        if (!field.derived)
            header.append(field.name);
    text += header.join(',') + '\n';
    for (const Row &row : rows) {
        QByteArrayList cells;
        for (const Field<Row> &field : fields<Row>())
            if (!field.derived)
                cells.append(csvField(cellText(field.get(row))));
        text += cells.join(',') + '\n';
    }
    return text;
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

std::vector<std::pair<QString, QByteArray>> tablesAsCsv(const Catalog &catalog)
{
    std::vector<std::pair<QString, QByteArray>> files;
    forEachTable(catalog, [&](const char *name, const auto &table) {
        files.emplace_back(QLatin1String(name), csvOf(rowsOf(table)));
    });
    if (catalog.measurements)
        files.emplace_back(QStringLiteral("measurements"), csvOf(*catalog.measurements));
    return files;
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
