// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/power/supply_efficiency.h"

namespace rigwright {

namespace {

/// No level promises less than this at zero load, yet a quadratic through flat points can.
constexpr double kLeastStandbyLoss = 0.019;
/// Zero-load loss of a level with certified low points, as a share of its lowest point's loss.
constexpr double kStandbyShare = 0.6;

double lossOf(const EfficiencyPoint &point)
{
    return point.load * (1 / point.efficiency - 1);
}

const EfficiencyPoint *pointAt(const EfficiencyCurve &curve, double load)
{
    for (const EfficiencyPoint &point : curve.points)
        if (qAbs(point.load - load) < 1e-9)
            return &point;
    return nullptr;
}

} // namespace

LossModel::LossModel(const EfficiencyCurve &curve)
{
    const EfficiencyPoint *low = pointAt(curve, 0.2);
    const EfficiencyPoint *half = pointAt(curve, 0.5);
    const EfficiencyPoint *full = pointAt(curve, 1.0);
    if (!low || !half || !full)
        return;
    const double l20 = lossOf(*low);
    const double l50 = lossOf(*half);
    const double l100 = lossOf(*full);
    const double s1 = (l50 - l20) / 0.3;
    const double s2 = (l100 - l50) / 0.5;
    m_c = (s2 - s1) / 0.8;
    m_b = s1 - 0.7 * m_c;
    m_a = l20 - 0.2 * m_b - 0.04 * m_c;

    for (const EfficiencyPoint &point : curve.points)
        if (point.load < 0.2)
            m_low.push_back({point.load, lossOf(point)});
    if (!m_low.isEmpty())
        m_low.insert(m_low.begin(), EfficiencyPoint{0, kStandbyShare * m_low.front().efficiency});
    else if (m_a < kLeastStandbyLoss)
        m_low.push_back({0, kLeastStandbyLoss});
    if (!m_low.isEmpty())
        m_low.push_back({0.2, l20});
}

double LossModel::lossAt(double load) const
{
    for (qsizetype i = 1; i < m_low.size(); ++i) {
        const EfficiencyPoint &from = m_low[i - 1];
        const EfficiencyPoint &to = m_low[i];
        if (load <= to.load)
            return from.efficiency + (to.efficiency - from.efficiency) * (load - from.load) / (to.load - from.load);
    }
    return m_a + m_b * load + m_c * load * load;
}

double LossModel::efficiencyAt(double load) const
{
    return load > 0 ? load / (load + lossAt(load)) : 0;
}

Watts LossModel::wall(Watts dc, Watts rating) const
{
    if (rating.base() <= 0)
        return dc;
    return dc + rating * lossAt(dc / rating);
}

SupplyClass supplyClassAt(Volts voltage, bool redundant)
{
    if (voltage < Volts(200))
        return SupplyClass::Internal115V;
    return redundant ? SupplyClass::Redundant230V : SupplyClass::Internal230V;
}

const EfficiencyCurve *efficiencyCurve(const Catalog &catalog, const QString &level, SupplyClass supplyClass)
{
    const EfficiencyCurve *sameLevel = nullptr;
    const EfficiencyCurve *gold = nullptr;
    for (const EfficiencyCurve &curve : catalog.efficiencyCurves) {
        const bool right = curve.supplyClass == supplyClass;
        if (curve.level == level) {
            if (right)
                return &curve;
            sameLevel = &curve;
        } else if (curve.level == QLatin1String("Gold") && (right || !gold)) {
            gold = &curve;
        }
    }
    return sameLevel ? sameLevel : gold;
}

} // namespace rigwright
