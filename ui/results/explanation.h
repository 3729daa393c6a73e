// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/estimate.h"

#include <QLocale>
#include <QString>

#include <vector>

namespace rigwright::ui {

/// One symbol of a formula, in words.
struct ExplanationInput
{
    QString symbol;
    QString label;
    QString value; ///< with its unit
    QString source;
};

/// How a figure came about, ready to be shown: what "Why?" opens.
struct Explanation
{
    QString title;       ///< "Decode speed"
    QString figure;      ///< "27 tok/s"
    QString formula;     ///< as in the trace
    QString substituted; ///< the formula with every symbol replaced by its value
    std::vector<ExplanationInput> inputs;
    QString method;
    QString band; ///< "18 – 35 tok/s (80 % of cases)"; empty where the figure is exact
    QString basis;

    bool empty() const { return formula.isEmpty(); }
    QString toPlainText() const;
};

/// @param low, high ends of the band as text; equal texts mean that there is no band
Explanation explain(const QString &title, const QString &figure, const Trace &trace, Basis basis, int measurements,
                    const QString &low, const QString &high, const QLocale &locale = QLocale());

/// @param format turns a value of the estimate into text with its unit
template <class Value, class Format>
Explanation explain(const QString &title, const Estimate<Value> &estimate, Format format)
{
    return explain(title, format(estimate.value), estimate.trace, estimate.basis, estimate.measurements,
                   format(estimate.low), format(estimate.high));
}

} // namespace rigwright::ui
