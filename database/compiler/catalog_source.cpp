// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/compiler/catalog_source.h"

#include "core/catalog/fields.h"
#include "core/catalog/names.h"
#include "database/compiler/checks.h"
#include "database/compiler/csv_table.h"

#include <QDir>

#include <algorithm>

namespace rigwright {

void CatalogSource::report(const QString &table, const QString &id, const QString &column, const QString &reason)
{
    const int line = lines.value(table).value(id, 1);
    problems << QStringLiteral("%1.csv:%2: %3: %4").arg(table).arg(line).arg(column, reason);
}

namespace {

/// Reads one table; what is wrong goes to `problems`.
template <class Row>
std::vector<Row> readRows(const QDir &folder, const QString &name, QStringList &problems, QHash<QString, int> &lines)
{
    const Result<CsvTable> table = readCsv(folder.filePath(name + QLatin1String(".csv")));
    if (!table) {
        problems << table.error().message;
        return {};
    }
    const auto complain = [&](int line, const QString &column, const QString &reason) {
        problems << QStringLiteral("%1.csv:%2: %3: %4").arg(name).arg(line).arg(column, reason);
    };

    std::vector<const Field<Row> *> columns;
    for (const QString &heading : table->header) {
        const Field<Row> *field = fieldNamed<Row>(heading);
        if (!field || field->derived)
            complain(1, heading, QStringLiteral("no such column"));
        else if (std::count(columns.begin(), columns.end(), field))
            complain(1, heading, QStringLiteral("column stands twice"));
        columns.push_back(field && !field->derived ? field : nullptr);
    }
    for (const Field<Row> &field : fields<Row>()) {
        if (field.required && !std::count(columns.begin(), columns.end(), &field))
            complain(1, QLatin1String(field.name), QStringLiteral("column is missing"));
    }

    std::vector<Row> rows;
    for (const CsvRecord &record : table->records) {
        if (record.fields.size() != table->header.size()) {
            complain(record.line, QStringLiteral("row"),
                     QStringLiteral("%1 fields instead of %2").arg(record.fields.size()).arg(table->header.size()));
            continue;
        }
        Row row;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Field<Row> *field = columns[i];
            const QString &text = record.fields[qsizetype(i)];
            if (!field)
                continue;
            if (field->required && text.isEmpty())
                complain(record.line, QLatin1String(field->name), QStringLiteral("is blank"));
            const Result<Cell> cell = cellFromText(text, field->type);
            const Outcome outcome = cell ? field->assign(row, *cell) : Outcome(cell.error());
            if (!outcome)
                complain(record.line, QLatin1String(field->name), outcome.error().message);
        }
        if (const Field<Row> *idField = fieldNamed<Row>(QStringLiteral("id"))) {
            const QString id = cellText(idField->get(row));
            if (lines.contains(id))
                complain(record.line, QStringLiteral("id"),
                         QStringLiteral("\"%1\" stands already in line %2").arg(id).arg(lines.value(id)));
            lines.insert(id, record.line);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

/// Tags of rows that no speed should be judged by: speculation, estimates, other workloads.
bool disqualified(const Measurement &row)
{
    static constexpr const char *tags[] = {"[spec]", "[suspect",    "[approx]",   "self-reported",
                                           "[e2e]",  "[avg-suite]", "[slow-host]"};
    return std::any_of(std::begin(tags), std::end(tags),
                       [&row](const char *tag) { return row.notes.contains(QLatin1String(tag)); });
}

void resolve(std::vector<Measurement> &measurements, const NameIndex &names)
{
    for (Measurement &row : measurements) {
        const NameIndex::Device device = names.device(row.device);
        if (device)
            row.gpuId = device.gpu ? device.gpu->info.id : device.unified->info.id;
        if (const LlmModel *model = names.model(row.model))
            row.modelId = model->id;
        if (const Quantization *quant = names.quantization(row.quant))
            row.quantId = quant->id;
        if (const InferenceEngine *engine = names.engine(row.engine))
            row.engineId = engine->id;
        row.trusted = row.concurrency == 1 && !disqualified(row);
    }
}

} // namespace

CatalogSource readCatalogSource(const QString &folder)
{
    CatalogSource source;
    const QDir directory(folder);
    forEachTable(source.catalog, [&](const char *name, auto &table) {
        using TableType = std::decay_t<decltype(table)>;
        const QString key = QLatin1String(name);
        table = TableType(readRows<RowOf<TableType>>(directory, key, source.problems, source.lines[key]));
    });
    const QString key = QStringLiteral("measurements");
    std::vector<Measurement> measurements = readRows<Measurement>(directory, key, source.problems, source.lines[key]);

    const NameIndex names(source.catalog);
    for (const QString &ambiguity : names.ambiguities())
        source.problems << QStringLiteral("aliases: ") + ambiguity;
    resolve(measurements, names);
    source.catalog.measurements = std::make_shared<const std::vector<Measurement>>(std::move(measurements));
    checkReferences(source);
    checkPlausibility(source);
    return source;
}

} // namespace rigwright
