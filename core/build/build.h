// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/model.h"
#include "core/catalog/part.h"

#include <QString>

#include <optional>
#include <vector>

namespace rigwright {

/// Names one placed part of one build; never reused inside that build. 0 = none.
struct ItemId
{
    int value = 0;
    explicit operator bool() const { return value != 0; }
    friend auto operator<=>(const ItemId &, const ItemId &) = default;
};

/// Where a part can sit.
enum class Place {
    Host, ///< the enclosure, the board, or the whole machine: one of each
    CpuSocket,
    MemoryBank,    ///< one memory kit
    ExpansionSlot, ///< index into ChassisLayout::positions
    PsuBay,
    DriveBay,
    FanMount,
    Bridge,  ///< an NVLink bridge; Item::joins names its cards
    Outside, ///< beside the chassis: UPS, PDU, switches
};

struct Location
{
    Place place = Place::Outside;
    int index = 0; ///< from 0 inside its kind of place
    friend auto operator<=>(const Location &, const Location &) = default;
};

/// One placed part.
struct Item
{
    ItemId id;
    PartRef part;
    Location location;
    int variant = 0;                 ///< UnifiedSystem: index into its memory options; else 0
    std::optional<Watts> powerLimit; ///< GPU: board power limit below stock
    std::optional<Money> price;      ///< the user's own price, instead of the catalogue's
    QString condition;               ///< "", "new", "used", "refurbished"
    QString note;
    std::optional<ItemId> psu;  ///< GPU: supply that feeds it; none = automatic
    std::optional<int> circuit; ///< supply: index into Site::circuits; none = automatic
    std::vector<ItemId> joins;  ///< NVLink bridge: the cards it joins
    bool included = false;      ///< comes with the whole machine: no price of its own
    friend bool operator==(const Item &, const Item &) = default;
};

enum class SplitMode { Automatic, Single, Layer, Row, Tensor, Pipeline, CpuOnly };
enum class Offload { Automatic, None, Experts, Layers };

/// How a deployment is spread over devices. Zero or negative counts mean "choose".
struct Parallelism
{
    SplitMode split = SplitMode::Automatic;
    int tensorWays = 0;
    int pipelineWays = 0;
    int replicas = 1; ///< data-parallel copies
    bool expertParallel = false;
    Offload offload = Offload::Automatic;
    int gpuLayers = -1;              ///< layers and output head on GPUs (-ngl); layers + 1 = all
    int hostExpertLayers = -1;       ///< layers whose experts stay in system RAM (--n-cpu-moe)
    std::vector<double> tensorSplit; ///< each GPU's share of the layers (--tensor-split); empty = by free memory
    std::vector<ItemId> gpus;        ///< devices it may use; empty = all
    friend bool operator==(const Parallelism &, const Parallelism &) = default;
};

/// Settings of the engine that a user may take into the own hand. Zero, empty and unset mean: what
/// the engine does by itself.
struct EngineSettings
{
    std::optional<bool> flashAttention;   ///< unset = on
    int physicalBatch = 0;                ///< tokens per step: llama.cpp --ubatch-size
    int batchedTokens = 0;                ///< vLLM --max-num-batched-tokens, SGLang --chunked-prefill-size
    double memoryShare = 0;               ///< vLLM --gpu-memory-utilization, SGLang --mem-fraction-static
    bool graphs = true;                   ///< captured CUDA graphs; false = --enforce-eager, --disable-cuda-graph
    bool fullWindowCache = false;         ///< sliding-window layers keep the whole context: llama.cpp --swa-full
    bool separateSlots = false;           ///< each slot has cells of its own: llama.cpp --no-kv-unified
    bool expertStaging = true;            ///< experts in RAM go through the GPU for prompts; false = --no-op-offload
    std::optional<LogitsRows> logitsRows; ///< unset = InferenceEngine::logitsRows
    bool importanceMatrix = false;        ///< the GGUF file was made with one
    std::optional<bool> imageEncoder;     ///< loaded or not; unset = as the engine does (llama.cpp: only with --mmproj)
    ItemId imageEncoderGpu;               ///< 0 = the first that is used
    QString draftModelId;                 ///< model that proposes tokens; empty = none
    QString draftQuantId;
    ItemId draftGpu; ///< 0 = the one with most left
    friend bool operator==(const EngineSettings &, const EngineSettings &) = default;
};

/// One model served by the rig.
struct Deployment
{
    QString modelId;
    QString quantId;
    QString engineId;
    int contextTokens = 8192; ///< per request
    int concurrency = 1;      ///< requests at once
    QString kvType = QStringLiteral("f16");
    int promptTokens = 1024; ///< for time to first token
    Parallelism parallelism;
    EngineSettings engineSettings;
    std::optional<TokensPerSecond> targetSpeed; ///< per request
    std::optional<Seconds> targetFirstToken;
    friend bool operator==(const Deployment &, const Deployment &) = default;
};

/// A circuit of the site, with what else hangs on it.
struct SiteCircuit
{
    QString circuitId; ///< row of Catalog::circuits
    QString label;     ///< the user's name for it
    Watts otherLoad;
    friend bool operator==(const SiteCircuit &, const SiteCircuit &) = default;
};

/// Where the rig stands and what power costs there.
struct Site
{
    QString name;
    std::vector<SiteCircuit> circuits; ///< at least one in a valid build
    QString tariffId;
    std::optional<double> pricePerKwh; ///< own price in `currency`, instead of the tariff's
    QString currency = QStringLiteral("USD");
    double currencyPerUsd = 1.0;
    double activeHoursPerDay = 8;
    double idleHoursPerDay = 16;
    double prefillShare = 0.15; ///< of active time; the rest decodes
    Celsius ambient = Celsius(25);
    friend bool operator==(const Site &, const Site &) = default;
};

/// The document: everything the user decided, nothing that can be computed.
struct Build
{
    QString name;
    QString notes;
    int nextItem = 1; ///< value of the next ItemId
    std::vector<Item> items;
    std::vector<Deployment> deployments;
    Site site;

    const Item *find(ItemId id) const;
    const Item *at(Location location) const;
    /// @return the first item of that kind in Place::Host, or nullptr
    const Item *host(PartKind kind) const;
    std::vector<const Item *> ofKind(PartKind kind) const;

    friend bool operator==(const Build &, const Build &) = default;
};

} // namespace rigwright
