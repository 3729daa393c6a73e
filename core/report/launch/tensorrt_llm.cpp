// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/launch/engines.h"

namespace rigwright::launch {

namespace {

constexpr int kFirstPort = 8000;
const QLatin1String kOptionsFile("trtllm.yml");

QString shareText(const Subject &subject)
{
    return QString::number(subject.memoryShare(), 'g', 3);
}

/// What trtllm-serve has no flag for. The cache's share of the memory is said here once more: the
/// file replaces the whole section.
QStringList options(const Subject &subject)
{
    QStringList lines;
    if (subject.settings().kvType != QLatin1String("f16") && subject.settings().kvType != QLatin1String("bf16"))
        lines << QStringLiteral("kv_cache_config:") << QStringLiteral("  dtype: ") + yamlText(subject.settings().kvType)
              << QStringLiteral("  free_gpu_memory_fraction: ") + shareText(subject);
    if (!subject.engineSettings().graphs)
        lines << QStringLiteral("cuda_graph_config: null");
    return lines;
}

QString serveLine(const Subject &subject, const QString &checkpoint, int copy, bool hasOptions)
{
    const MemoryPlan &plan = subject.plan();
    const Deployment &settings = subject.settings();
    QStringList words{QStringLiteral("trtllm-serve"), checkpoint};
    if (plan.tensorWays > 1)
        add(words, "--tp_size", plan.tensorWays);
    if (plan.pipelineWays > 1)
        add(words, "--pp_size", plan.pipelineWays);
    if (settings.parallelism.expertParallel && plan.tensorWays > 1)
        add(words, "--ep_size", plan.tensorWays);
    add(words, "--max_seq_len", settings.contextTokens);
    add(words, "--max_batch_size", subject.requests());
    if (subject.engineSettings().batchedTokens > 0)
        add(words, "--max_num_tokens", subject.engineSettings().batchedTokens);
    add(words, "--kv_cache_free_gpu_memory_fraction", shareText(subject));
    if (hasOptions)
        add(words, "--extra_llm_api_options", kOptionsFile);
    if (subject.copies() > 1)
        add(words, "--port", kFirstPort + copy);
    return (visibleDevices(subject.machine, subject.devicesOf(copy)) + QStringList{joined(words)})
        .join(QLatin1Char(' '));
}

} // namespace

/// Flags: nvidia.github.io/TensorRT-LLM, commands/trtllm-serve, and tensorrt_llm/commands/serve.py;
/// the file: "LLM API" reference, TorchLlmArgs.
LaunchCommand tensorRtLlm(const Subject &subject)
{
    LaunchCommand command;
    const bool published = isFloat(subject.quant()) || isPublishedAs(subject.model(), subject.quant());
    const QString checkpoint = published ? subject.model().repository
                                         : QStringLiteral("./") + quantizedFolder(subject.model(), subject.quant());
    const QStringList file = options(subject);
    if (!file.isEmpty())
        command.lines = hereDocument(kOptionsFile, file);
    for (int copy = 0; copy < subject.copies(); ++copy)
        command.lines << serveLine(subject, checkpoint, copy, !file.isEmpty());
    QStringList notes;
    if (!published)
        notes << checkpointNote();
    if (subject.copies() > 1)
        notes << copiesNote(subject);
    if (subject.hasDraft())
        notes << Words::tr("The draft model is set in speculative_config of a file for --extra_llm_api_options.");
    command.note = notes.join(QLatin1Char(' '));
    return command;
}

} // namespace rigwright::launch
