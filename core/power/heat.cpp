// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/power/heat.h"

#include "core/compatibility/host.h"
#include "core/power/traces.h"

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

constexpr double kBtuPerWattHour = 3.412142;
constexpr double kCfmPerWattKelvin = 1.76; ///< at 25 degrees C
constexpr double kCfmPerWattKelvinAt35 = 1.84;
/// Spread of reviews for one kind of cooler and of rooms.
constexpr DecibelsA kNoiseBand{4};

double soundPower(DecibelsA level)
{
    return level.base() > 0 ? std::pow(10.0, level.base() / 10) : 0;
}

} // namespace

Estimate<BtuPerHour> heatOf(const Estimate<Watts> &wall)
{
    const auto of = [](Watts watts) { return BtuPerHour(kBtuPerWattHour * watts.base()); };
    Trace trace{
        "factor*wall", "BTU/h", QT_TRANSLATE_NOOP("Trace", "All power from the wall ends as heat in the room"), {}};
    trace.inputs = {
        traceInput("factor", QT_TRANSLATE_NOOP("Trace", "BTU per hour in a watt"), kBtuPerWattHour, "BTU/h/W"),
        traceInput("wall", QT_TRANSLATE_NOOP("Trace", "Wall power with everything at its limit"), wall.value.base(),
                   "W")};
    return {of(wall.value), of(wall.low), of(wall.high), wall.basis, wall.measurements, std::move(trace)};
}

Estimate<CubicFeetPerMinute> airflowFor(const Estimate<Watts> &wall, Celsius rise, Celsius inlet)
{
    const double warm = std::clamp((inlet.base() - 25) / 10, 0.0, 1.0);
    const double factor = kCfmPerWattKelvin + (kCfmPerWattKelvinAt35 - kCfmPerWattKelvin) * warm;
    const auto of = [&](Watts watts) { return CubicFeetPerMinute(factor * watts.base() / rise.base()); };
    Trace trace{"factor*wall/rise",
                "CFM",
                QT_TRANSLATE_NOOP("Trace", "Air that leaves this many degrees warmer carries the heat"),
                {}};
    trace.inputs = {traceInput("factor", QT_TRANSLATE_NOOP("Trace", "Air needed per watt and degree"), factor,
                               "CFM*K/W", QStringLiteral("Comair Rotron, \"Establishing Cooling Requirements\"")),
                    traceInput("wall", QT_TRANSLATE_NOOP("Trace", "Wall power with everything at its limit"),
                               wall.value.base(), "W"),
                    traceInput("rise", QT_TRANSLATE_NOOP("Trace", "Rise of the air's temperature"), rise.base(), "K")};
    return {of(wall.value), of(wall.low), of(wall.high), wall.basis, wall.measurements, std::move(trace)};
}

DecibelsA coolerNoise(GpuCooler cooler)
{
    switch (cooler) {
    case GpuCooler::OpenAir: return DecibelsA(39); // RTX 3090 TUF 38.7: hardwareluxx 56413
    case GpuCooler::Blower: return DecibelsA(48);  // blowers under load 45 to 52
    case GpuCooler::Liquid: return DecibelsA(36);  // radiator fans and pump
    case GpuCooler::Passive: break;
    }
    return DecibelsA(0);
}

Estimate<DecibelsA> noiseOf(const Build &build, const Catalog &catalog, const Machine &machine)
{
    const Host host = hostOf(build, catalog);
    double cards = 0;
    double fans = 0;
    double box = 0;
    if (host.prebuilt && host.prebuilt->noise.base() > 0) {
        box = soundPower(host.prebuilt->noise);
    } else {
        for (const Device &device : machine.devices)
            if (device.gpu)
                cards += soundPower(coolerNoise(device.gpu->cooler));
        for (const Item &item : build.items)
            if (item.part.kind == PartKind::Fan)
                if (const Fan *fan = catalog.fans.find(item.part.id))
                    fans += soundPower(fan->noise) * fan->count;
    }
    const double sum = cards + fans + box;
    if (sum <= 0)
        return {};
    const DecibelsA level(10 * std::log10(sum));
    Trace trace{"10*log10(cards + fans + machine)",
                "dB(A)",
                QT_TRANSLATE_NOOP("Trace", "Sound powers add: L = 10 log10 of the sum of 10^(Li/10), at 1 m"),
                {}};
    trace.inputs = {traceInput("cards", QT_TRANSLATE_NOOP("Trace", "Sound of the GPU coolers, relative"), cards, "",
                               QStringLiteral("hardwareluxx.de 56413 and cooler classes")),
                    traceInput("fans", QT_TRANSLATE_NOOP("Trace", "Sound of the case fans, relative"), fans, ""),
                    traceInput("machine", QT_TRANSLATE_NOOP("Trace", "Sound of the whole machine, relative"), box, "")};
    return {level, level - kNoiseBand, level + kNoiseBand, Basis::Generic, 0, std::move(trace)};
}

} // namespace rigwright
