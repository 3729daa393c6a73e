// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/memory/measured_table.h"

#include "tests/core/memory/measured_memory.h"

#include <QLocale>

#include <cmath>

namespace rigwright::test {

namespace {

constexpr QLatin1String kBegin("<!-- begin of the table: tst_measured_memory --table -->\n");
constexpr QLatin1String kEnd("<!-- end of the table -->");

QString mib(double size)
{
    static const QLocale english(QLocale::English);
    return english.toString(size, 'f', 1);
}

QString line(const QStringList &cells)
{
    return QLatin1String("| ") + cells.join(QLatin1String(" | ")) + QLatin1String(" |\n");
}

} // namespace

QString measuredTable(const Catalog &catalog)
{
    int inside = 0;
    int all = 0;
    QString figures;
    QString leftOut;
    for (const MeasuredRun &run : measuredRuns()) {
        const std::vector<double> ours = computed(run, catalog);
        const QString row = QString::fromLatin1(run.row);
        for (std::size_t i = 0; i < ours.size(); ++i) {
            const MeasuredFigure &figure = run.figures[i];
            const double difference = ours[i] - figure.mib;
            const bool within = std::abs(difference) <= figure.tolerance;
            ++all;
            inside += within ? 1 : 0;
            const QString percent = QString::asprintf("%+.2f %%", 100 * difference / figure.mib);
            figures +=
                line({row, QString::fromLatin1(run.title), run.deployment.engineId, QString::fromLatin1(figure.name),
                      mib(figure.mib), mib(ours[i]), within ? percent : QStringLiteral("**%1**").arg(percent),
                      QString::fromLatin1(run.source)});
        }
        for (const LeftOut &one : run.leftOut)
            leftOut += line(
                {row, QString::fromLatin1(run.title), QString::fromLatin1(one.name), QString::fromLatin1(one.reason)});
    }
    return QStringLiteral("%1 figures, %2 within their tolerance; differences outside of it are bold. MiB.\n\n")
               .arg(all)
               .arg(inside)
           + line({QStringLiteral("row"), QStringLiteral("model"), QStringLiteral("engine"), QStringLiteral("figure"),
                   QStringLiteral("measured"), QStringLiteral("ours"), QStringLiteral("difference"),
                   QStringLiteral("source")})
           + QStringLiteral("|---|---|---|---|---:|---:|---:|---|\n") + figures + QStringLiteral("\nNot compared:\n\n")
           + line({QStringLiteral("row"), QStringLiteral("model"), QStringLiteral("figure"), QStringLiteral("because")})
           + QStringLiteral("|---|---|---|---|\n") + leftOut;
}

QString withMeasuredTable(const QString &document, const QString &table)
{
    const qsizetype begin = document.indexOf(kBegin);
    const qsizetype end = document.indexOf(kEnd);
    if (begin < 0 || end < begin)
        qFatal("the document has no markers for the table");
    return document.left(begin + kBegin.size()) + table + document.mid(end);
}

} // namespace rigwright::test
