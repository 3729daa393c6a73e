// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"

#include "core/build/edits.h"

using namespace rigwright;
using namespace rigwright::literals;

namespace sample {

namespace {

PartInfo info(const char *id, const char *name, const char *vendor)
{
    PartInfo info;
    info.id = QString::fromLatin1(id);
    info.name = QString::fromUtf8(name);
    info.vendor = QString::fromLatin1(vendor);
    return info;
}

/// Sources of the figures: the vendors' product pages.
std::vector<Gpu> gpus()
{
    Gpu rtx3090;
    rtx3090.info = info("rtx-3090", "GeForce RTX 3090", "NVIDIA");
    rtx3090.info.price = Price{
        Money(600), Money(1000), QStringLiteral("2026-05"), QStringLiteral("sample"), PriceCondition::Unknown, {}};
    rtx3090.architecture = QStringLiteral("Ampere");
    rtx3090.memoryGB = 24;
    rtx3090.usableMemory = 24576_MiB;
    rtx3090.bandwidth = fromGBPerSecond(936.2);
    rtx3090.fp16 = fromTeraflops(71);
    rtx3090.tdp = 350_W;
    rtx3090.idle = 25_W;
    rtx3090.link = {4, 16};
    rtx3090.slotWidth = 3;
    rtx3090.length = 313_mm;
    rtx3090.height = 138_mm;
    rtx3090.powerPlugs = {{PowerPlug::EightPin, 2}};
    rtx3090.nvlinkTotal = fromGBPerSecond(112.5);
    rtx3090.nvlinkPeers = 1;

    Gpu rtx4090 = rtx3090;
    rtx4090.info = info("rtx-4090", "GeForce RTX 4090", "NVIDIA");
    rtx4090.architecture = QStringLiteral("Ada Lovelace");
    rtx4090.slotWidth = 3.5;
    rtx4090.length = 336_mm;
    rtx4090.tdp = 450_W;
    rtx4090.powerPlugs = {{PowerPlug::SixteenPin, 1}};
    rtx4090.nvlinkTotal = {};
    rtx4090.nvlinkPeers = 0;

    Gpu a6000 = rtx3090;
    a6000.info = info("rtx-a6000", "RTX A6000", "NVIDIA");
    a6000.memoryGB = 48;
    a6000.usableMemory = 49140_MiB;
    a6000.bandwidth = fromGBPerSecond(768);
    a6000.tdp = 300_W;
    a6000.slotWidth = 2;
    a6000.length = 267_mm;
    a6000.cooler = GpuCooler::Blower;
    a6000.powerPlugs = {{PowerPlug::EightPinEps, 1}};

    Gpu single = a6000;
    single.info = info("l4", "L4", "NVIDIA");
    single.memoryGB = 24;
    single.usableMemory = 23034_MiB;
    single.slotWidth = 1;
    single.length = 169_mm;
    single.tdp = 72_W;
    single.powerPlugs = {};
    single.nvlinkTotal = {};
    single.nvlinkPeers = 0;

    Gpu h100 = rtx3090;
    h100.info = info("h100-sxm5-80gb", "H100 SXM5 80GB", "NVIDIA");
    h100.architecture = QStringLiteral("Hopper");
    h100.memoryGB = 80;
    h100.usableMemory = 81559_MiB;
    h100.bandwidth = fromGBPerSecond(3350);
    h100.tdp = 700_W;
    h100.link = {5, 16};
    h100.formFactor = GpuFormFactor::SxmModule;
    h100.length = {};
    h100.nvlinkTotal = fromGBPerSecond(900);
    h100.nvlinkPeers = 7;

    Gpu rx9070 = rtx3090;
    rx9070.info = info("rx-9070-xt", "Radeon RX 9070 XT", "AMD");
    rx9070.architecture = QStringLiteral("RDNA 4");
    rx9070.memoryGB = 16;
    rx9070.usableMemory = 16304_MiB;
    rx9070.bandwidth = fromGBPerSecond(644.6);
    rx9070.tdp = 304_W;
    rx9070.slotWidth = 2.5;
    rx9070.length = 290_mm;
    rx9070.nvlinkTotal = {};
    rx9070.nvlinkPeers = 0;
    return {rtx3090, rtx4090, a6000, single, h100, rx9070};
}

std::vector<Enclosure> enclosures()
{
    Enclosure tower;
    tower.info = info("enthoo-pro-2", "Enthoo Pro 2 Server", "Phanteks");
    tower.formFactor = QStringLiteral("full tower");
    tower.boards = QStringList{QStringLiteral("E-ATX"), QStringLiteral("ATX")};
    tower.expansionSlots = 11;
    tower.maxGpuLength = 420_mm;
    tower.maxPsuLength = 250_mm;
    tower.psuBays = 2;
    tower.fanMountCount = 11;

    Enclosure frame = tower;
    frame.info = info("frame-8", "Open frame, 8 GPUs", "generic");
    frame.style = EnclosureStyle::OpenFrame;
    frame.expansionSlots = 8;
    frame.maxGpuLength = {};
    frame.maxPsuLength = {};
    frame.psuBays = 3;

    Enclosure cage = frame;
    cage.info = info("cage-8", "4U GPU cage", "generic");
    cage.style = EnclosureStyle::GpuCage;
    cage.maxGpuLength = 330_mm;

    Enclosure small = tower;
    small.info = info("small", "Small tower", "generic");
    small.expansionSlots = 7;
    small.maxGpuLength = 300_mm;
    small.psuBays = 1;
    small.fanMountCount = 4;
    return {tower, frame, cage, small};
}

std::vector<Prebuilt> prebuilts()
{
    Prebuilt dgx;
    dgx.info = info("dgx-h100", "DGX H100", "NVIDIA");
    dgx.gpuIds = {QStringLiteral("h100-sxm5-80gb")};
    dgx.gpuCount = 8;
    dgx.gpuMemoryGB = 640;
    dgx.systemMemoryGB = 2048;
    dgx.cpu = QStringLiteral("2x Intel Xeon Platinum 8480C (56c)");
    dgx.storage = QStringLiteral("8x3.84 TB NVMe + 2x1.92 TB");
    dgx.nvswitch = true;
    dgx.maximum = 10200_W;
    dgx.psuCount = 6;
    dgx.psuWatts = 3300_W;
    dgx.formFactor = QStringLiteral("8U rack");

    Prebuilt tinybox;
    tinybox.info = info("tinybox-red-v2", "tinybox red v2", "tiny corp");
    tinybox.gpuIds = {QStringLiteral("rx-9070-xt")};
    tinybox.gpuCount = 4;
    tinybox.gpuMemoryGB = 64;
    tinybox.systemMemoryGB = 128;
    tinybox.cpu = QStringLiteral("32-core AMD EPYC");
    tinybox.storage = QStringLiteral("2TB NVMe");
    tinybox.link = {4, 16};
    tinybox.maximum = 1600_W;
    tinybox.psuCount = 1;
    tinybox.psuWatts = 1600_W;
    tinybox.noise = DecibelsA(50);
    tinybox.formFactor = QStringLiteral("12U tower/rack");
    return {dgx, tinybox};
}

Motherboard romed8()
{
    Motherboard board;
    board.info = info("romed8-2t", "ASRock Rack ROMED8-2T", "ASRock Rack");
    board.socket = QStringLiteral("SP3");
    board.formFactor = QStringLiteral("ATX");
    for (int i = 1; i <= 7; ++i)
        board.slots_.push_back({{4, 16}, i});
    board.memorySlots = 8;
    board.maxMemoryGB = 2048;
    board.memoryType = QStringLiteral("DDR4 RDIMM");
    board.m2Slots = 2;
    return board;
}

Cpu epyc()
{
    Cpu cpu;
    cpu.info = info("epyc-7302", "EPYC 7302", "AMD");
    cpu.socket = QStringLiteral("SP3");
    cpu.cores = 16;
    cpu.tdp = 155_W;
    cpu.pcieGeneration = 4;
    cpu.pcieLanes = 128;
    cpu.memoryType = QStringLiteral("DDR4 RDIMM");
    cpu.memoryChannels = 8;
    cpu.memorySpeedMTs = 3200;
    cpu.memoryBandwidth = fromGBPerSecond(204.8);
    return cpu;
}

std::vector<PowerSupply> supplies()
{
    PowerSupply titanium;
    titanium.info = info("ax1600i", "Corsair AX1600i", "Corsair");
    titanium.watts = 1600_W;
    titanium.lowLineWatts = 1600_W;
    titanium.efficiencyRating = QStringLiteral("Titanium");
    titanium.eightPin = 9;
    titanium.length = 200_mm;
    PowerSupply gold = titanium;
    gold.info = info("rm1000x", "Corsair RM1000x", "Corsair");
    gold.watts = gold.lowLineWatts = 1000_W;
    gold.efficiencyRating = QStringLiteral("Gold");
    gold.eightPin = 6;
    gold.length = 180_mm;
    PowerSupply server = titanium;
    server.info = info("long", "2000 W, 300 mm long", "generic");
    server.length = 300_mm;
    return {titanium, gold, server};
}

LlmModel llama70b()
{
    LlmModel model;
    model.id = QStringLiteral("llama-3.3-70b");
    model.name = QStringLiteral("Llama 3.3 70B");
    model.totalParameters = model.activeParameters = 70'553'706'496;
    model.readParametersPerToken = 69'503'033'344;
    model.classes.embedding = model.classes.outputHead = 1'050'673'152;
    model.classes.attention = 12'079'595'520;
    model.classes.denseFfn = 56'371'445'760;
    model.classes.routerNormOther = 1'318'912;
    model.layers = model.fullAttentionLayers = 80;
    model.hiddenSize = 8192;
    model.attentionHeads = 64;
    model.kvHeads = 8;
    model.headDim = 128;
    model.ffnSize = 28672;
    model.vocabularySize = 128256;
    model.maxContext = 131072;
    model.kvBytesPerTokenGlobalF16 = 327680;
    return model;
}

Quantization quant(const char *id, const char *name, double bits)
{
    Quantization quant;
    quant.id = QString::fromLatin1(id);
    quant.name = QString::fromLatin1(name);
    quant.bitsPerWeight = quant.nominalBits = bits;
    quant.headBits = quant.embeddingBits = quant.tiedEmbeddingBits = bits;
    quant.engines = QStringList{QStringLiteral("llama.cpp")};
    return quant;
}

InferenceEngine llamaCpp()
{
    InferenceEngine engine;
    engine.id = engine.name = QStringLiteral("llama.cpp");
    engine.vendors =
        QStringList{QStringLiteral("NVIDIA"), QStringLiteral("AMD"), QStringLiteral("Apple"), QStringLiteral("CPU")};
    engine.layerSplit = engine.cpuOffload = true;
    engine.kvTypes = QStringList{QStringLiteral("f16"), QStringLiteral("q8_0")};
    return engine;
}

Fan fan(const char *id, const char *name, double diameter, double flow, int count)
{
    Fan fan;
    fan.info = info(id, name, "Arctic");
    fan.diameter = Millimetres(diameter);
    fan.airflow = CubicFeetPerMinute(flow);
    fan.noise = DecibelsA(24);
    fan.count = count;
    return fan;
}

std::shared_ptr<const Catalog> makeCatalog()
{
    auto catalog = std::make_shared<Catalog>();
    catalog->version = QStringLiteral("sample");
    catalog->gpus = Table(gpus());
    catalog->enclosures = Table(enclosures());
    catalog->prebuilts = Table(prebuilts());
    catalog->motherboards = Table(std::vector{romed8()});
    catalog->cpus = Table(std::vector{epyc()});
    catalog->powerSupplies = Table(supplies());

    UnifiedSystem mac;
    mac.info = info("apple-m3-ultra", "Mac Studio (M3 Ultra)", "Apple");
    mac.chip = QStringLiteral("M3 Ultra");
    mac.memoryOptionsGB = {96, 256, 512};
    mac.bandwidth = fromGBPerSecond(819);
    mac.fp16 = fromTeraflops(28.4);
    mac.idle = 9_W;
    mac.maximum = 270_W;
    catalog->unifiedSystems = Table(std::vector{mac});

    MemoryKit kit;
    kit.info = info("kit-8x16", "8 × 16 GB DDR4-3200 RDIMM", "Samsung");
    kit.type = QStringLiteral("DDR4 RDIMM");
    kit.modules = 8;
    kit.moduleGB = 16;
    kit.speedMTs = 3200;
    kit.power = 24_W;
    MemoryKit half = kit;
    half.info = info("kit-4x16", "4 × 16 GB DDR4-3200 RDIMM", "Samsung");
    half.modules = 4;
    catalog->memoryKits = Table(std::vector{kit, half});

    Drive drive;
    drive.info = info("990-pro-2tb", "Samsung 990 PRO 2 TB", "Samsung");
    drive.interface = QStringLiteral("NVMe");
    drive.capacityTB = 2;
    drive.readRate = fromGBPerSecond(7.45);
    drive.power = 6_W;
    catalog->drives = Table(std::vector{drive});

    NvlinkBridge bridge;
    bridge.info = info("nvlink-3-slot", "NVLink bridge, 3 slots", "NVIDIA");
    bridge.slotSpacing = 3;
    bridge.total = fromGBPerSecond(112.5);
    bridge.gpuIds = {QStringLiteral("rtx-3090"), QStringLiteral("rtx-a6000")};
    catalog->nvlinkBridges = Table(std::vector{bridge});

    catalog->fans = Table(std::vector{fan("p14-3", "Arctic P14, 3 pack", 140, 72.8, 3),
                                      fan("p12-2", "Arctic P12, 2 pack", 120, 56.3, 2)});
    Extra ups;
    ups.info = info("ups-1500", "APC Smart-UPS 1500", "APC");
    ups.category = QStringLiteral("ups");
    ups.keySpec = QStringLiteral("1500 VA, 1000 W");
    catalog->extras = Table(std::vector{ups});

    catalog->models = Table(std::vector{llama70b()});
    catalog->quantizations = Table(std::vector{quant("q4_k_m", "Q4_K_M", 4.85), quant("q8_0", "Q8_0", 8.5)});
    catalog->engines = Table(std::vector{llamaCpp()});

    Circuit circuit;
    circuit.id = QStringLiteral("us-120-20");
    circuit.voltage = Volts(120);
    circuit.breaker = Amperes(20);
    circuit.continuousFraction = 0.8;
    circuit.continuous = 1920_W;
    circuit.peak = 2400_W;
    catalog->circuits = Table(std::vector{circuit});
    return catalog;
}

Build add(Build build, PartKind kind, const char *id, Place place, int index = 0)
{
    return edits::placed(std::move(build), part(kind, id), {place, index});
}

Build withPlatform(Build build, const char *enclosure)
{
    build = add(std::move(build), PartKind::Enclosure, enclosure, Place::Host);
    build = add(std::move(build), PartKind::Motherboard, "romed8-2t", Place::Host);
    build = add(std::move(build), PartKind::Cpu, "epyc-7302", Place::CpuSocket);
    build = add(std::move(build), PartKind::MemoryKit, "kit-8x16", Place::MemoryBank);
    return add(std::move(build), PartKind::Drive, "990-pro-2tb", Place::DriveBay);
}

Build withModel(Build build, const char *quantId, int context)
{
    Deployment deployment;
    deployment.modelId = QStringLiteral("llama-3.3-70b");
    deployment.quantId = QString::fromLatin1(quantId);
    deployment.engineId = QStringLiteral("llama.cpp");
    deployment.contextTokens = context;
    return edits::deploymentAdded(std::move(build), deployment);
}

} // namespace

std::shared_ptr<const Catalog> catalog()
{
    static const std::shared_ptr<const Catalog> catalog = makeCatalog();
    return catalog;
}

PartRef part(PartKind kind, const char *id)
{
    return {kind, QString::fromLatin1(id)};
}

Build emptyBuild()
{
    Build build;
    build.name = QStringLiteral("Sample");
    build.site.circuits = {{QStringLiteral("us-120-20"), QStringLiteral("Circuit 1"), Watts()},
                           {QStringLiteral("us-120-20"), QStringLiteral("Circuit 2"), Watts()}};
    return build;
}

Build tower()
{
    Build build = withPlatform(emptyBuild(), "enthoo-pro-2");
    for (const int slot : {0, 3, 6})
        build = add(std::move(build), PartKind::Gpu, "rtx-3090", Place::ExpansionSlot, slot);
    const std::vector<ItemId> gpu = cards(build);
    for (Item &item : build.items)
        if (item.id == gpu[0])
            item.powerLimit = 280_W;
    build = add(std::move(build), PartKind::NvlinkBridge, "nvlink-3-slot", Place::Bridge);
    build.items.back().joins = {gpu[0], gpu[1]};
    build = add(std::move(build), PartKind::PowerSupply, "ax1600i", Place::PsuBay, 0);
    build = add(std::move(build), PartKind::PowerSupply, "rm1000x", Place::PsuBay, 1);
    build = add(std::move(build), PartKind::Fan, "p14-3", Place::FanMount, 0);
    build = add(std::move(build), PartKind::Fan, "p12-2", Place::FanMount, 1);
    build = add(std::move(build), PartKind::Extra, "ups-1500", Place::Outside, 0);
    return withModel(std::move(build), "q4_k_m", 32768);
}

Build openFrame()
{
    Build build = withPlatform(emptyBuild(), "frame-8");
    for (int i = 0; i < 7; ++i)
        build = add(std::move(build), PartKind::Gpu, "rtx-3090", Place::ExpansionSlot, i);
    for (int bay = 0; bay < 3; ++bay)
        build = add(std::move(build), PartKind::PowerSupply, "ax1600i", Place::PsuBay, bay);
    return withModel(std::move(build), "q8_0", 32768);
}

Build cage()
{
    Build build = withPlatform(emptyBuild(), "cage-8");
    for (int i = 0; i < 7; ++i)
        build = add(std::move(build), PartKind::Gpu, "rtx-a6000", Place::ExpansionSlot, i);
    build = add(std::move(build), PartKind::PowerSupply, "ax1600i", Place::PsuBay, 0);
    return withModel(std::move(build), "q8_0", 65536);
}

Build modules()
{
    Build build = add(emptyBuild(), PartKind::Prebuilt, "dgx-h100", Place::Host);
    for (int i = 0; i < 8; ++i) {
        build = add(std::move(build), PartKind::Gpu, "h100-sxm5-80gb", Place::ExpansionSlot, i);
        build.items.back().included = true;
    }
    return withModel(std::move(build), "q8_0", 131072);
}

Build tinybox()
{
    Build build = add(emptyBuild(), PartKind::Prebuilt, "tinybox-red-v2", Place::Host);
    for (int i = 0; i < 4; ++i) {
        build = add(std::move(build), PartKind::Gpu, "rx-9070-xt", Place::ExpansionSlot, i);
        build.items.back().included = true;
    }
    return withModel(std::move(build), "q4_k_m", 8192);
}

Build closedBox()
{
    return withModel(add(emptyBuild(), PartKind::UnifiedSystem, "apple-m3-ultra", Place::Host), "q4_k_m", 32768);
}

Build overfilled()
{
    Build build = tower();
    build.deployments.front().quantId = QStringLiteral("q8_0");
    build.deployments.front().parallelism.offload = Offload::None;
    return build;
}

std::vector<ItemId> cards(const Build &build)
{
    std::vector<const Item *> items = build.ofKind(PartKind::Gpu);
    std::vector<ItemId> ids;
    for (const Item *item : items)
        ids.push_back(item->id);
    return ids;
}

} // namespace sample
