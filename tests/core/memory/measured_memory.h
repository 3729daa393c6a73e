// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/memory/memory_plan.h"

#include <vector>

/// Memory that engines logged, or that a driver showed beside them, with the settings that the
/// sources state. The numbers of the runs are those of the shared fact sheet, section 8.
namespace rigwright::test {

/// What of a plan a source published.
enum class MeasuredPart {
    Weights,
    Cache,
    Compute,
    Overhead,
    Total,
    Peak, ///< weights, cache and compute: what a framework counts, without the driver
    Pool, ///< what a server has left for the cache
    RamWeights,
    RamCache,
    RamCompute,
    File,
};

/// A size as published, with half a unit of its last digit.
struct Published
{
    Published(double size, double rounding = 0) : mib(size), half(rounding) {}
    double mib;
    double half;
};
inline Published gib(double size)
{
    return {size * 1024, 0.005 * 1024};
}
inline Published gb(double size)
{
    return {size * 1e9 / 1048576, 0.005e9 / 1048576};
}

inline constexpr int kAllDevices = -1;

struct MeasuredFigure
{
    QByteArray name; ///< "weights 1": of the second device
    MeasuredPart part = MeasuredPart::Total;
    int device = kAllDevices;
    double mib = 0;
    double tolerance = 0; ///< MiB
    QByteArray note;      ///< why the tolerance is another than that of its part
};

/// A figure or a whole run that is not compared.
struct LeftOut
{
    QByteArray name;
    QByteArray reason;
};

/// One published run: how it was set, and what was read.
class MeasuredRun
{
public:
    MeasuredRun(const char *row, const char *model, const char *quant, const char *engine, const char *source);
    /// A row that cannot be compared at all.
    static MeasuredRun notComparable(const char *row, const char *title, const char *source, const char *reason);

    // How it ran. Nothing said: on a card that the source does not name, one slot, an f16 cache.
    MeasuredRun &on(std::vector<const char *> gpuIds, double eachMiB = 0);
    MeasuredRun &onUnified(const char *systemId, double memoryGB);
    MeasuredRun &onProcessor();
    MeasuredRun &context(int tokens, int slots = 1);
    MeasuredRun &cacheType(const char *type);
    MeasuredRun &file(double mib);                             ///< own mix: the size that its header gives
    MeasuredRun &geometry(LlmModel (*model)(const Catalog &)); ///< of a model that is not in the catalogue
    MeasuredRun &draft(LlmModel (*model)(const Catalog &));    ///< in the same file and quantization
    MeasuredRun &tensor(int ways);
    MeasuredRun &shares(std::vector<double> tensorSplit);
    MeasuredRun &expertsInRam(int layers);
    MeasuredRun &logits(LogitsRows rows);
    MeasuredRun &with(void (*change)(EngineSettings &settings));

    // What was read.
    MeasuredRun &weights(Published size, int device = kAllDevices);
    MeasuredRun &cache(Published size, int device = kAllDevices);
    MeasuredRun &compute(Published size, int device = kAllDevices);
    MeasuredRun &overhead(Published size, int device = kAllDevices);
    MeasuredRun &total(Published size);
    MeasuredRun &peak(Published size);
    MeasuredRun &pool(Published size);
    MeasuredRun &ramWeights(Published size);
    MeasuredRun &ramCache(Published size);
    MeasuredRun &ramCompute(Published size);
    MeasuredRun &fileSize(Published size);
    /// Another tolerance for the figure named last. @param share of it
    MeasuredRun &within(double share, const char *why);
    MeasuredRun &without(const char *what, const char *why);

    QByteArray row; ///< number, and what tells runs of one row apart: "37/2"
    QByteArray title;
    QByteArray source;
    std::vector<const char *> gpus{"rtx-6000-ada"};
    const char *unified = nullptr;
    double memoryGB = 0;  ///< of the unified system
    double deviceMiB = 0; ///< as the framework reported it; 0 = as the catalogue has it
    double fileMiB = 0;
    LlmModel (*model)(const Catalog &) = nullptr;
    LlmModel (*draftModel)(const Catalog &) = nullptr;
    Deployment deployment;
    std::vector<MeasuredFigure> figures;
    std::vector<LeftOut> leftOut;

    int number() const { return row.split('/').first().toInt(); }

private:
    MeasuredRun &add(const char *name, MeasuredPart part, Published size, int device);
};

/// All rows, in order.
const std::vector<MeasuredRun> &measuredRuns();

/// What the engine gives for each figure of a run, MiB. Empty, with a message in `problem`, where
/// it gives no plan.
std::vector<double> computed(const MeasuredRun &run, const Catalog &catalog, QString *problem = nullptr);

// The parts of the table, one file each.
std::vector<MeasuredRun> cacheAndBufferRuns(); ///< llama.cpp and its relatives: buffers as logged
std::vector<MeasuredRun> wholeCardRuns();      ///< the same engines: totals, files, several cards
std::vector<MeasuredRun> frameworkRuns();      ///< ExLlama, MLX, Transformers, vLLM, SGLang

} // namespace rigwright::test
