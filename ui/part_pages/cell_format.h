// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/any_table.h"
#include "ui/part_pages/column_captions.h"

#include <QLocale>
#include <QUrl>

/// Cells of the catalogue as users read and write them: grouped figures with their unit, words
/// instead of CSV's spellings.
namespace rigwright::ui {

/// @return "1,008 GB/s", "24,564 MiB (23.99 GiB)", "Yes", "Open air"; "—" for a blank cell
QString shownCell(const Cell &cell, const ColumnCaption &caption, const Column &column,
                  const QLocale &locale = QLocale());
/// The same for a cell as CSV writes it; text that is not such a cell is shown as it is.
QString shownText(const QString &text, const ColumnCaption &caption, const Column &column,
                  const QLocale &locale = QLocale());
/// @return a word of an enumeration: "Open air" for "open-air"
QString shownWord(const QString &word);
inline const QString kDayFormat = QStringLiteral("d MMM yyyy");
QString shownDay(const QDate &day, const QLocale &locale = QLocale()); ///< "21 Nov 2026"

/// @return a date as precise as it is known: "21 Nov 2026", "May 2026"; other text as it is
QString shownDate(const QString &iso, const QLocale &locale = QLocale());

/// @return the figure or text that an editor's line holds; empty for a blank cell
QString typedText(const Cell &cell, const ColumnCaption &caption, const QLocale &locale = QLocale());
/// Reads what was typed in a line; nothing is a blank cell.
Result<Cell> cellTyped(const QString &text, const ColumnCaption &caption, CellType type,
                       const QLocale &locale = QLocale());

} // namespace rigwright::ui
