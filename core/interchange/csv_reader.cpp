// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/csv_reader.h"

#include <QCoreApplication>
#include <QIODevice>

#include <csv.h>

#include <algorithm>
#include <cstring>

namespace rigwright {

namespace {

struct State
{
    CsvRow row;
    qint64 line = 1;     ///< being fed
    bool between = true; ///< no record has begun since the last one ended
    bool tooMany = false;
    bool stopped = false;
    const std::function<bool(const CsvRow &)> *callback = nullptr;
};

void onField(void *data, std::size_t size, void *context)
{
    State &state = *static_cast<State *>(context);
    CsvRow &row = state.row;
    if (row.count >= kCsvMaximumFields) {
        state.tooMany = true;
        return;
    }
    if (row.fields.size() <= row.count)
        row.fields.emplace_back();
    QByteArray &field = row.fields[row.count++]; // its buffer is kept
    field.resize(qsizetype(size));
    std::copy_n(static_cast<const char *>(data), size, field.data());
}

void onRecord(int, void *context)
{
    State &state = *static_cast<State *>(context);
    if (state.stopped || state.tooMany)
        return;
    CsvRow &row = state.row;
    for (std::size_t i = row.count; i < row.fields.size(); ++i)
        row.fields[i].resize(0);
    const bool empty = std::ranges::all_of(row.fields, [](const QByteArray &f) { return f.isEmpty(); });
    if (!empty)
        state.stopped = !(*state.callback)(row);
    row.count = 0;
    state.between = true;
}

/// libcsv's parser with its buffer, released on every way out.
class Parser
{
public:
    Parser() { csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL); }
    ~Parser() { csv_free(&m_parser); }
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;
    csv_parser *get() { return &m_parser; }

private:
    csv_parser m_parser;
};

QString text(const char *source)
{
    return QCoreApplication::translate("Csv", source);
}

/// Feeds whole and partial lines to the parser and keeps count of them.
class LineFeeder
{
public:
    LineFeeder(Parser &parser, State &state) : m_parser(parser), m_state(state) {}

    /// @return whether the parser took all of it
    bool feed(const char *data, qint64 size)
    {
        while (size > 0 && !m_state.stopped && !m_state.tooMany) {
            const char *end = static_cast<const char *>(std::memchr(data, '\n', std::size_t(size)));
            const qint64 length = end ? end + 1 - data : size;
            if (!feedLine(data, length))
                return false;
            m_state.line += end ? 1 : 0;
            data += length;
            size -= length;
        }
        return true;
    }

private:
    bool feedLine(const char *data, qint64 length)
    {
        const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
        if (m_state.between && !std::all_of(data, data + length, isBlank)) {
            m_state.row.line = m_state.line;
            m_state.between = false;
        }
        return csv_parse(m_parser.get(), data, std::size_t(length), onField, onRecord, &m_state) == std::size_t(length);
    }

    Parser &m_parser;
    State &m_state;
};

std::optional<CsvFault> tooMuchIn(Parser &parser, const State &state, qint64 piece)
{
    if (state.tooMany)
        return CsvFault{state.row.line, Error::Code::Corrupt, text("more than %1 fields").arg(kCsvMaximumFields)};
    if (csv_get_buffer_size(parser.get()) > std::size_t(kCsvMaximumFieldBytes + piece))
        return CsvFault{state.row.line, Error::Code::Corrupt,
                        text("a field of more than %1 bytes").arg(kCsvMaximumFieldBytes)};
    return std::nullopt;
}

} // namespace

std::optional<CsvFault> readCsvRows(QIODevice &in, const std::function<bool(const CsvRow &)> &row)
{
    constexpr qint64 kPiece = 64 * 1024;
    const QByteArray byteOrderMark = "\xEF\xBB\xBF";
    Parser parser;
    State state;
    state.callback = &row;
    LineFeeder feeder(parser, state);

    QByteArray piece(kPiece, Qt::Uninitialized);
    for (bool first = true; !state.stopped; first = false) {
        const qint64 size = in.read(piece.data(), kPiece);
        if (size < 0)
            return CsvFault{state.line, Error::Code::Io, in.errorString()};
        if (size == 0)
            break;
        const qint64 skipped = first && piece.startsWith(byteOrderMark) ? byteOrderMark.size() : 0;
        const bool parsed = feeder.feed(piece.constData() + skipped, size - skipped);
        if (const auto fault = tooMuchIn(parser, state, kPiece))
            return fault;
        if (!parsed)
            return CsvFault{state.row.line, Error::Code::Corrupt,
                            text("a quotation mark is not closed or not at the edge of a field")};
    }
    if (!state.stopped && csv_fini(parser.get(), onField, onRecord, &state) != 0)
        return CsvFault{state.row.line, Error::Code::Corrupt, text("the file ends inside a quoted field")};
    return tooMuchIn(parser, state, kPiece);
}

Result<qint64> readCsv(QIODevice &in, const std::function<bool(const CsvRow &)> &row)
{
    qint64 records = 0;
    const std::optional<CsvFault> fault = readCsvRows(in, [&](const CsvRow &record) {
        ++records;
        return row(record);
    });
    if (fault)
        return Error{fault->code, text("line %1: %2").arg(fault->line).arg(fault->reason)};
    return records;
}

QByteArray csvField(const QString &text)
{
    QByteArray field = text.toUtf8();
    const auto special = [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; };
    // Readers drop spaces at the edges of a field without quotes.
    const bool edged = !text.isEmpty() && (text.front().isSpace() || text.back().isSpace());
    if (edged || std::ranges::any_of(field, special))
        field = '"' + field.replace('"', "\"\"") + '"';
    return field;
}

} // namespace rigwright
