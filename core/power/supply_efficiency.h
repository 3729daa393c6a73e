// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <QVarLengthArray>

namespace rigwright {

/// What a supply loses between the wall and its DC outputs, as a share of its rating.
///
/// A switching supply loses a fixed part, a part that rises with the current and I²R, so the
/// loss L(x) = a + b x + c x² is laid through the certified 20, 50 and 100 % points of its
/// 80 PLUS level:
///     L(x) = x (1 / efficiency(x) - 1)        efficiency(x) = x / (x + L(x))
/// Below 20 % levels with certified points there (Titanium, Ruby) follow straight lines in L.
/// Certified points are minima at room temperature; real units are one to three points better.
class LossModel
{
public:
    /// A supply of unknown level: 90 % at every load (80 PLUS Gold at half load).
    LossModel() = default;
    explicit LossModel(const EfficiencyCurve &curve);

    /// @param load DC power / rating, >= 0
    double lossAt(double load) const;
    /// @return DC / wall power; 0 at no load
    double efficiencyAt(double load) const;
    /// Wall power of one supply of this rating under this DC load, standby loss included.
    Watts wall(Watts dc, Watts rating) const;

private:
    double m_a = 0;
    double m_b = 1 / 0.90 - 1;
    double m_c = 0;
    QVarLengthArray<EfficiencyPoint, 4> m_low; ///< below 20 %: load and loss (in `efficiency`)
};

/// The class a supply works in at a voltage; `redundant`: hot-plug server supplies.
SupplyClass supplyClassAt(Volts voltage, bool redundant);

/// The curve of a level; a level without that class falls back to its other curves, an unknown
/// level to Gold. @return nullptr where the catalogue has neither
const EfficiencyCurve *efficiencyCurve(const Catalog &catalog, const QString &level, SupplyClass supplyClass);

} // namespace rigwright
