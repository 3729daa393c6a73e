// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <vector>

namespace rigwright {

/// What is wrong with one cell of a catalogue.
struct Problem
{
    QString table;
    QString row; ///< id; empty where the table has none
    QString column;
    QString reason; ///< "2000 instead of 1008"
    int index = 0;  ///< of the row among those that were checked
    friend bool operator==(const Problem &, const Problem &) = default;
};

/// Checks what the types of the columns cannot: that figures of a row agree with each other and with physics,
/// that ids name rows, that claims name cells, that a name has one meaning, that sources and dates are there.
/// Each check_*.cpp has one subject.
/// @param rows  what is checked
/// @param all   where ids are looked up; contains `rows`
/// @return in the order of tables and rows
std::vector<Problem> problemsIn(const Catalog &rows, const Catalog &all);

/// @return "gpus rtx-3090: tdp_w: ...", for rows that stand in no file
QString problemText(const Problem &problem);

} // namespace rigwright
