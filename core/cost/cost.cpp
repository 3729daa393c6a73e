// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/cost.h"

#include "core/cost/energy_price.h"
#include "core/cost/part_price.h"
#include "core/power/traces.h"

#include <algorithm>
#include <array>

namespace rigwright {

namespace {

constexpr double kDaysPerMonth = 30; ///< as the published examples reckon
constexpr double kMonths = 36;

/// Sums of the parts by what they are for, so that the total's trace has a few addends.
struct PartsSum
{
    enum Group { Machine, Enclosure, Board, Cpu, Memory, Gpus, Supplies, Rest, Groups };
    std::array<PartPrice, Groups> groups{};
    int unpricedLines = 0;

    static Group groupOf(PartKind kind)
    {
        switch (kind) {
        case PartKind::UnifiedSystem:
        case PartKind::Prebuilt: return Machine;
        case PartKind::Enclosure: return Enclosure;
        case PartKind::Motherboard: return Board;
        case PartKind::Cpu: return Cpu;
        case PartKind::MemoryKit: return Memory;
        case PartKind::Gpu: return Gpus;
        case PartKind::PowerSupply: return Supplies;
        default: return Rest;
        }
    }
    Money total(Money PartPrice::*which) const
    {
        Money sum;
        for (const PartPrice &group : groups)
            sum += group.*which;
        return sum;
    }
};

PartsSum sumParts(const Build &build, const Catalog &catalog)
{
    PartsSum sum;
    std::vector<PartRef> unpriced;
    for (const Item &item : build.items) {
        if (item.included)
            continue;
        if (const auto price = priceOf(item, catalog)) {
            PartPrice &group = sum.groups[PartsSum::groupOf(item.part.kind)];
            group.low += price->low;
            group.typical += price->typical;
            group.high += price->high;
        } else if (std::ranges::find(unpriced, item.part) == unpriced.end()) {
            unpriced.push_back(item.part);
        }
    }
    sum.unpricedLines = int(unpriced.size());
    return sum;
}

Trace partsTrace(const PartsSum &sum, Money PartPrice::*which)
{
    const auto of = [&](PartsSum::Group group) { return (sum.groups[group].*which).base(); };
    Trace trace{"machine + enclosure + board + cpu + memory + gpus + supplies + rest",
                "USD",
                QT_TRANSLATE_NOOP("Trace", "Sum of the priced parts"),
                {}};
    trace.inputs = {
        traceInput("machine", QT_TRANSLATE_NOOP("Trace", "Whole machine"), of(PartsSum::Machine), "USD"),
        traceInput("enclosure", QT_TRANSLATE_NOOP("Trace", "Case"), of(PartsSum::Enclosure), "USD"),
        traceInput("board", QT_TRANSLATE_NOOP("Trace", "Motherboard"), of(PartsSum::Board), "USD"),
        traceInput("cpu", QT_TRANSLATE_NOOP("Trace", "CPU"), of(PartsSum::Cpu), "USD"),
        traceInput("memory", QT_TRANSLATE_NOOP("Trace", "Memory"), of(PartsSum::Memory), "USD"),
        traceInput("gpus", QT_TRANSLATE_NOOP("Trace", "GPUs"), of(PartsSum::Gpus), "USD"),
        traceInput("supplies", QT_TRANSLATE_NOOP("Trace", "Power supplies"), of(PartsSum::Supplies), "USD"),
        traceInput("rest", QT_TRANSLATE_NOOP("Trace", "Drives, fans, bridges, extras"), of(PartsSum::Rest), "USD")};
    return trace;
}

Estimate<KilowattHours> energyOf(const Site &site, const PowerResult &power)
{
    const Estimate<Watts> &active = power.active;
    const Estimate<Watts> &idle = power.of(PowerState::Idle).wall;
    const auto month = [&](Watts on, Watts off) {
        return KilowattHours((on.base() * site.activeHoursPerDay + off.base() * site.idleHoursPerDay) * kDaysPerMonth
                             / 1000);
    };
    Trace trace{
        "(active*busy + idle*waiting)*days/1000", "kWh", QT_TRANSLATE_NOOP("Trace", "Energy = wall power x hours"), {}};
    trace.inputs = {
        traceInput("active", QT_TRANSLATE_NOOP("Trace", "Wall power while busy"), active.value.base(), "W"),
        traceInput("busy", QT_TRANSLATE_NOOP("Trace", "Busy hours per day"), site.activeHoursPerDay, "h"),
        traceInput("idle", QT_TRANSLATE_NOOP("Trace", "Wall power while waiting"), idle.value.base(), "W"),
        traceInput("waiting", QT_TRANSLATE_NOOP("Trace", "Waiting hours per day"), site.idleHoursPerDay, "h"),
        traceInput("days", QT_TRANSLATE_NOOP("Trace", "Days in a month"), kDaysPerMonth, "")};
    return {month(active.value, idle.value),
            month(active.low, idle.low),
            month(active.high, idle.high),
            Basis::Generic,
            0,
            std::move(trace)};
}

TraceInput priceInput(const EnergyPrice &price)
{
    return traceInput("price", QT_TRANSLATE_NOOP("Trace", "Price of a kilowatt hour, in the tariff's currency"),
                      price.perKwh, "/kWh", price.source);
}
TraceInput rateInput(const EnergyPrice &price)
{
    return traceInput("rate", QT_TRANSLATE_NOOP("Trace", "Units of that currency in a dollar"), price.perUsd, "/USD");
}

Estimate<Money> energyCostOf(const Estimate<KilowattHours> &energy, const EnergyPrice &price)
{
    const auto cost = [&](KilowattHours kwh) { return Money(kwh.base() * price.perKwh / price.perUsd); };
    Trace trace{"energy*price/rate", "USD", QT_TRANSLATE_NOOP("Trace", "Energy of a month at the site's price"), {}};
    trace.inputs = {traceInput("energy", QT_TRANSLATE_NOOP("Trace", "Energy per month"), energy.value.base(), "kWh"),
                    priceInput(price), rateInput(price)};
    return {cost(energy.value), cost(energy.low), cost(energy.high), Basis::Generic, 0, std::move(trace)};
}

Estimate<Money> threeYearsOf(const Estimate<Money> &parts, const Estimate<Money> &month)
{
    Trace trace{"parts + months*month", "USD", QT_TRANSLATE_NOOP("Trace", "Parts and three years of energy"), {}};
    trace.inputs = {traceInput("parts", QT_TRANSLATE_NOOP("Trace", "Parts"), parts.value.base(), "USD"),
                    traceInput("months", QT_TRANSLATE_NOOP("Trace", "Months"), kMonths, ""),
                    traceInput("month", QT_TRANSLATE_NOOP("Trace", "Energy per month"), month.value.base(), "USD")};
    return {parts.value + month.value * kMonths,
            parts.low + month.low * kMonths,
            parts.high + month.high * kMonths,
            Basis::Generic,
            0,
            std::move(trace)};
}

/// $ per million tokens = wall / 1000 * price / (tokens per second * 3600 / 1e6)
Estimate<Money> perMillionOf(const Estimate<Watts> &decode, TokensPerSecond speed, const EnergyPrice &price)
{
    if (speed.base() <= 0)
        return {};
    const auto cost = [&](Watts wall) {
        return Money(wall.base() / 1000 * price.perKwh / price.perUsd / (speed.base() * 0.0036));
    };
    Trace trace{"wall/1000*price/rate/(speed*0.0036)",
                "USD",
                QT_TRANSLATE_NOOP("Trace", "Electricity for a million generated tokens"),
                {}};
    trace.inputs = {
        traceInput("wall", QT_TRANSLATE_NOOP("Trace", "Wall power while writing"), decode.value.base(), "W"),
        priceInput(price), rateInput(price),
        traceInput("speed", QT_TRANSLATE_NOOP("Trace", "Tokens per second of all requests"), speed.base(), "tok/s")};
    return {cost(decode.value), cost(decode.low), cost(decode.high), Basis::Generic, 0, std::move(trace)};
}

/// The card that the build has most of, and how many.
std::pair<const Gpu *, int> mainCard(const Build &build, const Catalog &catalog)
{
    const Item *best = nullptr;
    int bestCount = 0;
    for (const Item &item : build.items) {
        if (item.part.kind != PartKind::Gpu)
            continue;
        const int count = int(std::ranges::count(build.items, item.part, &Item::part));
        if (count > bestCount) {
            best = &item;
            bestCount = count;
        }
    }
    return {best ? catalog.gpus.find(best->part.id) : nullptr, bestCount};
}

CloudComparison cloudOf(const Build &build, const Catalog &catalog, Money parts, Money energyPerMonth)
{
    CloudComparison cloud;
    const auto [gpu, count] = mainCard(build, catalog);
    if (!gpu)
        return cloud;
    const CloudPrice *cheapest = nullptr;
    for (const CloudPrice &offer : catalog.cloudPrices)
        if (offer.gpuId == gpu->info.id && offer.gpusInNode <= count && !offer.date.isEmpty()
            && (!cheapest || offer.perGpuHour < cheapest->perGpuHour))
            cheapest = &offer;
    if (!cheapest)
        return cloud;
    cloud.provider = cheapest->provider;
    cloud.gpu = cheapest->gpu;
    cloud.date = cheapest->date;
    cloud.perHour = cheapest->perGpuHour * count;
    const Money rentPerMonth = cloud.perHour * build.site.activeHoursPerDay * kDaysPerMonth;
    const Money saved = rentPerMonth - energyPerMonth;
    cloud.breakEvenMonths = saved.base() > 0 ? parts / saved : -1;
    return cloud;
}

} // namespace

CostResult evaluateCost(const Build &build, const Catalog &catalog, const PowerResult &power,
                        std::optional<TokensPerSecond> throughput)
{
    CostResult result;
    const PartsSum sum = sumParts(build, catalog);
    const Money typical = sum.total(&PartPrice::typical);
    const Money high = sum.total(&PartPrice::high);
    result.parts = {typical, sum.total(&PartPrice::low), high, Basis::Exact, 0, partsTrace(sum, &PartPrice::typical)};
    result.partsHigh = exactly(high, partsTrace(sum, &PartPrice::high));
    result.unpriced = sum.unpricedLines;

    const EnergyPrice price = energyPriceOf(build.site, catalog);
    result.energyPerMonth = energyOf(build.site, power);
    result.energyCostPerMonth = energyCostOf(result.energyPerMonth, price);
    result.threeYears = threeYearsOf(result.parts, result.energyCostPerMonth);
    if (throughput)
        result.perMillionTokens = perMillionOf(power.of(PowerState::Decode).wall, *throughput, price);
    result.cloud = cloudOf(build, catalog, typical, result.energyCostPerMonth.value);
    return result;
}

} // namespace rigwright
