// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/rig_sample.h"

#include "core/build/edits.h"

using namespace rigwright;
using namespace rigwright::literals;

namespace rig_sample {

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

PartInfo info(const char *id, const char *name, const char *vendor, double price)
{
    PartInfo info;
    info.id = text(id);
    info.name = text(name);
    info.vendor = text(vendor);
    info.price = Price{Money(price), Money(price), text("2026-05"), text("sample"), PriceCondition::Unknown, {}};
    info.source = text("sample");
    return info;
}

/// NVIDIA, GeForce RTX 3090 product page.
Gpu rtx3090()
{
    Gpu gpu;
    gpu.info = info("rtx-3090", "RTX 3090", "NVIDIA", 800);
    gpu.architecture = text("Ampere");
    gpu.memoryGB = 24;
    gpu.usableMemory = 24576_MiB;
    gpu.bandwidth = fromGBPerSecond(936.2);
    gpu.fp16 = fromTeraflops(71);
    gpu.fp32 = fromTeraflops(35.6);
    gpu.tdp = 350_W;
    gpu.idle = 25_W;
    gpu.link = {4, 16};
    gpu.slotWidth = 3;
    gpu.length = 313_mm;
    gpu.height = 138_mm;
    gpu.powerPlugs = {{PowerPlug::EightPin, 2}};
    gpu.computeCapability = text("8.6");
    return gpu;
}

Motherboard board()
{
    Motherboard board;
    board.info = info("romed8-2t", "ROMED8-2T", "ASRock Rack", 650);
    board.socket = text("SP3");
    board.formFactor = text("ATX");
    for (int i = 1; i <= 7; ++i)
        board.slots_.push_back({{4, 16}, i});
    board.memorySlots = 8;
    board.memoryType = text("DDR4 RDIMM");
    return board;
}

Cpu epyc()
{
    Cpu cpu;
    cpu.info = info("epyc-7302", "EPYC 7302", "AMD", 200);
    cpu.socket = text("SP3");
    cpu.cores = 16;
    cpu.tdp = 155_W;
    cpu.pcieGeneration = 4;
    cpu.pcieLanes = 128;
    cpu.memoryType = text("DDR4 RDIMM");
    cpu.memoryChannels = 8;
    cpu.memorySpeedMTs = 3200;
    cpu.memoryBandwidth = fromGBPerSecond(204.8);
    return cpu;
}

PowerSupply supply()
{
    PowerSupply psu;
    psu.info = info("ax1600i", "AX1600i", "Corsair", 450);
    psu.watts = 1600_W;
    psu.lowLineWatts = 1600_W;
    psu.efficiencyRating = text("Titanium");
    psu.eightPin = 10;
    psu.length = 200_mm;
    return psu;
}

Enclosure tower()
{
    Enclosure enclosure;
    enclosure.info = info("enthoo", "Enthoo Pro 2 Server", "Phanteks", 200);
    enclosure.formFactor = text("full tower");
    enclosure.boards = QStringList{text("ATX")};
    enclosure.expansionSlots = 22; // room for every card of these tests
    enclosure.maxGpuLength = 420_mm;
    enclosure.maxPsuLength = 250_mm;
    enclosure.psuBays = 2;
    return enclosure;
}

/// Meta, Llama 3.1 8B and 3.3 70B config.json.
LlmModel llama(const char *id, const char *name, const char *repository, int layers, int hidden, int heads, int ffn,
               qint64 total)
{
    LlmModel model;
    model.id = text(id);
    model.name = text(name);
    model.family = text("Llama 3");
    model.repository = text(repository);
    model.kind = text("text");
    model.layers = layers;
    model.hiddenSize = hidden;
    model.attentionHeads = heads;
    model.kvHeads = 8;
    model.headDim = 128;
    model.ffnSize = ffn;
    model.vocabularySize = 128256;
    model.maxContext = 131072;
    model.fullAttentionLayers = layers;
    model.totalParameters = total;
    model.activeParameters = total;
    model.classes.embedding = qint64(128256) * hidden;
    model.classes.outputHead = model.classes.embedding;
    model.classes.attention = qint64(layers) * hidden * (2 * hidden + 2 * 1024);
    model.classes.denseFfn = qint64(layers) * 3 * hidden * ffn;
    model.readParametersPerToken = total - model.classes.embedding;
    model.kvBytesPerTokenGlobalF16 = qint64(layers) * 2 * 8 * 128 * 2;
    model.nativeDtype = text("bf16");
    return model;
}

Quantization quantization(const char *id, const char *name, QuantFamily family, double bits, const QStringList &engines)
{
    Quantization quant;
    quant.id = text(id);
    quant.name = text(name);
    quant.family = family;
    quant.nominalBits = bits;
    quant.bitsPerWeight = bits;
    quant.headBits = std::max(bits, 6.5);
    quant.embeddingBits = bits;
    quant.tiedEmbeddingBits = quant.headBits;
    quant.engines = engines;
    return quant;
}

InferenceEngine llamaCpp()
{
    InferenceEngine engine;
    engine.id = text("llama.cpp");
    engine.name = text("llama.cpp (llama-server)");
    engine.vendors = QStringList{text("NVIDIA"), text("AMD"), text("CPU")};
    engine.layerSplit = true;
    engine.cpuOffload = true;
    engine.expertOffload = true;
    engine.kvTypes = QStringList{text("f16"), text("q8_0"), text("q4_0")};
    engine.kvGranularityTokens = 256;
    return engine;
}

InferenceEngine vllm()
{
    InferenceEngine engine;
    engine.id = text("vllm");
    engine.name = text("vLLM");
    engine.vendors = QStringList{text("NVIDIA"), text("AMD")};
    engine.tensorParallel = true;
    engine.layerSplit = true;
    engine.batching = BatchingKind::Continuous;
    engine.kvTypes = QStringList{text("f16"), text("fp8_e4m3")};
    engine.memoryUtilization = 0.92;
    engine.kvGranularityTokens = 16;
    return engine;
}

Circuit circuit(const char *id, double volts, double amperes)
{
    Circuit circuit;
    circuit.id = text(id);
    circuit.region = text("US");
    circuit.voltage = Volts(volts);
    circuit.breaker = Amperes(amperes);
    circuit.continuousFraction = 0.8; // NEC 210.20(A)
    circuit.continuous = Watts(volts * amperes * 0.8);
    circuit.peak = Watts(volts * amperes);
    circuit.receptacle = text("NEMA 5-20R");
    return circuit;
}

Tariff tariff(const char *id, const char *region, const char *currency, double price)
{
    Tariff tariff;
    tariff.id = text(id);
    tariff.region = text(region);
    tariff.currency = text(currency);
    tariff.pricePerKwh = price;
    return tariff;
}

Deployment deployment()
{
    Deployment deployment;
    deployment.modelId = text("llama-3.3-70b");
    deployment.quantId = text("q4_k_m");
    deployment.engineId = text("llama.cpp");
    deployment.contextTokens = 8192;
    return deployment;
}

} // namespace

std::shared_ptr<const Catalog> catalog()
{
    const QStringList gguf{text("llama.cpp")};
    Catalog facts;
    facts.version = text("2026-11-21");
    facts.gpus = Table<Gpu>({rtx3090()});
    facts.motherboards = Table<Motherboard>({board()});
    facts.cpus = Table<Cpu>({epyc()});
    facts.powerSupplies = Table<PowerSupply>({supply()});
    facts.enclosures = Table<Enclosure>({tower()});
    facts.models = Table<LlmModel>({
        llama("llama-3.1-8b", "Llama 3.1 8B", "meta-llama/Llama-3.1-8B-Instruct", 32, 4096, 32, 14336, 8030261248),
        llama("llama-3.3-70b", "Llama 3.3 70B", "meta-llama/Llama-3.3-70B-Instruct", 80, 8192, 64, 28672, 70553706496),
    });
    facts.quantizations = Table<Quantization>({
        quantization("q8_0", "Q8_0", QuantFamily::Gguf, 8.5, gguf),
        quantization("q4_k_m", "Q4_K_M", QuantFamily::Gguf, 4.83, gguf),
        quantization("q2_k", "Q2_K", QuantFamily::Gguf, 2.96, gguf),
        quantization("awq-4bit-g128", "AWQ 4-bit g128", QuantFamily::Awq, 4.25, {text("vllm")}),
    });
    facts.engines = Table<InferenceEngine>({llamaCpp(), vllm()});
    facts.circuits = Table<Circuit>({circuit("us-120-15", 120, 15), circuit("us-120-20", 120, 20)});
    facts.tariffs =
        Table<Tariff>({tariff("us", "United States (average)", "USD", 0.1872), tariff("de", "Germany", "EUR", 0.38)});
    facts.currencies = {{{}, text("USD"), 1, {}}, {{}, text("EUR"), 0.86, {}}};
    SpeedCoefficients general;
    general.deviceFamily = text("*");
    general.perLayer = Seconds(20e-6);
    facts.speedCoefficients = {general};
    CloudPrice offer;
    offer.id = text("vast-3090");
    offer.provider = text("Vast.ai");
    offer.gpu = text("RTX 3090");
    offer.gpuId = text("rtx-3090");
    offer.perGpuHour = Money(0.22);
    offer.date = text("2026-05");
    facts.cloudPrices = Table<CloudPrice>({offer});
    EfficiencyCurve titanium;
    titanium.level = text("Titanium");
    titanium.points = {{0.1, 0.9}, {0.2, 0.92}, {0.5, 0.94}, {1.0, 0.9}}; // 80 PLUS, 115 V internal
    facts.efficiencyCurves = {titanium};
    facts.phaseFractions = {{{}, text("gddr-large"), 0.6, 0.7, 0.85, 0.95, 1.0},
                            {{}, text("gddr-small"), 0.6, 0.7, 0.85, 0.95, 1.0}};
    return std::make_shared<const Catalog>(std::move(facts));
}

Build tower(int cards)
{
    Build build;
    build.name = text("Test tower");
    build = edits::placed(build, {PartKind::Enclosure, text("enthoo")}, {Place::Host, 0});
    build = edits::placed(build, {PartKind::Motherboard, text("romed8-2t")}, {Place::Host, 1});
    build = edits::placed(build, {PartKind::Cpu, text("epyc-7302")}, {Place::CpuSocket, 0});
    build = edits::placed(build, {PartKind::PowerSupply, text("ax1600i")}, {Place::PsuBay, 0});
    for (int i = 0; i < cards; ++i)
        build = edits::placed(build, {PartKind::Gpu, text("rtx-3090")}, {Place::ExpansionSlot, 3 * i});
    build.deployments = {deployment()};
    build.site.circuits = {{text("us-120-20"), text("Garage"), Watts(100)}};
    build.site.tariffId = text("us");
    return build;
}

Build withCardAdded(const Build &build)
{
    const int cards = int(build.ofKind(PartKind::Gpu).size());
    return edits::placed(build, {PartKind::Gpu, text("rtx-3090")}, {Place::ExpansionSlot, 3 * cards});
}

} // namespace rig_sample
