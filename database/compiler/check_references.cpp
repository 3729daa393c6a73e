// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/compiler/checks.h"

namespace rigwright {

namespace {

/// Reports `reference` where it is set and `target` has no such row.
template <class Row>
void check(CatalogSource &source, const Table<Row> &target, const QString &reference, const char *table,
           const QString &row, const char *column)
{
    if (!reference.isEmpty() && !target.find(reference))
        source.report(QLatin1String(table), row, QLatin1String(column), QStringLiteral("no row \"%1\"").arg(reference));
}

} // namespace

void checkReferences(CatalogSource &source)
{
    const Catalog &catalog = source.catalog;
    for (const Prebuilt &row : catalog.prebuilts) {
        for (const QString &gpu : row.gpuIds)
            check(source, catalog.gpus, gpu, "prebuilts", row.info.id, "gpu_ids");
        check(source, catalog.unifiedSystems, row.unifiedSystemId, "prebuilts", row.info.id, "unified_system_id");
    }
    for (const NvlinkBridge &row : catalog.nvlinkBridges) {
        for (const QString &gpu : row.gpuIds)
            check(source, catalog.gpus, gpu, "nvlink_bridges", row.info.id, "gpu_ids");
    }
    for (const Quantization &row : catalog.quantizations) {
        for (const QString &engine : row.engines)
            check(source, catalog.engines, engine, "quantizations", row.id, "engines");
        check(source, catalog.models, row.onlyModel, "quantizations", row.id, "only_model");
    }
    for (const LlmModel &row : catalog.models) {
        for (auto it = row.ggufBytes.cbegin(); it != row.ggufBytes.cend(); ++it)
            check(source, catalog.quantizations, it.key(), "models", row.id, "gguf_bytes");
    }
    for (const CloudPrice &row : catalog.cloudPrices)
        check(source, catalog.gpus, row.gpuId, "cloud_prices", row.id, "gpu_id");
    for (const IdlePower &row : catalog.idlePower)
        check(source, catalog.gpus, row.gpuId, "idle_power", row.id, "gpu_id");
    for (const PowerLimitPoint &row : catalog.powerLimits)
        check(source, catalog.gpus, row.gpuId, "power_limits", {}, "gpu_id");
    for (const Transient &row : catalog.transients)
        check(source, catalog.gpus, row.gpuId, "transients", {}, "gpu_id");
    for (const SpeedCoefficients &row : catalog.speedCoefficients)
        check(source, catalog.engines, row.engineId, "speed_coefficients", {}, "engine_id");
    for (const Tariff &row : catalog.tariffs) {
        const auto isIts = [&row](const Currency &currency) { return currency.code == row.currency; };
        if (std::none_of(catalog.currencies.begin(), catalog.currencies.end(), isIts))
            source.report(QStringLiteral("tariffs"), row.id, QStringLiteral("currency"),
                          QStringLiteral("no rate for \"%1\"").arg(row.currency));
    }
}

} // namespace rigwright
