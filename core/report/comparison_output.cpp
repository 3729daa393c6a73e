// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparison.h"

#include "core/report/evaluation_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace rigwright {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Comparison", text);
}

report::Tone differenceTone(const ComparisonRow &row)
{
    switch (row.better) {
    case Side::None: return report::Tone::Muted;
    case Side::A: return report::Tone::Worse;
    case Side::B: return report::Tone::Strong;
    }
    return report::Tone::Plain;
}

report::Row tableRow(const ComparisonRow &row)
{
    const double longest = std::max(row.valueA.value_or(0), row.valueB.value_or(0));
    const auto cell = [&](const QString &text, const std::optional<double> &value, Side side) {
        report::Cell result{text, {}, std::nullopt, report::Tone::Plain, {}};
        if (row.better == side)
            result.tone = report::Tone::Better;
        // The third colour of bars is far from the first, for B as in the window.
        if (row.bar && value && longest > 0)
            result.bar = side == Side::A ? std::vector{*value / longest} : std::vector{0.0, 0.0, *value / longest};
        return result;
    };
    return {{{row.label, {}, std::nullopt, report::Tone::Muted, {}},
             cell(row.a, row.valueA, Side::A),
             cell(row.b, row.valueB, Side::B),
             {row.difference, {}, std::nullopt, differenceTone(row), {}}},
            report::RowKind::Body};
}

QJsonValue numberOrNull(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject rowJson(const ComparisonRow &row)
{
    const QJsonValue better = row.better == Side::A   ? QJsonValue(QStringLiteral("a"))
                              : row.better == Side::B ? QJsonValue(QStringLiteral("b"))
                                                      : QJsonValue(QJsonValue::Null);
    const QString rule = row.rule == BetterRule::Higher  ? QStringLiteral("higher")
                         : row.rule == BetterRule::Lower ? QStringLiteral("lower")
                                                         : QStringLiteral("none");
    return {{QStringLiteral("id"), row.id},
            {QStringLiteral("label"), row.label},
            {QStringLiteral("a"), row.a},
            {QStringLiteral("b"), row.b},
            {QStringLiteral("a_value"), numberOrNull(row.valueA)},
            {QStringLiteral("b_value"), numberOrNull(row.valueB)},
            {QStringLiteral("unit"), row.unit},
            {QStringLiteral("difference"), row.difference},
            {QStringLiteral("rule"), rule},
            {QStringLiteral("better"), better},
            {QStringLiteral("equal"), row.equal}};
}

} // namespace

report::Document comparisonReport(const Comparison &comparison, const Catalog &catalog, QDate date,
                                  bool onlyDifferences)
{
    report::Document document;
    document.title = tr("%1 against %2").arg(comparison.buildA.name, comparison.buildB.name);
    document.subtitle = tr("Comparison of two builds");
    document.date = date;
    if (date.isValid())
        document.meta.push_back({tr("Date"), QLocale().toString(date, QLocale::LongFormat)});
    document.meta.push_back({tr("Catalogue"), catalog.version});
    document.blocks.push_back(report::Paragraph{comparison.workload, report::Tone::Plain});

    report::TableBlock table;
    table.id = QStringLiteral("comparison");
    table.columns = {{QStringLiteral("quantity"), {}, report::Align::Left, 2.6, {}},
                     {QStringLiteral("a"), comparison.buildA.name, report::Align::Left, 3.4, {}},
                     {QStringLiteral("b"), comparison.buildB.name, report::Align::Left, 3.4, {}},
                     {QStringLiteral("difference"), tr("Difference, B − A"), report::Align::Right, 1.6, {}}};
    for (const ComparisonGroup &group : comparison.groups) {
        std::vector<report::Row> rows;
        for (const ComparisonRow &row : group.rows)
            if (!onlyDifferences || !row.equal)
                rows.push_back(tableRow(row));
        if (rows.empty())
            continue;
        table.rows.push_back({{{group.title, {}, std::nullopt, report::Tone::Strong, {}}}, report::RowKind::Group});
        std::ranges::move(rows, std::back_inserter(table.rows));
    }
    document.blocks.push_back(std::move(table));
    document.blocks.push_back(report::Paragraph{
        tr("The better side of a row is marked. A row whose sides read the same has no better side; differences are B "
           "less A."),
        report::Tone::Muted});
    return document;
}

QJsonObject comparisonJson(const Comparison &comparison, const Catalog &catalog)
{
    QJsonArray groups;
    for (const ComparisonGroup &group : comparison.groups) {
        QJsonArray rows;
        for (const ComparisonRow &row : group.rows)
            rows.append(rowJson(row));
        groups.append(QJsonObject{
            {QStringLiteral("id"), group.id}, {QStringLiteral("title"), group.title}, {QStringLiteral("rows"), rows}});
    }
    return {{QStringLiteral("schema"), kJsonSchema},
            {QStringLiteral("catalog_version"), catalog.version},
            {QStringLiteral("workload"), comparison.workload},
            {QStringLiteral("a"), evaluationJson(comparison.buildA, catalog, comparison.a)},
            {QStringLiteral("b"), evaluationJson(comparison.buildB, catalog, comparison.b)},
            {QStringLiteral("groups"), groups}};
}

} // namespace rigwright
