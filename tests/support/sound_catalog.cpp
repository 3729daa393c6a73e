// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sound_catalog.h"

#include "core/interchange/table_csv.h"

#include <QFile>

namespace rigwright::test {

namespace {

template <class Row>
std::vector<Row> rowsIn(const QString &table)
{
    QFile file(soundFolder() + u'/' + table + QLatin1String(".csv"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.fileName()));
    FileProblems problems(table);
    std::vector<Row> rows;
    readTableCsv(file, columnsOf<Row>(), 1000, problems,
                 [&](const TableRecord &record) { rows.push_back(rowFrom<Row>(record, problems)); });
    if (!problems.texts().isEmpty())
        qFatal("%s", qPrintable(problems.texts().join(u'\n')));
    return rows;
}

template <class Row>
bool assign(Row &row, const char *column, const char *value)
{
    const Field<Row> *field = fieldNamed<Row>(QLatin1String(column));
    if (!field)
        qFatal("no column %s", column);
    const Result<Cell> cell = cellFromText(QString::fromUtf8(value), field->type);
    return cell && field->assign(row, *cell);
}

} // namespace

QString soundFolder()
{
    return QStringLiteral(SOUND_CATALOG_FOLDER);
}

QByteArray soundTable(const QString &table)
{
    QFile file(soundFolder() + u'/' + table + QLatin1String(".csv"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Catalog soundCatalog()
{
    Catalog catalog;
    forEachTable(catalog, [](const char *name, auto &table) {
        using TableType = std::decay_t<decltype(table)>;
        table = TableType(rowsIn<RowOf<TableType>>(QLatin1String(name)));
    });
    catalog.measurements =
        std::make_shared<const std::vector<Measurement>>(rowsIn<Measurement>(QStringLiteral("measurements")));
    return catalog;
}

bool Corruption::isNamedIn(const QStringList &problems, const QString &file) const
{
    const QString place = QStringLiteral("%1:%2: %3: ").arg(file).arg(problemLine()).arg(problemColumn());
    return std::any_of(problems.begin(), problems.end(), [&](const QString &problem) {
        return problem.startsWith(place) && problem.contains(QLatin1String(reason));
    });
}

QByteArray corrupted(const Corruption &corruption)
{
    QByteArrayList lines = soundTable(QLatin1String(corruption.table)).split('\n');
    const QByteArrayList header = lines[0].split(',');
    QByteArray &line = lines[corruption.row + 1];
    QByteArrayList cells = line.split(',');
    cells[header.indexOf(corruption.column)] = corruption.value;
    if (*corruption.secondColumn)
        cells[header.indexOf(corruption.secondColumn)] = corruption.secondValue;
    line = cells.join(',');
    return lines.join('\n');
}

bool corrupt(Catalog &catalog, const Corruption &corruption)
{
    bool taken = false;
    const auto spoil = [&](auto rows) {
        auto &row = rows[std::size_t(corruption.row)];
        taken = assign(row, corruption.column, corruption.value)
                && (!*corruption.secondColumn || assign(row, corruption.secondColumn, corruption.secondValue));
        return rows;
    };
    forEachTable(catalog, [&](const char *name, auto &table) {
        if (qstrcmp(name, corruption.table) == 0)
            table = std::decay_t<decltype(table)>(spoil(rowsOf(table)));
    });
    if (qstrcmp(corruption.table, "measurements") == 0)
        catalog.measurements = std::make_shared<const std::vector<Measurement>>(spoil(*catalog.measurements));
    return taken;
}

} // namespace rigwright::test
