// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/any_table.h"

#include <QCoreApplication>

#include <array>

namespace rigwright {

namespace {

constexpr std::array<std::pair<PartKind, const char *>, 12> kPartTables{{
    {PartKind::Gpu, "gpus"},
    {PartKind::UnifiedSystem, "unified_systems"},
    {PartKind::Prebuilt, "prebuilts"},
    {PartKind::Cpu, "cpus"},
    {PartKind::Motherboard, "motherboards"},
    {PartKind::PowerSupply, "power_supplies"},
    {PartKind::Enclosure, "enclosures"},
    {PartKind::MemoryKit, "memory_kits"},
    {PartKind::Drive, "drives"},
    {PartKind::NvlinkBridge, "nvlink_bridges"},
    {PartKind::Fan, "fans"},
    {PartKind::Extra, "extras"},
}};

/// Calls `visit(table)` for the table of that name.
template <class AnyCatalog, class Visitor>
void visitTable(AnyCatalog &catalog, const QString &name, Visitor &&visit)
{
    forEachTable(catalog, [&](const char *each, auto &table) {
        if (name == QLatin1String(each))
            visit(table);
    });
}

} // namespace

QStringList ownableTables()
{
    QStringList names;
    forEachOwnableTable([&names](const char *name, auto) { names << QLatin1String(name); });
    return names;
}

QString tableOf(PartKind kind)
{
    for (const auto &[each, name] : kPartTables)
        if (each == kind)
            return QLatin1String(name);
    return {};
}

std::optional<PartKind> kindOf(const QString &table)
{
    for (const auto &[kind, name] : kPartTables)
        if (table == QLatin1String(name))
            return kind;
    return std::nullopt;
}

std::vector<Column> columnsOf(const QString &table)
{
    std::vector<Column> columns;
    const Catalog none;
    visitTable(none, table, [&columns](const auto &rows) { columns = columnsOf<RowOf<decltype(rows)>>(); });
    return columns;
}

std::vector<Cell> cellsOf(const Catalog &catalog, const RowKey &key)
{
    std::vector<Cell> cells;
    visitTable(catalog, key.table, [&](const auto &rows) {
        if constexpr (requires { rows.find(key.id); })
            if (const auto *row = rows.find(key.id))
                for (const auto &field : fields<RowOf<decltype(rows)>>())
                    cells.push_back(field.get(*row));
    });
    return cells;
}

namespace {
/// Puts the cells into a row; `complain(column, error)` hears of each that does not fit.
template <class Row, class Complain>
void assignCells(Row &row, const std::vector<Cell> &cells, Complain &&complain)
{
    for (std::size_t i = 0; i < fields<Row>().size(); ++i) {
        const Field<Row> &field = fields<Row>()[i];
        const Cell cell = i < cells.size() ? cells[i] : Cell();
        const Outcome outcome =
            field.required && isBlank(cell)
                ? Outcome(Error{Error::Code::Invalid, QCoreApplication::translate("Catalog", "is missing")})
                : field.assign(row, cell);
        if (!outcome)
            complain(i, outcome.error());
    }
}
} // namespace

Result<Catalog> rowFromCells(const QString &table, const std::vector<Cell> &cells)
{
    Catalog catalog;
    std::optional<Error> problem{
        {Error::Code::Invalid, QCoreApplication::translate("Catalog", "There is no table \"%1\".").arg(table)}};
    visitTable(catalog, table, [&](auto &rows) {
        using TableType = std::decay_t<decltype(rows)>;
        using Row = RowOf<TableType>;
        problem.reset();
        Row row;
        assignCells(row, cells, [&problem](std::size_t column, const Error &error) {
            if (!problem)
                problem =
                    Error{error.code, QLatin1String(fields<Row>()[column].name) + QLatin1String(": ") + error.message};
        });
        if (!problem)
            rows = TableType(std::vector<Row>{std::move(row)});
    });
    return problem ? Result<Catalog>(*problem) : Result<Catalog>(std::move(catalog));
}

QStringList cellProblems(const QString &table, const std::vector<Cell> &cells)
{
    QStringList problems;
    const Catalog none;
    visitTable(none, table, [&](const auto &rows) {
        using Row = RowOf<std::decay_t<decltype(rows)>>;
        Row row;
        problems.resize(qsizetype(fields<Row>().size()));
        assignCells(row, cells, [&problems](std::size_t column, const Error &error) {
            problems[qsizetype(column)] = error.message;
        });
    });
    return problems;
}

QString nameOf(const Catalog &catalog, const RowKey &key)
{
    QString name;
    visitTable(catalog, key.table, [&](const auto &rows) {
        if constexpr (requires { rows.find(key.id); })
            if (const auto *row = rows.find(key.id)) {
                if constexpr (requires { row->info.name; })
                    name = row->info.name;
                else if constexpr (requires { row->name; })
                    name = row->name;
                else
                    name = key.id;
            }
    });
    return name;
}

} // namespace rigwright
