// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/launch/subject.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rigwright::launch {

namespace {

constexpr double kBytesPerMiB = 1024.0 * 1024.0;

/// The part of a list that belongs to one of `copies` equal copies.
template <class Value>
std::vector<Value> partOf(const std::vector<Value> &all, int copies, int copy)
{
    const std::size_t each = all.size() / std::size_t(copies);
    const auto begin = all.begin() + std::ptrdiff_t(each * std::size_t(copy));
    return {begin, begin + std::ptrdiff_t(each)};
}

} // namespace

int Subject::copies() const
{
    return std::max(1, plan().replicas);
}

int Subject::requests() const
{
    return (std::max(1, settings().concurrency) + copies() - 1) / copies();
}

std::vector<std::size_t> Subject::devicesOf(int copy) const
{
    return partOf(plan().devices, copies(), copy);
}

std::vector<int> Subject::layersOf(int copy) const
{
    return plan().layers.size() == plan().devices.size() ? partOf(plan().layers, copies(), copy) : std::vector<int>();
}

double Subject::memoryShare() const
{
    return engineSettings().memoryShare > 0 ? engineSettings().memoryShare : engine().memoryUtilization;
}

std::optional<std::size_t> Subject::deviceOf(ItemId item) const
{
    const auto it = std::ranges::find(machine.devices, item, &Device::item);
    if (!item || it == machine.devices.end())
        return std::nullopt;
    return std::size_t(it - machine.devices.begin());
}

bool isFloat(const Quantization &quant)
{
    return quant.id == QLatin1String("f32") || quant.id == QLatin1String("f16") || quant.id == QLatin1String("bf16");
}

bool isGguf(const Quantization &quant)
{
    return quant.family == QuantFamily::Gguf && !isFloat(quant);
}

bool isPublishedAs(const LlmModel &model, const Quantization &quant)
{
    return !quant.id.isEmpty() && model.nativeDtype.section(QLatin1Char(' '), 0, 0) == quant.id;
}

QString checkpointName(const LlmModel &model)
{
    const QString repository = model.repository.section(QLatin1Char('/'), -1);
    return repository.isEmpty() ? model.id : repository;
}

/// The short name a quantized file carries: "MXFP4 (GGUF MXFP4_MOE)" -> "MXFP4"
static QString quantSuffix(const Quantization &quant)
{
    return quant.name.section(QLatin1Char(' '), 0, 0);
}

QString ggufFile(const LlmModel &model, const Quantization &quant)
{
    return checkpointName(model) + QLatin1Char('-') + quantSuffix(quant) + QStringLiteral(".gguf");
}

QString quantizedFolder(const LlmModel &model, const Quantization &quant)
{
    return checkpointName(model) + QLatin1Char('-') + quant.id;
}

int vendorIndex(const Machine &machine, std::size_t device)
{
    return int(std::count_if(machine.devices.begin(), machine.devices.begin() + std::ptrdiff_t(device),
                             [&](const Device &other) { return other.vendor == machine.devices[device].vendor; }));
}

QStringList visibleDevices(const Machine &machine, const std::vector<std::size_t> &devices)
{
    if (devices.empty() || devices.size() == machine.devices.size())
        return {};
    QStringList numbers;
    for (const std::size_t device : devices)
        numbers << QString::number(vendorIndex(machine, device));
    const bool amd = machine.devices[devices.front()].vendor == QLatin1String("AMD");
    return {(amd ? QStringLiteral("HIP_VISIBLE_DEVICES=") : QStringLiteral("CUDA_VISIBLE_DEVICES="))
            + numbers.join(QLatin1Char(','))};
}

QString joined(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted << shellQuoted(word);
    return quoted.join(QLatin1Char(' '));
}

void add(QStringList &words, const char *flag, const QString &value)
{
    words << QLatin1String(flag) << value;
}

void add(QStringList &words, const char *flag, qint64 value)
{
    add(words, flag, QString::number(value));
}

QStringList hereDocument(const QString &file, const QStringList &content)
{
    return QStringList{QStringLiteral("cat > %1 <<'END'").arg(shellQuoted(file))} + content
           + QStringList{QStringLiteral("END")};
}

QString yamlText(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z][A-Za-z0-9_.-]*$"));
    if (plain.match(text).hasMatch())
        return text;
    // A JSON string is a YAML scalar and has no line breaks.
    const QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

QStringList wiredLimit(const Subject &subject)
{
    constexpr double kLeastForSystem = 4.0 * 1024 * kBytesPerMiB; // macOS and the server itself
    const MemoryPlan &plan = subject.plan();
    for (std::size_t i = 0; i < plan.devices.size() && i < plan.use.size(); ++i) {
        const Device &device = subject.machine.devices[plan.devices[i]];
        const double needed = double(plan.use[i].total().base());
        if (!device.unified || device.vendor != QLatin1String("Apple") || needed <= double(device.memory.base()))
            continue;
        const double all = double(device.memory.base()) / device.unified->gpuUsableFraction;
        if (needed + kLeastForSystem <= all)
            return {
                QStringLiteral("sudo sysctl iogpu.wired_limit_mb=%1").arg(qint64(std::ceil(needed / kBytesPerMiB)))};
    }
    return {};
}

QString copiesNote(const Subject &subject)
{
    return subject.copies() > 1
               ? Words::tr("Each line is a server of its own: run each in its own terminal and share the requests "
                           "between their ports.")
               : QString();
}

QString checkpointNote()
{
    return Words::tr("Needs a checkpoint that was quantized this way; put its folder or repository in its place.");
}

} // namespace rigwright::launch
