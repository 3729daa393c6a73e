// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/part.h"

#include <vector>

namespace rigwright {

/// A PCI Express link: generation and electrical lanes. Generation 0 means no link.
struct PcieLink
{
    int generation = 0;
    int lanes = 0;
    friend auto operator<=>(const PcieLink &, const PcieLink &) = default;
};

/// Kinds of power plug a card can ask for and a supply can give.
enum class PowerPlug { SixPin, EightPin, EightPinEps, TwelvePin, SixteenPin };

struct PowerPlugCount
{
    PowerPlug plug = PowerPlug::EightPin;
    int count = 0;
    friend bool operator==(const PowerPlugCount &, const PowerPlugCount &) = default;
};

enum class GpuFormFactor { PcieCard, SxmModule, OamModule, SuperchipModule };
enum class GpuCooler { OpenAir, Blower, Passive, Liquid };

struct Gpu
{
    PartInfo info;
    QString architecture; ///< "Ampere", "RDNA 4", ...
    QString segment;      ///< consumer, workstation, datacenter
    double memoryGB = 0;  ///< the marketing figure
    Bytes usableMemory;   ///< what the driver reports as total (MiB in the catalogue)
    QString memoryType;
    int memoryBusBits = 0; ///< all chips together; 0 = unknown
    bool ecc = false;
    int multiprocessors = 0;  ///< NVIDIA SMs; 0 = unknown
    BytesPerSecond bandwidth; ///< vendor peak
    FlopsPerSecond fp16;      ///< dense tensor FP16, FP32 accumulate; shader rate where there are no matrix cores
    FlopsPerSecond fp8;       ///< 0 = none
    FlopsPerSecond int8;      ///< 0 = none
    FlopsPerSecond fp32;
    Watts tdp;
    Watts idle; ///< headless with a model resident
    bool idleIsEstimate = false;
    PcieLink link;
    GpuFormFactor formFactor = GpuFormFactor::PcieCard;
    double slotWidth = 2; ///< expansion slots covered (2.5 covers three)
    Millimetres length;
    Millimetres height;
    std::vector<PowerPlugCount> powerPlugs;
    GpuCooler cooler = GpuCooler::OpenAir;
    BytesPerSecond nvlinkTotal; ///< both directions; 0 = no NVLink
    int nvlinkPeers = 0;        ///< other GPUs reachable in one NVLink domain
    Watts recommendedPsu;
    QString computeCapability; ///< "8.6" or "gfx1100"
    QString launchDate;
    Money launchPrice;
    friend bool operator==(const Gpu &, const Gpu &) = default;
};

struct UnifiedSystem
{
    PartInfo info;
    QString chip;
    std::vector<double> memoryOptionsGB;
    BytesPerSecond bandwidth;
    int gpuCores = 0;
    FlopsPerSecond fp16;
    double gpuUsableFraction = 0.75; ///< share of the memory the GPU may use by default
    Watts idle;                      ///< at the wall; 0 = unknown
    Watts maximum;                   ///< at the wall; 0 = unknown
    friend bool operator==(const UnifiedSystem &, const UnifiedSystem &) = default;
};

struct Prebuilt
{
    PartInfo info;
    std::vector<QString> gpuIds; ///< candidates; empty = none or unified
    QString unifiedSystemId;     ///< set where the machine is a unified-memory system
    int gpuCount = 0;            ///< maximum where several GPUs are offered
    double gpuMemoryGB = 0;
    double systemMemoryGB = 0;
    BytesPerSecond systemMemoryBandwidth; ///< 0 = unknown
    QString cpu;
    QString storage;
    QString interconnect;  ///< as the vendor words it
    PcieLink link;         ///< link of each GPU; generation 0 = unknown or not PCIe
    bool nvswitch = false; ///< all GPUs joined by NVSwitch
    Watts maximum;         ///< nameplate
    Watts typical;
    int psuCount = 0;     ///< 0 = unknown
    Watts psuWatts;       ///< each
    QString psuRating;    ///< as in PowerSupply::efficiencyRating; empty = unknown
    Volts minimumVoltage; ///< 100 for wide-range inputs, 200 for 200-240 V machines
    QString circuitNote;
    DecibelsA noise; ///< 0 = unknown
    QString formFactor;
    QString leadTime;
    QString largestModelClaim;
    friend bool operator==(const Prebuilt &, const Prebuilt &) = default;
};

struct Cpu
{
    PartInfo info;
    QString socket;
    int cores = 0;
    Watts tdp;
    int pcieGeneration = 0;
    int pcieLanes = 0;  ///< usable by slots and drives
    QString memoryType; ///< "DDR5 RDIMM", ...
    int memoryChannels = 0;
    int memorySpeedMTs = 0;
    BytesPerSecond memoryBandwidth; ///< all channels at memorySpeedMTs
    double maxMemoryGB = 0;
    friend bool operator==(const Cpu &, const Cpu &) = default;
};

/// One expansion slot of a board, from the CPU down.
struct BoardSlot
{
    PcieLink link;    ///< electrical
    int position = 0; ///< ATX expansion position, 1 nearest the CPU; 0 = not a physical slot (MCIO connector)
    friend bool operator==(const BoardSlot &, const BoardSlot &) = default;
};

struct Motherboard
{
    PartInfo info;
    QString socket; ///< "2xSP5" for two sockets
    int sockets = 1;
    QString chipset;
    QString formFactor;
    std::vector<BoardSlot> slots_;
    bool slotPositionsVerified = false; ///< false: positions are assumed, not read in a manual
    QString bifurcation;
    int memorySlots = 0;
    double maxMemoryGB = 0;
    QString memoryType;
    int m2Slots = 0;
    friend bool operator==(const Motherboard &, const Motherboard &) = default;
};

struct PowerSupply
{
    PartInfo info;
    Watts watts;
    Watts lowLineWatts; ///< on 100-127 V; equal to watts where not derated, 0 = refuses low line
    bool lowLineVerified = false;
    QString efficiencyRating; ///< 80 PLUS level used for the curve: "Gold", "Platinum", "Titanium", ...
    QString atxVersion;       ///< "3.1", "2.4"; empty = not an ATX unit
    int eightPin = 0;
    int sixteenPin = 0;
    int eps = 2;
    Millimetres length;
    friend bool operator==(const PowerSupply &, const PowerSupply &) = default;
};

enum class EnclosureStyle { Tower, Rack, OpenFrame, GpuCage, ClosedBox };

struct Enclosure
{
    PartInfo info;
    EnclosureStyle style = EnclosureStyle::Tower;
    QString formFactor;       ///< "full tower", "4U rack", ...
    QStringList boards;       ///< form factors that fit
    int expansionSlots = 0;   ///< of an open frame or cage: GPU positions
    Millimetres maxGpuLength; ///< 0 = unknown
    Millimetres maxPsuLength; ///< 0 = unknown
    int psuBays = 1;
    QString fanMounts;
    int fanMountCount = 0; ///< fans that the mounts hold together
    Millimetres maxRadiator;
    friend bool operator==(const Enclosure &, const Enclosure &) = default;
};

struct MemoryKit
{
    PartInfo info;
    QString type; ///< "DDR5 RDIMM"
    int modules = 0;
    double moduleGB = 0;
    int speedMTs = 0;
    Watts power; ///< whole kit
    friend bool operator==(const MemoryKit &, const MemoryKit &) = default;
};

struct Drive
{
    PartInfo info;
    QString interface; ///< "NVMe", "SATA"
    double capacityTB = 0;
    BytesPerSecond readRate;
    Watts power;
    friend bool operator==(const Drive &, const Drive &) = default;
};

struct NvlinkBridge
{
    PartInfo info;
    int slotSpacing = 0;         ///< distance between the two cards in expansion slots; 0 = flexible
    BytesPerSecond total;        ///< both directions
    std::vector<QString> gpuIds; ///< cards it joins
    friend bool operator==(const NvlinkBridge &, const NvlinkBridge &) = default;
};

struct Fan
{
    PartInfo info;
    Millimetres diameter;
    CubicFeetPerMinute airflow; ///< free air, one fan
    DecibelsA noise;            ///< 0 = unknown
    int count = 1;              ///< fans in the pack
    Watts power;                ///< whole pack
    friend bool operator==(const Fan &, const Fan &) = default;
};

struct Extra
{
    PartInfo info;
    QString category; ///< "riser", "ups", "nic", ...
    QString keySpec;
    Watts power;
    friend bool operator==(const Extra &, const Extra &) = default;
};

enum class InterconnectKind { Pcie, PcieNoPeer, Nvlink, NvSwitch, InfinityFabric, Network, Other };

struct Interconnect : Sourced
{
    QString id;
    QString name;
    InterconnectKind kind = InterconnectKind::Other;
    BytesPerSecond perDirection;
    double efficiency = 0.8; ///< achieved share of perDirection
    Seconds latency;         ///< one way
    friend bool operator==(const Interconnect &, const Interconnect &) = default;
};

} // namespace rigwright
