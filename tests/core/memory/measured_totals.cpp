// SPDX-License-Identifier: GPL-3.0-or-later
// Files, and whole cards under llama.cpp as nvidia-smi showed them. MiB.
#include "tests/core/memory/measured_memory.h"

namespace rigwright::test {

namespace {

constexpr const char *kArchive = "4x3090-llm-benchmarks";

/// Command-R7B as Q6_K_L: head and table, one tensor, in Q8_0.
constexpr double kCommandR7bQ6KL = 6523;

/// The one layer that predicts the next token but one: its weights are in the file, its cache and buffers are not.
LlmModel predictionLayer(const Catalog &catalog)
{
    LlmModel layer = *catalog.models.find(QStringLiteral("qwen3.8-27b"));
    layer.kvBytesPerTokenGlobalF16 /= layer.fullAttentionLayers;
    layer.layers = layer.fullAttentionLayers = 1;
    layer.linearAttentionLayers = 0;
    layer.recurrentStateBytesF32 = 0;
    layer.classes = {};
    layer.totalParameters = 0;
    layer.ggufBytes.clear();
    return layer;
}

std::vector<MeasuredRun> files()
{
    const auto file = [](const char *row, const char *model, const char *quant, const char *source, Published size) {
        return MeasuredRun(row, model, quant, "llama.cpp", source).fileSize(size);
    };
    const auto llama70 = [file](const char *row, const char *quant, double size) {
        return file(row, "llama-3-70b", quant, "JaaackXD/Llama-3-70B-GGUF card", gib(size));
    };
    return {
        file("8", "qwen3-235b-a22b", "q4_k_m", "ik_llama.cpp issue 530", 132.386 * 1024),
        file("24", "llama-3.3-70b", "q4_k_m", "gguf-parser-go README", gib(39.59)),
        llama70("77/q2_k", "q2_k", 24.56),
        llama70("77/q3_k_m", "q3_k_m", 31.91),
        llama70("77/q4_k_m", "q4_k_m", 39.60),
        llama70("77/q5_k_m", "q5_k_m", 46.52),
        llama70("77/q6_k", "q6_k", 53.91),
        llama70("77/q8_0", "q8_0", 69.83),
        file("78", "glm-4.7-flash", "q8_0", "llama.cpp issue 19818", gib(29.65)),
    };
}

std::vector<MeasuredRun> onOneCard()
{
    using Run = MeasuredRun;
    const auto commandR = [](const char *row) {
        // 2025-05, the card is not named; a window had the whole batch of 2,048 as room then, now 512.
        return Run(row, "command-r7b", "q6_k", "llama.cpp", "llama.cpp PR 13194, Q6_K_L")
            .on({"rtx-4090"})
            .context(31000)
            .logits(LogitsRows::WholeBatch)
            .file(kCommandR7bQ6KL);
    };
    const auto qwen = [](const char *row, const char *quant) {
        return Run(row, "qwen3.6-35b-a3b", quant, "llama.cpp", kArchive).on({"rtx-3090"});
    };
    const auto bench = [qwen](const char *row, const char *quant, int tokens) {
        return qwen(row, quant).context(tokens).logits(LogitsRows::WholeBatch);
    };
    const auto server = [qwen](const char *row, const char *quant) {
        return qwen(row, quant).context(65536).cacheType("q8_0").logits(LogitsRows::PerSlot);
    };
    return {
        commandR("22/full").with([](EngineSettings &s) { s.fullWindowCache = true; }).total(11459),
        commandR("22/window").total(9115),
        bench("26", "q4_k_m", 256).total(20534),
        server("27", "q4_k_m").total(21226),
        server("28", "q2_k").total(13496),
        bench("29", "q4_k_m", 512).total(20792),
        bench("30", "q2_k", 512).total(13060),
        Run("63", "llama-3.1-8b", "q4_k_m", "llama.cpp", "llama.cpp PR 15860, model not stated")
            .on({"rtx-4090"})
            .overhead(451)
            .without("model 13,169, compute 985/548/548", "model not stated"),
        Run("76", "qwen3.8-27b", "ud-q4_k_xl", "llama.cpp", "llama-server 2026-08, file of 17.56 GB, MTP draft 2")
            .on({"rtx-3090"})
            .context(131072)
            .cacheType("q4_0")
            .logits(LogitsRows::PerSlot)
            .file(gb(17.56).mib)
            .draft(predictionLayer)
            .total(20586),
    };
}

std::vector<MeasuredRun> onSeveralCards()
{
    const auto gemma = [](const char *row, const char *quant, std::size_t cards) {
        return MeasuredRun(row, "gemma-4-12b", quant, "llama.cpp", kArchive)
            .on(std::vector<const char *>(cards, "rtx-3090"))
            .context(32768)
            .logits(LogitsRows::PerSlot);
    };
    return {
        gemma("36/1", "q8_0", 1).total(13534),
        gemma("36/2", "q8_0", 2).total(14808),
        gemma("36/4", "q8_0", 4)
            .total(17568)
            .within(0.055,
                    "each further card costs 1,274-1,345 MiB here and 1,010-1,051 in row 37, which no log explains"),
        gemma("37/1", "q4_k_m", 1).total(8246),
        gemma("37/2", "q4_k_m", 2).total(9256),
        gemma("37/4", "q4_k_m", 4).total(11400),
        gemma("38", "q8_0", 1)
            .context(32768 / 8, 8)
            .total(16866)
            .within(0.135,
                    "the run grew by 3,332 MiB: the windows of 8 slots or their logits, where both are planned for"),
    };
}

} // namespace

std::vector<MeasuredRun> wholeCardRuns()
{
    std::vector<MeasuredRun> all = files();
    for (const auto &more : {onOneCard(), onSeveralCards()})
        all.insert(all.end(), more.begin(), more.end());
    constexpr const char *kNoModel = "the model is not stated";
    all.push_back(MeasuredRun::notComparable("64", "gpt-oss-120b", "LM Studio docs load.md",
                                             "65.68 GB is the answer of another estimator"));
    all.push_back(MeasuredRun::notComparable("66", "GTX 1080 Ti", "llama.cpp issue 19437", kNoModel));
    all.push_back(MeasuredRun::notComparable("67", "RTX 3090", "ollama issue 17482", kNoModel));
    return all;
}

} // namespace rigwright::test
