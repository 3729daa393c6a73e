// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/checks.h"

#include "core/catalog/problem_list.h"

#include <QHash>

#include <algorithm>

namespace rigwright {

std::vector<Problem> problemsIn(const Catalog &rows, const Catalog &all)
{
    Problems problems;
    checkProvenance(rows, problems);
    checkKeys(rows, problems);
    checkDates(rows, problems);
    checkNames(rows, all, problems);
    checkReferences(rows, all, problems);
    checkClaims(rows, all, problems);
    checkPrices(rows, problems);
    checkGpus(rows, all, problems);
    checkMachines(rows, all, problems);
    checkHosts(rows, problems);
    checkModels(rows, problems);
    checkGeometry(rows, problems);
    checkElectricity(rows, problems);

    QHash<QString, int> order;
    forEachTable(rows,
                 [&order](const char *name, const auto &) { order.insert(QLatin1String(name), int(order.size())); });
    std::ranges::stable_sort(problems, {}, [&order](const Problem &problem) {
        return std::pair(order.value(problem.table, int(order.size())), problem.index);
    });
    return problems;
}

QString problemText(const Problem &problem)
{
    const QString row = problem.row.isEmpty() ? CheckText::tr("row %1").arg(problem.index + 1) : problem.row;
    return QStringLiteral("%1 %2: %3: %4").arg(problem.table, row, problem.column, problem.reason);
}

} // namespace rigwright
