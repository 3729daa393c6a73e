// SPDX-License-Identifier: GPL-3.0-or-later
// What the engines cost: one evaluation of a large build, and predictions from a file.
#include "tests/benchmarks/budgets.h"

#include "core/evaluation/evaluation.h"
#include "core/interchange/cases.h"
#include "resources/templates/build_templates.h"
#include "tests/support/test_catalog.h"

#include <QBuffer>

#include <benchmark/benchmark.h>

#include <malloc.h>

using namespace rigwright;

namespace {

/// Eight GPUs and three deployments.
Build largeBuild()
{
    Build build = loadTemplate(QStringLiteral("tinybox-pro-v2")).value();
    const Deployment first = build.deployments.front();
    Deployment small = first;
    small.modelId = QStringLiteral("qwen3-8b");
    small.contextTokens = 8192;
    Deployment mixture = first;
    mixture.modelId = QStringLiteral("qwen3-30b-a3b");
    mixture.contextTokens = 16384;
    build.deployments = {first, small, mixture};
    return build;
}

void evaluateEightGpus(benchmark::State &state)
{
    const Catalog &catalog = test::testCatalog();
    const Build build = largeBuild();
    for (auto _ : state)
        benchmark::DoNotOptimize(evaluate(build, catalog));
}
BENCHMARK(evaluateEightGpus)->Repetitions(9)->ReportAggregatesOnly()->Unit(benchmark::kMicrosecond);

/// Heap in use after many evaluations, against after a few.
void evaluateKeepsNothing(benchmark::State &state)
{
    const Catalog &catalog = test::testCatalog();
    const Build build = largeBuild();
    for (int i = 0; i < 1000; ++i)
        benchmark::DoNotOptimize(evaluate(build, catalog));
    const std::size_t before = mallinfo2().uordblks;
    for (auto _ : state)
        benchmark::DoNotOptimize(evaluate(build, catalog));
    const std::size_t after = mallinfo2().uordblks;
    state.counters["grown_bytes"] = after > before ? double(after - before) : 0.0;
}
BENCHMARK(evaluateKeepsNothing)->Iterations(20000)->Unit(benchmark::kMicrosecond);

/// A cases file with different GPUs, models, quantizations, splits and depths.
QByteArray casesFile(int count)
{
    const char *gpus[] = {"RTX 3090", "RTX 4090", "RTX 5090", "RX 7900 XTX", "H100 SXM 80GB", "M2 Ultra 76c", "GB10"};
    const char *models[] = {"Llama 3.1 8B", "Llama 3.3 70B", "Qwen3 30B-A3B", "gpt-oss 120B", "Gemma 3 27B"};
    const char *quants[] = {"Q4_K_M", "Q8_0", "F16"};
    const char *splits[] = {"none", "layer", "TP2", "layer"};
    QByteArray csv = "id,gpu,gpu_count,interconnect,split_mode,engine,model,quant,kv_quant,prompt_tokens,gen_tokens,"
                     "context_depth,concurrency,system_memory_gbs\n";
    for (int i = 0; i < count; ++i) {
        csv += QByteArray::number(i) + ',' + gpus[i % 7] + ',' + (i % 4 == 0 ? "1" : "2") + ",," + splits[i % 4]
               + ",llama.cpp," + models[i % 5] + ',' + quants[i % 3] + ",f16,512,128,"
               + QByteArray::number(i % 16 * 1024) + ",1,\n";
    }
    return csv;
}

void predictCasesPerSecond(benchmark::State &state)
{
    constexpr int count = 20000;
    QByteArray csv = casesFile(count);
    const Catalog &catalog = test::testCatalog();
    for (auto _ : state) {
        QBuffer in(&csv);
        in.open(QIODevice::ReadOnly);
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const Result<qint64> done = predictCases(in, out, catalog, false);
        if (!done || done.value() != count)
            state.SkipWithError("not every case was answered");
    }
    state.counters["cases_per_s"] = benchmark::Counter(double(count), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(predictCasesPerSecond)->Repetitions(5)->ReportAggregatesOnly()->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    return benchmarks::runWithBudgets(argc, argv,
                                      {
                                          {"evaluateEightGpus", "", 50.0},
                                          {"evaluateKeepsNothing", "grown_bytes", 4096.0},
                                          {"predictCasesPerSecond", "cases_per_s", 100000.0, true},
                                      });
}
