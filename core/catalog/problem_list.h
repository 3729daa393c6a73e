// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/checks.h"
#include "core/catalog/fields.h"

#include <QCoreApplication>

#include <cmath>

/// What the checks of the catalogue have in common. Each adds what it finds to a list.
namespace rigwright {

using Problems = std::vector<Problem>;

/// Rows that idOf() knows.
template <class Row>
concept Identified = requires(const Row &row)
{
    row.info.id;
}
|| requires(const Row &row)
{
    row.id;
};

struct CheckText
{
    Q_DECLARE_TR_FUNCTIONS(CatalogCheck)
};

/// Says what is wrong with the cells of one row.
class RowReport
{
public:
    RowReport(Problems &problems, const char *table, QString id, int index)
        : m_problems(problems), m_table(table), m_id(std::move(id)), m_index(index)
    {}
    void operator()(const char *column, const QString &reason) const
    {
        m_problems.push_back({QLatin1String(m_table), m_id, QLatin1String(column), reason, m_index});
    }

private:
    Problems &m_problems;
    const char *m_table;
    QString m_id;
    int m_index;
};

/// Calls `check(row, report)` for every row of a table.
template <class AnyTable, class Check>
void checkRows(Problems &problems, const char *name, const AnyTable &table, Check &&check)
{
    int index = 0;
    for (const auto &row : rowsOf(table)) {
        if constexpr (Identified<std::decay_t<decltype(row)>>)
            check(row, RowReport(problems, name, idOf(row), index++));
        else
            check(row, RowReport(problems, name, {}, index++));
    }
}

inline bool differs(double stated, double computed, double tolerance)
{
    return std::abs(stated - computed) > tolerance * std::abs(computed);
}

/// @return "2000 instead of 1008"
inline QString insteadOf(double stated, double computed)
{
    constexpr int digits = 12; // parameters are counted to the last one
    return CheckText::tr("%1 instead of %2")
        .arg(QString::number(stated, 'g', digits), QString::number(computed, 'g', digits));
}

void checkProvenance(const Catalog &rows, Problems &problems);
void checkKeys(const Catalog &rows, Problems &problems);
void checkDates(const Catalog &rows, Problems &problems);
void checkNames(const Catalog &rows, const Catalog &all, Problems &problems);
void checkReferences(const Catalog &rows, const Catalog &all, Problems &problems);
void checkClaims(const Catalog &rows, const Catalog &all, Problems &problems);
void checkPrices(const Catalog &rows, Problems &problems);
void checkGpus(const Catalog &rows, const Catalog &all, Problems &problems);
void checkMachines(const Catalog &rows, const Catalog &all, Problems &problems);
void checkHosts(const Catalog &rows, Problems &problems);
void checkModels(const Catalog &rows, Problems &problems);
void checkGeometry(const Catalog &rows, Problems &problems);
void checkElectricity(const Catalog &rows, Problems &problems);

} // namespace rigwright
