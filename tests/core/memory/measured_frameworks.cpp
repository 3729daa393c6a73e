// SPDX-License-Identifier: GPL-3.0-or-later
// ExLlamaV3, MLX, Transformers, vLLM and SGLang.
#include "tests/core/memory/measured_memory.h"
#include "tests/core/memory/published_tuning.h"

namespace rigwright::test {

namespace {

using Run = MeasuredRun;
using Runs = std::vector<MeasuredRun>;

constexpr double kH100 = 79.22 * 1024; // as torch reports the card
constexpr int kPrompted = 2048 + 128;  // mlx-lm: prompt and answer

/// vLLM counts "non-torch" from after the driver's context exists (vllm/worker/worker.py,
/// init_gpu_memory); this is the context, by its number of multiprocessors.
constexpr double driverContext(int multiprocessors)
{
    return 8 + 2.91 * multiprocessors;
}

// A server profiles one step of 256 sequences (max_num_seqs). Its graphs are captured after the cache has got its room,
// and are in no figure of a log.
void profiledWith8192(EngineSettings &s)
{
    s.batchedTokens = 8192; // the model's context: vLLM of 2024
    s.graphs = false;
}

Runs exllama()
{
    const auto run = [](const char *row, const char *quant, int context, double mib) {
        return Run(row, "qwen3.6-27b", quant, "exllamav3", "4x3090-llm-benchmarks")
            .on({"rtx-3090"})
            .context(context)
            .cacheType("q8")
            .total(mib);
    };
    return {run("31", "exl3-6.0", 8192, 20040), run("32", "exl3-6.0", 16384, 20362),
            run("33", "exl3-6.0", 40960, 21190), run("34", "exl3-4.0", 4096, 14198),
            run("35", "exl3-4.0", 8192, 14438)};
}

Runs mlx()
{
    const auto run = [](const char *row, const char *model, const char *quant, double gigabytes) {
        return Run(row, model, quant, "mlx", "mlx-lm BENCHMARKS.md")
            .onUnified("apple-m4-max-40", 128)
            .context(kPrompted)
            .peak(gb(gigabytes));
    };
    return {run("61/bf16", "qwen3-4b-2507", "bf16", 9.02),        run("61/8", "qwen3-4b-2507", "mlx-8bit", 5.254),
            run("61/6", "qwen3-4b-2507", "mlx-6bit", 4.25),       run("61/5", "qwen3-4b-2507", "mlx-5bit", 3.86),
            run("61/4", "qwen3-4b-2507", "mlx-4bit", 3.35),       run("62/8", "qwen3-30b-a3b-2507", "mlx-8bit", 33.46),
            run("62/6", "qwen3-30b-a3b-2507", "mlx-6bit", 25.82), run("62/5", "qwen3-30b-a3b-2507", "mlx-5bit", 22.01),
            run("62/4", "qwen3-30b-a3b-2507", "mlx-4bit", 18.20)};
}

/// Qwen v1: as the sources of fine-tuning runs have the 7B, with a cache of every head.
LlmModel qwenV1(DenseGeometry geometry)
{
    LlmModel model = denseModel(geometry);
    model.kvBytesPerTokenGlobalF16 = 2LL * 2 * geometry.layers * geometry.kvHeads * geometry.headDim;
    return model;
}

Runs transformers()
{
    // Qwen3 speed benchmark on an H20 (96 GB, not in the catalogue); only what torch counts.
    const auto qwen3 = [](const char *row, const char *model, const char *quant, int context, double mib) {
        return Run(row, model, quant, "transformers", "QwenLM/Qwen3 speed_benchmark.md")
            .on({"h200-sxm-141gb"})
            .context(context)
            .peak(mib);
    };
    const auto qwen = [](const char *row, const char *model) {
        return Run(row, model, "bf16", "transformers", "QwenLM/Qwen README")
            .on({"h200-nvl-141gb", "h200-nvl-141gb"})
            .context(2049)
            .without("Int8, Int4", "1.0 to 2.2 GB beyond weights and cache in all three sizes: scratch of AutoGPTQ "
                                   "kernels that nothing published explains");
    };
    return {
        qwen3("39", "qwen3-0.6b", "bf16", 32768, 4755),
        qwen3("40", "qwen3-1.7b", "bf16", 32768, 6902),
        qwen3("41", "qwen3-4b", "bf16", 32768, 12317),
        qwen3("42", "qwen3-8b", "bf16", 32768, 20267),
        qwen3("43", "qwen3-14b", "bf16", 32768, 33336),
        qwen3("44", "qwen3-32b", "bf16", 32768, 70728),
        qwen3("45", "qwen3-30b-a3b", "bf16", 32768, 61342),
        qwen3("46", "qwen3-0.6b", "bf16", 8192, 2066),
        qwen3("47", "qwen3-1.7b", "bf16", 8192, 4213),
        qwen3("48", "qwen3-4b", "bf16", 8192, 8860),
        qwen3("49", "qwen3-8b", "bf16", 8192, 16811),
        qwen3("50", "qwen3-14b", "bf16", 8192, 29495),
        qwen3("51", "qwen3-32b", "bf16", 8192, 64583),
        qwen3("52", "qwen3-30b-a3b", "bf16", 8192, 59037),
        qwen3("53/fp8", "qwen3-8b", "fp8", 2049, 9323),
        qwen3("53/awq", "qwen3-8b", "awq-4bit-g128", 2049, 6177),
        qwen("65/7B", "qwen-7b")
            .on({"a100-sxm4-80gb"})
            .geometry([](const Catalog &) { return qwenV1(kQwen7B); })
            .peak(gb(16.99)),
        qwen("65/14B", "qwen-14b")
            .on({"a100-sxm4-80gb"})
            .geometry([](const Catalog &) {
                return qwenV1({40, 5120, 40, 40, 128, 13696, 152064});
            })
            .peak(gb(30.15)),
        qwen("65/72B", "qwen-72b")
            .weights(gb(144.69))
            .without("peak", "the published 144.69 GB are the weights alone: 2,049 tokens of cache are 5.4 GB more"),
    };
}

Runs servers()
{
    constexpr const char *kUnexplained = "0.19 GiB beyond the weights in both logs of two cards";
    constexpr const char *kWholeCard =
        "all that was on the card beside torch, twice that on two; row 60 is the same card";
    return {
        Run("54", "llama-3-8b", "bf16", "vllm", "vLLM PR 10511")
            .on({"h100-sxm5-80gb"}, kH100)
            .context(16, 256)
            .with(profiledWith8192)
            .weights(gib(14.96))
            .compute(gib(1.26))
            .without("non-torch 1.79 GiB, pool 53.29", kWholeCard),
        Run("55", "llama-3-8b", "bf16", "vllm", "vLLM PR 10511")
            .on({"h100-sxm5-80gb", "h100-sxm5-80gb"}, kH100)
            .tensor(2)
            .context(16, 256)
            .with(profiledWith8192)
            .weights(gib(7.48), 0)
            .compute(gib(1.26), 0)
            .without("non-torch 3.58 GiB", kWholeCard),
        Run("56", "qwen2.5-32b", "bf16", "vllm", "vLLM issue 15815")
            .on({"l40s", "l40s"}, 44.42 * 1024) // the parts add up to 0.9 of this
            .tensor(2)
            .context(16, 256)
            .with([](EngineSettings &s) {
                s.memoryShare = 0.9;
                s.graphs = false;
            })
            .weights(gib(30.71), 0)
            .within(0.0075, kUnexplained)
            .overhead(gib(0.30 + driverContext(142) / 1024), 0)
            .compute(gib(1.26), 0)
            .pool(gib(7.71))
            .within(0.06, "with that of the weights"),
        Run("56/cache", "qwen2.5-32b", "bf16", "vllm", "vLLM issue 15815; 3,947 blocks of 16")
            .on({"l40s", "l40s"})
            .tensor(2)
            .context(3947 * 16)
            .cache(gib(7.71), 0),
        Run("57", "llama-3.1-8b", "bf16", "vllm", "vLLM PR 17122")
            .on({"l40s"})
            .context(158656)
            .weights(14.9889 * 1024)
            .within(0.0025, "the table of rotary positions, 131,072 x 128 in 16 bit, is 32 MiB")
            .cache(gib(19.37)),
        Run("58/vllm", "qwen3-235b-a22b", "fp8", "vllm", "vLLM issue 21348; 178,880 tokens")
            .on(std::vector<const char *>(4, "h100-sxm5-80gb"))
            .tensor(4)
            .context(178880)
            .cache(gib(8.11), 0)
            .within(0.015, "room of one card; the number of tokens is that of the fullest"),
        Run("58/sglang", "qwen3-235b-a22b", "fp8", "sglang", "vLLM issue 21348; 367,404 tokens")
            .on(std::vector<const char *>(4, "h100-sxm5-80gb"))
            .tensor(4)
            .context(367404)
            .cache(gib(16.46), 0),
        Run("59", "deepseek-r1", "awq-4bit-g128", "vllm", "vLLM PR 14447")
            .on(std::vector<const char *>(16, "rtx-3090"), 23.58 * 1024)
            .tensor(16)
            .context(4096)
            .with([](EngineSettings &s) {
                s.memoryShare = 0.99;
                s.batchedTokens = 2048;
                s.graphs = false;
            })
            .weights(gib(21.21), 0)
            .within(0.002, "the table of rotary positions, 163,840 x 64 in 16 bit, is 20 MiB")
            .overhead(gib(0.20 + driverContext(82) / 1024), 0)
            .compute(gib(0.37), 0)
            .pool(gib(1.57)),
        Run("60", "llama-3.2-11b-vision", "bf16", "vllm", "vLLM PR 12126")
            .on({"h100-sxm5-80gb"}, kH100)
            .with([](EngineSettings &s) { s.graphs = false; })
            .weights(gib(19.86))
            .overhead(gib(0.16 + driverContext(132) / 1024))
            .without("compute 36.63 GiB, pool", "profiled with the most images of the largest size"),
        Run("79", "deepseek-r1-distill-qwen-14b", "bf16", "vllm", "vLLM issue 13061")
            .on({"rtx-4090", "rtx-4090"}, 23.55 * 1024) // the parts add up to 0.98 of this
            .tensor(2)
            .context(8192)
            .with([](EngineSettings &s) {
                s.memoryShare = 0.98;
                s.batchedTokens = 2048;
                s.graphs = false;
            })
            .weights(gib(13.95), 0)
            .within(0.015, kUnexplained)
            .overhead(gib(0.25 + driverContext(128) / 1024), 0)
            .compute(gib(0.19), 0)
            .pool(gib(8.69)),
    };
}

} // namespace

std::vector<MeasuredRun> frameworkRuns()
{
    Runs all = exllama();
    for (const Runs &more : {mlx(), transformers(), servers()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace rigwright::test
