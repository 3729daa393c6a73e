// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/catalog/catalog.h"

namespace rigwright {

/// What a build is built into, looked up once: its case, board and CPUs, or its whole machine.
struct Host
{
    const Item *machineItem = nullptr; ///< the prebuilt or unified system
    const Prebuilt *prebuilt = nullptr;
    const UnifiedSystem *unified = nullptr; ///< placed by itself, or inside the prebuilt
    const Enclosure *enclosure = nullptr;
    const Motherboard *board = nullptr;
    const Cpu *cpu = nullptr; ///< of the first socket in use
    int cpus = 0;

    bool wholeMachine() const { return machineItem != nullptr; }
    /// A machine that is not opened: unified memory, soldered.
    bool closed() const { return unified != nullptr; }
};

/// Rows that are not in the catalogue count as absent.
Host hostOf(const Build &build, const Catalog &catalog);

/// Memory of a unified system in the option that the item chose.
/// @return GB as marketed (GiB in fact), of one system
double unifiedMemoryGB(const Host &host);

} // namespace rigwright
