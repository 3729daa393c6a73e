// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"

#include <QStringList>

/// What the charts draw, taken from an evaluation: finished numbers in the unit of the axis. The
/// charts themselves compute nothing.
namespace rigwright::ui {

/// Cells of a table, the header first; copied as tab-separated text.
using ChartTable = std::vector<QStringList>;
QString toTabSeparated(const ChartTable &table);

/// One GPU; everything in GiB.
struct MemoryBar
{
    QString label; ///< "GPU 0"
    QString name;  ///< "RTX 3090"
    double weights = 0;
    double kvCache = 0;
    double compute = 0;
    double overhead = 0;
    double free = 0;   ///< 0 where more is needed than there is
    double memory = 0; ///< what there is
    double used() const { return weights + kvCache + compute + overhead; }
};
struct MemorySeries
{
    std::vector<MemoryBar> bars;
    double top() const; ///< largest of what is used and what there is
};
MemorySeries memorySeries(const Evaluation &evaluation);
QString summary(const MemorySeries &series);
ChartTable table(const MemorySeries &series);

/// Decode speed of one request against its context.
struct SpeedSeries
{
    bool known = false; ///< false: no such deployment, or no plan for it
    QString title;      ///< "Llama 3.3 70B · Q4_K_M"
    SpeedCurve curve;
    int chosenContext = 0;
    double chosenSpeed = 0; ///< tok/s
    bool chosenFits = false;
};
SpeedSeries speedSeries(const Evaluation &evaluation, const Catalog &catalog, std::size_t deployment);
QString summary(const SpeedSeries &series);
ChartTable table(const SpeedSeries &series);

/// Watts at the wall, split by where they go.
struct PowerBar
{
    QString label;
    double gpu = 0;
    double rest = 0; ///< CPU, board, memory, drives, fans and others
    double loss = 0; ///< in the supplies
    double wall() const { return gpu + rest + loss; }
};
/// Watts on one circuit.
struct CircuitBar
{
    QString label;
    double rig = 0;
    double other = 0;
    double limit = 0;
};
struct PowerSeries
{
    std::vector<PowerBar> states;
    std::vector<CircuitBar> circuits;
    double top() const;
};
PowerSeries powerSeries(const Evaluation &evaluation);
QString summary(const PowerSeries &series);
ChartTable table(const PowerSeries &series);

inline constexpr int kCostMonths = 36;

/// Money spent after 0 to 36 months, in the site's currency.
struct CostSeries
{
    QString currency;
    std::vector<double> build;   ///< one per month from 0
    std::vector<double> cloud;   ///< empty where no offer is known
    QString cloudName;           ///< "4 × RTX 3090 at Vast.ai, 0.88 $/h"
    double breakEvenMonths = -1; ///< < 0 = never, or no offer
};
CostSeries costSeries(const Evaluation &evaluation, const Site &site);
QString summary(const CostSeries &series);
ChartTable table(const CostSeries &series);

} // namespace rigwright::ui
