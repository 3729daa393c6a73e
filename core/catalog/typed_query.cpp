// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/typed_query.h"

#include "core/catalog/search_facts.h"

#include <QRegularExpression>

namespace rigwright {

namespace {

struct Unit
{
    Figure figure;
    double factor; ///< figure's unit in one of this
};

std::optional<Unit> unitNamed(const QString &name)
{
    static const QHash<QString, Unit> units{
        {QStringLiteral("w"), {Figure::Power, 1}},           {QStringLiteral("kw"), {Figure::Power, 1000}},
        {QStringLiteral("gb"), {Figure::Memory, 1}},         {QStringLiteral("tb"), {Figure::Capacity, 1}},
        {QStringLiteral("gb/s"), {Figure::Bandwidth, 1}},    {QStringLiteral("gbs"), {Figure::Bandwidth, 1}},
        {QStringLiteral("tb/s"), {Figure::Bandwidth, 1000}}, {QStringLiteral("tbs"), {Figure::Bandwidth, 1000}},
        {QStringLiteral("slot"), {Figure::Slots, 1}},        {QStringLiteral("slots"), {Figure::Slots, 1}},
        {QStringLiteral("tflops"), {Figure::Compute, 1}},    {QStringLiteral("mm"), {Figure::Length, 1}},
        {QStringLiteral("b"), {Figure::Parameters, 1}},      {QStringLiteral("k"), {Figure::Context, 1000}},
        {QStringLiteral("cores"), {Figure::Cores, 1}},       {QStringLiteral("lanes"), {Figure::Lanes, 1}},
        {QStringLiteral("channels"), {Figure::Channels, 1}}, {QStringLiteral("cfm"), {Figure::Airflow, 1}},
        {QStringLiteral("$"), {Figure::Price, 1}},           {QStringLiteral("usd"), {Figure::Price, 1}},
    };
    const auto it = units.constFind(name);
    return it == units.cend() ? std::nullopt : std::optional<Unit>(*it);
}

FigureRange rangeOf(const QString &comparison, double value, Figure figure)
{
    FigureRange range{figure};
    const bool below = comparison.startsWith(u'<') || comparison == QStringLiteral("≤");
    const bool above = comparison.startsWith(u'>') || comparison == QStringLiteral("≥");
    if (!above)
        range.high = value;
    if (!below)
        range.low = value;
    range.highExcluded = comparison == QLatin1String("<");
    range.lowExcluded = comparison == QLatin1String(">");
    return range;
}

} // namespace

QStringList searchWords(const QString &text)
{
    static const QRegularExpression separator(QStringLiteral("[^\\p{L}\\p{M}\\p{N}.]+"),
                                              QRegularExpression::UseUnicodePropertiesOption);
    return text.toLower().split(separator, Qt::SkipEmptyParts);
}

TypedQuery typedQuery(const QString &text)
{
    // "$ < 1000", "< $ 1000", "<= 2 slots": the sign of the dollar may stand before the comparison or the number.
    static const QRegularExpression comparison(
        QStringLiteral(
            "(?:^|\\s)(\\$)?\\s*(<=|>=|<|>|=|≤|≥)\\s*(\\$)?\\s*(\\d+(?:[.,]\\d+)?)\\s*([a-z/]+|\\$)?(?=\\s|$)"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression slotCount(QStringLiteral("(?:^|\\s)(\\d(?:\\.5)?)[\\s-]*slots?(?=\\s|$)"));
    static const QRegularExpression spacedUnit(
        QStringLiteral("(?<=^|\\s)(\\d+(?:\\.\\d+)?)\\s+(gb/s|gb|tb|w|b|mm)(?=\\s|$)"));

    TypedQuery query;
    QString rest = text.toLower();
    const auto takeOut = [&](const QRegularExpression &form, auto &&read) {
        QString kept;
        qsizetype end = 0;
        for (auto it = form.globalMatch(rest); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            const std::optional<FigureRange> range = read(match);
            if (!range)
                continue;
            query.ranges.push_back(*range);
            kept += rest.mid(end, match.capturedStart() - end) + u' ';
            end = match.capturedEnd();
        }
        rest = kept + rest.mid(end);
    };
    takeOut(comparison, [](const QRegularExpressionMatch &match) -> std::optional<FigureRange> {
        const bool dollars = !match.captured(1).isEmpty() || !match.captured(3).isEmpty();
        const std::optional<Unit> unit = unitNamed(dollars ? QStringLiteral("$") : match.captured(5));
        if (!unit)
            return std::nullopt;
        const double number = match.captured(4).replace(u',', u'.').toDouble();
        return rangeOf(match.captured(2), number * unit->factor, unit->figure);
    });
    takeOut(slotCount, [](const QRegularExpressionMatch &match) -> std::optional<FigureRange> {
        // A card of 1.5 or 2 slots covers two.
        const double slots = std::ceil(match.captured(1).toDouble());
        return FigureRange{Figure::Slots, slots - 1, slots, true, false};
    });
    rest.replace(spacedUnit, QStringLiteral("\\1\\2"));
    query.words = searchWords(rest);
    return query;
}

} // namespace rigwright
