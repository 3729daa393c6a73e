// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/device_family.h"

namespace rigwright {

QString deviceFamily(const Gpu &gpu)
{
    if (gpu.memoryType.startsWith(QLatin1String("HBM")))
        return gpu.architecture + QLatin1String(" HBM");
    return gpu.architecture;
}

QString deviceFamily(const UnifiedSystem &system)
{
    const QString &chip = system.chip;
    if (system.info.vendor == QLatin1String("Apple") || (chip.startsWith(u'M') && chip.size() > 1 && chip[1].isDigit()))
        return QLatin1String("Apple ") + chip.left(2);
    if (chip.startsWith(QLatin1String("GB10")))
        return QStringLiteral("GB10");
    if (chip.startsWith(QLatin1String("GH200")))
        return QStringLiteral("Hopper HBM");
    if (chip.startsWith(QLatin1String("GB300")))
        return QStringLiteral("Blackwell Ultra HBM");
    if (chip.startsWith(QLatin1String("Jetson")))
        return QStringLiteral("Jetson");
    if (chip.contains(QLatin1String("Ryzen AI Max")))
        return QStringLiteral("Strix Halo");
    return chip;
}

} // namespace rigwright
