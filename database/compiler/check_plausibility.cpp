// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/compiler/checks.h"

#include <QSet>

#include <cmath>

namespace rigwright {

namespace {

bool differs(double stated, double computed, double tolerance)
{
    return std::abs(stated - computed) > tolerance * std::abs(computed);
}

QString instead(double stated, double computed)
{
    return QStringLiteral("%1 instead of %2").arg(stated).arg(computed);
}

void checkPrices(CatalogSource &source)
{
    const auto check = [&source](const char *table, const auto &rows) {
        for (const auto &row : rows) {
            const std::optional<Price> &price = row.info.price;
            if (price && price->high < price->low)
                source.report(QLatin1String(table), row.info.id, QStringLiteral("price_high_usd"),
                              QStringLiteral("is below price_low_usd"));
            if (price && price->source.isEmpty())
                source.report(QLatin1String(table), row.info.id, QStringLiteral("price_source"),
                              QStringLiteral("is blank"));
        }
    };
    const Catalog &catalog = source.catalog;
    check("gpus", catalog.gpus);
    check("unified_systems", catalog.unifiedSystems);
    check("prebuilts", catalog.prebuilts);
    check("cpus", catalog.cpus);
    check("motherboards", catalog.motherboards);
    check("power_supplies", catalog.powerSupplies);
    check("enclosures", catalog.enclosures);
    check("memory_kits", catalog.memoryKits);
    check("drives", catalog.drives);
    check("nvlink_bridges", catalog.nvlinkBridges);
    check("fans", catalog.fans);
    check("extras", catalog.extras);
}

void checkGpus(CatalogSource &source)
{
    const QString table = QStringLiteral("gpus");
    for (const Gpu &gpu : source.catalog.gpus) {
        const double marketingMiB = gpu.memoryGB * 1024;
        const double usable = toMiB(gpu.usableMemory);
        // Drivers keep up to a tenth (ECC on GDDR costs 1/16); HBM is sold in GB of 10^9 or with spare stacks.
        if (usable > marketingMiB * 1.03 || usable < marketingMiB * 0.90)
            source.report(table, gpu.info.id, QStringLiteral("vram_mib"),
                          QStringLiteral("%1 MiB does not suit %2 GB").arg(usable).arg(gpu.memoryGB));
        if (gpu.idle > gpu.tdp)
            source.report(table, gpu.info.id, QStringLiteral("idle_w"), QStringLiteral("is above tdp_w"));
        if (gpu.formFactor == GpuFormFactor::PcieCard && (gpu.length == Millimetres() || gpu.slotWidth <= 0))
            source.report(table, gpu.info.id, QStringLiteral("length_mm"), QStringLiteral("a card needs its size"));
        if (gpu.nvlinkTotal > BytesPerSecond() && gpu.nvlinkPeers == 0)
            source.report(table, gpu.info.id, QStringLiteral("nvlink_peers"), QStringLiteral("NVLink without peers"));
    }
}

void checkHosts(CatalogSource &source)
{
    for (const Cpu &cpu : source.catalog.cpus) {
        constexpr double bytesPerTransfer = 8; // 64-bit channel
        const double computed = cpu.memoryChannels * cpu.memorySpeedMTs * 1e6 * bytesPerTransfer;
        if (differs(cpu.memoryBandwidth.base(), computed, 0.02))
            source.report(QStringLiteral("cpus"), cpu.info.id, QStringLiteral("memory_bandwidth_gbs"),
                          instead(toGBPerSecond(cpu.memoryBandwidth), computed / 1e9));
    }
    for (const PowerSupply &psu : source.catalog.powerSupplies) {
        if (psu.lowLineWatts > psu.watts)
            source.report(QStringLiteral("power_supplies"), psu.info.id, QStringLiteral("low_line_w"),
                          QStringLiteral("is above rated_w"));
    }
    for (const Motherboard &board : source.catalog.motherboards) {
        QSet<int> taken;
        for (const BoardSlot &slot : board.slots_) {
            if (slot.position > 0 && taken.contains(slot.position))
                source.report(QStringLiteral("motherboards"), board.info.id, QStringLiteral("slots"),
                              QStringLiteral("position %1 stands twice").arg(slot.position));
            taken.insert(slot.position);
        }
    }
}

void checkModels(CatalogSource &source)
{
    const QString table = QStringLiteral("models");
    for (const LlmModel &model : source.catalog.models) {
        const ParameterClasses &c = model.classes;
        const qint64 head = model.tiedEmbeddings ? 0 : c.outputHead;
        const qint64 sum = c.embedding + head + c.attention + c.linearAttention + c.denseFfn + c.experts
                           + c.sharedExperts + c.routerNormOther + model.visionParameters;
        if (sum != model.totalParameters)
            source.report(table, model.id, QStringLiteral("params_total"),
                          QStringLiteral("classes add up to %1, not %2").arg(sum).arg(model.totalParameters));
        if (model.activeParameters > model.totalParameters || model.readParametersPerToken > model.totalParameters)
            source.report(table, model.id, QStringLiteral("params_active"), QStringLiteral("more than all parameters"));

        constexpr qint64 bytesPerElement = 2; // f16
        const qint64 perLayer = model.attention == AttentionKind::Mla
                                    ? (model.kvLoraRank + model.ropeHeadDim) * bytesPerElement
                                    : 2 * model.kvHeads * model.headDim * bytesPerElement;
        const qint64 most = perLayer * model.layers;
        const qint64 stated = model.kvBytesPerTokenGlobalF16 + model.kvBytesPerTokenSlidingF16;
        const bool decodes = model.kind != QLatin1String("embedding");
        const bool oneKind = model.fullAttentionLayers == model.layers;
        if (decodes && (stated <= 0 || (oneKind ? stated != most : stated > most)))
            source.report(table, model.id, QStringLiteral("kv_bytes_per_token_global_f16"),
                          QStringLiteral("%1 bytes do not suit the geometry (%2)").arg(stated).arg(most));
        if (model.isMixtureOfExperts() && (model.activeExperts < 1 || model.activeExperts > model.experts))
            source.report(table, model.id, QStringLiteral("experts_active"),
                          QStringLiteral("is not within 1 and experts"));
    }
}

void checkElectricity(CatalogSource &source)
{
    for (const Circuit &circuit : source.catalog.circuits) {
        const double phaseFactor = circuit.phases == 3 ? std::sqrt(3.0) : 1.0;
        const double peak = (circuit.voltage * circuit.breaker).base() * phaseFactor;
        const double continuous = peak * circuit.continuousFraction;
        if (differs(circuit.continuous.base(), continuous, 0.005))
            source.report(QStringLiteral("circuits"), circuit.id, QStringLiteral("continuous_w"),
                          instead(circuit.continuous.base(), continuous));
        if (differs(circuit.peak.base(), peak, 0.005))
            source.report(QStringLiteral("circuits"), circuit.id, QStringLiteral("peak_w"),
                          instead(circuit.peak.base(), peak));
    }
    for (const AcCoupler &coupler : source.catalog.acCouplers) {
        const double continuous = coupler.ratedPower.base() * coupler.continuousFraction;
        if (differs(coupler.continuous.base(), continuous, 0.005))
            source.report(QStringLiteral("ac_couplers"), coupler.id, QStringLiteral("continuous_w"),
                          instead(coupler.continuous.base(), continuous));
    }
    for (const PeakSunHours &row : source.catalog.peakSunHours) {
        if (row.high > 0 && row.low > row.high)
            source.report(QStringLiteral("peak_sun_hours"), row.id, QStringLiteral("high_h"),
                          QStringLiteral("is below low_h"));
    }
}

} // namespace

void checkPlausibility(CatalogSource &source)
{
    checkPrices(source);
    checkGpus(source);
    checkHosts(source);
    checkModels(source);
    checkElectricity(source);
}

} // namespace rigwright
