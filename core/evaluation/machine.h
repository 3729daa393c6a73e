// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"

#include <vector>

namespace rigwright {

/// A memory that a model can be put on, with the processor beside it: a GPU, or the GPU of a
/// unified-memory system. What the memory and speed engines know of the hardware.
struct Device
{
    ItemId item; ///< 0 where not from a build
    QString name;
    QString label; ///< "GPU 0"
    const Gpu *gpu = nullptr;
    const UnifiedSystem *unified = nullptr;
    QString family; ///< key into SpeedCoefficients: architecture, or chip family ("Apple M3")
    QString vendor;
    Bytes memory; ///< usable: as the driver reports it, or the GPU's share of unified memory
    BytesPerSecond bandwidth;
    FlopsPerSecond fp16;
    double powerLimit = 1; ///< share of TDP
    PcieLink link;         ///< to the host
    QString position;      ///< "Slot 3"
};

/// The link that collective operations between devices run over.
struct PeerLink
{
    InterconnectKind kind = InterconnectKind::Pcie;
    BytesPerSecond perDirection;
    double efficiency = 0.8;
    Seconds latency;
    QString name; ///< "PCIe 4.0 x16", "NVLink 3 bridge"
};

/// CPU and system RAM.
struct HostProcessor
{
    QString name;
    Bytes memory; ///< 0 = unknown or none
    BytesPerSecond bandwidth;
    int cores = 0;
};

/// The computing part of a build: what can hold and run a model.
struct Machine
{
    std::vector<Device> devices;
    std::vector<PeerLink> links; ///< row-major devices × devices; the diagonal is unused
    HostProcessor host;

    const PeerLink &link(std::size_t a, std::size_t b) const { return links[a * devices.size() + b]; }
};

/// @return a card by itself, on its own link
Device bareDevice(const Gpu &gpu);
/// @return the GPU of a unified system with so much memory (GB as sold, which are GiB)
Device bareDevice(const UnifiedSystem &system, double memoryGB);

/// @return the machine that a build makes: devices in position order, links from slots, bridges
///         and NVSwitch, host from CPU and memory kits
Machine machineOf(const Build &build, const Catalog &catalog);
struct ChassisLayout;
/// The same, for callers that have the build's layout already.
Machine machineOf(const Build &build, const Catalog &catalog, const ChassisLayout &layout);

} // namespace rigwright
