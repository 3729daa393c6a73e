// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/names.h"
#include "core/evaluation/machine.h"
#include "core/units/result.h"

namespace rigwright {

/// The machine that a measurement names: `count` equal devices ("RTX 3090"), a mix ("RTX 5090 + RTX
/// 3090"), or a processor ("CPU: EPYC 9554"), joined as `interconnect` words it ("NVLink", "PCIe 4.0
/// x8, no P2P"; empty = as the cards usually are). `systemMemoryGBs` is the host's memory bandwidth.
Result<Machine> machineFromWords(const QString &gpu, int count, const QString &interconnect, double systemMemoryGBs,
                                 const Catalog &catalog, const NameIndex &names);

} // namespace rigwright
