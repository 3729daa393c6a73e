// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compatibility/pcie.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rigwright {

BytesPerSecond pcieBandwidth(PcieLink link)
{
    // GT/s per lane times the encoding's efficiency, over 8 bits per byte
    constexpr std::array gbsPerLane{0.0,
                                    2.5 * 0.8 / 8,
                                    5.0 * 0.8 / 8,
                                    8.0 * 128 / 130 / 8,
                                    16.0 * 128 / 130 / 8,
                                    32.0 * 128 / 130 / 8,
                                    64.0 * 0.945 / 8};
    const auto generation = std::size_t(std::clamp(link.generation, 0, int(gbsPerLane.size()) - 1));
    return fromGBPerSecond(gbsPerLane[generation] * link.lanes);
}

QString pcieName(PcieLink link)
{
    if (link.generation <= 0 || link.lanes <= 0)
        return QCoreApplication::translate("Compatibility", "no link");
    return QStringLiteral("PCIe ") + QString::number(link.generation) + QStringLiteral(".0 x")
           + QString::number(link.lanes);
}

PcieLink negotiated(PcieLink a, PcieLink b)
{
    return {std::min(a.generation, b.generation), std::min(a.lanes, b.lanes)};
}

} // namespace rigwright
