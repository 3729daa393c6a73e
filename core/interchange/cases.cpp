// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/cases.h"

#include "core/interchange/csv_reader.h"
#include "core/report/words.h"

#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace rigwright {

namespace {

constexpr qsizetype kFlushBytes = 256 * 1024;
constexpr int kSignificantDigits = 5;

QString text(const char *source)
{
    return QCoreApplication::translate("Cases", source);
}

enum Column {
    Id,
    GpuName,
    GpuCount,
    InterconnectWords,
    SplitWords,
    EngineName,
    ModelName,
    QuantName,
    KvQuant,
    PromptTokens,
    GenTokens,
    ContextDepth,
    Concurrency,
    SystemMemoryGBs,
    ColumnCount
};
constexpr std::array<const char *, ColumnCount> kColumns{
    "id",    "gpu",      "gpu_count",     "interconnect", "split_mode",    "engine",      "model",
    "quant", "kv_quant", "prompt_tokens", "gen_tokens",   "context_depth", "concurrency", "system_memory_gbs"};

constexpr const char *kResultHeader =
    "id,status,fits,weights_bytes,kv_bytes,compute_bytes,overhead_bytes,total_bytes,max_gpu_bytes,decode_tok_s,"
    "decode_low,decode_high,prefill_tok_s,ttft_s,total_tok_s,basis,tier,message\n";

/// Reads one record into a question. @return what is wrong with it, or an empty text
QString readQuestion(const CsvRow &row, const std::array<int, ColumnCount> &columns, PredictionCase &question)
{
    QString problem;
    const auto words = [&](Column c) { return QString::fromUtf8(row.field(columns[c])).trimmed(); };
    const auto number = [&](Column c, double blank, double most) {
        const QByteArray field = row.field(columns[c]).trimmed();
        if (field.isEmpty())
            return blank;
        bool ok = false;
        const double value = field.toDouble(&ok);
        if (!ok || !std::isfinite(value) || value < 0 || value > most) {
            problem = text("%1 \"%2\" is not a number between 0 and %3")
                          .arg(QLatin1String(kColumns[c]), QString::fromUtf8(field.left(40)))
                          .arg(most, 0, 'g', 9);
            return blank;
        }
        return value;
    };
    constexpr double kTokens = 1e8;
    question.id = words(Id);
    question.gpu = words(GpuName);
    question.gpuCount = int(number(GpuCount, 1, 1024));
    question.interconnect = words(InterconnectWords);
    question.splitMode = words(SplitWords);
    question.engine = words(EngineName);
    question.model = words(ModelName);
    question.quant = words(QuantName);
    question.kvQuant = words(KvQuant);
    question.promptTokens = int(number(PromptTokens, 0, kTokens));
    question.genTokens = int(number(GenTokens, 0, kTokens));
    question.contextDepth = int(number(ContextDepth, -1, kTokens));
    question.concurrency = int(std::lround(number(Concurrency, 0, 1e6))); // server means are fractions
    question.systemMemoryGBs = number(SystemMemoryGBs, 0, 1e5);
    return problem;
}

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
    std::array<int, ColumnCount> columns;
    columns.fill(-1);
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
        for (int c = 0; c < ColumnCount; ++c)
            for (std::size_t i = 0; i < row.fields.size(); ++i)
                if (row.fields[i].trimmed().compare(kColumns[std::size_t(c)], Qt::CaseInsensitive) == 0)
                    columns[std::size_t(c)] = int(i);
        for (const Column needed : {GpuName, ModelName})
            if (columns[needed] < 0)
                failure = Error{Error::Code::Invalid, text("line %1: the header has no column \"%2\"")
                                                          .arg(row.line)
                                                          .arg(QLatin1String(kColumns[needed]))};
        headerRead = true;
        return !failure;
    };
    const Result<qint64> records = readCsv(in, [&](const CsvRow &row) {
        if (!headerRead)
            return readHeader(row);
        ++cases;
        Prediction answer;
        const QString problem = readQuestion(row, columns, question);
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
