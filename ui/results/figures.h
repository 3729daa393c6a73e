// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"
#include "core/evaluation/evaluation.h"
#include "ui/results/explanation.h"

#include <QColor>

#include <optional>

namespace rigwright::ui {

/// How good news is; every place that shows it by colour also says it by word or sign.
enum class Tone { Neutral, Good, Warn, Bad };

/// What a drop would change about a figure: "▲ +11 tok/s". Empty text = nothing.
struct Difference
{
    QString text;
    Tone tone = Tone::Neutral;
    friend bool operator==(const Difference &, const Difference &) = default;
};

/// One line of the live totals.
struct Figure
{
    QString id; ///< stable: "vram", "psu.0", "circuit.1", "lanes", "heat", ...
    QString label;
    QString value;
    QString detail;              ///< longer words for the tooltip and assistive technology
    std::optional<double> share; ///< filled part of its meter; none = no meter
    std::optional<double> limit; ///< where the meter's tick stands
    QColor color;                ///< of the meter; invalid = its tone's
    Tone tone = Tone::Neutral;
    Difference difference;
    Explanation why;
};

/// Money as the site counts it.
struct MoneyFormat
{
    QString currency = QStringLiteral("USD");
    double perUsd = 1;
    QString operator()(Money amount) const;
};
MoneyFormat moneyFormat(const Site &site);

/// @return "▲ +11 tok/s", green or red; empty where both show alike. `format` gives the text of
///         the size of the change.
Difference difference(double now, double then, const QString &sizeText, bool moreIsBetter);

/// The live totals in the order in which they are shown.
/// @param preview what the build would become, or nullptr
std::vector<Figure> liveTotals(const Evaluation &now, const Evaluation *preview, const Site &site);

} // namespace rigwright::ui
