// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/case_columns.h"

#include "core/catalog/enum_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rigwright {

namespace {

constexpr double kMostTokens = 1e8;
constexpr double kMostRequests = 1e6;
constexpr double kMostDevices = 1024;
constexpr double kMostGBs = 1e5;
constexpr double kMostBatchTokens = 1e6;
constexpr double kMostLayers = 1e5;
constexpr double kLeastMemoryShare = 0.1;
constexpr double kMostShare = 1e6;
constexpr std::size_t kMostShares = 512;

QString text(const char *source)
{
    return QCoreApplication::translate("Cases", source);
}

} // namespace

const std::array<const char *, CaseColumns::ColumnCount> CaseColumns::kNames{
    "id",
    "gpu",
    "gpu_count",
    "interconnect",
    "split_mode",
    "engine",
    "model",
    "quant",
    "kv_quant",
    "prompt_tokens",
    "gen_tokens",
    "context_depth",
    "concurrency",
    "system_memory_gbs",
    "flash_attention",
    "ubatch",
    "batched_tokens",
    "memory_share",
    "swa_full",
    "kv_unified",
    "imatrix",
    "mmproj",
    "n_gpu_layers",
    "n_cpu_moe",
    "tensor_split",
    "logits_rows",
};

/// The fields of one record by column, and the first that is wrong.
class CaseColumns::Record
{
public:
    Record(const CsvRow &row, const std::array<int, ColumnCount> &fields) : m_row(row), m_fields(fields) {}

    QByteArray field(Column column) const { return m_row.field(m_fields[column]).trimmed(); }
    QString words(Column column) const { return QString::fromUtf8(m_row.field(m_fields[column])).trimmed(); }

    /// @return a number from `least` to `most`, or `blank`
    double number(Column column, double blank, double most, double least = 0)
    {
        const QByteArray found = field(column);
        return found.isEmpty() ? blank : checked(column, found, blank, most, least);
    }
    /// @return yes or no, or nothing where the field is blank
    std::optional<bool> flag(Column column)
    {
        const QByteArray found = field(column);
        const auto is = [&found](const char *word) { return found.compare(word, Qt::CaseInsensitive) == 0; };
        if (found.isEmpty() || is("auto"))
            return std::nullopt;
        for (const char *yes : {"1", "yes", "on", "true"})
            if (is(yes))
                return true;
        for (const char *no : {"0", "no", "off", "false"})
            if (is(no))
                return false;
        refuse(text("%1 \"%2\" is neither yes nor no").arg(name(column), shortened(found)));
        return std::nullopt;
    }
    /// Numbers between slashes, semicolons or commas: "3/1".
    std::vector<double> shares(Column column)
    {
        const QByteArray found = field(column);
        std::vector<double> shares;
        for (qsizetype from = 0, at = 0; !found.isEmpty() && at <= found.size(); ++at) {
            if (at < found.size() && found[at] != '/' && found[at] != ';' && found[at] != ',')
                continue;
            shares.push_back(
                checked(column, QByteArrayView(found).sliced(from, at - from).trimmed(), 0, kMostShare, 0));
            from = at + 1;
        }
        if (shares.size() > kMostShares)
            refuse(text("%1 has %2 entries, more than the %3 allowed")
                       .arg(name(column))
                       .arg(shares.size())
                       .arg(kMostShares));
        return shares;
    }
    template <class Enum>
    std::optional<Enum> choice(Column column)
    {
        const QByteArray found = field(column);
        if (found.isEmpty())
            return std::nullopt;
        QStringList allowed;
        for (const auto &[value, name] : EnumNames<Enum>::list) {
            if (found.compare(name, Qt::CaseInsensitive) == 0)
                return value;
            allowed.append(QLatin1String(name));
        }
        refuse(text("%1 \"%2\" is none of %3").arg(name(column), shortened(found), allowed.join(QLatin1String(", "))));
        return std::nullopt;
    }
    const QString &problem() const { return m_problem; }

private:
    double checked(Column column, QByteArrayView found, double blank, double most, double least)
    {
        double value = 0;
        const auto [end, fault] = std::from_chars(found.begin(), found.end(), value);
        const bool ok = fault == std::errc() && end == found.end() && !found.isEmpty();
        if (ok && std::isfinite(value) && value >= least && value <= most)
            return value;
        refuse(text("%1 \"%2\" is not a number between %3 and %4")
                   .arg(name(column), shortened(found), QString::number(least), QString::number(most, 'g', 9)));
        return blank;
    }
    static QString name(Column column) { return QLatin1String(kNames[column]); }
    static QString shortened(QByteArrayView found)
    {
        return QString::fromUtf8(found.first(std::min<qsizetype>(found.size(), 40)));
    }
    void refuse(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    const CsvRow &m_row;
    const std::array<int, ColumnCount> &m_fields;
    QString m_problem;
};

QString CaseColumns::read(const CsvRow &header)
{
    m_fields.fill(-1);
    for (std::size_t c = 0; c < ColumnCount; ++c)
        for (std::size_t i = 0; i < header.count; ++i)
            if (header.fields[i].trimmed().compare(kNames[c], Qt::CaseInsensitive) == 0)
                m_fields[c] = int(i);
    m_hasSettings = std::any_of(m_fields.begin() + FlashAttention, m_fields.end(), [](int i) { return i >= 0; });
    for (const Column needed : {GpuName, ModelName})
        if (m_fields[needed] < 0)
            return QLatin1String(kNames[needed]);
    return {};
}

QString CaseColumns::question(const CsvRow &row, PredictionCase &question) const
{
    Record record(row, m_fields);
    question.id = record.words(Id);
    question.gpu = record.words(GpuName);
    question.gpuCount = int(record.number(GpuCount, 1, kMostDevices));
    question.interconnect = record.words(InterconnectWords);
    question.splitMode = record.words(SplitWords);
    question.engine = record.words(EngineName);
    question.model = record.words(ModelName);
    question.quant = record.words(QuantName);
    question.kvQuant = record.words(KvQuant);
    question.promptTokens = int(record.number(PromptTokens, 0, kMostTokens));
    question.genTokens = int(record.number(GenTokens, 0, kMostTokens));
    question.contextDepth = int(record.number(ContextDepth, -1, kMostTokens));
    question.concurrency = int(std::lround(record.number(Concurrency, 0, kMostRequests))); // server means are fractions
    question.systemMemoryGBs = record.number(SystemMemoryGBs, 0, kMostGBs);
    if (m_hasSettings)
        readSettings(record, question);
    return record.problem();
}

void CaseColumns::readSettings(Record &record, PredictionCase &question) const
{
    EngineSettings &settings = question.engineSettings;
    settings.flashAttention = record.flag(FlashAttention);
    settings.physicalBatch = int(record.number(PhysicalBatch, 0, kMostBatchTokens));
    settings.batchedTokens = int(record.number(BatchedTokens, 0, kMostBatchTokens));
    settings.memoryShare = record.number(MemoryShare, 0, 1, kLeastMemoryShare);
    settings.fullWindowCache = record.flag(FullWindowCache).value_or(false);
    settings.separateSlots = !record.flag(UnifiedSlots).value_or(true);
    settings.importanceMatrix = record.flag(ImportanceMatrix).value_or(false);
    settings.imageEncoder = record.flag(ImageEncoder);
    settings.logitsRows = record.choice<LogitsRows>(LogitsRowsName);
    question.gpuLayers = int(record.number(GpuLayers, -1, kMostLayers));
    question.hostExpertLayers = int(record.number(HostExpertLayers, -1, kMostLayers));
    question.tensorSplit = record.shares(TensorSplit);
}

} // namespace rigwright
