// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/row_draft.h"

#include "core/catalog/checks.h"
#include "core/catalog/fields.h"
#include "core/catalog/web_address.h"
#include "ui/document/catalog_store.h"
#include "ui/part_pages/cell_format.h"
#include "ui/part_pages/fact_sheet.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rigwright::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RowDraft)
};

void setCell(RowDraft &draft, const char *column, Cell cell)
{
    if (const int i = draft.columnNamed(QLatin1String(column)); i >= 0)
        draft.cells[std::size_t(i)] = std::move(cell);
}

void setProvenance(RowDraft &draft, const QString &source, const QDate &today)
{
    setCell(draft, "source", source);
    setCell(draft, "checked", today.toString(Qt::ISODate));
    setCell(draft, "confidence", QStringLiteral("single-source"));
}

QString outOfRange(const Column &column, const ColumnCaption &caption)
{
    const auto shown = [&](double figure) { return shownCell(Cell(figure), caption, column); };
    return std::isinf(column.maximum) ? Text::tr("At least %1.").arg(shown(column.minimum))
                                      : Text::tr("From %1 to %2.").arg(shown(column.minimum), shown(column.maximum));
}

bool isOutOfRange(const Cell &cell, const Column &column)
{
    const auto *whole = std::get_if<qint64>(&cell);
    const auto *real = std::get_if<double>(&cell);
    const double figure = whole ? double(*whole) : real ? *real : column.minimum;
    return figure < column.minimum || figure > column.maximum;
}

QString idProblem(const QString &id, const RowDraft &draft, const Catalog &catalog)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9][a-z0-9._-]*$"));
    if (!form.match(id).hasMatch())
        return Text::tr("Small letters, digits, and - . _ between them.");
    return cellsOf(catalog, {draft.table, id}).empty() ? QString() : Text::tr("There is one with this identifier.");
}

/// The catalogue with this row in it.
Catalog withRow(const Catalog &catalog, const Catalog &row)
{
    Catalog all = catalog;
    forEachOwnableTable([&](const char *, auto table) { all.*table = (all.*table).with((row.*table).rows()); });
    return all;
}

} // namespace

int RowDraft::columnNamed(const QString &name) const
{
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].name == name)
            return int(i);
    return -1;
}

int RowDraft::nameColumn() const
{
    const int name = columnNamed(QStringLiteral("name"));
    return name >= 0 ? name : columnNamed(QStringLiteral("region"));
}

RowDraft editedRow(const CatalogStore &store, const RowKey &key)
{
    RowDraft draft{key.table,
                   Text::tr("Edit %1").arg(nameOf(*store.catalog(), key)),
                   false,
                   columnsOf(key.table),
                   ownedCells(store, key),
                   cellsOf(*store.shipped(), key)};
    return draft;
}

RowDraft copiedRow(const CatalogStore &store, const RowKey &key, const QDate &today)
{
    RowDraft draft = editedRow(store, key);
    const QString original = nameOf(*store.catalog(), key);
    draft.title = Text::tr("Copy of %1").arg(original);
    draft.isNew = true;
    draft.shipped.clear();
    const int column = draft.nameColumn();
    const QString name = Text::tr("%1 (copy)").arg(cellText(draft.cells[std::size_t(column)]));
    draft.cells[std::size_t(column)] = name;
    setCell(draft, "id", idFor(name, key.table, *store.catalog()));
    setCell(draft, "aliases", {}); // they find the original
    setProvenance(draft, Text::tr("own entry, after %1").arg(original), today);
    return draft;
}

RowDraft newRow(const QString &table, const QDate &today)
{
    RowDraft draft{table, Text::tr("New: %1").arg(tableText(table)), true, columnsOf(table), {}, {}};
    draft.cells.resize(draft.columns.size());
    for (std::size_t i = 0; i < draft.columns.size(); ++i)
        if (draft.columns[i].type == CellType::Boolean && draft.columns[i].required)
            draft.cells[i] = false;
    setCell(draft, "released", true);
    setProvenance(draft, Text::tr("own entry"), today);
    return draft;
}

QString idFor(const QString &name, const QString &table, const Catalog &catalog)
{
    static const QRegularExpression other(QStringLiteral("[^a-z0-9]+"));
    const QString decomposed = name.normalized(QString::NormalizationForm_KD).toLower();
    QString plain;
    for (const QChar c : decomposed)
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c;
    QString id = plain.replace(other, QStringLiteral("-"));
    while (id.startsWith(QLatin1Char('-')))
        id.remove(0, 1);
    while (id.endsWith(QLatin1Char('-')))
        id.chop(1);
    QString free = id;
    for (int n = 2; !id.isEmpty() && !cellsOf(catalog, {table, free}).empty(); ++n)
        free = QStringLiteral("%1-%2").arg(id).arg(n);
    return free;
}

QStringList problemsOf(const RowDraft &draft, const Catalog &catalog)
{
    QStringList problems = cellProblems(draft.table, draft.cells);
    for (std::size_t i = 0; i < draft.columns.size(); ++i) {
        const Column &column = draft.columns[i];
        const Cell &cell = draft.cells[i];
        const ColumnCaption caption = captionOf(draft.table, column.name);
        QString &problem = problems[qsizetype(i)];
        if (isBlank(cell))
            problem = column.required ? Text::tr("This is needed.") : QString();
        else if (isOutOfRange(cell, column))
            problem = outOfRange(column, caption);
        else if (column.name == QLatin1String("id") && draft.isNew)
            problem = idProblem(cellText(cell), draft, catalog);
        else if (caption.form == CellForm::Link && !webAddress(cellText(cell)))
            problem = Text::tr("An address that begins with https:// or http://.");
    }
    return problems;
}

QStringList contradictionsOf(const RowDraft &draft, const Catalog &catalog)
{
    QStringList problems;
    problems.resize(qsizetype(draft.columns.size()));
    const Result<Catalog> row = rowFromCells(draft.table, draft.cells);
    if (!row)
        return problems;
    const int fallback = draft.nameColumn(); // for what is wrong with the whole row
    for (const Problem &problem : problemsIn(*row, withRow(catalog, *row))) {
        const int column = draft.columnNamed(problem.column);
        QString &text = problems[column >= 0 ? column : fallback];
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + problem.reason;
    }
    return problems;
}

} // namespace rigwright::ui
