// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/launch/engines.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace rigwright::launch {

namespace {

constexpr int kDraftTokens = 5; // the documentation's own example

QString compactJson(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// The checkpoint, and what makes vLLM treat it as planned. Quantizations that it applies while it
/// loads are named by a flag; the others need a checkpoint that holds them.
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
    if (quant.family == QuantFamily::Nf4)
        return {model.repository, QStringLiteral("--quantization"), QStringLiteral("bitsandbytes")};
    if (isGguf(quant))
        return {QStringLiteral("./") + ggufFile(model, quant), QStringLiteral("--tokenizer"), model.repository};
    note = checkpointNote();
    return {QStringLiteral("./") + quantizedFolder(model, quant)};
}

void addParallelism(QStringList &words, const Subject &subject)
{
    const MemoryPlan &plan = subject.plan();
    if (plan.tensorWays > 1)
        add(words, "--tensor-parallel-size", plan.tensorWays);
    if (plan.pipelineWays > 1)
        add(words, "--pipeline-parallel-size", plan.pipelineWays);
    if (plan.replicas > 1)
        add(words, "--data-parallel-size", plan.replicas);
    if (subject.settings().parallelism.expertParallel)
        words << QStringLiteral("--enable-expert-parallel");
}

/// --cpu-offload-gb is per GPU, in GiB.
void addHostWeights(QStringList &words, const Subject &subject)
{
    const MemoryPlan &plan = subject.plan();
    if (plan.hostLayers == 0 || plan.devices.empty())
        return;
    const double perDevice = plan.host.weights / bytesFromGiB(1) / double(plan.devices.size());
    add(words, "--cpu-offload-gb", qint64(std::ceil(perDevice)));
}

void addDraft(QStringList &words, const Subject &subject)
{
    if (!subject.hasDraft())
        return;
    const bool asPublished = isFloat(*subject.draftQuant) || isPublishedAs(*subject.draft, *subject.draftQuant);
    QJsonObject draft{{QStringLiteral("method"), QStringLiteral("draft_model")},
                      {QStringLiteral("model"), asPublished || subject.draftQuant->family == QuantFamily::Fp8
                                                    ? subject.draft->repository
                                                    : quantizedFolder(*subject.draft, *subject.draftQuant)},
                      {QStringLiteral("num_speculative_tokens"), kDraftTokens}};
    if (!asPublished && subject.draftQuant->family == QuantFamily::Fp8)
        draft[QStringLiteral("quantization")] = QStringLiteral("fp8");
    add(words, "--speculative-config", compactJson(draft));
}

} // namespace

/// Flags: docs.vllm.ai, "Engine Arguments" (serving/engine_args); multimodal limits:
/// features/multimodal_inputs; drafts: features/speculative_decoding/draft_model. Every replica has
/// a scheduler of its own, so that --max-num-seqs is per replica.
LaunchCommand vllm(const Subject &subject)
{
    const Deployment &settings = subject.settings();
    const EngineSettings &engineSettings = subject.engineSettings();
    QString note;
    QStringList words{QStringLiteral("vllm"), QStringLiteral("serve")};
    words << checkpointWords(subject, note);
    addParallelism(words, subject);
    add(words, "--max-model-len", settings.contextTokens);
    add(words, "--max-num-seqs", subject.requests());
    if (engineSettings.batchedTokens > 0)
        add(words, "--max-num-batched-tokens", engineSettings.batchedTokens);
    add(words, "--gpu-memory-utilization", QString::number(subject.memoryShare(), 'g', 3));
    if (!engineSettings.graphs)
        words << QStringLiteral("--enforce-eager");
    if (settings.kvType.startsWith(QLatin1String("fp8")))
        add(words, "--kv-cache-dtype", settings.kvType);
    if (subject.model().visionParameters > 0 && !engineSettings.imageEncoder.value_or(true))
        add(words, "--limit-mm-per-prompt", compactJson({{QStringLiteral("image"), 0}, {QStringLiteral("video"), 0}}));
    addHostWeights(words, subject);
    addDraft(words, subject);
    const QStringList environment = visibleDevices(subject.machine, subject.plan().devices);
    return {{(environment + QStringList{joined(words)}).join(QLatin1Char(' '))}, note};
}

} // namespace rigwright::launch
