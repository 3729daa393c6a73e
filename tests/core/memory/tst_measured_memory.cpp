// SPDX-License-Identifier: GPL-3.0-or-later
// Published memory figures, one by one, against the memory engine; and docs/memory.md, which shows
// them. `tst_measured_memory --table` writes its table.
#include <QTest>

#include "tests/core/memory/measured_memory.h"
#include "tests/core/memory/measured_table.h"
#include "tests/support/test_catalog.h"

#include <QFile>
#include <QSet>

#include <cmath>
#include <cstdio>
#include <cstring>

using namespace rigwright;
using test::MeasuredFigure;
using test::MeasuredRun;

namespace {

constexpr const char *kDocument = RIGWRIGHT_MEMORY_DOCUMENT;

QString readDocument()
{
    QFile file(QString::fromUtf8(kDocument));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

int writeTable()
{
    const QString document = test::withMeasuredTable(readDocument(), test::measuredTable(test::testCatalog()));
    QFile file(QString::fromUtf8(kDocument));
    if (!file.open(QIODevice::WriteOnly) || file.write(document.toUtf8()) < 0) {
        std::fprintf(stderr, "%s cannot be written\n", kDocument);
        return 1;
    }
    return 0;
}

} // namespace

class TestMeasuredMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void figure_data()
    {
        QTest::addColumn<int>("run");
        QTest::addColumn<int>("figure");
        const auto &runs = test::measuredRuns();
        for (std::size_t i = 0; i < runs.size(); ++i)
            for (std::size_t k = 0; k < runs[i].figures.size(); ++k)
                QTest::newRow((runs[i].row + ' ' + runs[i].figures[k].name).constData()) << int(i) << int(k);
    }
    void figure()
    {
        QFETCH(int, run);
        QFETCH(int, figure);
        const MeasuredRun &measured = test::measuredRuns()[std::size_t(run)];
        const MeasuredFigure &expected = measured.figures[std::size_t(figure)];
        QString problem;
        const std::vector<double> ours = test::computed(measured, test::testCatalog(), &problem);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        const double difference = ours[std::size_t(figure)] - expected.mib;
        const QString message = QString::asprintf(
            "%s: measured %.2f MiB, ours %.2f, difference %+.2f (%+.2f %%), allowed %.2f. ", measured.title.constData(),
            expected.mib, ours[std::size_t(figure)], difference, 100 * difference / expected.mib, expected.tolerance);
        QVERIFY2(std::abs(difference) <= expected.tolerance,
                 qPrintable(message + QString::fromLatin1(measured.source)));
    }

    void everyRowOfTheFactSheetIsListed()
    {
        constexpr int kRows = 79;
        QSet<int> listed;
        for (const MeasuredRun &run : test::measuredRuns()) {
            QVERIFY2(!run.figures.empty() || !run.leftOut.empty(), run.row.constData());
            listed.insert(run.number());
        }
        for (int row = 1; row <= kRows; ++row)
            QVERIFY2(listed.contains(row), qPrintable(QString::number(row)));
        QCOMPARE(listed.size(), kRows);
    }

    void documentShowsWhatTheEngineGives()
    {
        const QString document = readDocument();
        QVERIFY2(document == test::withMeasuredTable(document, test::measuredTable(test::testCatalog())),
                 "docs/memory.md is out of date; refresh it with: tst_measured_memory --table");
    }
};

int main(int argc, char **argv)
{
    if (argc == 2 && std::strcmp(argv[1], "--table") == 0)
        return writeTable();
    QCoreApplication app(argc, argv);
    TestMeasuredMemory tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_measured_memory.moc"
