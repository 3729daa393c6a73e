// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/problem_list.h"

namespace rigwright {

namespace {

constexpr double kRounding = 0.005; // figures in watts are rounded to whole ones

void checkCircuit(const Circuit &circuit, const RowReport &report)
{
    const double phaseFactor = circuit.phases == 3 ? std::sqrt(3.0) : 1.0;
    const double peak = (circuit.voltage * circuit.breaker).base() * phaseFactor;
    const double continuous = peak * circuit.continuousFraction;
    if (differs(circuit.continuous.base(), continuous, kRounding))
        report("continuous_w", insteadOf(circuit.continuous.base(), continuous));
    if (differs(circuit.peak.base(), peak, kRounding))
        report("peak_w", insteadOf(circuit.peak.base(), peak));
}

} // namespace

void checkElectricity(const Catalog &rows, Problems &problems)
{
    checkRows(problems, "circuits", rows.circuits, checkCircuit);
    checkRows(problems, "ac_couplers", rows.acCouplers, [](const AcCoupler &coupler, const RowReport &report) {
        const double continuous = coupler.ratedPower.base() * coupler.continuousFraction;
        if (differs(coupler.continuous.base(), continuous, kRounding))
            report("continuous_w", insteadOf(coupler.continuous.base(), continuous));
    });
    checkRows(problems, "peak_sun_hours", rows.peakSunHours, [](const PeakSunHours &row, const RowReport &report) {
        if (row.high > 0 && row.low > row.high)
            report("high_h", CheckText::tr("is below low_h"));
    });
}

} // namespace rigwright
