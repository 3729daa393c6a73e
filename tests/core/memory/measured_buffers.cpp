// SPDX-License-Identifier: GPL-3.0-or-later
// Buffers as llama.cpp, ik_llama.cpp, Ollama and LM Studio logged them. MiB.
#include "tests/core/memory/measured_memory.h"

namespace rigwright::test {

namespace {

constexpr const char *kOwnMix = "the file's mix is its maker's own";
constexpr const char *kLatentModes = "depends on ik_llama.cpp's -mla and -amb, which no other engine has";

void noFlashAttention(EngineSettings &s)
{
    s.flashAttention = false;
}
void noFlashAttentionImatrix(EngineSettings &s)
{
    s.flashAttention = false;
    s.importanceMatrix = true;
}
void imatrix(EngineSettings &s)
{
    s.importanceMatrix = true;
}
void separateSlots(EngineSettings &s)
{
    s.separateSlots = true;
}

/// GLM-4 32B with four times as many KV heads: config.json of zai-org/GLM-Z1-Rumination-32B-0414.
LlmModel rumination(const Catalog &catalog)
{
    LlmModel model = *catalog.models.find(QStringLiteral("glm-4-32b-0414"));
    const qint64 more = 2LL * model.layers * model.hiddenSize * 6 * model.headDim;
    model.kvHeads = 8;
    model.classes.attention += more;
    model.totalParameters += more;
    model.kvBytesPerTokenGlobalF16 *= 4;
    model.ggufBytes.clear();
    return model;
}

/// Of 162 blocks 64 have attention: 816 MiB of keys at 12,288 tokens of 8 heads of 128 in q8_0.
LlmModel nemotronUltra(const Catalog &)
{
    LlmModel model;
    model.name = QStringLiteral("Llama 3.1 Nemotron Ultra 253B");
    model.layers = 162;
    model.hiddenSize = 16384;
    model.attentionHeads = 128;
    model.kvHeads = 8;
    model.headDim = 128;
    model.vocabularySize = 128256;
    model.kvBytesPerTokenGlobalF16 = 64LL * 2 * 8 * 128 * 2;
    return model;
}

std::vector<MeasuredRun> denseRuns()
{
    using Run = MeasuredRun;
    const auto glm = [](const char *row, const char *engine) {
        return Run(row, "glm-4-32b-0414", "iq4_xs", engine, "ik_llama.cpp PR 344").context(32768).with(imatrix);
    };
    return {
        Run("1", "gemma-3-27b", "q4_k_m", "ik_llama.cpp", "ik_llama.cpp discussion 334")
            .context(32768)
            .weights(15773.97)
            .ramWeights(1102.77)
            .cache(15872.00)
            .compute(522.62),
        Run("2", "gemma-3-27b", "q4_0", "ik_llama.cpp", "ik_llama.cpp issue 539")
            .onProcessor()
            .context(131072)
            .with(noFlashAttentionImatrix)
            .ramWeights(14888.20)
            .ramCache(63488)
            .ramCompute(8743.51),
        Run("3", "qwen3-32b", "q5_k_m", "ik_llama.cpp", "ik_llama.cpp discussion 397")
            .context(8192)
            .with([](EngineSettings &s) { s.physicalBatch = 1024; })
            .weights(21608.65)
            .ramWeights(510.04)
            .cache(2048)
            .compute(633.5),
        Run("4", "qwen3-32b", "q4_k_m", "ik_llama.cpp", "ik_llama.cpp issue 503, file of 18.641 GiB")
            .on({"rx-7900-xtx"})
            .context(16896)
            .cacheType("q8_0")
            .file(18.641 * 1024)
            .weights(18671.19)
            .cache(2244.00)
            .compute(306.75),
        Run("5", "qwen3-32b", "q4_0", "ik_llama.cpp", "ik_llama.cpp issue 539")
            .onProcessor()
            .context(40960)
            .with(noFlashAttentionImatrix)
            .ramWeights(17830.96)
            .ramCache(10240)
            .ramCompute(5252.01),
        glm("6", "llama.cpp")
            .logits(LogitsRows::WholeBatch)
            .weights(16303.48)
            .ramWeights(471.75)
            .cache(1952)
            .compute(353),
        glm("6/ik", "ik_llama.cpp").weights(16303.48).cache(1952).compute(308),
        Run("7", "glm-z1-rumination-32b", "q4_0", "ik_llama.cpp", "ik_llama.cpp PR 333")
            .geometry(rumination)
            .context(8192)
            .with(noFlashAttention)
            .cache(1952)
            .compute(832)
            .without("weights 17,284.05", kOwnMix),
        Run("18", "llama-3.1-nemotron-ultra-253b", "q3_k_m", "ik_llama.cpp", "ik_llama.cpp PR 377")
            .geometry(nemotronUltra)
            .on({"rtx-a6000", "rtx-a6000", "rtx-a6000", "rtx-a6000"})
            .context(12288)
            .cacheType("q8_0/q4_0")
            .cache(816 + 432)
            .without("weights, compute", "blocks without attention and of many widths; batch not stated"),
        Run("19", "command-r-35b", "q4_k_m", "llama.cpp", "llama.cpp PR 6122, build of 2024")
            .on({"rtx-3090", "rtx-3090"})
            .context(4096)
            .shares({0.28, 0.72})
            .logits(LogitsRows::WholeBatch)
            .with(noFlashAttention)
            .ramWeights(1640.62)
            .cache(1536, 0)
            .cache(3584, 1)
            .compute(672.01, 1),
        Run("20", "gemma-2-9b", "q4_0", "ollama", "ollama issue 7534")
            .context(8192)
            .weights(5185.21)
            .ramWeights(717.77),
        Run("21", "gpt-oss-20b", "mxfp4", "lm-studio", "lmstudio-bug-tracker issue 900; 3,072 logged for each half")
            .onProcessor()
            .context(131072)
            .with([](EngineSettings &s) { s.fullWindowCache = true; })
            .ramWeights(11536.18)
            .ramCache(3072 * 2),
        Run("25/no FA", "llama-3-8b", "q4_k_m", "llama.cpp", "llama.cpp logs of 2024")
            .context(8192)
            .logits(LogitsRows::WholeBatch)
            .with(noFlashAttention)
            .compute(560),
        Run("25/FA", "llama-3-8b", "q4_k_m", "llama.cpp", "llama.cpp logs of 2024")
            .context(8192)
            .logits(LogitsRows::WholeBatch)
            .compute(258.5),
        Run("68", "llama-3.3-70b", "q4_k_m", "llama.cpp", "containers/ramalama issue 1354")
            .on({"rtx-3090", "rtx-3090"})
            .weights(20038.81, 0)
            .weights(19940.67, 1)
            .ramWeights(563.62),
        Run("69", "qwen3.6-27b", "q4_k_m", "llama.cpp", "llama-server b9026, file with an MTP head")
            .on({"rtx-3090"})
            .context(65536, 4)
            .cacheType("q4_0")
            .logits(LogitsRows::WholeBatch)
            .file(15345 + 682.03)
            .weights(15345)
            .cache(5206)
            .compute(836)
            .ramWeights(682.03)
            .ramCompute(532),
        Run("70", "qwen3.6-27b", "ud-q4_k_xl", "llama.cpp", "llama-server 2026-05, file of 17,068 MiB")
            .on({"rtx-5090"})
            .context(32768, 4)
            .cacheType("q8_0")
            .logits(LogitsRows::WholeBatch)
            .file(16386 + 682.03)
            .weights(16386)
            .cache(4950)
            .compute(495)
            .ramWeights(682.03)
            .ramCompute(276),
        Run("74", "qwen3-vl-4b", "q4_k_m", "lm-studio", "LM Studio, layers divided evenly")
            .on({"rx-7900-xt", "rx-6800"})
            .context(16384)
            .shares({1, 1})
            .weights(1089, 0)
            .weights(1285, 1)
            .cache(1216, 0)
            .cache(1088, 1)
            .ramWeights(304),
    };
}

std::vector<MeasuredRun> mixtureRuns()
{
    using Run = MeasuredRun;
    const auto qwen = [](const char *row, const char *quant, const char *engine) {
        return Run(row, "qwen3-235b-a22b", quant, engine, "ik_llama.cpp discussion 357")
            .expertsInRam(94)
            .logits(LogitsRows::WholeBatch);
    };
    const auto latent = [](const char *row, const char *model, const char *source) {
        return Run(row, model, "q4_k_m", "ik_llama.cpp", source).expertsInRam(58);
    };
    const auto slots = [](const char *row, int count) {
        return Run(row, "gemma-3-270m", "q8_0", "llama.cpp", "Unsloth planner @015bdef").context(8192 / count, count);
    };
    return {
        Run("9", "qwen3-235b-a22b", "q4_k_m", "ik_llama.cpp", "ik_llama.cpp issue 530")
            .on({"rtx-a6000", "rtx-a6000"})
            .context(65536)
            .cacheType("q8_0")
            .shares({1, 1})
            .expertsInRam(94)
            .with([](EngineSettings &s) { s.physicalBatch = 4096; })
            .cache(3264, 0)
            .cache(3128, 1)
            .compute(2432, 0)
            .compute(2502, 1)
            .without("weights 23,731.17 + 22,811.95", "experts placed by hand, tensor by tensor (-ot)"),
        qwen("10", "q3_k_m", "ik_llama.cpp")
            .context(32768)
            .cacheType("q8_0")
            .cache(3196)
            .compute(312.75)
            .without("weights 19,053.73 + 89,709", "IQ3_K, a type of ik_llama.cpp, and experts placed by hand"),
        qwen("11", "q8_0", "llama.cpp").context(32768).cache(6016).compute(1024),
        qwen("11/ik", "q8_0", "ik_llama.cpp").context(32768).cache(6016).compute(312.75),
        qwen("12", "q6_k", "llama.cpp").context(16384).cacheType("q8_0").cache(1598).compute(774),
        qwen("13", "q4_k_m", "ik_llama.cpp")
            .on({"rtx-a6000", "rtx-a6000"})
            .context(16384)
            .cacheType("q8_0")
            .shares({1, 1})
            .cache(816.02, 0)
            .cache(782.02, 1)
            .compute(144, 0)
            .compute(312.75, 1),
        latent("14", "deepseek-v3-0324", "ik_llama.cpp issue 455")
            .context(32768)
            .cacheType("q8_0")
            .cache(1166.62)
            .without("weights 9,996.68", kOwnMix)
            .without("compute 3,425", kLatentModes),
        latent("15", "deepseek-v3-0324", "ik_llama.cpp issue 485")
            .context(131072)
            .cacheType("q8_0")
            .cache(4666.5)
            .without("compute 11,718", kLatentModes),
        Run("16", "deepseek-r1", "q2_k", "ik_llama.cpp", "ik_llama.cpp PR 237")
            .on(std::vector<const char *>(15, "rtx-3090"))
            .context(163840)
            .cache(10980)
            .fileSize({227.7 * 1024, 0.05 * 1024})
            .within(0.002, "ik_llama.cpp's files hold attn_k_b and attn_v_b beside attn_kv_b: 320 MiB in Q2_K")
            .without("compute up to 5,088", kLatentModes)
            .without("weights about 15,965 per GPU", "an average"),
        latent("17", "deepseek-r1", "ik_llama.cpp PR 260").context(16384).cache(1098),
        latent("17/q8_0", "deepseek-r1", "ik_llama.cpp issue 538").context(16384).cacheType("q8_0").cache(583.31),
        slots("23/1", 1).cache(39),
        slots("23/2 unified", 2).cache(46.5),
        slots("23/4 unified", 4).cache(61.5),
        slots("23/2 separate", 2).with(separateSlots).cache(54),
        slots("23/4 separate", 4).with(separateSlots).cache(84),
        Run("72", "qwen3.6-35b-a3b", "q4_k_m", "llama.cpp", "llama-fit-params")
            .on({"rtx-4070-super"})
            .context(32768)
            .logits(LogitsRows::WholeBatch)
            .cache({702, 1})
            .compute(493),
        Run("73", "qwen3.5-35b-a3b", "q4_k_m", "llama.cpp", "llama-server b8173")
            .on({"rtx-5070-ti"})
            .context(12000, 4)
            .cacheType("q8_0")
            .expertsInRam(24)
            .logits(LogitsRows::WholeBatch)
            .cache(750)
            .compute(566),
        Run("75", "mixtral-8x7b", "q5_0", "ollama", "ollama issue 3158, file of 30.02 GiB, build of 2024")
            .on({"rx-7900-xtx", "rx-7900-xtx"})
            .context(16000)
            .shares({1, 1})
            .with(noFlashAttention)
            .file(30.02 * 1024)
            .weights(16228.09, 0)
            .weights(14421.47, 1)
            .ramWeights(85.94)
            .cache(1062.50, 0)
            .cache(937.50, 1)
            .compute(1083, 0)
            .compute(1083, 1),
    };
}

} // namespace

std::vector<MeasuredRun> cacheAndBufferRuns()
{
    std::vector<MeasuredRun> all = denseRuns();
    for (const MeasuredRun &run : mixtureRuns())
        all.push_back(run);
    all.push_back(MeasuredRun::notComparable("71", "Qwen3.6-27B, state of a slot", "llama-server checkpoints",
                                             "150.35 MiB with the MTP layer's cache; rows 69, 70 and 72 hold the "
                                             "state"));
    return all;
}

} // namespace rigwright::test
