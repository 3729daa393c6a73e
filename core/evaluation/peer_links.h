// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compatibility/host.h"
#include "core/evaluation/machine.h"

namespace rigwright {

/// Fills Machine::links: for each pair of devices the link that collective operations run over.
void fillPeerLinks(Machine &machine, const Build &build, const Catalog &catalog, const Host &host);

/// Whether NVIDIA's stock driver lets two of these cards write to each other over PCIe. GeForce
/// cards since Turing do not; what they exchange goes through system memory.
/// Sources: NVIDIA driver behaviour as described by the tinygrad open-gpu-kernel-modules fork and
/// Puget Systems' NVLink tests.
bool allowsPciePeers(const Gpu &gpu);

/// A PCIe link between two devices, with or without direct peer access; rates from the
/// catalogue's interconnects, or from the PCI-SIG rate where it has no row.
PeerLink pcieLink(PcieLink link, bool peers, const Catalog &catalog);

} // namespace rigwright
