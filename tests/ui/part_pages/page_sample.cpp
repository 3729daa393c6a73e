// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_sample.h"

#include "core/catalog/fields.h"

#include <algorithm>

using namespace rigwright;
using namespace rigwright::literals;

namespace page_sample {

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

PartInfo info(const char *id, const char *name, const char *vendor, const char *source)
{
    PartInfo info;
    info.id = text(id);
    info.name = text(name);
    info.vendor = text(vendor);
    info.source = text(source);
    info.checked = QDate(2026, 11, 20);
    info.confidence = Confidence::CrossChecked;
    return info;
}

/// NVIDIA, "NVIDIA Ada GPU Architecture", appendix A; usable memory as nvidia-smi reports it.
Gpu rtx4090()
{
    Gpu gpu;
    gpu.info =
        info("rtx-4090", "GeForce RTX 4090", "NVIDIA",
             "NVIDIA Ada GPU Architecture, appendix A; https://www.techpowerup.com/gpu-specs/geforce-rtx-4090.c3889");
    gpu.info.aliases = QStringList{text("4090"), text("RTX 4090")};
    gpu.info.price =
        Price{Money(1800), Money(2200), text("2026-05"), text("eBay, sold listings"), PriceCondition::Used, {}};
    gpu.info.notes = text("The 16-pin plug has to be pushed in all the way.");
    gpu.architecture = text("Ada Lovelace");
    gpu.segment = text("consumer");
    gpu.memoryGB = 24;
    gpu.usableMemory = 24564_MiB;
    gpu.memoryType = text("GDDR6X");
    gpu.memoryBusBits = 384;
    gpu.bandwidth = fromGBPerSecond(1008);
    gpu.fp16 = fromTeraflops(165.2);
    gpu.fp8 = fromTeraflops(330.3);
    gpu.int8 = fromTeraflops(660.6);
    gpu.fp32 = fromTeraflops(82.6);
    gpu.tdp = 450_W;
    gpu.idle = 22_W;
    gpu.link = {4, 16};
    gpu.slotWidth = 3;
    gpu.length = 304_mm;
    gpu.height = 137_mm;
    gpu.powerPlugs = {{PowerPlug::SixteenPin, 1}};
    gpu.recommendedPsu = 850_W;
    gpu.computeCapability = text("8.9");
    gpu.launchDate = text("2022-10-12");
    gpu.launchPrice = Money(1599);
    return gpu;
}

/// NVIDIA, "NVIDIA Ampere GA102 GPU Architecture", appendix A.
Gpu rtx3090()
{
    Gpu gpu = rtx4090();
    gpu.info = info("rtx-3090", "GeForce RTX 3090", "NVIDIA", "NVIDIA Ampere GA102 GPU Architecture, appendix A");
    gpu.info.confidence = Confidence::Estimate;
    gpu.architecture = text("Ampere");
    gpu.usableMemory = 24576_MiB;
    gpu.bandwidth = fromGBPerSecond(936.2);
    gpu.fp16 = fromTeraflops(71.2);
    gpu.fp8 = {};
    gpu.int8 = fromTeraflops(284.7);
    gpu.fp32 = fromTeraflops(35.6);
    gpu.tdp = 350_W;
    gpu.powerPlugs = {{PowerPlug::EightPin, 2}};
    gpu.nvlinkTotal = fromGBPerSecond(112.5);
    gpu.nvlinkPeers = 1;
    return gpu;
}

/// Meta, Llama 3.1 8B config.json.
LlmModel llama()
{
    LlmModel model;
    model.id = text("llama-3.1-8b");
    model.name = text("Llama 3.1 8B");
    model.family = text("Llama 3");
    model.repository = text("meta-llama/Llama-3.1-8B-Instruct");
    model.kind = text("text");
    model.totalParameters = 8030261248;
    model.activeParameters = 8030261248;
    model.readParametersPerToken = 7504924672;
    model.classes.embedding = 525336576;
    model.classes.outputHead = 525336576;
    model.classes.attention = 1342177280;
    model.classes.denseFfn = 5637144576;
    model.classes.routerNormOther = 266240;
    model.layers = 32;
    model.hiddenSize = 4096;
    model.attentionHeads = 32;
    model.kvHeads = 8;
    model.headDim = 128;
    model.ffnSize = 14336;
    model.vocabularySize = 128256;
    model.maxContext = 131072;
    model.fullAttentionLayers = 32;
    model.kvBytesPerTokenGlobalF16 = 131072;
    model.nativeDtype = text("bf16");
    model.ggufBytes = {{text("q4_k_m"), Bytes(4920733696)}, {text("q8_0"), Bytes(8540770304)}};
    model.source = text("config.json");
    model.checked = QDate(2026, 11, 1);
    return model;
}

/// NEC 210.20(A): 80 % of the breaker for continuous loads.
Circuit circuit()
{
    Circuit circuit;
    circuit.id = text("us-120-20");
    circuit.region = text("US");
    circuit.voltage = Volts(120);
    circuit.breaker = Amperes(20);
    circuit.continuousFraction = 0.8;
    circuit.continuous = 1920_W;
    circuit.peak = 2400_W;
    circuit.source = text("NEC 210.20(A)");
    circuit.checked = QDate(2026, 11, 1);
    return circuit;
}

/// PCIe CEM: 75 W from the slot, 600 W through a 16-pin plug.
ConnectorLimit limit(const char *id, double watts)
{
    ConnectorLimit limit;
    limit.id = text(id);
    limit.sustained = Watts(watts);
    return limit;
}

Quantization quantization(const char *id, double bits)
{
    Quantization quantization;
    quantization.id = text(id);
    quantization.name = quantization.id.toUpper();
    quantization.nominalBits = bits;
    quantization.bitsPerWeight = bits;
    return quantization;
}

Claim claim(const char *column, const char *value, const char *source, const char *url, const char *reason)
{
    Claim claim;
    claim.table = text("gpus");
    claim.row = text("rtx-4090");
    claim.column = text(column);
    claim.value = text(value);
    claim.source = text(source);
    claim.url = text(url);
    claim.reason = text(reason);
    return claim;
}

Measurement measurement(int number, const char *engine, const char *quant, int cards, int depth, double streams,
                        double decode, double prefill, const char *notes)
{
    Measurement row;
    row.id = QStringLiteral("m%1").arg(number);
    row.source = text("XiongjieDai");
    row.sourceUrl = text("https://github.com/XiongjieDai/GPU-Benchmarks-on-LLM-Inference");
    row.date = QStringLiteral("2024-%1").arg(number, 2, 10, QLatin1Char('0'));
    row.engine = text(engine);
    row.device = text("RTX 4090");
    row.gpuId = text("rtx-4090");
    row.gpuCount = cards;
    row.model = text("Llama 3 8B");
    row.modelId = text("llama-3.1-8b");
    row.quant = text(quant);
    row.contextDepth = depth;
    row.concurrency = streams;
    row.decodeTokensPerSecond = decode;
    row.prefillTokensPerSecond = prefill;
    row.notes = text(notes);
    row.trusted = streams == 1 && row.notes.isEmpty();
    return row;
}

} // namespace

std::shared_ptr<const Catalog> catalog()
{
    Catalog facts;
    facts.version = text("2026-11-21");
    facts.gpus = Table<Gpu>({rtx4090(), rtx3090()});
    facts.models = Table<LlmModel>({llama()});
    facts.circuits = Table<Circuit>({circuit()});
    facts.quantizations = Table<Quantization>({quantization("q4_k_m", 4.83), quantization("q8_0", 8.5)});
    facts.connectorLimits = Table<ConnectorLimit>({limit("slot-75", 75), limit("12vhpwr-12v2x6", 600)});
    facts.claims = {
        claim("bandwidth_gbs", "1008", "NVIDIA Ada GPU Architecture, appendix A", "https://images.nvidia.com/ada.pdf",
              ""),
        claim("bandwidth_gbs", "1010", "a shop's page", "javascript:alert(1)",
              "21 Gbit/s over 384 bits make 1,008 GB/s; the shop rounds"),
        claim("price_low_usd", "1800", "eBay, sold listings", "https://www.ebay.com/sch/", ""),
        claim("price_low_usd", "2499", "a shop's page", "", "new, no longer made"),
    };
    facts.measurements = std::make_shared<const std::vector<Measurement>>(std::vector<Measurement>{
        measurement(1, "llama.cpp", "Q4_K_M", 1, 512, 1, 130.58, 7138.99, ""),
        measurement(2, "llama.cpp", "Q4_K_M", 1, 8192, 1, 110.66, 4039.68, ""),
        measurement(3, "llama.cpp", "F16", 1, 512, 1, 54.84, 9382, ""),
        measurement(4, "vLLM", "AWQ", 2, 1024, 32, 2210.4, 0, ""),
        measurement(5, "ExLlamaV2", "EXL2 4.0bpw", 1, 1024, 1, 205.1, 0, "[spec] with a draft model"),
    });
    return std::make_shared<const Catalog>(std::move(facts));
}

Outcome MemoryLayer::refused() const
{
    return refuses ? Outcome(Error{Error::Code::NotWritable, text("The disk is full.")}) : done();
}

Result<UserLayer> MemoryLayer::load(QStringList &) const
{
    return layer;
}

Outcome MemoryLayer::saveRows(const Catalog &rows)
{
    if (!refuses)
        forEachOwnableTable(
            [&](const char *, auto table) { layer.rows.*table = (layer.rows.*table).with((rows.*table).rows()); });
    return refused();
}

Outcome MemoryLayer::removeRow(const RowKey &row)
{
    forEachOwnableTable([&](const char *name, auto table) {
        if (row.table != QLatin1String(name))
            return;
        auto rows = (layer.rows.*table).rows();
        std::erase_if(rows, [&row](const auto &each) { return idOf(each) == row.id; });
        layer.rows.*table = std::decay_t<decltype(layer.rows.*table)>(std::move(rows));
    });
    return refused();
}

Result<qint64> MemoryLayer::addPrice(const OwnPrice &price)
{
    if (refuses)
        return refused().error();
    layer.prices.push_back(price);
    layer.prices.back().id = ++m_lastPrice;
    std::ranges::stable_sort(layer.prices, {}, &OwnPrice::seen);
    return m_lastPrice;
}

Outcome MemoryLayer::removePrice(qint64 id)
{
    std::erase_if(layer.prices, [id](const OwnPrice &price) { return price.id == id; });
    return refused();
}

Outcome MemoryLayer::setFavourite(const RowKey &row, bool favourite)
{
    if (favourite && !refuses)
        layer.favourites.insert(row);
    else
        layer.favourites.remove(row);
    return refused();
}

Outcome MemoryLayer::setNote(const RowKey &row, const QString &note)
{
    if (note.isEmpty())
        layer.notes.remove(row);
    else
        layer.notes.insert(row, note);
    return refused();
}

} // namespace page_sample
