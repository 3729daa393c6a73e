// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/document.h"

#include <QJsonObject>

namespace rigwright {

/// Which way a row's number is better.
enum class BetterRule { None, Higher, Lower };
enum class Side { None, A, B };

struct ComparisonRow
{
    QString id;    ///< stable, "decode-speed"
    QString label; ///< "Decode speed"
    QString a;     ///< as people read it
    QString b;
    std::optional<double> valueA; ///< in `unit`; none = not known on that side
    std::optional<double> valueB;
    QString unit;       ///< of the values: "tok/s", "B", "USD"; empty = texts only
    QString difference; ///< b - a with its sign: "−38 %", "+4.8 s"; empty where there is none
    BetterRule rule = BetterRule::None;
    Side better = Side::None;
    bool equal = false; ///< both sides read the same
    bool bar = false;   ///< worth a bar: the values are lengths from 0
};

struct ComparisonGroup
{
    QString id; ///< "verdict", "memory", "power", "cost", "parts"
    QString title;
    std::vector<ComparisonRow> rows;
};

/// The deployments and the site that both sides are evaluated with.
struct Workload
{
    std::vector<Deployment> deployments;
    Site site;
};

/// Two builds under the same workload at the same site. The evaluations point into the catalogue.
struct Comparison
{
    Build buildA; ///< with the forced workload and site
    Build buildB;
    Evaluation a;
    Evaluation b;
    QString workload; ///< what was forced, in words: "Same workload on both sides, from Garage: Llama ..."
    std::vector<ComparisonGroup> groups;
};

enum class WorkloadFrom { A, B, Given };

struct CompareOptions
{
    WorkloadFrom from = WorkloadFrom::A;
    Workload given;         ///< with WorkloadFrom::Given
    QString givenName = {}; ///< whose workload it is, in words
};

/// Evaluates both builds with one workload and one site and puts the results side by side. How a
/// deployment is spread is a property of the rig: a side that the workload does not come from
/// spreads it automatically.
Comparison compareBuilds(const Build &a, const Build &b, const Catalog &catalog, const CompareOptions &options = {});

/// @return the build with that workload and site; cards, cables and circuits that it does not have
///         are chosen automatically
Build withWorkload(Build build, const Workload &workload);

/// The rows of two evaluations; `compareBuilds` calls it.
std::vector<ComparisonGroup> comparisonGroups(const Build &buildA, const Evaluation &a, const Build &buildB,
                                              const Evaluation &b, const Catalog &catalog);

/// The comparison as a document for the writers and the PDF.
report::Document comparisonReport(const Comparison &comparison, const Catalog &catalog, QDate date,
                                  bool onlyDifferences = false);

/// The comparison as `compare --json` prints it: { schema, workload, a, b, groups[] }.
QJsonObject comparisonJson(const Comparison &comparison, const Catalog &catalog);

} // namespace rigwright
