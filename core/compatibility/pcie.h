// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/hardware.h"

namespace rigwright {

/// Rate of a link in one direction after line encoding (8b/10b to generation 2, 128b/130b to 5,
/// flit mode from 6). Source: PCI-SIG base specifications.
BytesPerSecond pcieBandwidth(PcieLink link);

/// @return "PCIe 4.0 x16", or "no link"
QString pcieName(PcieLink link);

/// What two ends agree on: the lower generation and the fewer lanes.
PcieLink negotiated(PcieLink a, PcieLink b);

} // namespace rigwright
