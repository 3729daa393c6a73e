// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/compiler/catalog_source.h"

#include "core/catalog/checks.h"
#include "core/catalog/names.h"
#include "core/interchange/table_csv.h"

#include <QDir>

#include <algorithm>
#include <limits>

namespace rigwright {

namespace {

/// One file as far as problems are concerned.
struct TableFile
{
    FileProblems problems;
    std::vector<qint64> lines; ///< of the rows
};

template <class Row>
std::vector<Row> readRows(const QDir &folder, const QString &name, TableFile &file)
{
    QFile source(folder.filePath(name));
    if (!source.open(QIODevice::ReadOnly)) {
        file.problems.addToFile(source.errorString());
        return {};
    }
    const std::vector<Column> columns = columnsOf<Row>();
    const QStringList header = headerOf(source);
    for (const Column &column : columns)
        if (column.required && !header.isEmpty() && !header.contains(column.name))
            file.problems.add(FileProblems::kHeaderLine, column.name, QStringLiteral("column is missing"));
    std::vector<Row> rows;
    readTableCsv(source, columns, std::numeric_limits<qint64>::max(), file.problems, [&](const TableRecord &record) {
        rows.push_back(rowFrom<Row>(record, file.problems));
        file.lines.push_back(record.line);
    });
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
    std::vector<std::pair<QString, TableFile>> files;
    const auto fileOf = [&files](const QString &table) -> TableFile & {
        const auto it = std::ranges::find_if(files, [&table](const auto &one) { return one.first == table; });
        return it == files.end()
                   ? files.emplace_back(table, TableFile{FileProblems(table + QLatin1String(".csv")), {}}).second
                   : it->second;
    };
    const auto read = [&]<class Row>(const QString &table, std::vector<Row> &rows) {
        rows = readRows<Row>(directory, table + QLatin1String(".csv"), fileOf(table));
    };
    forEachTable(source.catalog, [&](const char *name, auto &table) {
        using TableType = std::decay_t<decltype(table)>;
        std::vector<RowOf<TableType>> rows;
        read(QLatin1String(name), rows);
        table = TableType(std::move(rows));
    });
    std::vector<Measurement> measurements;
    read(QStringLiteral("measurements"), measurements);
    resolve(measurements, NameIndex(source.catalog));
    source.catalog.measurements = std::make_shared<const std::vector<Measurement>>(std::move(measurements));

    for (const Problem &problem : problemsIn(source.catalog, source.catalog)) {
        TableFile &file = fileOf(problem.table);
        file.problems.addFinding(file.lines[std::size_t(problem.index)], problem.column, problem.reason);
    }
    for (const auto &[table, file] : files)
        source.problems << file.problems.texts();
    return source;
}

} // namespace rigwright
