// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/estimate.h"

#include <QtGlobal>

namespace rigwright {

inline TraceInput traceInput(const char *symbol, const char *label, double value, const char *unit,
                             QString source = QString())
{
    return {symbol, label, value, unit, std::move(source)};
}

} // namespace rigwright
