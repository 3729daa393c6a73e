// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/part_search.h"

#include <QStringList>

namespace rigwright {

/// What somebody typed into the search field.
struct TypedQuery
{
    QStringList words;               ///< each has to begin a word of the row; lower case
    std::vector<FigureRange> ranges; ///< "<300w", ">=900gb/s", "$<1000", "2 slot"
};

/// Reads comparisons of a figure with its unit ("<300w", "< 300 W", ">=900gb/s", "$<1000", "<$1000",
/// ">=24gb", "<=2 slots", "=16 lanes"), a bare number of slots ("2 slot"), and words. "24 gb" and
/// "24gb" are one word. What is not understood as a comparison is searched as words.
TypedQuery typedQuery(const QString &text);

/// @return the words of a text as the search sees them: lower case, letters, digits and points
QStringList searchWords(const QString &text);

} // namespace rigwright
