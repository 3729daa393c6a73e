// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/launch/engines.h"

namespace rigwright::launch {

namespace {

/// The checkpoint, and what makes SGLang treat it as planned.
QStringList checkpointWords(const Subject &subject, QString &note)
{
    const LlmModel &model = subject.model();
    const Quantization &quant = subject.quant();
    if (isPublishedAs(model, quant))
        return {model.repository};
    if (isFloat(quant))
        return {model.repository, QStringLiteral("--dtype"),
                quant.id == QLatin1String("f16")   ? QStringLiteral("float16")
                : quant.id == QLatin1String("f32") ? QStringLiteral("float32")
                                                   : QStringLiteral("bfloat16")};
    if (quant.family == QuantFamily::Fp8)
        return {model.repository, QStringLiteral("--quantization"), QStringLiteral("fp8")};
    if (isGguf(quant))
        return {QStringLiteral("./") + ggufFile(model, quant),
                QStringLiteral("--load-format"),
                QStringLiteral("gguf"),
                QStringLiteral("--quantization"),
                QStringLiteral("gguf"),
                QStringLiteral("--tokenizer-path"),
                model.repository};
    note = checkpointNote();
    return {QStringLiteral("./") + quantizedFolder(model, quant)};
}

/// The values are those of the documentation's example.
void addDraft(QStringList &words, const Subject &subject)
{
    if (!subject.hasDraft())
        return;
    const bool asPublished = isFloat(*subject.draftQuant) || isPublishedAs(*subject.draft, *subject.draftQuant);
    add(words, "--speculative-algorithm", QStringLiteral("STANDALONE"));
    add(words, "--speculative-draft-model-path",
        asPublished ? subject.draft->repository
                    : QStringLiteral("./") + quantizedFolder(*subject.draft, *subject.draftQuant));
    add(words, "--speculative-num-steps", 4);
    add(words, "--speculative-eagle-topk", 2);
    add(words, "--speculative-num-draft-tokens", 7);
}

} // namespace

/// Flags: docs.sglang.io, advanced_features/server_arguments; drafts:
/// advanced_features/speculative_decoding. A data-parallel copy has --max-running-requests of its
/// own; expert parallelism runs over the devices of the tensor parallelism.
LaunchCommand sglang(const Subject &subject)
{
    const MemoryPlan &plan = subject.plan();
    const Deployment &settings = subject.settings();
    const EngineSettings &engineSettings = subject.engineSettings();
    QString note;
    QStringList words{QStringLiteral("python"), QStringLiteral("-m"), QStringLiteral("sglang.launch_server"),
                      QStringLiteral("--model-path")};
    words << checkpointWords(subject, note);
    if (plan.tensorWays > 1)
        add(words, "--tp-size", plan.tensorWays);
    if (plan.pipelineWays > 1)
        add(words, "--pp-size", plan.pipelineWays);
    if (plan.replicas > 1)
        add(words, "--dp-size", plan.replicas);
    if (settings.parallelism.expertParallel && plan.tensorWays > 1)
        add(words, "--ep-size", plan.tensorWays);
    add(words, "--context-length", settings.contextTokens);
    add(words, "--max-running-requests", subject.requests());
    add(words, "--mem-fraction-static", QString::number(subject.memoryShare(), 'g', 3));
    if (engineSettings.batchedTokens > 0)
        add(words, "--chunked-prefill-size", engineSettings.batchedTokens);
    if (settings.kvType.startsWith(QLatin1String("fp8")))
        add(words, "--kv-cache-dtype",
            settings.kvType == QLatin1String("fp8") ? QStringLiteral("fp8_e4m3") : settings.kvType);
    if (!engineSettings.graphs)
        words << QStringLiteral("--disable-cuda-graph");
    addDraft(words, subject);
    const QStringList environment = visibleDevices(subject.machine, plan.devices);
    return {{(environment + QStringList{joined(words)}).join(QLatin1Char(' '))}, note};
}

} // namespace rigwright::launch
