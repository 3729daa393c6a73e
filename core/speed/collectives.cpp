// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speed/collectives.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

// Launch and synchronization of one collective, beside the latency of the link. NVLink: 7-11 us per call
// in all. PCIe with peer access: what vLLM and SGLang on RTX PRO 6000 and RTX 3090 cards leave after
// weights and cache. Without peer access the link's own latency is most of the about 31 us per call.
constexpr double kFabricLaunch = 8e-6;
constexpr double kPciePeerLaunch = 25e-6;
constexpr double kBounceLaunch = 6e-6;

double launchSeconds(InterconnectKind kind)
{
    switch (kind) {
    case InterconnectKind::Nvlink:
    case InterconnectKind::NvSwitch:
    case InterconnectKind::InfinityFabric: return kFabricLaunch;
    case InterconnectKind::PcieNoPeer: return kBounceLaunch;
    case InterconnectKind::Pcie:
    case InterconnectKind::Network:
    case InterconnectKind::Other: return kPciePeerLaunch;
    }
    return kPciePeerLaunch;
}

// A layer split costs 0.09-0.5 ms per token and added card at 8B whatever the link (XiongjieDai,
// llama.cpp PR logs): graph splitting and a synchronous copy, not bandwidth.
constexpr double kHandOver = 0.24e-3;

double linkSeconds(const PeerLink &link, double bytes)
{
    const double rate = link.efficiency * link.perDirection.base();
    return rate > 0 ? bytes / rate : 0;
}

} // namespace

Seconds allReduceTime(const Machine &machine, std::span<const std::size_t> devices, double bytes)
{
    const std::size_t n = devices.size();
    if (n < 2)
        return {};
    double launch = 0;
    double latency = 0;
    double perByte = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const PeerLink &link = machine.link(devices[i], devices[(i + 1) % n]); // the ring
        launch = std::max(launch, launchSeconds(link.kind));
        latency = std::max(latency, link.latency.base());
        perByte = std::max(perByte, linkSeconds(link, 1.0));
    }
    const double hops = 2 * std::ceil(std::log2(double(n)));
    return Seconds(launch + hops * latency + 2.0 * double(n - 1) / double(n) * bytes * perByte);
}

Seconds handOverTime(const Machine &machine, std::size_t from, std::size_t to, double bytes)
{
    const PeerLink &link = machine.link(from, to);
    return Seconds(kHandOver + link.latency.base() + linkSeconds(link, bytes));
}

} // namespace rigwright
