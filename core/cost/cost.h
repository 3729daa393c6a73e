// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/estimate.h"
#include "core/power/power.h"

namespace rigwright {

/// One line of the parts list: equal parts counted together.
struct PartLine
{
    PartRef part;
    QString name;
    QString detail; ///< "24 GB · 936 GB/s · 350 W"
    int quantity = 1;
    std::optional<Money> unitPrice; ///< none = no price known
    QString priceDate;
    QString priceSource;
    QString condition;
    bool ownPrice = false;
    bool included = false; ///< comes with the whole machine
    std::vector<ItemId> items;
};

/// @return lines in the order: machine, enclosure, board, CPU, memory, GPUs, bridges, supplies, the rest
std::vector<PartLine> partsList(const Build &build, const Catalog &catalog);

struct CloudComparison
{
    QString provider; ///< cheapest dated offer of the same GPU; empty = none known
    QString gpu;
    QString date;
    Money perHour;              ///< for as many GPUs as the build has
    double breakEvenMonths = 0; ///< < 0 = never at this use
};

struct CostResult
{
    Estimate<Money> parts;
    Estimate<Money> partsHigh;              ///< with the high end of every price range
    int unpriced = 0;                       ///< lines without a price
    Estimate<KilowattHours> energyPerMonth; ///< 30 days
    Estimate<Money> energyCostPerMonth;
    Estimate<Money> threeYears;       ///< parts and 36 months of energy
    Estimate<Money> perMillionTokens; ///< energy of the first deployment's output; 0 = no deployment
    CloudComparison cloud;
};

/// All money in US dollars; Site::currencyPerUsd converts for display.
CostResult evaluateCost(const Build &build, const Catalog &catalog, const PowerResult &power,
                        std::optional<TokensPerSecond> throughput);

} // namespace rigwright
