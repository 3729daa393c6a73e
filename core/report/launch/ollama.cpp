// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/launch/engines.h"

namespace rigwright::launch {

namespace {

constexpr int kFirstPort = 11434;

/// The server of one copy. OLLAMA_SCHED_SPREAD uses all devices even where one would hold the model.
QString serveLine(const Subject &subject, int copy)
{
    const Deployment &settings = subject.settings();
    const std::vector<std::size_t> devices = subject.devicesOf(copy);
    QStringList words = visibleDevices(subject.machine, devices);
    if (subject.copies() > 1)
        words << QStringLiteral("OLLAMA_HOST=127.0.0.1:%1").arg(kFirstPort + copy);
    words << QStringLiteral("OLLAMA_CONTEXT_LENGTH=%1").arg(settings.contextTokens)
          << QStringLiteral("OLLAMA_NUM_PARALLEL=%1").arg(subject.requests())
          << QStringLiteral("OLLAMA_FLASH_ATTENTION=%1")
                 .arg(subject.engineSettings().flashAttention.value_or(true) ? 1 : 0);
    if (settings.kvType != QLatin1String("f16"))
        words << QStringLiteral("OLLAMA_KV_CACHE_TYPE=") + shellQuoted(settings.kvType);
    if (devices.size() > 1)
        words << QStringLiteral("OLLAMA_SCHED_SPREAD=1");
    words << QStringLiteral("ollama serve");
    return words.join(QLatin1Char(' '));
}

QStringList modelfile(const Subject &subject)
{
    const MemoryPlan &plan = subject.plan();
    QStringList lines{QStringLiteral("FROM ./") + ggufFile(subject.model(), subject.quant())};
    if (subject.onHostOnly() || plan.hostLayers > 0)
        lines << QStringLiteral("PARAMETER num_gpu %1")
                     .arg(subject.onHostOnly() ? 0 : subject.model().layers - plan.hostLayers);
    if (subject.engineSettings().physicalBatch > 0)
        lines << QStringLiteral("PARAMETER num_batch %1").arg(subject.engineSettings().physicalBatch);
    return lines;
}

} // namespace

/// Variables: Ollama, envconfig/config.go and docs/faq; Modelfile parameters: docs/modelfile and
/// api/types.go (Runner). The context is per request; a quantized cache needs flash attention.
LaunchCommand ollama(const Subject &subject)
{
    LaunchCommand command;
    for (int copy = 0; copy < subject.copies(); ++copy)
        command.lines << serveLine(subject, copy);
    const QString &id = subject.model().id;
    command.lines << QStringLiteral("printf '%s\\n' ") + joined(modelfile(subject)) + QStringLiteral(" > Modelfile")
                  << joined({QStringLiteral("ollama"), QStringLiteral("create"), id, QStringLiteral("-f"),
                             QStringLiteral("Modelfile")})
                  << joined({QStringLiteral("ollama"), QStringLiteral("run"), id});
    QStringList notes{subject.copies() > 1
                          ? Words::tr("Each \"ollama serve\" keeps running in a terminal of its own; type the others "
                                      "in a further one.")
                          : Words::tr("The first line keeps running; type the others in a second terminal.")};
    if (subject.plan().hostExpertLayers > 0)
        notes << Words::tr("Ollama places experts by itself; it has no setting for them.");
    command.note = notes.join(QLatin1Char(' '));
    return command;
}

} // namespace rigwright::launch
