// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/csv_reader.h"

#include <QCoreApplication>
#include <QIODevice>

#include <csv.h>

#include <algorithm>

namespace rigwright {

namespace {

struct State
{
    CsvRow row;
    std::size_t used = 0; ///< fields of the record so far; their buffers are kept
    qint64 line = 1;
    qint64 records = 0;
    bool tooMany = false;
    bool stopped = false;
    const std::function<bool(const CsvRow &)> *callback = nullptr;
};

void onField(void *data, std::size_t size, void *context)
{
    State &state = *static_cast<State *>(context);
    if (state.used >= kCsvMaximumFields) {
        state.tooMany = true;
        return;
    }
    if (state.row.fields.size() <= state.used)
        state.row.fields.emplace_back();
    QByteArray &field = state.row.fields[state.used++];
    field.resize(qsizetype(size));
    std::copy_n(static_cast<const char *>(data), size, field.data());
    state.line += std::count(field.cbegin(), field.cend(), '\n');
}

void onRecord(int, void *context)
{
    State &state = *static_cast<State *>(context);
    if (state.stopped || state.tooMany)
        return;
    for (std::size_t i = state.used; i < state.row.fields.size(); ++i)
        state.row.fields[i].resize(0);
    state.row.line = state.line++;
    const bool empty = std::ranges::all_of(state.row.fields, [](const QByteArray &f) { return f.isEmpty(); });
    if (!empty) {
        ++state.records;
        state.stopped = !(*state.callback)(state.row);
    }
    state.used = 0;
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

} // namespace

Result<qint64> readCsv(QIODevice &in, const std::function<bool(const CsvRow &)> &row)
{
    constexpr qint64 kPiece = 64 * 1024;
    Parser parser;
    State state;
    state.callback = &row;
    const auto failed = [&state](Error::Code code, const QString &why) {
        return Error{code, text("line %1: %2").arg(state.line).arg(why)};
    };

    QByteArray piece(kPiece, Qt::Uninitialized);
    bool first = true;
    while (!state.stopped) {
        const qint64 size = in.read(piece.data(), kPiece);
        if (size < 0)
            return failed(Error::Code::Io, in.errorString());
        if (size == 0)
            break;
        const char *data = piece.constData();
        qint64 length = size;
        if (first && piece.startsWith("\xEF\xBB\xBF")) { // byte order mark
            data += 3;
            length -= 3;
        }
        first = false;
        const std::size_t parsed = csv_parse(parser.get(), data, std::size_t(length), onField, onRecord, &state);
        if (parsed != std::size_t(length))
            return failed(Error::Code::Corrupt, text("a quotation mark is not closed or not at the edge of a field"));
        if (state.tooMany)
            return failed(Error::Code::Corrupt, text("more than %1 fields").arg(kCsvMaximumFields));
        if (csv_get_buffer_size(parser.get()) > std::size_t(kCsvMaximumFieldBytes) + kPiece)
            return failed(Error::Code::Corrupt, text("a field of more than %1 bytes").arg(kCsvMaximumFieldBytes));
    }
    if (!state.stopped && csv_fini(parser.get(), onField, onRecord, &state) != 0)
        return failed(Error::Code::Corrupt, text("the file ends inside a quoted field"));
    if (state.tooMany)
        return failed(Error::Code::Corrupt, text("more than %1 fields").arg(kCsvMaximumFields));
    return state.records;
}

} // namespace rigwright
