// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/explanation.h"

#include "core/report/words.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <cmath>

namespace rigwright::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Explanation)
};

/// Enough digits to follow the arithmetic: whole numbers whole, the rest to six significant ones.
QString plainNumber(double value, const QLocale &locale)
{
    if (value == std::floor(value) && std::abs(value) < 1e15)
        return locale.toString(value, 'f', 0);
    const double size = std::abs(value);
    if (size >= 1e-4 && size < 1e6)
        return locale.toString(value, 'g', 6);
    if (size >= 1e6 && size < 1e15)
        return locale.toString(value, 'f', 0);
    return locale.toString(value, 'e', 3);
}

/// Large byte counts also as people say them.
QString withUnit(double value, const QString &unit, const QLocale &locale)
{
    QString text = plainNumber(value, locale);
    if (!unit.isEmpty())
        text += QChar(0x00A0) + unit;
    constexpr double kGibibyte = 1073741824.0;
    if (unit == QLatin1String("B") && std::abs(value) >= 0.1 * kGibibyte)
        text += Words::tr(" (%1 GiB)").arg(locale.toString(value / kGibibyte, 'f', 2));
    else if (unit == QLatin1String("B/s") && std::abs(value) >= 1e8)
        text += Words::tr(" (%1 GB/s)").arg(locale.toString(value / 1e9, 'f', 1));
    else if (unit == QLatin1String("FLOP/s") && std::abs(value) >= 1e11)
        text += Words::tr(" (%1 TFLOP/s)").arg(locale.toString(value / 1e12, 'f', 1));
    return text;
}

QString substitute(const QString &formula, const QHash<QString, QString> &values)
{
    static const QRegularExpression identifier(QStringLiteral("[A-Za-z_][A-Za-z0-9_]*"));
    QString result;
    qsizetype from = 0;
    auto matches = identifier.globalMatch(formula);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(formula).mid(from, match.capturedStart() - from);
        result += values.value(match.captured(), match.captured());
        from = match.capturedEnd();
    }
    return result + formula.mid(from);
}

} // namespace

Explanation explain(const QString &title, const QString &figure, const Trace &trace, Basis basis, int measurements,
                    const QString &low, const QString &high, const QLocale &locale)
{
    Explanation result;
    result.title = title;
    result.figure = figure;
    result.formula = QString::fromUtf8(trace.formula);
    QHash<QString, QString> values;
    for (const TraceInput &input : trace.inputs) {
        const QString symbol = QString::fromUtf8(input.symbol);
        values.insert(symbol, plainNumber(input.value, locale));
        result.inputs.push_back({symbol, QCoreApplication::translate("Trace", input.label),
                                 withUnit(input.value, QString::fromUtf8(input.unit), locale), input.source});
    }
    result.substituted = substitute(result.formula, values);
    result.method = QCoreApplication::translate("Trace", trace.method);
    if (low != high)
        result.band = Words::tr("%1 to %2 in four of five cases").arg(low, high);
    result.basis = words::basis(basis, measurements);
    return result;
}

QString Explanation::toPlainText() const
{
    QStringList lines{title + QStringLiteral(": ") + figure};
    if (!band.isEmpty())
        lines << Words::tr("Range: %1").arg(band);
    lines << Words::tr("Basis: %1").arg(basis);
    if (!formula.isEmpty())
        lines << formula << QStringLiteral("= ") + substituted << QStringLiteral("= ") + figure;
    for (const ExplanationInput &input : inputs) {
        QString line = input.symbol + QStringLiteral(" = ") + input.value + QStringLiteral("  ") + input.label;
        if (!input.source.isEmpty())
            line += QStringLiteral(" [") + input.source + QLatin1Char(']');
        lines << line;
    }
    if (!method.isEmpty())
        lines << Words::tr("Method: %1").arg(method);
    return lines.join(QLatin1Char('\n'));
}

} // namespace rigwright::ui
