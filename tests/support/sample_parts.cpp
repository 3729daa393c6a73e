// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_parts.h"

#include "core/build/edits.h"

namespace rigwright::test {

namespace {

PartInfo info(const char *id, const char *name, double usd = 0)
{
    PartInfo row;
    row.id = QString::fromUtf8(id);
    row.name = QString::fromUtf8(name);
    row.vendor = row.name.startsWith(QLatin1String("RX")) ? QStringLiteral("AMD") : QStringLiteral("NVIDIA");
    row.source = QStringLiteral("data sheet");
    if (usd > 0)
        row.price = Price{Money(usd),
                          Money(usd * 1.2),
                          QStringLiteral("2025-07-23"),
                          QStringLiteral("price list"),
                          PriceCondition::Unknown,
                          {}};
    return row;
}

struct CardFacts
{
    const char *id;
    const char *name;
    const char *architecture;
    const char *segment;
    double gib;
    const char *memoryType;
    double gbs;
    double tdp;
    double idle;
    int generation;
    double slots;
    double length;
    std::vector<PowerPlugCount> plugs;
    GpuCooler cooler;
    double nvlink;
    int peers;
    GpuFormFactor form = GpuFormFactor::PcieCard;
};

Gpu card(const CardFacts &f)
{
    Gpu gpu;
    gpu.info = info(f.id, f.name, 1000);
    gpu.architecture = QString::fromUtf8(f.architecture);
    gpu.segment = QString::fromUtf8(f.segment);
    gpu.memoryGB = f.gib;
    gpu.usableMemory = bytesFromGiB(f.gib);
    gpu.memoryType = QString::fromUtf8(f.memoryType);
    gpu.bandwidth = fromGBPerSecond(f.gbs);
    gpu.tdp = Watts(f.tdp);
    gpu.idle = Watts(f.idle);
    gpu.link = {f.generation, 16};
    gpu.formFactor = f.form;
    gpu.slotWidth = f.slots;
    gpu.length = Millimetres(f.length);
    gpu.powerPlugs = f.plugs;
    gpu.cooler = f.cooler;
    gpu.nvlinkTotal = fromGBPerSecond(f.nvlink);
    gpu.nvlinkPeers = f.peers;
    return gpu;
}

std::vector<Gpu> cards()
{
    using enum GpuCooler;
    using enum PowerPlug;
    return {
        card({"rtx-3090",
              "RTX 3090",
              "Ampere",
              "consumer",
              24,
              "GDDR6X",
              936,
              350,
              18,
              4,
              3,
              313,
              {{TwelvePin, 1}},
              OpenAir,
              112.5,
              1}),
        card({"rtx-4090",
              "RTX 4090",
              "Ada Lovelace",
              "consumer",
              24,
              "GDDR6X",
              1008,
              450,
              20,
              4,
              3,
              304,
              {{SixteenPin, 1}},
              OpenAir,
              0,
              0}),
        card({"rtx-5090",
              "RTX 5090",
              "Blackwell",
              "consumer",
              32,
              "GDDR7",
              1792,
              575,
              30,
              5,
              2,
              304,
              {{SixteenPin, 1}},
              OpenAir,
              0,
              0}),
        card({"rtx-a6000",
              "RTX A6000",
              "Ampere",
              "workstation",
              48,
              "GDDR6",
              768,
              300,
              20,
              4,
              2,
              267,
              {{EightPinEps, 1}},
              Blower,
              112.5,
              1}),
        card({"a100-pcie-80gb",
              "A100 PCIe 80GB",
              "Ampere",
              "datacenter",
              80,
              "HBM2e",
              1935,
              300,
              50,
              4,
              2,
              267,
              {{EightPinEps, 1}},
              Passive,
              600,
              1}),
        card({"h100-sxm5-80gb",
              "H100 SXM5",
              "Hopper",
              "datacenter",
              80,
              "HBM3",
              3350,
              700,
              70,
              5,
              0,
              0,
              {},
              Passive,
              900,
              7,
              GpuFormFactor::SxmModule}),
        card({"rx-7900-xtx",
              "RX 7900 XTX",
              "RDNA 3",
              "consumer",
              24,
              "GDDR6",
              960,
              355,
              15,
              4,
              2.5,
              287,
              {{EightPin, 2}},
              OpenAir,
              0,
              0}),
    };
}

Motherboard board(const char *id, const char *name, const char *socket, const char *chipset, const char *form,
                  std::vector<BoardSlot> slots_, const char *bifurcation, int memorySlots, double maxGB,
                  const char *memory, int m2)
{
    Motherboard row;
    row.info = info(id, name, 500);
    row.socket = QString::fromUtf8(socket);
    row.sockets = row.socket.startsWith(QLatin1String("2x")) ? 2 : 1;
    row.chipset = QString::fromUtf8(chipset);
    row.formFactor = QString::fromUtf8(form);
    row.slots_ = std::move(slots_);
    row.slotPositionsVerified = true;
    row.bifurcation = QString::fromUtf8(bifurcation);
    row.memorySlots = memorySlots;
    row.maxMemoryGB = maxGB;
    row.memoryType = QString::fromUtf8(memory);
    row.m2Slots = m2;
    return row;
}

std::vector<BoardSlot> sevenFullSlots()
{
    std::vector<BoardSlot> row;
    for (int i = 1; i <= 7; ++i)
        row.push_back({{4, 16}, i});
    return row;
}

std::vector<Motherboard> boards()
{
    return {
        board("asus-proart-x870e-creator", "ProArt X870E-Creator", "AM5", "X870E", "ATX",
              {{{5, 16}, 1}, {{5, 8}, 4}, {{4, 4}, 7}}, "x16/- or x8/x8", 4, 256, "DDR5 UDIMM", 4),
        board("gigabyte-x870e-aorus-master", "X870E AORUS MASTER", "AM5", "X870E", "ATX",
              {{{5, 16}, 1}, {{4, 4}, 4}, {{3, 4}, 6}}, "single x16", 4, 256, "DDR5 UDIMM", 4),
        board("asrock-romed8-2t", "ROMED8-2T", "SP3", "SoC", "ATX", sevenFullSlots(),
              "x16 to 4x4 / 2x8 per slot (BIOS)", 8, 2048, "DDR4 RDIMM/LRDIMM", 2),
        board("asus-wrx90e-sage-se", "Pro WS WRX90E-SAGE SE", "sTR5", "WRX90", "SSI-EEB",
              {{{5, 16}, 1}, {{5, 16}, 2}, {{5, 16}, 3}, {{5, 16}, 4}, {{5, 16}, 5}, {{5, 8}, 6}, {{5, 16}, 7}},
              "x16 to 4x4 / 2x8 per slot (BIOS)", 8, 2048, "DDR5 RDIMM", 4),
        board("gigabyte-mz73-lm0", "MZ73-LM0", "2xSP5", "SoC", "E-ATX",
              {{{5, 16}, 1}, {{5, 16}, 3}, {{5, 16}, 5}, {{5, 16}, 7}}, "x16 to 4x4 / 2x8 (BIOS)", 24, 6144,
              "DDR5 RDIMM", 1),
    };
}

Cpu cpu(const char *id, const char *name, const char *socket, int cores, double tdp, int generation, int lanes,
        const char *memory, int channels, int speed)
{
    Cpu row;
    row.info = info(id, name, 400);
    row.socket = QString::fromUtf8(socket);
    row.cores = cores;
    row.tdp = Watts(tdp);
    row.pcieGeneration = generation;
    row.pcieLanes = lanes;
    row.memoryType = QString::fromUtf8(memory);
    row.memoryChannels = channels;
    row.memorySpeedMTs = speed;
    row.memoryBandwidth = fromGBPerSecond(channels * 8.0 * speed / 1000);
    return row;
}

Enclosure enclosure(const char *id, const char *name, EnclosureStyle style, QStringList boardForms, int rows,
                    double gpu, double psu, int bays, int fans)
{
    Enclosure row;
    row.info = info(id, name, 200);
    row.style = style;
    row.formFactor = QStringLiteral("tower");
    row.boards = std::move(boardForms);
    row.expansionSlots = rows;
    row.maxGpuLength = Millimetres(gpu);
    row.maxPsuLength = Millimetres(psu);
    row.psuBays = bays;
    row.fanMountCount = fans;
    return row;
}

QStringList names(std::initializer_list<const char *> list)
{
    QStringList all;
    for (const char *name : list)
        all.push_back(QString::fromUtf8(name));
    return all;
}

PowerSupply supply(const char *id, const char *name, double watts, double lowLine, const char *level, const char *atx,
                   int eight, int sixteen, double length)
{
    PowerSupply row;
    row.info = info(id, name, 300);
    row.watts = Watts(watts);
    row.lowLineWatts = Watts(lowLine);
    row.efficiencyRating = QString::fromUtf8(level);
    row.atxVersion = QString::fromUtf8(atx);
    row.eightPin = eight;
    row.sixteenPin = sixteen;
    row.length = Millimetres(length);
    return row;
}

MemoryKit kit(const char *id, const char *type, int modules, double gb, int speed)
{
    MemoryKit row;
    row.info = info(id, id, 600);
    row.type = QString::fromUtf8(type);
    row.modules = modules;
    row.moduleGB = gb;
    row.speedMTs = speed;
    row.power = Watts(5.0 * modules);
    return row;
}

EfficiencyCurve curve(const char *level, SupplyClass supplyClass, std::vector<EfficiencyPoint> points)
{
    return {{QStringLiteral("80 PLUS"), {}, {}}, QString::fromUtf8(level), supplyClass, std::move(points)};
}

Circuit circuit(const char *id, double volts, double amperes, double fraction)
{
    Circuit row;
    row.id = QString::fromUtf8(id);
    row.voltage = Volts(volts);
    row.breaker = Amperes(amperes);
    row.continuousFraction = fraction;
    row.continuous = Watts(volts * amperes * fraction);
    row.peak = Watts(volts * amperes);
    return row;
}

PlatformPower platform(const char *id, double load, double idle)
{
    PlatformPower row;
    row.id = QString::fromUtf8(id);
    row.load = Watts(load);
    row.idle = Watts(idle);
    return row;
}

NvlinkBridge bridge(const char *id, const char *name, int spacing, double gbs, std::initializer_list<const char *> gpus)
{
    NvlinkBridge row;
    row.info = info(id, name, 200);
    row.slotSpacing = spacing;
    row.total = fromGBPerSecond(gbs);
    for (const char *gpu : gpus)
        row.gpuIds.push_back(QString::fromUtf8(gpu));
    return row;
}

Interconnect link(const char *id, const char *name, InterconnectKind kind, double gbs, double efficiency, double us)
{
    Interconnect row;
    row.id = QString::fromUtf8(id);
    row.name = QString::fromUtf8(name);
    row.kind = kind;
    row.perDirection = fromGBPerSecond(gbs);
    row.efficiency = efficiency;
    row.latency = Seconds(us * 1e-6);
    return row;
}

void addPowerFacts(Catalog &catalog)
{
    using enum SupplyClass;
    catalog.efficiencyCurves = {
        curve("Bronze", Internal115V, {{.2, .82}, {.5, .85}, {1, .82}}),
        curve("Gold", Internal115V, {{.2, .87}, {.5, .90}, {1, .87}}),
        curve("Platinum", Internal115V, {{.2, .90}, {.5, .92}, {1, .89}}),
        curve("Titanium", Internal115V, {{.1, .90}, {.2, .92}, {.5, .94}, {1, .90}}),
        curve("Gold", Internal230V, {{.2, .90}, {.5, .92}, {1, .89}}),
        curve("Platinum", Internal230V, {{.2, .92}, {.5, .94}, {1, .90}}),
        curve("Titanium", Internal230V, {{.1, .90}, {.2, .94}, {.5, .96}, {1, .94}}),
        curve("Platinum", Redundant230V, {{.2, .90}, {.5, .94}, {1, .91}}),
        curve("Titanium", Redundant230V, {{.1, .90}, {.2, .94}, {.5, .96}, {1, .91}}),
        curve("Ruby", Redundant230V, {{.05, .90}, {.1, .91}, {.2, .95}, {.5, .965}, {1, .92}}),
    };
    const auto fractions = [](const char *name, double one, double few, double many, double prefill, double training) {
        return PhaseFractions{{}, QString::fromUtf8(name), one, few, many, prefill, training};
    };
    catalog.phaseFractions = {fractions("gddr-small", .80, .90, .95, 1, 1),
                              fractions("gddr-large", .70, .85, .92, 1, 1), fractions("hbm", .40, .65, .85, .95, .95),
                              fractions("unified", .60, .75, .85, .90, 1)};
    catalog.platformPower = Table<PlatformPower>(
        {platform("dimm-x86", 5, 3), platform("nvme-consumer", 6, 2), platform("sata-ssd", 3, 1),
         platform("fan-120", 2, .5), platform("mobo-desktop", 30, 20), platform("mobo-hedt", 50, 35),
         platform("mobo-server", 60, 40), platform("cpu-desktop", 60, 15), platform("cpu-hedt", 110, 55),
         platform("cpu-2xepyc", 250, 120), platform("usb-misc", 10, 5)});
    catalog.circuits = Table<Circuit>({circuit("us-120-15", 120, 15, .8), circuit("us-120-20", 120, 20, .8),
                                       circuit("us-240-20", 240, 20, .8), circuit("us-240-30", 240, 30, .8),
                                       circuit("us-240-60", 240, 60, .8), circuit("ch-230-10", 230, 10, 1),
                                       circuit("jp-100-15", 100, 15, .8)});
    for (const auto &[ms, sixteen, other] :
         {std::tuple{0.1, 2.0, 1.5}, {1.0, 1.8, 1.45}, {10.0, 1.6, 1.35}, {100.0, 1.2, 1.1}}) {
        catalog.excursionLimits.push_back({{}, true, Seconds(ms / 1000), sixteen});
        catalog.excursionLimits.push_back({{}, false, Seconds(ms / 1000), other});
    }
    for (const auto &[ms, ratio] : {std::pair{1.0, 901.1 / 575},
                                    {5.0, 823.6 / 575},
                                    {10.0, 738.2 / 575},
                                    {20.0, 627.5 / 575},
                                    {100.0, 659.0 / 575}})
        catalog.transients.push_back({{}, QStringLiteral("rtx-5090"), {}, Seconds(ms / 1000), ratio});
    for (const auto &[ms, ratio] : {std::pair{1.0, 1.6}, {10.0, 1.4}, {20.0, 1.15}, {100.0, 1.1}})
        catalog.transients.push_back({{}, {}, QStringLiteral("*"), Seconds(ms / 1000), ratio});
}

} // namespace

Catalog sampleParts()
{
    using enum InterconnectKind;
    Catalog catalog;
    catalog.gpus = Table<Gpu>(cards());
    catalog.motherboards = Table<Motherboard>(boards());
    catalog.cpus = Table<Cpu>({cpu("ryzen-9-9950x", "Ryzen 9 9950X", "AM5", 16, 170, 5, 24, "DDR5 UDIMM", 2, 5600),
                               cpu("epyc-7302p", "EPYC 7302P", "SP3", 16, 155, 4, 128, "DDR4 RDIMM/LRDIMM", 8, 3200),
                               cpu("epyc-9124", "EPYC 9124", "SP5", 16, 200, 5, 128, "DDR5 RDIMM", 12, 4800),
                               cpu("epyc-9654", "EPYC 9654", "SP5", 96, 360, 5, 128, "DDR5 RDIMM", 12, 4800)});
    using enum EnclosureStyle;
    catalog.enclosures = Table<Enclosure>(
        {enclosure("fractal-torrent", "Torrent", Tower, names({"E-ATX", "SSI-EEB", "SSI-CEB", "ATX", "mATX", "ITX"}), 7,
                   461, 230, 1, 6),
         enclosure("phanteks-enthoo-pro-2-server", "Enthoo Pro 2 Server", Tower, names({"SSI-EEB", "E-ATX", "ATX"}), 11,
                   503, 0, 2, 15),
         enclosure("sliger-cx4712", "CX4712", Rack, names({"ATX", "mATX"}), 7, 310, 0, 1, 3),
         enclosure("mining-frame-8gpu", "Open frame, 8 GPU", OpenFrame, names({"E-ATX", "ATX", "mATX"}), 8, 400, 200, 2,
                   5),
         enclosure("gpu-cage-8", "4U case, 8 GPU", GpuCage, names({"E-ATX", "SSI-EEB", "ATX"}), 8, 330, 0, 2, 8)});
    catalog.powerSupplies =
        Table<PowerSupply>({supply("corsair-rm1000x", "RM1000x", 1000, 1000, "Gold", "3.1", 6, 1, 160),
                            supply("corsair-hx1200i", "HX1200i", 1200, 1200, "Gold", "3.1", 8, 2, 200),
                            supply("corsair-hx1500i", "HX1500i", 1500, 1500, "Platinum", "3.1", 9, 2, 200),
                            supply("asrock-pg-1600g", "PG-1600G", 1600, 1600, "Gold", "3.1", 8, 2, 180),
                            supply("corsair-ax1600i", "AX1600i", 1600, 1300, "Titanium", "2.4", 10, 0, 200),
                            supply("cannon-pro-2000", "CANNON PRO 2000W", 2000, 0, "Gold", "2.4", 18, 0, 240)});
    catalog.memoryKits = Table<MemoryKit>(
        {kit("ddr5-64-2x32", "DDR5 UDIMM", 2, 32, 5600), kit("ddr5-128-4x32", "DDR5 UDIMM", 4, 32, 5200),
         kit("ddr4-rdimm-256-8x32", "DDR4 RDIMM", 8, 32, 3200), kit("ddr4-rdimm-128-4x32", "DDR4 RDIMM", 4, 32, 3200),
         kit("ddr5-rdimm-256-8x32", "DDR5 RDIMM", 8, 32, 5600)});
    Drive nvme;
    nvme.info = info("ssd-990pro-2tb", "990 PRO 2 TB", 150);
    nvme.interface = QStringLiteral("NVMe");
    nvme.capacityTB = 2;
    nvme.power = Watts(6);
    Drive sata = nvme;
    sata.info = info("ssd-870evo-4tb", "870 EVO 4 TB", 265);
    sata.interface = QStringLiteral("SATA");
    catalog.drives = Table<Drive>({nvme, sata});
    Fan fan;
    fan.info = info("arctic-p12-5", "P12, 5 pack", 28);
    fan.diameter = Millimetres(120);
    fan.airflow = CubicFeetPerMinute(60);
    fan.noise = DecibelsA(22.5);
    fan.count = 5;
    fan.power = Watts(10);
    catalog.fans = Table<Fan>({fan});
    catalog.nvlinkBridges = Table<NvlinkBridge>(
        {bridge("nvlink-geforce-3090-4slot", "NVLink Bridge 4-slot", 4, 112.5, {"rtx-3090"}),
         bridge("nvlink-ampere-2slot", "NVLink Bridge 2-slot", 2, 112.5, {"rtx-a6000", "rtx-3090"})});
    catalog.interconnects =
        Table<Interconnect>({link("pcie-4-x16", "PCIe 4.0 x16", Pcie, 31.5, .78, 1.3),
                             link("pcie-5-x8", "PCIe 5.0 x8", Pcie, 31.5, .89, 1.1),
                             link("pcie-no-p2p-gen4-x16", "PCIe 4.0 x16 without P2P", PcieNoPeer, 31.5, .4, 15.2),
                             link("nvlink-3-ga102-bridge", "NVLink 3 bridge", Nvlink, 56.25, .9, 1.3),
                             link("nvlink-3-a100", "NVLink 3, A100", Nvlink, 300, .9, 1.2),
                             link("nvswitch-3", "NVSwitch gen 3", NvSwitch, 450, .88, 1.5),
                             link("ethernet-200g", "Ethernet 200 Gb/s", Network, 25, .92, 2.5)});

    UnifiedSystem ultra;
    ultra.info = info("apple-m3-ultra", "Mac Studio (M3 Ultra)", 5000);
    ultra.info.vendor = QStringLiteral("Apple");
    ultra.chip = QStringLiteral("M3 Ultra");
    ultra.memoryOptionsGB = {96, 256, 512};
    ultra.bandwidth = fromGBPerSecond(819);
    ultra.idle = Watts(9);
    ultra.maximum = Watts(270);
    UnifiedSystem spark = ultra;
    spark.info = info("nvidia-dgx-spark", "DGX Spark", 4000);
    spark.chip = QStringLiteral("GB10 Grace Blackwell");
    spark.memoryOptionsGB = {128};
    spark.gpuUsableFraction = 0.94;
    spark.idle = Watts(35);
    spark.maximum = Watts(240);
    catalog.unifiedSystems = Table<UnifiedSystem>({ultra, spark});

    Prebuilt dgx;
    dgx.info = info("dgx-h100", "DGX H100", 300000);
    dgx.gpuIds = {QStringLiteral("h100-sxm5-80gb")};
    dgx.gpuCount = 8;
    dgx.systemMemoryGB = 2048;
    dgx.nvswitch = true;
    dgx.maximum = Watts(10200);
    dgx.typical = Watts(8000);
    dgx.psuCount = 6;
    dgx.psuWatts = Watts(3300);
    dgx.psuRating = QStringLiteral("Titanium");
    dgx.minimumVoltage = Volts(200);
    Prebuilt sparks;
    sparks.info = info("dgx-spark-x2", "DGX Spark pair", 8000);
    sparks.unifiedSystemId = QStringLiteral("nvidia-dgx-spark");
    sparks.gpuCount = 2;
    sparks.gpuMemoryGB = 256;
    sparks.interconnect = QStringLiteral("200 Gb/s QSFP between units");
    sparks.maximum = Watts(480);
    sparks.minimumVoltage = Volts(100);
    Prebuilt tinybox;
    tinybox.info = info("tinybox-green-v1", "tinybox green", 25000);
    tinybox.gpuIds = {QStringLiteral("rtx-4090")};
    tinybox.gpuCount = 6;
    tinybox.link = {4, 16};
    tinybox.interconnect = QStringLiteral("PCIe 4.0 x16 full fabric, patched-driver P2P");
    tinybox.maximum = Watts(3200);
    tinybox.typical = Watts(2800);
    tinybox.psuCount = 2;
    tinybox.psuWatts = Watts(1600);
    tinybox.psuRating = QStringLiteral("Platinum");
    tinybox.minimumVoltage = Volts(100);
    tinybox.noise = DecibelsA(50);
    catalog.prebuilts = Table<Prebuilt>({dgx, sparks, tinybox});

    addPowerFacts(catalog);
    return catalog;
}

BuildMaker &BuildMaker::host(PartKind kind, const char *id)
{
    return put(kind, id, Place::Host, 0);
}

BuildMaker &BuildMaker::put(PartKind kind, const char *id, Place place, int index)
{
    m_build = edits::placed(std::move(m_build), {kind, QString::fromUtf8(id)}, {place, index});
    return *this;
}

BuildMaker &BuildMaker::circuit(const char *id, double otherWatts)
{
    m_build.site.circuits.push_back({QString::fromUtf8(id), {}, Watts(otherWatts)});
    return *this;
}

BuildMaker &BuildMaker::joins(std::vector<int> items)
{
    for (const int item : items)
        last().joins.push_back(ItemId{item});
    return *this;
}

BuildMaker desktop(const char *board, const char *enclosure)
{
    BuildMaker maker;
    maker.host(PartKind::Enclosure, enclosure)
        .host(PartKind::Motherboard, board)
        .put(PartKind::Cpu, "ryzen-9-9950x", Place::CpuSocket, 0)
        .put(PartKind::MemoryKit, "ddr5-64-2x32", Place::MemoryBank, 0)
        .put(PartKind::Drive, "ssd-990pro-2tb", Place::DriveBay, 0);
    return maker;
}

BuildMaker server(const char *enclosure)
{
    BuildMaker maker;
    maker.host(PartKind::Enclosure, enclosure)
        .host(PartKind::Motherboard, "asrock-romed8-2t")
        .put(PartKind::Cpu, "epyc-7302p", Place::CpuSocket, 0)
        .put(PartKind::MemoryKit, "ddr4-rdimm-256-8x32", Place::MemoryBank, 0)
        .put(PartKind::Drive, "ssd-990pro-2tb", Place::DriveBay, 0);
    return maker;
}

} // namespace rigwright::test
