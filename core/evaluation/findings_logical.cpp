// SPDX-License-Identifier: GPL-3.0-or-later
// What is missing, and what does not work well together: lanes, links, memory, NVLink.
#include "core/compatibility/bridges.h"
#include "core/compatibility/host.h"
#include "core/compatibility/pcie.h"
#include "core/evaluation/finding_text.h"
#include "core/evaluation/findings.h"
#include "core/units/format.h"

#include <algorithm>

namespace rigwright::findings {

namespace {

using Findings = std::vector<Finding>;

bool has(const Build &build, PartKind kind)
{
    return std::ranges::any_of(build.items, [kind](const Item &item) { return item.part.kind == kind; });
}

/// The parts that every self-built machine needs.
void missingParts(Findings &all, const Build &build, const Host &host)
{
    if (build.items.empty() || host.wholeMachine())
        return;
    const QString rig = tr("Build");
    if (!host.board)
        all.push_back(
            finding("parts.no-board", Severity::Error, rig, tr("No motherboard: nothing can be plugged in.")));
    if (!host.cpu)
        all.push_back(finding("parts.no-cpu", Severity::Error, rig, tr("No CPU: the machine does not start.")));
    if (!has(build, PartKind::MemoryKit))
        all.push_back(
            finding("parts.no-memory", Severity::Error, rig, tr("No system memory: the machine does not start.")));
    if (!has(build, PartKind::Drive))
        all.push_back(
            finding("parts.no-drive", Severity::Warning, rig, tr("No drive: models need a place to be loaded from.")));
    if (!host.enclosure)
        all.push_back(
            finding("parts.no-case", Severity::Advice, rig, tr("No case: lengths and bays are not checked.")));
}

void memoryChannels(Findings &all, const Build &build, const Catalog &catalog, const Evaluation &soFar,
                    const Host &host)
{
    if (!host.cpu || host.wholeMachine())
        return;
    int modules = 0;
    std::vector<ItemId> kits;
    for (const Item &item : build.items) {
        const MemoryKit *kit = item.part.kind == PartKind::MemoryKit ? catalog.memoryKits.find(item.part.id) : nullptr;
        if (!kit)
            continue;
        modules += kit->modules;
        kits.push_back(item.id);
    }
    int channels = host.cpu->memoryChannels * host.cpus;
    if (host.board)
        channels = std::min(channels, host.board->memorySlots);
    if (modules == 0 || modules >= channels)
        return;
    all.push_back(finding("memory.channels", Severity::Advice, host.cpu->info.name,
                          tr("%1 modules on %2 channels: %3 of memory bandwidth instead of %4. That slows every layer "
                             "that does not fit on the GPUs.")
                              .arg(modules)
                              .arg(channels)
                              .arg(format::bandwidth(soFar.machine.host.bandwidth),
                                   format::bandwidth(soFar.machine.host.bandwidth * (double(channels) / modules))),
                          std::move(kits)));
}

bool tensorParallel(const Evaluation &soFar)
{
    return std::ranges::any_of(soFar.deployments, [](const DeploymentResult &d) {
        return d.known && d.plan.verdict != FitVerdict::Refused && d.plan.tensorWays > 1;
    });
}

/// Cards on links that hold them back.
void narrowLinks(Findings &all, const Evaluation &soFar)
{
    constexpr int narrow = 4;
    const bool collective = tensorParallel(soFar);
    for (const Device &device : soFar.machine.devices) {
        if (!device.gpu || device.gpu->formFactor != GpuFormFactor::PcieCard || device.link.lanes <= 0
            || device.link.lanes > narrow || device.gpu->link.lanes <= device.link.lanes)
            continue;
        const QString subject = tr("%1 in %2").arg(device.name, device.position);
        const QString rate = format::bandwidth(pcieBandwidth(device.link));
        all.push_back(
            collective
                ? finding("link.narrow", Severity::Warning, subject,
                          tr("Only %1 (%2 per direction): tensor parallel exchanges data in every layer and waits "
                             "for it. Use a wider slot or layer split.")
                              .arg(pcieName(device.link), rate),
                          {device.item})
                : finding("link.narrow", Severity::Advice, subject,
                          tr("Only %1 (%2 per direction): loading and prompts take longer; layer split hardly "
                             "slows down.")
                              .arg(pcieName(device.link), rate),
                          {device.item}));
    }
}

void lanes(Findings &all, const Evaluation &soFar, const Host &host)
{
    if (soFar.pcieLanesAvailable > 0 && soFar.pcieLanesUsed > soFar.pcieLanesAvailable)
        all.push_back(finding("link.lanes", Severity::Warning, host.cpu ? host.cpu->info.name : tr("PCIe lanes"),
                              tr("The cards use %1 lanes, the CPU has %2: some hang behind the chipset or a switch and "
                                 "share its link.")
                                  .arg(soFar.pcieLanesUsed)
                                  .arg(soFar.pcieLanesAvailable)));
}

/// NVLink joins pairs; what it does not join goes over PCIe.
void nvlink(Findings &all, const Build &build, const Evaluation &soFar, const Host &host)
{
    if (host.wholeMachine())
        return;
    std::vector<ItemId> capable;
    const Gpu *gpu = nullptr;
    for (const Device &device : soFar.machine.devices) {
        if (device.gpu && device.gpu->nvlinkPeers > 0 && device.gpu->formFactor == GpuFormFactor::PcieCard
            && (!gpu || gpu == device.gpu)) {
            gpu = device.gpu;
            capable.push_back(device.item);
        }
    }
    if (capable.size() < 3 || gpu->nvlinkPeers != 1 || !has(build, PartKind::NvlinkBridge))
        return;
    all.push_back(finding("nvlink.pairs", Severity::Advice, gpu->info.name,
                          tr("NVLink joins pairs only, at %1 per direction; traffic between pairs goes over PCIe.")
                              .arg(format::bandwidth(gpu->nvlinkTotal / 2)),
                          std::move(capable)));
}

void mixedCards(Findings &all, const Evaluation &soFar)
{
    std::vector<ItemId> items;
    bool vendors = false;
    for (const Device &device : soFar.machine.devices) {
        items.push_back(device.item);
        vendors = vendors || device.vendor != soFar.machine.devices.front().vendor;
    }
    if (vendors)
        all.push_back(
            finding("cards.vendors", Severity::Warning, tr("GPUs"),
                    tr("Cards of different makers: only llama.cpp with its Vulkan backend runs one model over "
                       "all of them."),
                    std::move(items)));
}

} // namespace

Findings logical(const Build &build, const Catalog &catalog, const Evaluation &soFar)
{
    Findings all;
    const Host host = hostOf(build, catalog);
    missingParts(all, build, host);
    memoryChannels(all, build, catalog, soFar, host);
    narrowLinks(all, soFar);
    lanes(all, soFar, host);
    nvlink(all, build, soFar, host);
    mixedCards(all, soFar);
    return all;
}

} // namespace rigwright::findings
