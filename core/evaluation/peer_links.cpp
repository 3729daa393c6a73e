// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/peer_links.h"

#include "core/compatibility/bridges.h"
#include "core/compatibility/pcie.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

PeerLink fromRow(const Interconnect &row, BytesPerSecond perDirection)
{
    return {row.kind, perDirection, row.efficiency, row.latency, row.name};
}

/// The row of a kind whose rate is nearest, or nullptr.
const Interconnect *nearestRow(const Catalog &catalog, InterconnectKind kind, BytesPerSecond perDirection)
{
    const Interconnect *nearest = nullptr;
    for (const Interconnect &row : catalog.interconnects)
        if (row.kind == kind
            && (!nearest
                || std::abs(row.perDirection.base() - perDirection.base())
                       < std::abs(nearest->perDirection.base() - perDirection.base())))
            nearest = &row;
    return nearest;
}

/// AMD's rows name their GPUs ("AMD Infinity Fabric, MI300X/MI325X"); MI60 shares MI50's.
const Interconnect *infinityFabricOf(const Catalog &catalog, const Gpu &gpu)
{
    const QString id = gpu.info.id.section(u'-', 0, 0);
    for (const Interconnect &row : catalog.interconnects)
        if (row.kind == InterconnectKind::InfinityFabric && row.name.contains(id, Qt::CaseInsensitive))
            return &row;
    return nullptr;
}

/// The vendor's own fabric at a rate; kinds without a row get the general efficiency.
PeerLink fabric(const Catalog &catalog, InterconnectKind kind, BytesPerSecond perDirection)
{
    if (const Interconnect *row = nearestRow(catalog, kind, perDirection))
        return fromRow(*row, perDirection);
    PeerLink link;
    link.kind = kind;
    link.perDirection = perDirection;
    link.name = kind == InterconnectKind::NvSwitch ? QStringLiteral("NVSwitch") : QStringLiteral("NVLink");
    return link;
}

/// The fabric of a module machine (NVSwitch, NVLink mesh, Infinity Fabric), or a null name.
PeerLink moduleFabric(const Catalog &catalog, const Host &host, const Gpu &gpu)
{
    if (host.prebuilt && host.prebuilt->nvswitch)
        return fabric(catalog, InterconnectKind::NvSwitch, gpu.nvlinkTotal / 2);
    if (gpu.formFactor == GpuFormFactor::PcieCard)
        return {};
    if (const Interconnect *row = infinityFabricOf(catalog, gpu))
        return fromRow(*row, row->perDirection);
    return gpu.nvlinkTotal.base() > 0 ? fabric(catalog, InterconnectKind::Nvlink, gpu.nvlinkTotal / 2) : PeerLink{};
}

/// Machines joined by a network, as their maker words it: "200 Gb/s QSFP between units".
PeerLink networkLink(const Catalog &catalog, const QString &wording)
{
    const qsizetype unit = wording.indexOf(QLatin1String("Gb/s"));
    const qsizetype start = unit < 0 ? -1 : wording.lastIndexOf(u' ', std::max<qsizetype>(0, unit - 2)) + 1;
    const double gigabits =
        unit < 0 ? 10 : QStringView(wording).mid(start, unit - start).trimmed().toDouble(); // else plain 10GbE
    const BytesPerSecond rate = fromGBPerSecond(gigabits / 8);
    return fabric(catalog, InterconnectKind::Network, rate);
}

/// Writes a link in both directions of a pair.
void setLink(Machine &machine, std::size_t a, std::size_t b, const PeerLink &link)
{
    machine.links[a * machine.devices.size() + b] = link;
    machine.links[b * machine.devices.size() + a] = link;
}

std::optional<std::size_t> deviceOf(const Machine &machine, ItemId item)
{
    const auto it = std::ranges::find(machine.devices, item, &Device::item);
    if (it == machine.devices.end())
        return std::nullopt;
    return std::size_t(it - machine.devices.begin());
}

void addBridge(Machine &machine, const Build &build, const Catalog &catalog, const Item &item)
{
    const NvlinkBridge *bridge = catalog.nvlinkBridges.find(item.part.id);
    if (!bridge)
        return;
    const std::vector<ItemId> joined = joinedBy(build, item);
    for (std::size_t i = 0; i < joined.size(); ++i) {
        for (std::size_t j = i + 1; j < joined.size(); ++j) {
            const auto a = deviceOf(machine, joined[i]);
            const auto b = deviceOf(machine, joined[j]);
            if (!a || !b || !machine.devices[*a].gpu)
                continue;
            const Gpu &gpu = *machine.devices[*a].gpu;
            if (std::ranges::find(bridge->gpuIds, gpu.info.id) == bridge->gpuIds.end())
                continue;
            if (gpu.nvlinkTotal.base() > 0) {
                const BytesPerSecond total =
                    bridge->total.base() > 0 ? std::min(bridge->total, gpu.nvlinkTotal) : gpu.nvlinkTotal;
                setLink(machine, *a, *b, fabric(catalog, InterconnectKind::Nvlink, total / 2));
            } else if (const Interconnect *row = infinityFabricOf(catalog, gpu)) {
                setLink(machine, *a, *b, fromRow(*row, row->perDirection));
            }
        }
    }
}

} // namespace

bool allowsPciePeers(const Gpu &gpu)
{
    const bool geforce = gpu.segment == QLatin1String("consumer")
                         && gpu.info.vendor.compare(QLatin1String("NVIDIA"), Qt::CaseInsensitive) == 0;
    return !geforce || gpu.architecture == QLatin1String("Pascal");
}

PeerLink pcieLink(PcieLink link, bool peers, const Catalog &catalog)
{
    PeerLink peer;
    peer.kind = peers ? InterconnectKind::Pcie : InterconnectKind::PcieNoPeer;
    peer.perDirection = pcieBandwidth(link);
    const QString id =
        QStringLiteral("pcie-") + QString::number(link.generation) + QStringLiteral("-x") + QString::number(link.lanes);
    if (const Interconnect *row = catalog.interconnects.find(id)) {
        peer = fromRow(*row, row->perDirection);
        peer.kind = peers ? InterconnectKind::Pcie : InterconnectKind::PcieNoPeer;
    }
    peer.name = pcieName(link);
    if (!peers) {
        // Rows exist for x16; a narrower link bounces at the same efficiency of its own rate
        if (const Interconnect *bounce = nearestRow(catalog, InterconnectKind::PcieNoPeer, peer.perDirection)) {
            peer.efficiency = bounce->efficiency;
            peer.latency = bounce->latency;
        }
    }
    return peer;
}

void fillPeerLinks(Machine &machine, const Build &build, const Catalog &catalog, const Host &host)
{
    const std::size_t count = machine.devices.size();
    machine.links.assign(count * count, PeerLink{});
    if (count < 2)
        return;

    if (host.closed()) {
        const PeerLink network = networkLink(catalog, host.prebuilt ? host.prebuilt->interconnect : QString());
        for (std::size_t a = 0; a < count; ++a)
            for (std::size_t b = a + 1; b < count; ++b)
                setLink(machine, a, b, network);
        return;
    }

    // A maker that ships a driver with peer access says so ("patched-driver P2P")
    const bool patched = host.prebuilt && host.prebuilt->interconnect.contains(QLatin1String("P2P"));
    const Gpu *first = machine.devices.front().gpu;
    const PeerLink inMachine = first ? moduleFabric(catalog, host, *first) : PeerLink{};
    QVarLengthArray<bool, 16> peersAllowed;
    for (const Device &device : machine.devices)
        peersAllowed.append(device.gpu && (patched || allowsPciePeers(*device.gpu)));
    PeerLink last;
    PcieLink lastLink;
    bool lastPeers = false;
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = a + 1; b < count; ++b) {
            const Device &one = machine.devices[a];
            const Device &other = machine.devices[b];
            if (!inMachine.name.isEmpty() && one.gpu == other.gpu) {
                setLink(machine, a, b, inMachine);
                continue;
            }
            const PcieLink link = negotiated(one.link, other.link);
            const bool peers = peersAllowed[qsizetype(a)] && peersAllowed[qsizetype(b)] && one.vendor == other.vendor;
            if (last.name.isEmpty() || link != lastLink || peers != lastPeers) {
                last = pcieLink(link, peers, catalog);
                lastLink = link;
                lastPeers = peers;
            }
            setLink(machine, a, b, last);
        }
    }
    for (const Item &item : build.items)
        if (item.part.kind == PartKind::NvlinkBridge)
            addBridge(machine, build, catalog, item);
}

} // namespace rigwright
