// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVarLengthArray>

namespace rigwright {

/// What stands behind a figure.
enum class Basis {
    Exact,      ///< arithmetic on catalogue facts
    Measured,   ///< this very combination was measured
    Calibrated, ///< a model fitted on measurements of this family
    Generic,    ///< a model with general constants
};

/// One symbol of a formula with the value it had.
struct TraceInput
{
    const char *symbol = ""; ///< as it stands in the formula; an identifier
    const char *label = "";  ///< what it is, in words (translatable, context "Trace")
    double value = 0;
    const char *unit = ""; ///< "B", "B/s", "W", "tok", "" ...
    QString source;        ///< where a constant comes from; empty for values of the build
};

} // namespace rigwright
Q_DECLARE_TYPEINFO(rigwright::TraceInput, Q_RELOCATABLE_TYPE); // traces move often
namespace rigwright {

/// How a figure came about. The formula is an arithmetic expression over the symbols of the
/// inputs (+ - * / and parentheses, and min, max, ceil, sqrt, log10, pow), so that evaluating
/// it with the printed values gives the printed number in `unit`. Text is made on demand.
struct Trace
{
    const char *formula = "";
    const char *unit = "";
    const char *method = ""; ///< where the formula comes from
    QVarLengthArray<TraceInput, 8> inputs;
};

/// A figure that says how right it is.
template <class Value>
struct Estimate
{
    Value value{};
    Value low{}; ///< 80 % band; equals value where the figure is exact
    Value high{};
    Basis basis = Basis::Exact;
    int measurements = 0; ///< rows behind the band; 0 where exact or generic
    Trace trace;
};

/// @return a figure that is arithmetic on facts: no band
template <class Value>
Estimate<Value> exactly(Value value, Trace trace)
{
    return {value, value, value, Basis::Exact, 0, std::move(trace)};
}

} // namespace rigwright
