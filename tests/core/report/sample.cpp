// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/sample.h"

#include "core/build/edits.h"

namespace rigwright::sample {

namespace {

template <class Row>
Row row(const char *id, const char *name)
{
    Row one;
    one.info.id = QString::fromLatin1(id);
    one.info.name = QString::fromLatin1(name);
    one.info.price = Price{
        Money(700), Money(900), QStringLiteral("2026-05"), QStringLiteral("market listing"), PriceCondition::Unknown,
        {}};
    return one;
}

template <class Value>
Estimate<Value> about(double value, double low, double high)
{
    return {Value(value), Value(low), Value(high), Basis::Calibrated, 9, {}};
}

template <class Value>
Estimate<Value> exact(double value)
{
    Trace trace;
    trace.formula = "x";
    trace.unit = "W";
    trace.method = "given";
    trace.inputs.append({"x", "the value", value, "W", QStringLiteral("a test")});
    return exactly(Value(value), trace);
}

/// Geometry as the published configuration of the model states it.
LlmModel llama70B()
{
    LlmModel model;
    model.id = QStringLiteral("llama-3.3-70b");
    model.name = QStringLiteral("Llama 3.3 70B");
    model.layers = 80;
    model.hiddenSize = 8192;
    model.attentionHeads = 64;
    model.kvHeads = 8;
    model.headDim = 128;
    model.ffnSize = 28672;
    model.vocabularySize = 128256;
    model.maxContext = 131072;
    model.kvBytesPerTokenGlobalF16 = 2LL * 80 * 8 * 128 * 2;
    model.fullAttentionLayers = 80;
    model.classes.embedding = 1050673152;
    model.classes.outputHead = 1050673152;
    model.classes.attention = 80LL * 2 * (8192LL * 8192 + 8192LL * 1024);
    model.classes.denseFfn = 80LL * 3 * 8192 * 28672;
    model.classes.routerNormOther = 161LL * 8192;
    model.totalParameters = 70553706496;
    model.activeParameters = 70553706496;
    model.readParametersPerToken = 69503033344;
    return model;
}

} // namespace

QString hostileText()
{
    return QStringLiteral(
        "=cmd|' /C calc'!A0 <script>alert(1)</script> | \"x\", &amp; `tick` [a](http://b)\nnew line\x1b[31m");
}

Catalog catalog()
{
    Catalog catalog;
    catalog.version = QStringLiteral("2026-11-21");
    auto gpu = row<Gpu>("rtx-3090", "RTX 3090");
    gpu.info.vendor = QStringLiteral("NVIDIA");
    gpu.architecture = QStringLiteral("Ampere");
    gpu.memoryGB = 24;
    gpu.usableMemory = bytesFromMiB(24256);
    gpu.bandwidth = fromGBPerSecond(936);
    gpu.fp16 = fromTeraflops(71);
    gpu.tdp = Watts(350);
    gpu.idle = Watts(25);
    gpu.link = {4, 16};
    gpu.slotWidth = 3;
    gpu.length = Millimetres(313);
    gpu.height = Millimetres(138);
    gpu.powerPlugs = {{PowerPlug::EightPin, 2}};
    catalog.gpus = Table<Gpu>({gpu});
    auto board = row<Motherboard>("romed8-2t", "ROMED8-2T");
    board.socket = QStringLiteral("SP3");
    board.formFactor = QStringLiteral("ATX");
    for (int i = 0; i < 7; ++i)
        board.slots_.push_back({{4, 16}, i + 1});
    catalog.motherboards = Table<Motherboard>({board});
    auto enclosure = row<Enclosure>("enthoo", "Enthoo Pro 2 Server");
    enclosure.boards = {QStringLiteral("ATX")};
    enclosure.expansionSlots = 11;
    enclosure.maxGpuLength = Millimetres(420);
    catalog.enclosures = Table<Enclosure>({enclosure});
    auto supply = row<PowerSupply>("ax1600i", "AX1600i");
    supply.watts = Watts(1600);
    supply.lowLineWatts = Watts(1600);
    supply.efficiencyRating = QStringLiteral("Titanium");
    supply.eightPin = 10;
    supply.length = Millimetres(200);
    catalog.powerSupplies = Table<PowerSupply>({supply});
    catalog.models = Table<LlmModel>({llama70B()});
    Quantization quant;
    quant.id = QStringLiteral("q4_k_m");
    quant.name = QStringLiteral("Q4_K_M");
    quant.nominalBits = 4;
    quant.bitsPerWeight = 4.85;
    quant.headBits = 6.56;
    quant.embeddingBits = 4.5;
    quant.engines = {QStringLiteral("llama.cpp")};
    catalog.quantizations = Table<Quantization>({quant});
    InferenceEngine engine;
    engine.id = QStringLiteral("llama.cpp");
    engine.name = QStringLiteral("llama.cpp");
    engine.vendors = {QStringLiteral("NVIDIA"), QStringLiteral("CPU")};
    engine.layerSplit = true;
    engine.cpuOffload = true;
    engine.kvTypes = {QStringLiteral("f16"), QStringLiteral("q8_0")};
    catalog.engines = Table<InferenceEngine>({engine});
    catalog.speedCoefficients = {SpeedCoefficients()};
    catalog.speedCoefficients[0].deviceFamily = QStringLiteral("*");
    Circuit circuit;
    circuit.id = QStringLiteral("us-120-20");
    circuit.region = QStringLiteral("US");
    circuit.voltage = Volts(120);
    circuit.breaker = Amperes(20);
    circuit.continuousFraction = 0.8;
    circuit.continuous = Watts(1920);
    catalog.circuits = Table<Circuit>({circuit});
    Tariff tariff;
    tariff.id = QStringLiteral("us-average");
    tariff.region = QStringLiteral("US average");
    tariff.currency = QStringLiteral("USD");
    tariff.pricePerKwh = 0.17;
    tariff.year = QStringLiteral("2026");
    tariff.source = QStringLiteral("EIA");
    catalog.tariffs = Table<Tariff>({tariff});
    return catalog;
}

Build build()
{
    Build build;
    build.name = QStringLiteral("Garage 2×3090");
    build = edits::placed(build, {PartKind::Enclosure, QStringLiteral("enthoo")}, {Place::Host, 0});
    build = edits::placed(build, {PartKind::Motherboard, QStringLiteral("romed8-2t")}, {Place::Host, 1});
    build = edits::placed(build, {PartKind::Gpu, QStringLiteral("rtx-3090")}, {Place::ExpansionSlot, 0});
    build = edits::placed(build, {PartKind::Gpu, QStringLiteral("rtx-3090")}, {Place::ExpansionSlot, 1});
    build = edits::placed(build, {PartKind::PowerSupply, QStringLiteral("ax1600i")}, {Place::PsuBay, 0});
    build.items[3].powerLimit = Watts(280);
    Deployment deployment;
    deployment.modelId = QStringLiteral("llama-3.3-70b");
    deployment.quantId = QStringLiteral("q4_k_m");
    deployment.engineId = QStringLiteral("llama.cpp");
    deployment.contextTokens = 8192;
    deployment.concurrency = 2;
    build.deployments = {deployment};
    build.site.name = QStringLiteral("Garage");
    build.site.circuits = {{QStringLiteral("us-120-20"), QStringLiteral("Circuit 1"), Watts(100)}};
    build.site.tariffId = QStringLiteral("us-average");
    return build;
}

Evaluation evaluation()
{
    Evaluation evaluation;
    evaluation.chassis.title = QStringLiteral("Enthoo Pro 2 Server · 11 slots");
    evaluation.chassis.width = 500;
    evaluation.chassis.height = 560;
    for (int i = 0; i < 3; ++i) {
        CardPosition position;
        position.label = QStringLiteral("Slot %1").arg(i + 1);
        position.link = {4, 16};
        position.x = 40;
        position.y = 160 + 61 * i;
        evaluation.chassis.positions.push_back(position);
    }

    const MemoryUse use{bytesFromGiB(19.9), bytesFromGiB(1.25), bytesFromGiB(0.5), bytesFromGiB(0.4)};
    for (int i = 0; i < 2; ++i) {
        DeviceResult device;
        device.item = {3 + i};
        device.name = QStringLiteral("RTX 3090");
        device.label = QStringLiteral("GPU %1").arg(i);
        device.position = QStringLiteral("Slot %1").arg(i + 1);
        device.link = {4, 16};
        device.memory = bytesFromMiB(24256);
        device.use = use;
        device.byDeployment = {use};
        evaluation.devices.push_back(device);
        Device hardware;
        hardware.name = device.name;
        hardware.memory = device.memory;
        hardware.bandwidth = fromGBPerSecond(936);
        evaluation.machine.devices.push_back(hardware);
    }
    PeerLink link;
    link.name = QStringLiteral("PCIe 4.0 x16");
    link.perDirection = fromGBPerSecond(31.5);
    evaluation.machine.links.assign(4, link);

    DeploymentResult result;
    result.title = QStringLiteral("Llama 3.3 70B · Q4_K_M");
    result.model = QStringLiteral("Llama 3.3 70B");
    result.quant = QStringLiteral("Q4_K_M");
    result.engine = QStringLiteral("llama.cpp");
    result.known = true;
    result.settings = build().deployments.front();
    result.plan.verdict = FitVerdict::Fits;
    result.plan.split = SplitMode::Layer;
    result.plan.devices = {0, 1};
    result.plan.use = {use, use};
    result.plan.margin = bytesFromGiB(1.6);
    result.plan.busiest = use.total();
    result.speed.decode = about<TokensPerSecond>(14.4, 12.7, 16.1);
    result.speed.total = about<TokensPerSecond>(25, 22, 28);
    result.speed.prefill = about<TokensPerSecond>(640, 500, 800);
    result.speed.firstToken = about<Seconds>(1.6, 1.3, 2);
    result.speed.tier = SpeedTier::Usable;
    result.speedEmpty = result.speed;
    result.longestContext = 12288;
    result.mostRequests = 3;
    evaluation.deployments = {result};

    PowerResult &power = evaluation.power;
    const double walls[] = {120, 540, 760, 780, 980};
    for (std::size_t i = 0; i < kPowerStates.size(); ++i) {
        StatePower &state = power.states[i];
        state.state = kPowerStates[i];
        state.gpu = Watts(walls[i] * 0.7);
        state.cpu = Watts(40);
        state.dc = exact<Watts>(walls[i] * 0.92);
        state.wall = exact<Watts>(walls[i]);
    }
    PsuLoad psu;
    psu.item = {5};
    psu.name = QStringLiteral("PSU 1 · AX1600i");
    psu.load = Watts(901.6);
    psu.rating = Watts(1600);
    psu.label = Watts(1600);
    psu.efficiency = 0.92;
    psu.wall = Watts(980);
    psu.eightPinNeeded = 4;
    psu.eightPinPresent = 10;
    power.psus = {psu};
    CircuitLoad circuit;
    circuit.label = QStringLiteral("Circuit 1 · 120 V 20 A");
    circuit.rig = Watts(980);
    circuit.active = Watts(570);
    circuit.other = Watts(100);
    circuit.limit = Watts(1920);
    circuit.current = Amperes(9);
    circuit.breaker = Amperes(20);
    power.circuits = {circuit};
    power.active = exact<Watts>(570);
    power.heat = exact<BtuPerHour>(3344);
    power.airflow = exact<CubicFeetPerMinute>(172);

    const auto line = [](PartKind kind, const char *id, const char *name, int quantity, std::optional<Money> price) {
        PartLine one;
        one.part = {kind, QString::fromLatin1(id)};
        one.name = QString::fromLatin1(name);
        one.detail = QStringLiteral("detail of %1").arg(one.name);
        one.quantity = quantity;
        one.unitPrice = price;
        one.priceDate = QStringLiteral("2026-05");
        one.priceSource = QStringLiteral("market listing");
        return one;
    };
    evaluation.parts = {line(PartKind::Enclosure, "enthoo", "Enthoo Pro 2 Server", 1, Money(200)),
                        line(PartKind::Motherboard, "romed8-2t", "ROMED8-2T", 1, Money(650)),
                        line(PartKind::Gpu, "rtx-3090", "RTX 3090", 2, Money(800)),
                        line(PartKind::PowerSupply, "ax1600i", "AX1600i", 1, std::nullopt)};
    evaluation.parts[2].condition = QStringLiteral("used");
    CostResult &cost = evaluation.cost;
    cost.parts = exact<Money>(2450);
    cost.partsHigh = exact<Money>(2800);
    cost.unpriced = 1;
    cost.energyPerMonth = exact<KilowattHours>(194.4);
    cost.energyCostPerMonth = exact<Money>(33.05);
    cost.threeYears = exact<Money>(3639.8);
    cost.perMillionTokens = exact<Money>(1.08);
    cost.cloud = {QStringLiteral("RunPod"), QStringLiteral("RTX 3090"), QStringLiteral("2026-05"), Money(0.88), 14.2};

    evaluation.findings = {{QStringLiteral("power.plugs"),
                            Severity::Error,
                            QStringLiteral("PSU 1"),
                            QStringLiteral("Two plugs are missing."),
                            {{5}},
                            -1,
                            {}},
                           {QStringLiteral("physical.touch"),
                            Severity::Warning,
                            QStringLiteral("GPU 0 and GPU 1"),
                            QStringLiteral("They touch."),
                            {{3}, {4}},
                            -1,
                            {}},
                           {QStringLiteral("workload.quant"),
                            Severity::Advice,
                            QStringLiteral("Llama 3.3 70B"),
                            QStringLiteral("A smaller cache type fits more."),
                            {},
                            0,
                            {}}};
    evaluation.pcieLanesUsed = 32;
    evaluation.pcieLanesAvailable = 128;
    return evaluation;
}

} // namespace rigwright::sample
