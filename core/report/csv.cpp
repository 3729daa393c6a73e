// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/writers.h"

#include <QLocale>

namespace rigwright::report {

namespace {

/// RFC 4180 quoting. Text that a spreadsheet would take for a formula gets an apostrophe in
/// front, which spreadsheets read as "this is text".
/// Source: OWASP, "CSV Injection": cells that begin with = + - @, tab or carriage return.
QByteArray textField(QString text)
{
    text.replace(QChar(0x00A0), QLatin1Char(' '));
    text.remove(QChar(0));
    const QString formulaStarts = QStringLiteral("=+-@\t\r\n");
    if (!text.isEmpty() && formulaStarts.contains(text[0]))
        text.prepend(QLatin1Char('\''));
    const bool quoted = text.contains(QLatin1Char('"')) || text.contains(QLatin1Char(','))
                        || text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r'))
                        || text.startsWith(QLatin1Char(' ')) || text.endsWith(QLatin1Char(' '));
    if (quoted)
        text = QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    return text.toUtf8();
}

/// Every digit that matters, none that does not: 0.1 stays "0.1".
QByteArray numberField(double value)
{
    return QByteArray::number(value, 'f', QLocale::FloatingPointShortest);
}

QByteArray field(const Cell &cell)
{
    return cell.number ? numberField(*cell.number) : textField(cell.text);
}

QByteArray csvLine(const TableBlock &table, const Row &row)
{
    QByteArrayList fields;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column &column = table.columns[i];
        if (column.key.isEmpty())
            continue;
        const Cell cell = i < row.cells.size() ? row.cells[i] : Cell();
        fields.append(field(cell));
        if (!column.detailKey.isEmpty())
            fields.append(textField(cell.detail));
    }
    return fields.join(',') + "\r\n";
}

} // namespace

QByteArray toCsv(const Document &document, const QString &id)
{
    const TableBlock *table = findTable(document, id);
    if (!table)
        return {};
    QByteArrayList keys;
    for (const Column &column : table->columns) {
        if (column.key.isEmpty())
            continue;
        keys.append(textField(column.key));
        if (!column.detailKey.isEmpty())
            keys.append(textField(column.detailKey));
    }
    QByteArray out = keys.join(',') + "\r\n";
    for (const Row &row : table->rows)
        if (row.kind != RowKind::Group)
            out += csvLine(*table, row);
    return out;
}

} // namespace rigwright::report
