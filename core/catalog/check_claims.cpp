// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/any_table.h"
#include "core/catalog/problem_list.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace rigwright {

namespace {

/// One claim with its place in the table.
struct Placed
{
    const Claim *claim;
    RowReport report;
};

/// A cell on which sources disagree.
struct Disputed
{
    RowKey row;
    CellType type = CellType::Text;
    QString value; ///< that the catalogue holds
    std::vector<Placed> claims;
};

/// Finds the cell that a claim is about. @return whether there is one
bool find(const Catalog &all, const Claim &claim, const RowReport &report, Disputed &cell)
{
    cell.row = {claim.table, claim.row};
    const std::vector<Column> columns = columnsOf(claim.table);
    if (columns.empty()) {
        report("table", CheckText::tr("there is no table \"%1\"").arg(claim.table));
        return false;
    }
    const std::vector<Cell> cells = cellsOf(all, cell.row);
    if (cells.empty()) {
        report("row", CheckText::tr("no row \"%1\" in %2").arg(claim.row, claim.table));
        return false;
    }
    const auto column = std::ranges::find(columns, claim.column, &Column::name);
    if (column == columns.end()) {
        report("column", CheckText::tr("%1 has no column \"%2\"").arg(claim.table, claim.column));
        return false;
    }
    cell.type = column->type;
    cell.value = cellText(cells[std::size_t(column - columns.begin())]);
    return true;
}

/// @return the value as the column writes it, 350 for 350.0, or in the words of its source: "37 to 45"
QString normalised(const Claim &claim, CellType type)
{
    const Result<Cell> cell = cellFromText(claim.value, type);
    return cell ? cellText(*cell) : claim.value;
}

/// The catalogue holds what one claim says, and every other says why it was not chosen.
void check(const Disputed &cell)
{
    const Placed &first = cell.claims.front();
    if (cell.claims.size() < 2)
        first.report("value", CheckText::tr("is the only claim about this cell"));
    int chosen = 0;
    for (const auto &[claim, report] : cell.claims) {
        const bool isHeld = normalised(*claim, cell.type) == cell.value;
        if (claim->reason.isEmpty() && !isHeld)
            report("reason",
                   CheckText::tr("is blank, and the catalogue holds \"%1\", not \"%2\"").arg(cell.value, claim->value));
        else if (!claim->reason.isEmpty() && isHeld)
            report("reason", CheckText::tr("says why not, and the catalogue holds \"%1\"").arg(cell.value));
        else if (claim->reason.isEmpty() && ++chosen > 1)
            report("reason", CheckText::tr("is blank in a second claim about this cell"));
    }
    if (chosen == 0)
        first.report("value", CheckText::tr("no claim says \"%1\", which the catalogue holds").arg(cell.value));
}

} // namespace

void checkClaims(const Catalog &rows, const Catalog &all, Problems &problems)
{
    std::vector<Disputed> cells;
    QHash<QStringList, std::size_t> known;
    checkRows(problems, "claims", rows.claims, [&](const Claim &claim, const RowReport &report) {
        const QStringList place{claim.table, claim.row, claim.column};
        auto it = known.constFind(place);
        if (it == known.cend()) {
            Disputed cell;
            if (!find(all, claim, report, cell))
                return;
            it = known.insert(place, cells.size());
            cells.push_back(std::move(cell));
        }
        cells[*it].claims.push_back({&claim, report});
    });
    for (const Disputed &cell : cells)
        check(cell);
}

} // namespace rigwright
