// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/table_import.h"

#include "core/catalog/checks.h"
#include "core/catalog/enum_names.h"
#include "core/interchange/csv_reader.h"
#include "core/interchange/table_csv.h"

#include <algorithm>

namespace rigwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TableImport)
};

QString ownSource()
{
    return Text::tr("own entry");
}

/// @return how many of these names are no columns of a table
qsizetype strangers(const QStringList &header, const std::vector<Column> &columns)
{
    return std::ranges::count_if(header, [&columns](const QString &heading) {
        const auto column = std::ranges::find(columns, heading, &Column::name);
        return column == columns.end() || column->derived;
    });
}

/// @return the table that most of the header belongs to; nothing where it could be several
QString recognised(const QStringList &header, FileProblems &problems)
{
    QStringList nearest;
    qsizetype fewest = header.size();
    for (const QString &table : ownableTables()) {
        const qsizetype count = strangers(header, columnsOf(table));
        if (count < fewest)
            nearest.clear();
        if (count < header.size() && count <= fewest)
            nearest << table;
        fewest = std::min(fewest, count);
    }
    if (nearest.size() > 1)
        problems.addToLine(FileProblems::kHeaderLine,
                           Text::tr("these columns can be of several tables; name one of: %1")
                               .arg(nearest.join(QStringLiteral(", "))));
    else if (nearest.isEmpty())
        problems.addToLine(FileProblems::kHeaderLine, Text::tr("this is no header of a table of the catalogue"));
    return nearest.size() == 1 ? nearest.first() : QString();
}

template <class Row>
std::size_t indexOf(const char *column)
{
    const auto &list = fields<Row>();
    return std::size_t(std::ranges::find_if(list, [column](const auto &f) { return qstrcmp(f.name, column) == 0; })
                       - list.begin());
}

/// Completes the records of a file to rows.
template <class Row>
class RowCompletion
{
public:
    explicit RowCompletion(const QDate &today) : m_today(today.toString(Qt::ISODate)) {}

    /// @param before  the catalogue's row, or nullptr
    TableRecord completed(TableRecord record, const Row *before) const
    {
        for (std::size_t i = 0; before && i < record.cells.size(); ++i)
            if (!record.stated[i])
                record.cells[i] = fields<Row>()[i].get(*before);
        takeResponsibility(record, before);
        if constexpr (requires(const Row &row) { row.info.price; })
            attributePrice(record, before);
        return record;
    }

private:
    void takeResponsibility(TableRecord &record, const Row *before) const
    {
        const auto fill = [&](const char *column, const QString &own) {
            Cell &cell = record.cells[indexOf<Row>(column)];
            if (isBlank(cell))
                cell = before ? fieldNamed<Row>(QLatin1String(column))->get(*before) : Cell(own);
        };
        fill("source", ownSource());
        fill("checked", m_today);
        fill("confidence", enumName(Confidence::SingleSource));
    }

    /// The catalogue's source, day, condition and link are those of its price, not of another one.
    void attributePrice(TableRecord &record, const Row *before) const
    {
        const auto differs = [&](const char *column) {
            const Cell &cell = record.cells[indexOf<Row>(column)];
            return !before || cellText(cell) != cellText(fieldNamed<Row>(QLatin1String(column))->get(*before));
        };
        const bool priced = !isBlank(record.cells[indexOf<Row>("price_low_usd")]);
        if (!differs("price_low_usd") && !differs("price_high_usd"))
            return;
        const auto replace = [&](const char *column, const Cell &own) {
            const std::size_t index = indexOf<Row>(column);
            Cell &cell = record.cells[index];
            if (!record.stated[index] || isBlank(cell))
                cell = priced ? own : Cell();
        };
        replace("price_source", ownSource());
        replace("price_date", m_today);
        replace("price_condition", Cell());
        replace("price_link", Cell());
        if (!priced && !record.stated[indexOf<Row>("price_high_usd")])
            record.cells[indexOf<Row>("price_high_usd")] = Cell();
    }

    QString m_today;
};

template <class Row>
QDate checkedOn(const Row &row)
{
    if constexpr (requires { row.info.checked; })
        return row.info.checked;
    else
        return row.checked;
}

template <class Row>
RowChange changeOf(const Row *before, const Row &after, qint64 line)
{
    RowChange change;
    change.line = int(line);
    change.id = idOf(after);
    const Field<Row> *name = fieldNamed<Row>(QStringLiteral("name"));
    change.name = name ? cellText(name->get(after)) : change.id;
    if (!before)
        return change;
    for (const Field<Row> &field : fields<Row>()) {
        const QString was = cellText(field.get(*before));
        const QString is = cellText(field.get(after));
        if (was != is && !field.derived)
            change.columns.push_back({QLatin1String(field.name), was, is});
    }
    change.kind = change.columns.empty() ? RowChange::Kind::Same : RowChange::Kind::Changed;
    return change;
}

template <class Row>
void planTable(QIODevice &in, const Catalog &catalog, Table<Row> Catalog::*table, const QDate &today, ImportPlan &plan,
               FileProblems &problems)
{
    const RowCompletion<Row> completion(today);
    const std::size_t idColumn = indexOf<Row>("id");
    std::vector<Row> rows;
    readTableCsv(in, columnsOf(plan.table), kImportedRows, problems, [&](const TableRecord &record) {
        const Row *before = (catalog.*table).find(cellText(record.cells[idColumn]));
        rows.push_back(rowFrom<Row>(completion.completed(record, before), problems));
        plan.changes.push_back(changeOf(before, rows.back(), record.line));
        if (checkedOn(rows.back()) > today)
            problems.add(record.line, QStringLiteral("checked"), Text::tr("is in the future"));
    });

    Catalog read;
    read.*table = Table<Row>(rows);
    Catalog all = catalog;
    all.*table = (catalog.*table).with(rows);
    for (const Problem &problem : problemsIn(read, all))
        problems.addFinding(plan.changes[std::size_t(problem.index)].line, problem.column, problem.reason);

    std::vector<Row> stored;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (plan.changes[i].kind != RowChange::Kind::Same)
            stored.push_back(std::move(rows[i]));
    if (problems.texts().isEmpty())
        plan.rows.*table = Table<Row>(std::move(stored));
}

template <class Row>
QByteArray csvOf(const std::vector<Row> &rows, const QStringList &ids)
{
    std::vector<const Field<Row> *> columns;
    QByteArrayList cells;
    for (const Field<Row> &field : fields<Row>())
        if (!field.derived) {
            columns.push_back(&field);
            cells.append(field.name);
        }
    QByteArray text = cells.join(',') + '\n';
    const QSet<QString> wanted(ids.begin(), ids.end());
    const Field<Row> *id = fieldNamed<Row>(QStringLiteral("id"));
    for (const Row &row : rows) {
        if (!wanted.isEmpty() && !(id && wanted.contains(cellText(id->get(row)))))
            continue;
        cells.clear();
        for (const Field<Row> *field : columns)
            cells.append(csvField(cellText(field->get(row))));
        text += cells.join(',') + '\n';
    }
    return text;
}

} // namespace

ImportPlan planImport(QIODevice &in, const QString &name, const QString &table, const Catalog &catalog,
                      const QDate &today)
{
    ImportPlan plan;
    FileProblems problems(name);
    const QStringList header = headerOf(in);
    plan.table = table.isEmpty() && !header.isEmpty() ? recognised(header, problems) : table;
    if (header.isEmpty())
        readTableCsv(in, {}, 0, problems, [](const TableRecord &) {}); // which says why
    else if (!table.isEmpty() && !ownableTables().contains(table))
        problems.addToFile(Text::tr("\"%1\" is no table of parts or models").arg(table));
    else if (!header.contains(QLatin1String("id")))
        problems.add(FileProblems::kHeaderLine, QStringLiteral("id"), Text::tr("column is missing"));
    else
        forEachOwnableTable([&](const char *each, auto member) {
            if (plan.table == QLatin1String(each))
                planTable(in, catalog, member, today, plan, problems);
        });
    plan.problems = problems.texts();
    return plan;
}

QByteArray tableCsv(const Catalog &catalog, const QString &table, const QStringList &ids)
{
    QByteArray text;
    forEachTable(catalog, [&](const char *name, const auto &rows) {
        if (table == QLatin1String(name))
            text = csvOf(rowsOf(rows), ids);
    });
    if (table == QLatin1String("measurements") && catalog.measurements)
        text = csvOf(*catalog.measurements, ids);
    return text;
}

} // namespace rigwright
