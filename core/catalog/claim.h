// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/sourced.h"

namespace rigwright {

/// What one source says about one cell of the catalogue on which sources disagree. The claim that
/// the cell holds has no reason; every other says why it was not chosen.
struct Claim : Sourced
{
    QString table;  ///< "gpus"
    QString row;    ///< id
    QString column; ///< "tdp_w"
    QString value;  ///< in the words of the source, as the column writes it where it was chosen; empty = blank
    QString url;
    QString reason;
    // `checked` is not set where nobody has seen the document itself.
    friend bool operator==(const Claim &, const Claim &) = default;
};

} // namespace rigwright
