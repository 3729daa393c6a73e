// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speed/coefficients.h"

namespace rigwright {

CoefficientChoice coefficientsFor(const Catalog &catalog, const QString &engineId, QStringView family)
{
    static const SpeedCoefficients kGeneric; // a catalogue without a fit
    CoefficientChoice best{&kGeneric, false};
    int bestRank = 0;
    for (const SpeedCoefficients &row : catalog.speedCoefficients) {
        const bool anyFamily = row.deviceFamily == kAnyFamily;
        if (!anyFamily && row.deviceFamily != family)
            continue;
        const bool anyEngine = row.engineId.isEmpty();
        if (!anyEngine && row.engineId != engineId)
            continue;
        const int rank = 1 + (anyFamily ? 0 : 2) + (anyEngine ? 0 : 1);
        if (rank > bestRank) {
            bestRank = rank;
            best = {&row, !anyFamily};
        }
    }
    return best;
}

} // namespace rigwright
