// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/problem_list.h"

#include <algorithm>

namespace rigwright {

namespace {

/// Reports `reference` where it is set and `target` has no such row.
template <class Row>
void check(const RowReport &report, const char *column, const QString &reference, const Table<Row> &target)
{
    if (!reference.isEmpty() && !target.find(reference))
        report(column, CheckText::tr("no row \"%1\"").arg(reference));
}

} // namespace

/// Ids name rows of their tables.
void checkReferences(const Catalog &rows, const Catalog &all, Problems &problems)
{
    checkRows(problems, "prebuilts", rows.prebuilts, [&all](const Prebuilt &row, const RowReport &report) {
        for (const QString &gpu : row.gpuIds)
            check(report, "gpu_ids", gpu, all.gpus);
        check(report, "unified_system_id", row.unifiedSystemId, all.unifiedSystems);
    });
    checkRows(problems, "nvlink_bridges", rows.nvlinkBridges, [&all](const NvlinkBridge &row, const RowReport &report) {
        for (const QString &gpu : row.gpuIds)
            check(report, "gpu_ids", gpu, all.gpus);
    });
    checkRows(problems, "quantizations", rows.quantizations, [&all](const Quantization &row, const RowReport &report) {
        for (const QString &engine : row.engines)
            check(report, "engines", engine, all.engines);
        check(report, "only_model", row.onlyModel, all.models);
    });
    checkRows(problems, "models", rows.models, [&all](const LlmModel &row, const RowReport &report) {
        for (auto it = row.ggufBytes.cbegin(); it != row.ggufBytes.cend(); ++it)
            check(report, "gguf_bytes", it.key(), all.quantizations);
    });
    const auto gpuOf = [&all](const auto &row, const RowReport &report) {
        check(report, "gpu_id", row.gpuId, all.gpus);
    };
    checkRows(problems, "cloud_prices", rows.cloudPrices, gpuOf);
    checkRows(problems, "idle_power", rows.idlePower, gpuOf);
    checkRows(problems, "power_limits", rows.powerLimits, gpuOf);
    checkRows(problems, "transients", rows.transients, gpuOf);
    checkRows(problems, "speed_coefficients", rows.speedCoefficients,
              [&all](const SpeedCoefficients &row, const RowReport &report) {
                  check(report, "engine_id", row.engineId, all.engines);
              });
    checkRows(problems, "tariffs", rows.tariffs, [&all](const Tariff &row, const RowReport &report) {
        if (std::ranges::find(all.currencies, row.currency, &Currency::code) == all.currencies.end())
            report("currency", CheckText::tr("no rate for \"%1\"").arg(row.currency));
    });
}

} // namespace rigwright
