// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/any_table.h"
#include "core/catalog/sourced.h"

#include "ui/theme/palette.h"

#include <vector>

namespace rigwright::ui {

class CatalogStore;

/// What one source says about a fact on which sources disagree.
struct ClaimLine
{
    QString value;
    QString source;
    QString url;
    QString reason; ///< why it was not chosen; empty = it is the value
    bool chosen() const { return reason.isEmpty(); }
    friend bool operator==(const ClaimLine &, const ClaimLine &) = default;
};

/// A cell of a row in the user's words.
struct Fact
{
    QString column;  ///< "tdp_w"
    QString caption; ///< "Power limit"
    QString hint;
    QString value;                 ///< "400 W"
    bool figure = false;           ///< a number
    bool edited = false;           ///< the user's, in the place of `shipped`
    QString shipped;               ///< "450 W"
    std::vector<ClaimLine> claims; ///< empty where sources agree
    friend bool operator==(const Fact &, const Fact &) = default;
};

struct FactGroup
{
    QString heading;
    std::vector<Fact> facts;
    QStringList notStated; ///< captions of blank cells
    friend bool operator==(const FactGroup &, const FactGroup &) = default;
};

/// A row of the catalogue as its page shows it, without prices.
struct FactSheet
{
    QString name;
    QString vendor;
    QString kind; ///< "Graphics card"
    Confidence confidence = Confidence::SingleSource;
    bool own = false;    ///< of the user alone
    bool edited = false; ///< shipped, with the user's values
    bool priced = false; ///< its table has prices
    std::vector<FactGroup> groups;
    friend bool operator==(const FactSheet &, const FactSheet &) = default;
};

/// @return the row as the user has it, without the own price laid over it; empty where it does not exist
std::vector<Cell> ownedCells(const CatalogStore &store, const RowKey &key);
/// @return a column with its name of a row; blank where it has no such column
Cell cellNamed(const std::vector<Column> &columns, const std::vector<Cell> &cells, const QString &name);

/// @return whether prices are kept beside the other facts: low, high, date, source, condition, link
bool isPriceColumn(const QString &column);
FactSheet factSheet(const CatalogStore &store, const RowKey &key);
/// @return what sources say about the price columns, as one fact per column on which they disagree
std::vector<Fact> disputedPrices(const CatalogStore &store, const RowKey &key);

QString confidenceIcon(Confidence confidence); ///< a name for themedIcon()
Role confidenceRole(Confidence confidence);
QString disagreeText(std::size_t sources); ///< "Two sources disagree"

} // namespace rigwright::ui
