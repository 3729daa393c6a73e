// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/table_csv.h"

#include "core/interchange/build_fields.h"
#include "core/interchange/csv_reader.h"

#include <QBuffer>
#include <QIODevice>
#include <QStringDecoder>

#include <algorithm>

namespace rigwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TableCsv)
};

constexpr qsizetype kMostProblems = 1000;

/// @return the text of a field with plain line breaks, or nothing where it is not UTF-8
std::optional<QString> decoded(const QByteArray &field)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    QString text = decoder.decode(field);
    if (decoder.hasError())
        return std::nullopt;
    return text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
}

Result<Cell> cellOf(const QByteArray &field, CellType type)
{
    const std::optional<QString> text = decoded(field);
    if (!text || !isPlainText(*text, std::numeric_limits<int>::max()))
        return Error{Error::Code::Invalid, Text::tr("contains control characters or is not UTF-8")};
    if (text->size() > limits::kNotesLength)
        return Error{Error::Code::Invalid, Text::tr("is longer than %1 characters").arg(limits::kNotesLength)};
    return cellFromText(*text, type);
}

/// Turns records into rows of a table, once the first one has named the columns.
class TableReader
{
public:
    TableReader(const std::vector<Column> &columns, qint64 most, FileProblems &problems,
                const std::function<void(const TableRecord &)> &row)
        : m_columns(columns), m_most(most), m_problems(problems), m_row(row)
    {}

    bool read(const CsvRow &fields)
    {
        if (!m_headerRead)
            readHeader(fields);
        else if (++m_records > m_most)
            m_problems.addToLine(fields.line, Text::tr("more than %1 rows").arg(m_most));
        else
            readRow(fields);
        return m_records <= m_most && !m_problems.isFull();
    }
    bool headerRead() const { return m_headerRead; }

private:
    void readHeader(const CsvRow &fields)
    {
        m_headerRead = true;
        m_record.stated.resize(m_columns.size());
        for (std::size_t i = 0; i < fields.count; ++i) {
            const QString heading = QString::fromUtf8(fields.fields[i]).trimmed();
            const auto column = std::ranges::find(m_columns, heading, &Column::name);
            const bool known = column != m_columns.end() && !column->derived;
            m_columnOfField.push_back(known ? int(column - m_columns.begin()) : -1);
            if (!known)
                m_problems.add(fields.line, shortened(heading), Text::tr("no such column"));
            else if (m_record.stated[std::size_t(m_columnOfField.back())])
                m_problems.add(fields.line, heading, Text::tr("column stands twice"));
            else
                m_record.stated[std::size_t(m_columnOfField.back())] = true;
        }
    }
    void readRow(const CsvRow &fields)
    {
        if (fields.count != m_columnOfField.size()) {
            m_problems.add(fields.line, QStringLiteral("row"),
                           Text::tr("%1 fields instead of %2").arg(fields.count).arg(m_columnOfField.size()));
            return;
        }
        m_record.line = fields.line;
        m_record.cells.assign(m_columns.size(), Cell());
        for (std::size_t i = 0; i < fields.count; ++i) {
            if (m_columnOfField[i] < 0)
                continue;
            const Column &column = m_columns[std::size_t(m_columnOfField[i])];
            Result<Cell> cell = cellOf(fields.fields[i], column.type);
            if (cell)
                m_record.cells[std::size_t(m_columnOfField[i])] = std::move(cell).value();
            else
                m_problems.add(fields.line, column.name, cell.error().message);
        }
        m_row(m_record);
    }
    static QString shortened(const QString &heading)
    {
        constexpr int most = 40;
        return heading.size() > most ? heading.left(most) + u'…' : heading;
    }

    const std::vector<Column> &m_columns;
    const qint64 m_most;
    FileProblems &m_problems;
    const std::function<void(const TableRecord &)> &m_row;
    std::vector<int> m_columnOfField; ///< -1 = not of the table
    TableRecord m_record;
    qint64 m_records = 0;
    bool m_headerRead = false;
};

} // namespace

void FileProblems::addTo(qint64 line, const QString &column, const QString &reason)
{
    const auto place = std::pair(line, column);
    if (m_places.contains(place) || m_places.contains({kHeaderLine, column}))
        return;
    m_places.insert(place);
    append(QStringLiteral("%1:%2: %3: %4").arg(m_file).arg(line).arg(column, reason));
}

void FileProblems::add(qint64 line, const QString &column, const QString &reason)
{
    m_unread.insert(line);
    addTo(line, column, reason);
}

void FileProblems::addFinding(qint64 line, const QString &column, const QString &reason)
{
    if (!m_unread.contains(line) && !m_unread.contains(kHeaderLine))
        addTo(line, column, reason);
}

void FileProblems::addToLine(qint64 line, const QString &reason)
{
    m_unread.insert(line);
    append(QStringLiteral("%1:%2: %3").arg(m_file).arg(line).arg(reason));
}

void FileProblems::addToFile(const QString &reason)
{
    m_unread.insert(kHeaderLine);
    append(QStringLiteral("%1: %2").arg(m_file, reason));
}

bool FileProblems::isFull() const
{
    return m_texts.size() > kMostProblems;
}

void FileProblems::append(const QString &text)
{
    if (m_texts.size() < kMostProblems)
        m_texts.append(text);
    else if (m_texts.size() == kMostProblems)
        m_texts.append(Text::tr("%1: and more").arg(m_file));
}

void readTableCsv(QIODevice &in, const std::vector<Column> &columns, qint64 most, FileProblems &problems,
                  const std::function<void(const TableRecord &)> &row)
{
    TableReader reader(columns, most, problems, row);
    const std::optional<CsvFault> fault =
        readCsvRows(in, [&reader](const CsvRow &fields) { return reader.read(fields); });
    if (fault)
        problems.addToLine(fault->line, fault->reason);
    else if (!reader.headerRead())
        problems.addToLine(FileProblems::kHeaderLine, Text::tr("no header: the first line names the columns"));
}

QStringList headerOf(QIODevice &in)
{
    QByteArray begin = in.peek(kCsvMaximumFieldBytes);
    QBuffer buffer(&begin);
    buffer.open(QIODevice::ReadOnly);
    QStringList names;
    readCsvRows(buffer, [&names](const CsvRow &fields) {
        for (std::size_t i = 0; i < fields.count; ++i)
            names << QString::fromUtf8(fields.fields[i]).trimmed();
        return false;
    });
    return names;
}

} // namespace rigwright
