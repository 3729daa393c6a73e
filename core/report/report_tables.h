// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/document.h"

/// The tables of a build's report, one function each.
namespace rigwright::report {

TableBlock partsTable(const Site &site, const Evaluation &evaluation);
TableBlock resultsTable(const Evaluation &evaluation);
TableBlock memoryTable(const Evaluation &evaluation);
TableBlock powerStatesTable(const PowerResult &power);
TableBlock suppliesTable(const PowerResult &power);
TableBlock circuitsTable(const PowerResult &power);
TableBlock heatTable(const PowerResult &power);
TableBlock costTable(const Site &site, const CostResult &cost);

/// What the figures rest on, one sentence each.
QStringList assumptions(const Build &build, const Catalog &catalog, const Evaluation &evaluation);

/// @return an amount in the site's currency, as users read it
QString siteMoney(const Site &site, Money amount);
QString hoursText(double hours); ///< "8", "7.5"

} // namespace rigwright::report
