// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <vector>

namespace rigwright {

/// What is wrong with one cell of a catalogue.
struct Problem
{
    QString table;
    QString row; ///< id; empty = of the whole table
    QString column;
    QString reason; ///< "2000 instead of 1008"
    friend bool operator==(const Problem &, const Problem &) = default;
};

/// Checks what the types of the columns cannot: that figures of a row agree with each other and with physics
/// (check_*.cpp), that ids name rows, that claims name cells, that names are not ambiguous, that sources and dates are
/// there.
/// @param rows  what is checked
/// @param all   where ids are looked up; contains `rows`
std::vector<Problem> problemsIn(const Catalog &rows, const Catalog &all);

} // namespace rigwright
