// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/any_table.h"
#include "core/catalog/fields.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringList>

#include <functional>
#include <vector>

class QIODevice;

/// Reads the CSV file of one table: the catalogue's own files and those that users import.
namespace rigwright {

/// What is wrong with a CSV file: "gpus.csv:12: tdp_w: ...". One problem per cell, and a thousand of them.
class FileProblems
{
public:
    explicit FileProblems(QString file) : m_file(std::move(file)) {}
    /// A column that was found wrong in the header is not blamed again.
    void add(qint64 line, const QString &column, const QString &reason);
    void addToLine(qint64 line, const QString &reason);
    void addToFile(const QString &reason);

    /// What the checks find in a row; only where the row could be read, else it may follow from that.
    void addFinding(qint64 line, const QString &column, const QString &reason);
    bool isFull() const;
    const QStringList &texts() const { return m_texts; }

    static constexpr qint64 kHeaderLine = 1;

private:
    void addTo(qint64 line, const QString &column, const QString &reason);
    void append(const QString &text);

    QString m_file;
    QStringList m_texts;
    QSet<std::pair<qint64, QString>> m_places;
    QSet<qint64> m_unread; ///< lines
};

/// One row of the file in the columns of the table. A cell that the file does not have, or that cannot be read, is
/// blank.
struct TableRecord
{
    qint64 line = 0; ///< where it begins
    std::vector<Cell> cells;
    std::vector<bool> stated; ///< whether the file has this column
};

/// Reads a file whose first record names columns, in any order, and calls `row` for every record that has as many
/// fields.
/// @param columns  of the table; derived ones may not be in the file
/// @param most     records, or else a problem
void readTableCsv(QIODevice &in, const std::vector<Column> &columns, qint64 most, FileProblems &problems,
                  const std::function<void(const TableRecord &)> &row);

/// @return the names in the header of a file, which is left where it is; empty where it has none
QStringList headerOf(QIODevice &in);

/// @return the row that a record makes; what it lacks and what its columns refuse goes to `problems`
template <class Row>
Row rowFrom(const TableRecord &record, FileProblems &problems)
{
    Row row;
    for (std::size_t i = 0; i < fields<Row>().size(); ++i) {
        const Field<Row> &field = fields<Row>()[i];
        const Cell &cell = record.cells[i];
        const Outcome outcome = field.assign(row, cell);
        if (!outcome)
            problems.add(record.line, QLatin1String(field.name), outcome.error().message);
        else if (field.required && isBlank(cell))
            problems.add(record.line, QLatin1String(field.name),
                         record.stated[i] ? QCoreApplication::translate("TableCsv", "is blank")
                                          : QCoreApplication::translate(
                                              "TableCsv", "is missing, and there is no row to take it from"));
    }
    return row;
}

} // namespace rigwright
