// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace rigwright::ui {

/// What columns are about; pages and editors show them in this order.
enum class ColumnGroup {
    Identity,
    Contents,
    Parameters,
    Precision,
    Memory,
    Speed,
    Layers,
    Experts,
    Context,
    Abilities,
    Power,
    Size,
    Links,
    Price,
    Source,
    Count
};

/// How a cell is written, beyond its type.
enum class CellForm {
    Plain,
    Paragraph, ///< text over several lines
    List,      ///< "a;b"
    Day,       ///< an ISO date
    Link,      ///< a web address
    Share,     ///< a part of one, shown in percent
    Plugs,     ///< "2x8pin+1x6pin"
    Slots,     ///< "5.0x16@1;5.0x8@4"
    Sizes,     ///< "q4_k_m:4920733696": bytes by name
};

/// A column in the user's words.
struct ColumnCaption
{
    QString text; ///< "Memory bandwidth"
    QString unit; ///< "GB/s"; empty where it has none
    QString hint; ///< one line; empty where the caption says it all
    ColumnGroup group = ColumnGroup::Identity;
    CellForm form = CellForm::Plain;
};

/// @return the caption of a column; its text is empty where there is none
ColumnCaption captionOf(const QString &table, const QString &column);
QString groupText(ColumnGroup group);     ///< "Power"
QString tableText(const QString &table);  ///< "Graphics card": one row of it
QString tablesText(const QString &table); ///< "Graphics cards"

} // namespace rigwright::ui
