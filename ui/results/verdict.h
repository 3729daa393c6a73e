// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/results/figures.h"

namespace rigwright::ui {

/// The big answer: how fast the chosen model runs here, or why it does not.
struct Verdict
{
    QString headline;   ///< "27 tok/s · Comfortable"; "Does not fit: 3.2 GiB missing"
    QString subject;    ///< "Llama 3.3 70B Q4_K_M · 32K context · 2 users"
    QString confidence; ///< "18 – 35 tok/s · calibrated on 9 measurements"
    Tone tone = Tone::Neutral;
    Difference difference; ///< shown in the place of `confidence` while a drag previews
    Explanation why;
};

Tone tierTone(SpeedTier tier);

/// @param deployment index; without such a deployment the verdict says what to do next
Verdict verdict(const Evaluation &now, const Evaluation *preview, std::size_t deployment);

/// The short form for a row: "27 tok/s · Comfortable", "3.2 GiB missing", "cannot run".
struct ShortVerdict
{
    QString text;
    QString detail; ///< whole sentence
    Tone tone = Tone::Neutral;
};
ShortVerdict shortVerdict(const DeploymentResult &deployment);

} // namespace rigwright::ui
