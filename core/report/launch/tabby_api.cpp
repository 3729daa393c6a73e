// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/launch/engines.h"

#include <cmath>

namespace rigwright::launch {

namespace {

constexpr int kCacheStep = 256; // cache_size is a multiple of it
constexpr int kFirstPort = 5000;

/// "q8" -> "Q8" (ExLlamaV2) or "8,8" for K and V (ExLlamaV3); an unquantized cache is FP16. Q8 took
/// the place of FP8.
QString cacheMode(const Subject &subject)
{
    const QString &kvType = subject.settings().kvType;
    const bool fp8 = kvType.startsWith(QLatin1String("fp8"));
    if (!fp8 && !kvType.startsWith(QLatin1Char('q')))
        return QStringLiteral("FP16");
    const QString bits = QString::number(fp8 ? 8 : kvType.mid(1).toInt());
    return subject.engine().id == QLatin1String("exllamav3") ? bits + QLatin1Char(',') + bits : QLatin1Char('Q') + bits;
}

/// What each device may hold, GB as the file counts them (GiB), rounded up to a tenth.
QString gpuSplit(const Subject &subject)
{
    QStringList shares;
    for (const MemoryUse &use : subject.plan().use)
        shares << QString::number(std::ceil((use.total() - use.overhead) / bytesFromGiB(1) * 10) / 10, 'f', 1);
    return QLatin1Char('[') + shares.join(QLatin1String(", ")) + QLatin1Char(']');
}

QString folder(const LlmModel &model, const Quantization &quant)
{
    return yamlText(isFloat(quant) ? checkpointName(model) : quantizedFolder(model, quant));
}

QStringList configuration(const Subject &subject, int copy)
{
    const Deployment &settings = subject.settings();
    const EngineSettings &engineSettings = subject.engineSettings();
    const int steps = (settings.contextTokens + kCacheStep - 1) / kCacheStep;
    const auto line = [](const char *key, const QString &value) {
        return QStringLiteral("  %1: ").arg(QLatin1String(key)) + value;
    };
    const auto number = [&line](const char *key, qint64 value) { return line(key, QString::number(value)); };

    QStringList lines;
    if (subject.copies() > 1)
        lines << QStringLiteral("network:") << number("port", kFirstPort + copy);
    lines << QStringLiteral("model:") << line("model_dir", QStringLiteral("models"))
          << line("model_name", folder(subject.model(), subject.quant()))
          << line("backend", yamlText(subject.engine().id)) << number("max_seq_len", qint64(steps) * kCacheStep)
          << number("cache_size", qint64(steps) * kCacheStep * subject.requests())
          << line("cache_mode", cacheMode(subject)) << number("max_batch_size", subject.requests());
    const bool tensor = subject.plan().split == SplitMode::Tensor;
    if (tensor)
        lines << line("tensor_parallel", QStringLiteral("true"));
    if (subject.copies() == 1 && subject.plan().use.size() > 1 && (tensor || !settings.parallelism.tensorSplit.empty()))
        lines << line("gpu_split_auto", QStringLiteral("false")) << line("gpu_split", gpuSplit(subject));
    if (engineSettings.physicalBatch > 0)
        lines << number("chunk_size", engineSettings.physicalBatch);
    if (engineSettings.imageEncoder.value_or(false))
        lines << line("vision", QStringLiteral("true"));
    if (subject.hasDraft())
        lines << QStringLiteral("draft_model:") << line("draft_model_dir", QStringLiteral("models"))
              << line("draft_model_name", folder(*subject.draft, *subject.draftQuant));
    return lines;
}

} // namespace

/// Keys: TabbyAPI, config_sample.yml. Without gpu_split the GPUs are filled in their order.
LaunchCommand tabbyApi(const Subject &subject)
{
    LaunchCommand command;
    for (int copy = 0; copy < subject.copies(); ++copy) {
        const QString file =
            subject.copies() > 1 ? QStringLiteral("config-%1.yml").arg(copy + 1) : QStringLiteral("config.yml");
        command.lines << hereDocument(file, configuration(subject, copy));
        QStringList start{QStringLiteral("python"), QStringLiteral("main.py")};
        if (subject.copies() > 1)
            add(start, "--config", file);
        command.lines << (visibleDevices(subject.machine, subject.devicesOf(copy)) + QStringList{joined(start)})
                             .join(QLatin1Char(' '));
    }
    QStringList notes{Words::tr("Run it in TabbyAPI's folder, with the quantized model in its folder \"models\".")};
    if (subject.copies() > 1)
        notes << Words::tr("Each \"python main.py\" is a server of its own: run each in its own terminal.");
    command.note = notes.join(QLatin1Char(' '));
    return command;
}

} // namespace rigwright::launch
