// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/power/excursion.h"

#include "core/evaluation/device_family.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

namespace rigwright {

namespace {

/// Over-power trip of units from before the excursion table (AX1600i: 1,907 of 1,600 W, Tom's Hardware).
constexpr double kOlderTripShare = 1.19;
constexpr Seconds kAveragedWindow{0.010}; ///< power limits regulate averages this long
constexpr Watts kSixteenPinClass{450};

/// Peak over board power of a card in a window: its own measurement, else its family's.
double spikeRatio(const Gpu &gpu, Seconds window, const Catalog &catalog)
{
    const QString family = deviceFamily(gpu);
    const auto rank = [&](const Transient &row) {
        return row.gpuId == gpu.info.id                 ? 3
               : !row.gpuId.isEmpty()                   ? 0
               : row.architecture == family             ? 2
               : row.architecture == QLatin1String("*") ? 1
                                                        : 0;
    };
    int best = 0;
    for (const Transient &row : catalog.transients)
        best = std::max(best, rank(row));
    if (best == 0)
        return 1;
    const Transient *chosen = nullptr; // the longest that is not longer than the window, else the shortest
    for (const Transient &row : catalog.transients) {
        if (rank(row) != best)
            continue;
        const bool fits = row.duration <= window;
        if (!chosen || (fits && (chosen->duration > window || row.duration > chosen->duration))
            || (!fits && chosen->duration > window && row.duration < chosen->duration))
            chosen = &row;
    }
    return std::max(1.0, chosen->ratio);
}

Watts peakOf(const std::vector<FedCard> &cards, Seconds window, const Catalog &catalog)
{
    QVarLengthArray<double, 16> extra; // watts over the limit
    Watts sum;
    for (const FedCard &card : cards) {
        const double base = window >= kAveragedWindow ? card.limit.base() : card.gpu->tdp.base();
        const double spike = base * spikeRatio(*card.gpu, window, catalog);
        sum += card.limit;
        extra.push_back(std::max(0.0, spike - card.limit.base()));
    }
    std::sort(extra.begin(), extra.end(), std::greater{});
    const bool together = extra.size() <= 2 || window >= kAveragedWindow;
    const qsizetype peaking = together ? extra.size() : qsizetype(std::ceil(std::sqrt(double(extra.size()))));
    for (qsizetype i = 0; i < peaking; ++i)
        sum += Watts(extra[i]);
    return sum;
}

} // namespace

std::optional<Excursion> worstExcursion(const PowerSupply &supply, const std::vector<FedCard> &cards, Watts rest,
                                        const Catalog &catalog)
{
    if (cards.empty() || supply.atxVersion.isEmpty())
        return std::nullopt;
    const bool atx3 = supply.atxVersion.startsWith(u'3');
    const bool sixteenPin = supply.sixteenPin > 0 && supply.watts > kSixteenPinClass;
    std::optional<Excursion> worst;
    for (const ExcursionLimit &limit : catalog.excursionLimits) {
        if (limit.sixteenPinAbove450W != sixteenPin || limit.duration.base() <= 0 || limit.duration > Seconds(1))
            continue;
        const Excursion here{limit.duration, peakOf(cards, limit.duration, catalog) + rest,
                             supply.watts * (atx3 ? limit.shareOfRating : kOlderTripShare)};
        if (!worst || here.peak / here.tolerated > worst->peak / worst->tolerated)
            worst = here;
    }
    return worst;
}

} // namespace rigwright
