// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/evaluation.h"

#include <QString>

/// The program's words for its enumerations, as users read them (translated).
namespace rigwright::words {

QString tier(SpeedTier tier); ///< "Comfortable"
/// "exact", "measured", "calibrated on 9 measurements", "generic model"
QString basis(Basis basis, int measurements);
QString severity(Severity severity);   ///< "Error", "Warning", "Advice"
QString state(PowerState state);       ///< "Decoding", "Everything at its limit"
QString split(const MemoryPlan &plan); ///< "one GPU", "layers over 4 GPUs", "tensor parallel 4"
QString role(PartKind kind);           ///< "Graphics card", "Power supply"
QString link(const PcieLink &link);    ///< "PCIe 4.0 ×16"; empty without a link
/// Half the width of a band as a share of its value: "±12 %"; empty where the figure is exact
QString band(double value, double low, double high);

} // namespace rigwright::words

/// The same as stable identifiers, for files that programs read. Never translated.
namespace rigwright::keys {

QString tier(SpeedTier tier);        ///< "Comfortable"
QString basis(Basis basis);          ///< "exact", "measured", "calibrated", "generic"
QString severity(Severity severity); ///< "error", "warning", "advice"
QString state(PowerState state);     ///< "idle", "decode", "prefill", "training", "sizing"
QString verdict(FitVerdict verdict); ///< "fits", "tight", "does-not-fit", "refused"
QString split(SplitMode split);      ///< "single", "layer", "tensor", ...
QString kind(PartKind kind);         ///< "gpu", "power-supply", ...

} // namespace rigwright::keys
