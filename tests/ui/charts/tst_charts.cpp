// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/rig_sample.h"
#include "ui/charts/axis_ticks.h"
#include "ui/charts/chart_card.h"
#include "ui/charts/chart_series.h"
#include "ui/charts/charts_panel.h"
#include "ui/charts/speed_chart.h"
#include "ui/document/build_document.h"

#include <QAbstractSeries>
#include <QChart>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QLineSeries>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace rigwright;
using namespace rigwright::ui;

class TestCharts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QStringLiteral("en_US")));
        m_facts = rig_sample::catalog();
        m_build = rig_sample::tower(2);
        m_evaluation = evaluate(m_build, *m_facts);
        QCOMPARE(m_evaluation.devices.size(), std::size_t(2));
    }

    void memoryBarsAreTheDevices()
    {
        const MemorySeries series = memorySeries(m_evaluation);
        QCOMPARE(series.bars.size(), m_evaluation.devices.size());
        for (std::size_t i = 0; i < series.bars.size(); ++i) {
            const DeviceResult &device = m_evaluation.devices[i];
            const MemoryBar &bar = series.bars[i];
            QCOMPARE(bar.weights, toGiB(device.use.weights));
            QCOMPARE(bar.kvCache, toGiB(device.use.kvCache));
            QCOMPARE(bar.compute, toGiB(device.use.compute));
            QCOMPARE(bar.overhead, toGiB(device.use.overhead));
            QCOMPARE(bar.memory, toGiB(device.memory));
            QVERIFY(bar.weights > 0);
            QVERIFY(qAbs(bar.used() + bar.free - bar.memory) < 1e-6);
        }
        Evaluation full = m_evaluation;
        full.devices[0].use.weights = full.devices[0].memory * 2;
        QCOMPARE(memorySeries(full).bars[0].free, 0.0);
        QVERIFY(memorySeries(full).top() > toGiB(full.devices[0].memory) * 1.99);
    }

    void speedCurveIsTheEnginesAndTheMarkIsTheVerdicts()
    {
        const SpeedSeries series = speedSeries(m_evaluation, *m_facts, 0);
        QVERIFY(series.known);
        const SpeedCurve curve =
            speedAgainstContext(m_evaluation.machine, *resolve(m_build.deployments[0], *m_facts), *m_facts);
        QCOMPARE(series.curve.value, curve.value);
        QCOMPARE(series.curve.low, curve.low);
        QCOMPARE(series.curve.fitsUpTo, curve.fitsUpTo);
        QCOMPARE(series.chosenSpeed, m_evaluation.deployments[0].speed.decode.value.base());
        QCOMPARE(series.chosenContext, 8192);
        QVERIFY(!speedSeries(m_evaluation, *m_facts, 5).known);
    }

    void laterDeploymentsFindLessRoom()
    {
        Build two = m_build;
        two.deployments.push_back(two.deployments.front());
        two.deployments[0].modelId = QStringLiteral("llama-3.1-8b");
        const Evaluation both = evaluate(two, *m_facts);
        QVERIFY(speedSeries(both, *m_facts, 1).curve.fitsUpTo < speedSeries(m_evaluation, *m_facts, 0).curve.fitsUpTo);
    }

    void powerBarsAddUpToTheWall()
    {
        const PowerSeries series = powerSeries(m_evaluation);
        QCOMPARE(series.states.size(), std::size_t(4));
        const PowerState states[] = {PowerState::Idle, PowerState::Decode, PowerState::Prefill, PowerState::Sizing};
        for (std::size_t i = 0; i < 4; ++i) {
            const StatePower &power = m_evaluation.power.of(states[i]);
            QVERIFY(qAbs(series.states[i].wall() - power.wall.value.base()) < 1e-6);
            QCOMPARE(series.states[i].gpu, power.gpu.base());
            QVERIFY(series.states[i].loss > 0);
        }
        QCOMPARE(series.circuits.size(), m_evaluation.power.circuits.size());
        QCOMPARE(series.circuits[0].rig, m_evaluation.power.circuits[0].rig.base());
        QCOMPARE(series.circuits[0].other, 100.0);
        QCOMPARE(series.circuits[0].limit, 1920.0);
    }

    void costLinesMeetAtBreakEven()
    {
        Site site = m_build.site;
        const CostSeries dollars = costSeries(m_evaluation, site);
        QCOMPARE(dollars.build.size(), std::size_t(37));
        QCOMPARE(dollars.build.front(), m_evaluation.cost.parts.value.base());
        QVERIFY(qAbs(dollars.build.back() - m_evaluation.cost.threeYears.value.base()) < 0.01);
        QCOMPARE(dollars.cloud.size(), std::size_t(37));
        QCOMPARE(dollars.cloud[1], m_evaluation.cost.cloud.perHour.base() * site.activeHoursPerDay * 30);
        const double month = dollars.breakEvenMonths;
        QVERIFY(month > 0);
        const double energy = dollars.build[1] - dollars.build[0];
        QVERIFY(qAbs(month * dollars.cloud[1] - (dollars.build[0] + month * energy)) < 0.01);

        site.currency = QStringLiteral("EUR");
        site.currencyPerUsd = 0.86;
        QVERIFY(qAbs(costSeries(m_evaluation, site).build.front() - dollars.build.front() * 0.86) < 0.01);
        Evaluation unknown = m_evaluation;
        unknown.cost.cloud = {};
        QVERIFY(costSeries(unknown, site).cloud.empty());
        QVERIFY(summary(costSeries(unknown, site)).contains(QStringLiteral("No cloud price")));
    }

    void ticks_data()
    {
        QTest::addColumn<double>("top");
        QTest::addColumn<double>("last");
        QTest::addColumn<int>("count");
        QTest::newRow("24 GiB") << 24.0 << 30.0 << 4;
        QTest::newRow("a nice top is the last tick") << 20.0 << 20.0 << 5;
        QTest::newRow("tenths") << 0.7 << 0.8 << 5;
        QTest::newRow("thousands") << 8486.0 << 10000.0 << 5;
    }
    void ticks()
    {
        QFETCH(double, top);
        QFETCH(double, last);
        QFETCH(int, count);
        const AxisTicks axis = niceTicks(top, 4, [](double value) { return QString::number(value); });
        QVERIFY(qAbs(axis.ticks.back().first - last) < 1e-9);
        QCOMPARE(axis.to, axis.ticks.back().first);
        QCOMPARE(int(axis.ticks.size()), count);
        QCOMPARE(axis.ticks.front().first, 0.0);
    }

    void contextsAreShownInShort_data()
    {
        QTest::addColumn<double>("tokens");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0.0 << QStringLiteral("0");
        QTest::newRow("whole K") << 32768.0 << QStringLiteral("32K");
        QTest::newRow("half a K") << 15872.0 << QStringLiteral("15.5K");
        QTest::newRow("a million") << 1048576.0 << QStringLiteral("1M");
    }
    void contextsAreShownInShort()
    {
        QFETCH(double, tokens);
        QTEST(shortTokens(tokens), "text");
    }

    void labelsHaveRoomAtEverySize_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1720 x 1080") << QSize(1080, 236);
        QTest::newRow("1280 x 720") << QSize(680, 170);
    }
    void labelsHaveRoomAtEverySize()
    {
        QFETCH(QSize, size);
        BuildDocument document(m_facts);
        document.open(m_build);
        ChartsPanel panel(&document);
        panel.resize(size);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        for (const ChartCard *chart : panel.charts()) {
            if (!chart->isVisible())
                continue;
            const QRectF plot = chart->view()->plotArea();
            QVERIFY(QRectF(chart->view()->rect()).contains(plot));
            QVERIFY2(plot.width() > 120 && plot.height() > 60, qPrintable(chart->title()));
            // A value and its place in the plot are each other's inverse.
            const QPointF middle = chart->view()->valueAt(plot.center());
            const QPointF back = chart->view()->positionOf(middle.x(), middle.y());
            QVERIFY((back - plot.center()).manhattanLength() < 0.01);
        }
    }

    void everyChartHasWordsAndATable()
    {
        BuildDocument document(m_facts);
        document.open(m_build);
        ChartsPanel panel(&document);
        panel.resize(1080, 240);
        panel.show();
        for (ChartCard *chart : panel.charts()) {
            QVERIFY(chart->view()->accessibleDescription().length() > 20);
            QCOMPARE(chart->view()->accessibleDescription(), chart->summary());
            const ChartTable table = chart->table();
            QVERIFY(table.size() > 2);
            for (const QStringList &row : table)
                QCOMPARE(row.size(), table.front().size());
            chart->copyTable();
            QCOMPARE(QGuiApplication::clipboard()->text(), toTabSeparated(table));
            QVERIFY(!chart->readout(chart->view()->plotArea().center()).isEmpty());
        }
    }

    void chartsFollowEditsAndPreviews()
    {
        BuildDocument document(m_facts);
        document.open(m_build);
        ChartsPanel panel(&document);
        panel.resize(1080, 240);
        panel.show();
        QCOMPARE(panel.charts()[0]->table().size(), std::size_t(3)); // header and two cards
        document.setPreview(rig_sample::withCardAdded(m_build));
        QCOMPARE(panel.charts()[0]->table().size(), std::size_t(4));
        document.setPreview(std::nullopt);
        QCOMPARE(panel.charts()[0]->table().size(), std::size_t(3));
        Build longer = m_build;
        longer.deployments[0].contextTokens = 2048;
        document.apply(QStringLiteral("Change context"), longer);
        const auto *speed = static_cast<const SpeedChart *>(panel.charts()[1]);
        QCOMPARE(speed->series().chosenContext, 2048);
        QCOMPARE(speed->series().chosenSpeed, document.evaluation().deployments[0].speed.decode.value.base());
    }

    void narrowPanelsUseTabs_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("visible");
        QTest::newRow("beside each other at 1720") << QSize(1080, 220) << 4;
        QTest::newRow("two at a time at 1280") << QSize(680, 220) << 2;
        QTest::newRow("one by one") << QSize(400, 220) << 1;
        QTest::newRow("below each other in a tall column") << QSize(290, 590) << 2;
        QTest::newRow("two by two") << QSize(680, 500) << 4;
    }
    void narrowPanelsUseTabs()
    {
        QFETCH(QSize, size);
        QFETCH(int, visible);
        BuildDocument document(m_facts);
        document.open(m_build);
        ChartsPanel panel(&document);
        panel.resize(size);
        panel.show();
        QCoreApplication::processEvents();
        const auto shown = [&] {
            int count = 0;
            for (const ChartCard *chart : panel.charts())
                if (chart->isVisible()) {
                    ++count;
                    if (!panel.rect().contains(chart->geometry()))
                        return -1;
                }
            return count;
        };
        QCOMPARE(shown(), visible);
        auto *tabs = panel.findChild<QTabBar *>();
        QCOMPARE(tabs->isVisible(), visible < int(panel.charts().size()));
        if (tabs->count() > 1) {
            tabs->setCurrentIndex(tabs->count() - 1);
            QVERIFY(panel.charts().back()->isVisible());
            QVERIFY(panel.charts().back()->table().size() > 2);
        }
    }

    void pictureIsWrittenWhole()
    {
        BuildDocument document(m_facts);
        document.open(m_build);
        ChartsPanel panel(&document);
        panel.resize(1080, 240);
        panel.show();
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("chart.png"));
        QVERIFY(panel.charts()[1]->savePng(path));
        const QImage picture(path);
        QCOMPARE(picture.size(), panel.charts()[1]->size() * 2);
        QVERIFY(!panel.charts()[1]->savePng(folder.filePath(QStringLiteral("missing/chart.png"))));
    }

private:
    std::shared_ptr<const Catalog> m_facts;
    Build m_build;
    Evaluation m_evaluation;
};

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
