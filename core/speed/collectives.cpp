// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speed/collectives.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

// Kernel launch and synchronization of a collective. With the link latencies of the catalogue this
// gives 7-11 us per call over NVLink and about 31 us over PCIe 3.0 x8 without peer access, which
// is what tensor-parallel measurements imply (llama.cpp, vLLM; 2 calls per layer).
constexpr double kCollectiveLaunch = 6e-6;

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
    double latency = 0;
    double perByte = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const PeerLink &link = machine.link(devices[i], devices[(i + 1) % n]); // the ring
        latency = std::max(latency, link.latency.base());
        perByte = std::max(perByte, linkSeconds(link, 1.0));
    }
    const double hops = 2 * std::ceil(std::log2(double(n)));
    return Seconds(kCollectiveLaunch + hops * latency + 2.0 * double(n - 1) / double(n) * bytes * perByte);
}

Seconds handOverTime(const Machine &machine, std::size_t from, std::size_t to, double bytes)
{
    const PeerLink &link = machine.link(from, to);
    return Seconds(kHandOver + link.latency.base() + linkSeconds(link, bytes));
}

} // namespace rigwright
