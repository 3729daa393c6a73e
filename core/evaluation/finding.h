// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build.h"

#include <QString>

#include <optional>
#include <vector>

namespace rigwright {

enum class Severity { Advice, Warning, Error };

/// A change that would settle a finding; the window offers it as one undoable step.
struct Fix
{
    QString label; ///< "Cap all GPUs at 280 W"
    Build result;  ///< the build after it
};

struct Finding
{
    QString id; ///< stable, "power.psu-overloaded"
    Severity severity = Severity::Advice;
    QString subject;           ///< what it is about, in words: "PSU 1", "RTX 3090 in slot 3"
    QString text;              ///< one or two sentences with the numbers
    std::vector<ItemId> items; ///< what to highlight
    int deployment = -1;       ///< index it is about, or -1
    std::optional<Fix> fix;
};

} // namespace rigwright
