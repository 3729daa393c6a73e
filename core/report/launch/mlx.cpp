// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/launch/engines.h"

namespace rigwright::launch {

namespace {

constexpr int kPort = 8080;
constexpr int kCacheGroup = 64; // elements that share a scale, the engine's default

/// "q8" -> 8; 0 for a cache that is not quantized
int cacheBits(const QString &kvType)
{
    return kvType.startsWith(QLatin1Char('q')) ? kvType.mid(1).toInt() : 0;
}

QString folder(const LlmModel &model, const Quantization &quant)
{
    return isFloat(quant) ? model.repository : QStringLiteral("./") + quantizedFolder(model, quant);
}

} // namespace

/// Flags: mlx-lm, mlx_lm/server.py and mlx_lm/generate.py; the limit of the GPU's memory: mlx-lm
/// README, "Large Models". The cache grows with the context; only mlx_lm.generate quantizes it.
LaunchCommand mlx(const Subject &subject)
{
    LaunchCommand command;
    command.lines = wiredLimit(subject);
    const QString model = folder(subject.model(), subject.quant());
    const int bits = cacheBits(subject.settings().kvType);
    QStringList notes;
    QStringList words;
    if (bits > 0) {
        words << QStringLiteral("mlx_lm.generate");
        add(words, "--model", model);
        add(words, "--kv-bits", bits);
        add(words, "--kv-group-size", kCacheGroup);
        add(words, "--quantized-kv-start", 0);
        add(words, "--prompt", QStringLiteral("-"));
        notes << Words::tr("mlx_lm.server keeps its cache in 16 bits; mlx_lm.generate quantizes it and reads the "
                           "prompt from standard input.");
    } else {
        words << QStringLiteral("mlx_lm.server");
        add(words, "--model", model);
        add(words, "--port", kPort);
        add(words, "--decode-concurrency", subject.requests());
        add(words, "--prompt-concurrency", subject.requests());
        if (subject.engineSettings().physicalBatch > 0)
            add(words, "--prefill-step-size", subject.engineSettings().physicalBatch);
        notes << Words::tr("The server has no limit of the context; keep requests within %L1 tokens.")
                     .arg(subject.settings().contextTokens);
    }
    if (subject.hasDraft())
        add(words, "--draft-model", folder(*subject.draft, *subject.draftQuant));
    if (!isFloat(subject.quant()))
        notes << checkpointNote();
    command.lines << joined(words);
    command.note = notes.join(QLatin1Char(' '));
    return command;
}

} // namespace rigwright::launch
