// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/cases.h"

#include "core/interchange/case_columns.h"
#include "core/report/words.h"

#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>
#include <array>
#include <charconv>

namespace rigwright {

namespace {

constexpr qsizetype kFlushBytes = 256 * 1024;
constexpr int kSignificantDigits = 5;

QString text(const char *source)
{
    return QCoreApplication::translate("Cases", source);
}

constexpr const char *kResultHeader =
    "id,status,fits,weights_bytes,kv_bytes,compute_bytes,overhead_bytes,total_bytes,max_gpu_bytes,decode_tok_s,"
    "decode_low,decode_high,prefill_tok_s,ttft_s,total_tok_s,basis,tier,message\n";

void addText(QByteArray &out, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    const bool plain =
        std::ranges::none_of(utf8, [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; });
    if (plain) {
        out += utf8;
        return;
    }
    out += '"';
    for (const char c : utf8) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

void addBytes(QByteArray &out, Bytes bytes)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), bytes.base()).ptr;
    out += ',';
    out.append(digits.data(), end - digits.data());
}

void addNumber(QByteArray &out, double value)
{
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::general,
                                   kSignificantDigits)
                         .ptr;
    out += ',';
    out.append(digits.data(), end - digits.data());
}

void addResult(QByteArray &out, const QString &id, const Prediction &answer)
{
    addText(out, id);
    if (!answer.ok || answer.plan.verdict == FitVerdict::Refused) {
        out += answer.ok ? ",refused,false" : ",error,";
        out += ",,,,,,,,,,,,,,,";
        addText(out, answer.message);
        out += '\n';
        return;
    }
    const MemoryUse sum = answer.plan.sum();
    const SpeedResult &speed = answer.speed;
    out += answer.plan.fits() ? ",ok,true" : ",ok,false";
    addBytes(out, sum.weights);
    addBytes(out, sum.kvCache);
    addBytes(out, sum.compute);
    addBytes(out, sum.overhead);
    addBytes(out, sum.total());
    addBytes(out, answer.plan.busiest);
    addNumber(out, speed.decode.value.base());
    addNumber(out, speed.decode.low.base());
    addNumber(out, speed.decode.high.base());
    addNumber(out, speed.prefill.value.base());
    addNumber(out, speed.firstToken.value.base());
    addNumber(out, speed.total.value.base());
    out += ',' + keys::basis(speed.decode.basis).toLatin1() + ',' + keys::tier(speed.tier).toLatin1() + ",\n";
}

} // namespace

Result<qint64> predictCases(QIODevice &in, QIODevice &out, const Catalog &catalog, bool useMeasurements)
{
    Predictor predictor(catalog, useMeasurements);
    CaseColumns columns;
    bool headerRead = false;
    std::optional<Error> failure;
    qint64 cases = 0;
    QByteArray buffer(kResultHeader);
    PredictionCase question;

    const auto flush = [&] {
        if (out.write(buffer) != buffer.size())
            failure = Error{Error::Code::Io, out.errorString()};
        buffer.resize(0);
        return !failure;
    };
    const auto readHeader = [&](const CsvRow &row) {
        if (const QString missing = columns.read(row); !missing.isEmpty())
            failure = Error{Error::Code::Invalid,
                            text("line %1: the header has no column \"%2\"").arg(row.line).arg(missing)};
        headerRead = true;
        return !failure;
    };
    const Result<qint64> records = readCsv(in, [&](const CsvRow &row) {
        if (!headerRead)
            return readHeader(row);
        ++cases;
        Prediction answer;
        const QString problem = columns.question(row, question);
        if (problem.isEmpty())
            answer = predictor.predict(question);
        else
            answer.message = problem;
        addResult(buffer, question.id, answer);
        return buffer.size() < kFlushBytes || flush();
    });
    if (failure)
        return *failure;
    if (!records)
        return records.error();
    if (!headerRead)
        return Error{Error::Code::Invalid, text("line 1: no header; the first line names the columns")};
    if (!flush())
        return *failure;
    return cases;
}

} // namespace rigwright
