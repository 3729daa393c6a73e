// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/estimate.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace rigwright::test {

/// Evaluates the arithmetic that Trace::formula allows (+ - * / parentheses, min, max, ceil, sqrt,
/// log10, pow) over named values. @return nullopt where the text is not such an expression or
/// names an unknown symbol
std::optional<double> evaluateFormula(const QByteArray &formula, const QHash<QByteArray, double> &symbols);

/// Evaluates a trace with the values of its own inputs.
std::optional<double> evaluateFormula(const Trace &trace);

} // namespace rigwright::test
