// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/enum_names.h"
#include "core/interchange/json_fields.h"

/// The fields of a build as they stand in a .rig file, docs/rig-format.md. Keys end in their unit.
namespace rigwright {

namespace limits {
inline constexpr int kItems = 512;
inline constexpr int kDeployments = 64;
inline constexpr int kCircuits = 32;
inline constexpr int kJoins = 16;
inline constexpr int kItemId = 1'000'000'000;
inline constexpr int kNameLength = 200;
inline constexpr int kIdLength = 120;
inline constexpr int kNotesLength = 20'000;
inline constexpr int kTokens = 100'000'000;
inline constexpr int kRequests = 1'000'000;
inline constexpr int kWays = 4096;
inline constexpr int kLayers = 100'000;
inline constexpr int kBatchTokens = 1'000'000;
inline constexpr int kShares = 512;
inline constexpr double kShare = 1e6;
inline constexpr double kLeastMemoryShare = 0.1;
inline constexpr double kWatts = 10'000'000;
inline constexpr double kMoney = 1e12;
} // namespace limits

template <>
struct EnumNames<Place>
{
    static constexpr std::pair<Place, const char *> list[] = {
        {Place::Host, "host"},
        {Place::CpuSocket, "cpu-socket"},
        {Place::MemoryBank, "memory-bank"},
        {Place::ExpansionSlot, "expansion-slot"},
        {Place::PsuBay, "psu-bay"},
        {Place::DriveBay, "drive-bay"},
        {Place::FanMount, "fan-mount"},
        {Place::Bridge, "bridge"},
        {Place::Outside, "outside"},
    };
};
template <>
struct EnumNames<SplitMode>
{
    static constexpr std::pair<SplitMode, const char *> list[] = {
        {SplitMode::Automatic, "automatic"}, {SplitMode::Single, "single"},
        {SplitMode::Layer, "layer"},         {SplitMode::Row, "row"},
        {SplitMode::Tensor, "tensor"},       {SplitMode::Pipeline, "pipeline"},
        {SplitMode::CpuOnly, "cpu-only"},
    };
};
template <>
struct EnumNames<Offload>
{
    static constexpr std::pair<Offload, const char *> list[] = {
        {Offload::Automatic, "automatic"},
        {Offload::None, "none"},
        {Offload::Experts, "experts"},
        {Offload::Layers, "layers"},
    };
};

// In each function, `Row` is the structure: const for the writer, not for the reader.

template <class Visitor, class Row>
void itemFields(Visitor &v, Row &item)
{
    v.integer("id", item.id.value, 1, limits::kItemId);
    v.choice("kind", item.part.kind, EnumNames<PartKind>::list);
    v.text("part", item.part.id, limits::kIdLength, 1);
    v.choice("place", item.location.place, EnumNames<Place>::list);
    v.integer("index", item.location.index, 0, limits::kItems);
    v.integer("variant", item.variant, 0, limits::kItems);
    v.number("power_limit_w", item.powerLimit, 1, limits::kWatts);
    v.number("price_usd", item.price, 0, limits::kMoney);
    v.text("condition", item.condition, limits::kIdLength);
    v.text("note", item.note, limits::kNotesLength);
    if constexpr (Visitor::kReading) {
        std::optional<int> psu;
        v.integer("psu", psu, 1, limits::kItemId);
        if (psu)
            item.psu = ItemId{*psu};
    } else if (item.psu) {
        v.integer("psu", item.psu->value, 1, limits::kItemId);
    }
    v.integer("circuit", item.circuit, 0, limits::kCircuits - 1);
    v.integers(
        "joins", item.joins, limits::kJoins, 1, limits::kItemId, [](auto &id) -> auto & { return id.value; });
    v.flag("included", item.included);
}

template <class Visitor, class Row>
void parallelismFields(Visitor &v, Row &parallelism)
{
    v.choice("split", parallelism.split, EnumNames<SplitMode>::list);
    v.integer("tensor_ways", parallelism.tensorWays, 0, limits::kWays);
    v.integer("pipeline_ways", parallelism.pipelineWays, 0, limits::kWays);
    v.integer("replicas", parallelism.replicas, 1, limits::kWays);
    v.flag("expert_parallel", parallelism.expertParallel);
    v.choice("offload", parallelism.offload, EnumNames<Offload>::list);
    v.integer("gpu_layers", parallelism.gpuLayers, -1, limits::kLayers);
    v.integer("host_expert_layers", parallelism.hostExpertLayers, -1, limits::kLayers);
    v.integers(
        "gpus", parallelism.gpus, limits::kItems, 1, limits::kItemId, [](auto &id) -> auto & { return id.value; });
    v.numbers("tensor_split", parallelism.tensorSplit, limits::kShares, 0, limits::kShare);
}

template <class Visitor, class Row>
void engineSettingsFields(Visitor &v, Row &settings)
{
    v.flag("flash_attention", settings.flashAttention);
    v.integerUnlessZero("physical_batch_tokens", settings.physicalBatch, 1, limits::kBatchTokens);
    v.integerUnlessZero("batched_tokens", settings.batchedTokens, 1, limits::kBatchTokens);
    v.numberUnlessZero("memory_share", settings.memoryShare, limits::kLeastMemoryShare, 1);
    v.flag("graphs", settings.graphs, true);
    v.flag("full_window_cache", settings.fullWindowCache);
    v.flag("separate_slots", settings.separateSlots);
    v.flag("expert_staging", settings.expertStaging, true);
    v.choice("logits_rows", settings.logitsRows, EnumNames<LogitsRows>::list);
    v.flag("importance_matrix", settings.importanceMatrix);
    v.flag("image_encoder", settings.imageEncoder);
    v.integerUnlessZero("image_encoder_gpu", settings.imageEncoderGpu.value, 1, limits::kItemId);
    v.text("draft_model", settings.draftModelId, limits::kIdLength);
    v.text("draft_quant", settings.draftQuantId, limits::kIdLength);
    v.integerUnlessZero("draft_gpu", settings.draftGpu.value, 1, limits::kItemId);
}

template <class Visitor, class Row>
void deploymentFields(Visitor &v, Row &deployment)
{
    v.text("model", deployment.modelId, limits::kIdLength, 1);
    v.text("quant", deployment.quantId, limits::kIdLength, 1);
    v.text("engine", deployment.engineId, limits::kIdLength, 1);
    v.integer("context_tokens", deployment.contextTokens, 1, limits::kTokens);
    v.integer("concurrency", deployment.concurrency, 1, limits::kRequests);
    v.text("kv_type", deployment.kvType, limits::kIdLength, 1);
    v.integer("prompt_tokens", deployment.promptTokens, 0, limits::kTokens);
    v.object("parallelism", deployment.parallelism,
             [](auto &inner, auto &parallelism) { parallelismFields(inner, parallelism); });
    if (Visitor::kReading || deployment.engineSettings != EngineSettings{})
        v.object("engine_settings", deployment.engineSettings,
                 [](auto &inner, auto &settings) { engineSettingsFields(inner, settings); });
    v.number("target_tok_s", deployment.targetSpeed, 0, 1e9);
    v.number("target_first_token_s", deployment.targetFirstToken, 0, 1e9);
}

template <class Visitor, class Row>
void siteFields(Visitor &v, Row &site)
{
    v.text("name", site.name, limits::kNameLength);
    v.list("circuits", site.circuits, limits::kCircuits, [](auto &inner, auto &circuit) {
        inner.text("circuit", circuit.circuitId, limits::kIdLength, 1);
        inner.text("label", circuit.label, limits::kNameLength);
        inner.number("other_load_w", circuit.otherLoad, 0, limits::kWatts);
    });
    v.text("tariff", site.tariffId, limits::kIdLength);
    v.number("price_per_kwh", site.pricePerKwh, 0, 1e9);
    v.text("currency", site.currency, 3, 3);
    v.number("currency_per_usd", site.currencyPerUsd, 1e-9, 1e9);
    v.number("active_hours_per_day", site.activeHoursPerDay, 0, 24);
    v.number("idle_hours_per_day", site.idleHoursPerDay, 0, 24);
    v.number("prefill_share", site.prefillShare, 0, 1);
    v.number("ambient_c", site.ambient, -90, 90);
}

template <class Visitor, class Row>
void buildFields(Visitor &v, Row &build)
{
    v.text("name", build.name, limits::kNameLength);
    v.text("notes", build.notes, limits::kNotesLength);
    v.integer("next_item", build.nextItem, 1, limits::kItemId);
    v.list("items", build.items, limits::kItems, [](auto &inner, auto &item) { itemFields(inner, item); });
    v.list("deployments", build.deployments, limits::kDeployments,
           [](auto &inner, auto &deployment) { deploymentFields(inner, deployment); });
    v.object("site", build.site, [](auto &inner, auto &site) { siteFields(inner, site); });
}

} // namespace rigwright
