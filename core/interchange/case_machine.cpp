// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/case_machine.h"

#include "core/evaluation/device_family.h"
#include "core/evaluation/peer_links.h"
#include "core/interchange/unknown_name.h"

#include <QCoreApplication>

#include <algorithm>

namespace rigwright {

namespace {

constexpr int kMostDevices = 1024;
const QLatin1String kProcessor("CPU:");

QString text(const char *source)
{
    return QCoreApplication::translate("Cases", source);
}

/// With the largest memory option: a measurement rarely names it, and what ran did fit.
Device unifiedDevice(const UnifiedSystem &system)
{
    const auto &options = system.memoryOptionsGB;
    return bareDevice(system, options.empty() ? 0 : *std::ranges::max_element(options));
}

/// A processor of the catalogue, or any with a stated memory bandwidth.
Result<HostProcessor> processor(const QString &name, double systemMemoryGBs, const Catalog &catalog,
                                const NameIndex &names)
{
    HostProcessor host;
    host.name = name;
    const QString key = nameKey(name);
    const Cpu *nearest = nullptr;
    for (const Cpu &cpu : catalog.cpus) { // by a part of the name: "EPYC 9554" is "AMD EPYC 9554"
        const QString full = nameKey(cpu.info.name);
        if (!key.isEmpty() && (full == key || full.endsWith(key) || key.endsWith(full)))
            nearest = &cpu;
    }
    if (nearest) {
        host.bandwidth = nearest->memoryBandwidth;
        host.cores = nearest->cores;
    } else if (const NameIndex::Device device = names.device(name); device.unified) {
        host.bandwidth = device.unified->bandwidth;
    }
    if (systemMemoryGBs > 0)
        host.bandwidth = fromGBPerSecond(systemMemoryGBs);
    if (host.bandwidth <= BytesPerSecond())
        return unknownName("No processor \"%1\" in the catalogue (give system_memory_gbs to predict without one)", name,
                           {});
    return host;
}

Result<Device> deviceNamed(const QString &name, const NameIndex &names)
{
    const NameIndex::Device found = names.device(name);
    if (found.gpu)
        return bareDevice(*found.gpu);
    if (found.unified)
        return unifiedDevice(*found.unified);
    return unknownName("No GPU \"%1\" in the catalogue", name, names.nearestDevices(name));
}

/// "PCIe 4.0 x8" -> generation 4, 8 lanes; what is not said is taken from `usual`.
PcieLink pcieWords(const QString &words, PcieLink usual)
{
    const qsizetype at = words.indexOf(QLatin1String("PCIe"), 0, Qt::CaseInsensitive);
    if (at < 0)
        return usual;
    const QStringView rest = QStringView(words).mid(at + 4).trimmed();
    if (!rest.isEmpty() && rest[0].digitValue() >= 1 && rest[0].digitValue() <= 6)
        usual.generation = rest[0].digitValue();
    const qsizetype x = rest.indexOf(u'x');
    if (x >= 0) {
        qsizetype end = x + 1;
        while (end < rest.size() && rest[end].isDigit())
            ++end;
        const int lanes = rest.mid(x + 1, end - x - 1).toInt();
        if (lanes == 1 || lanes == 2 || lanes == 4 || lanes == 8 || lanes == 16)
            usual.lanes = lanes;
    }
    return usual;
}

PeerLink fabricLink(InterconnectKind kind, BytesPerSecond perDirection, const QString &name)
{
    PeerLink link;
    link.kind = kind;
    link.perDirection = perDirection;
    link.name = name;
    return link;
}

/// How two devices of a case talk to each other.
PeerLink linkFromWords(const Device &device, const QString &words, const Catalog &catalog)
{
    const auto says = [&](const char *what) { return words.contains(QLatin1String(what), Qt::CaseInsensitive); };
    const auto fabric = [&](InterconnectKind kind, BytesPerSecond rate) {
        PeerLink link = fabricLink(kind, rate, words);
        for (const Interconnect &row : catalog.interconnects)
            if (row.kind == kind) {
                link.efficiency = row.efficiency;
                link.latency = row.latency;
                break;
            }
        return link;
    };
    const bool noNvlink = says("no NVLink") || says("NVLink disabled");
    const bool module = device.gpu && device.gpu->formFactor != GpuFormFactor::PcieCard;
    const BytesPerSecond nvlink = device.gpu ? device.gpu->nvlinkTotal / 2 : BytesPerSecond();
    if (nvlink > BytesPerSecond() && !noNvlink && (says("NVLink") || says("NVSwitch") || (module && !says("PCIe"))))
        return fabric(module ? InterconnectKind::NvSwitch : InterconnectKind::Nvlink, nvlink);
    if (says("Infinity") || (module && device.vendor == QLatin1String("AMD")))
        for (const Interconnect &row : catalog.interconnects)
            if (row.kind == InterconnectKind::InfinityFabric
                && row.name.contains(device.name.section(u' ', -1), Qt::CaseInsensitive))
                return {row.kind, row.perDirection, row.efficiency, row.latency, row.name};
    if (device.unified || says("network") || says("RPC"))
        return fabric(InterconnectKind::Network, fromGBPerSecond(1.25)); // 10 Gb/s Ethernet where nothing is said
    const bool peers = says("no P2P") ? false : says("P2P") ? true : device.gpu && allowsPciePeers(*device.gpu);
    return pcieLink(pcieWords(words, device.link), peers, catalog);
}

} // namespace

Result<Machine> machineFromWords(const QString &gpu, int count, const QString &interconnect, double systemMemoryGBs,
                                 const Catalog &catalog, const NameIndex &names)
{
    if (gpu.trimmed().isEmpty())
        return Error{Error::Code::Invalid, text("No GPU is named")};
    if (count < 1 || count > kMostDevices)
        return Error{Error::Code::Invalid, text("gpu_count is not between 1 and %1").arg(kMostDevices)};
    Machine machine;
    if (gpu.startsWith(kProcessor, Qt::CaseInsensitive)) {
        const Result<HostProcessor> host =
            processor(gpu.mid(kProcessor.size()).trimmed(), systemMemoryGBs, catalog, names);
        if (!host)
            return host.error();
        machine.host = *host;
        return machine;
    }

    const Result<Device> single = deviceNamed(gpu, names);
    if (single) {
        machine.devices.assign(std::size_t(count), *single);
    } else {
        const QStringList mix = gpu.split(QLatin1String(" + "));
        if (mix.size() < 2 || mix.size() > kMostDevices)
            return single.error();
        for (const QString &name : mix) {
            const Result<Device> one = deviceNamed(name, names);
            if (!one)
                return one.error();
            machine.devices.push_back(*one);
        }
    }
    machine.host.bandwidth = fromGBPerSecond(systemMemoryGBs);
    const std::size_t n = machine.devices.size();
    machine.links.resize(n * n);
    if (n > 1) {
        QVarLengthArray<PeerLink, 8> byDevice;
        for (const Device &device : machine.devices)
            byDevice.append(byDevice.isEmpty() || device.gpu != machine.devices[0].gpu
                                ? linkFromWords(device, interconnect, catalog)
                                : byDevice[0]);
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = 0; b < n; ++b)
                if (a != b) {
                    const PeerLink &one = byDevice[qsizetype(a)];
                    const PeerLink &other = byDevice[qsizetype(b)];
                    machine.links[a * n + b] = one.perDirection < other.perDirection ? one : other;
                }
    }
    return machine;
}

} // namespace rigwright
