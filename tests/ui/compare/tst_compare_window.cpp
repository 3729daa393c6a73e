// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/build/edits.h"
#include "tests/core/report/sample.h"
#include "ui/compare/compare_window.h"
#include "ui/compare/comparison_model.h"
#include "ui/compare/comparison_series.h"
#include "ui/compare/comparison_view.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace rigwright;

class TestCompareWindow : public QObject
{
    Q_OBJECT

    std::shared_ptr<const Catalog> m_catalog = std::make_shared<const Catalog>(sample::catalog());
    std::unique_ptr<ui::CompareWindow> m_window;

    static Build single()
    {
        Build build = edits::removed(sample::build(), {4});
        build.name = QStringLiteral("Single");
        build.deployments[0].contextTokens = 2048;
        return build;
    }
    static ui::CompareChoice choice(const char *id, const char *group, const Build &build)
    {
        return {QString::fromLatin1(id), QString::fromLatin1(group), build.name, {}, [build] {
                    return Result<Build>(build);
                }};
    }
    template <class Widget>
    Widget *child(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    ui::ComparisonModel *model() const { return m_window->findChild<ui::ComparisonModel *>(); }
    QString said() const { return child<QLabel>("workloadText")->text(); }

    const ComparisonRow *row(const char *id) const
    {
        for (const ComparisonGroup &group : m_window->comparison()->groups)
            for (const ComparisonRow &one : group.rows)
                if (one.id == QLatin1String(id))
                    return &one;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void init()
    {
        m_window = std::make_unique<ui::CompareWindow>(m_catalog);
        Build open = single();
        open.name = QStringLiteral("Being drawn");
        open.deployments[0].contextTokens = 4096;
        m_window->setChoices({choice("saved:1", "Saved builds", sample::build()),
                              choice("saved:2", "Saved builds", single()), choice("open", "Open", open)});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void comparesTheFirstTwoAtOnce()
    {
        QVERIFY(m_window->comparison());
        QCOMPARE(m_window->comparison()->buildA.name, QStringLiteral("Garage 2×3090"));
        QCOMPARE(m_window->comparison()->buildB.name, QStringLiteral("Single"));
        QVERIFY(row("gpu-memory")->better == Side::A);
        QVERIFY(row("parts-cost")->better == Side::B);
        const QAbstractItemModelTester tester(model());
    }

    void bothSidesRunTheWorkloadThatIsSaid()
    {
        QVERIFY2(said().contains(QStringLiteral("Garage 2×3090")) && said().contains(QStringLiteral("8K")),
                 qPrintable(said()));
        QCOMPARE(m_window->comparison()->buildB.deployments[0].contextTokens, 8192);
        auto *workload = child<QComboBox>("workload");
        workload->setFocus();
        QTest::keyClick(workload, Qt::Key_Down);
        QVERIFY2(said().contains(QStringLiteral("Single")) && said().contains(QStringLiteral("2K")),
                 qPrintable(said()));
        QCOMPARE(m_window->comparison()->buildA.deployments[0].contextTokens, 2048);
        QTest::keyClick(workload, Qt::Key_Down);
        QVERIFY2(said().contains(QStringLiteral("Being drawn")) && said().contains(QStringLiteral("4K")),
                 qPrintable(said()));
    }

    void swapMirrorsEverythingAndKeepsTheWorkload()
    {
        const QString speedA = row("decode-speed")->a;
        const QString workload = said();
        QTest::mouseClick(child<QPushButton>("swap"), Qt::LeftButton);
        QCOMPARE(m_window->comparison()->buildA.name, QStringLiteral("Single"));
        QCOMPARE(row("decode-speed")->b, speedA);
        QVERIFY(row("gpu-memory")->better == Side::B);
        QCOMPARE(said(), workload);
        QTest::mouseClick(child<QPushButton>("swap"), Qt::LeftButton);
        QCOMPARE(row("decode-speed")->a, speedA);
    }

    void onlyDifferencesHidesEqualRows()
    {
        const int all = model()->rowCount();
        QTest::keyClick(child<QCheckBox>("onlyDifferences"), Qt::Key_Space);
        const int some = model()->rowCount();
        QVERIFY(some > 0 && some < all);
        for (int i = 0; i < some; ++i)
            QVERIFY(!model()->index(i, 0).data(ui::ComparisonModel::EqualRole).toBool());
        QVERIFY(!m_window->markdown().contains(QStringLiteral("Enthoo Pro 2 Server")));
        QTest::keyClick(child<QCheckBox>("onlyDifferences"), Qt::Key_Space);
        QCOMPARE(model()->rowCount(), all);
    }

    void betterSideIsSaidToAssistiveTechnology()
    {
        bool found = false;
        for (int i = 0; i < model()->rowCount(); ++i)
            found = found
                    || model()
                           ->index(i, ui::ComparisonModel::SideA)
                           .data(Qt::AccessibleTextRole)
                           .toString()
                           .endsWith(QStringLiteral(", better"));
        QVERIFY(found);
    }

    void copiesMarkdown()
    {
        QTest::mouseClick(child<QPushButton>("copy"), Qt::LeftButton);
        const QString text = QApplication::clipboard()->text();
        QVERIFY(text.startsWith(QStringLiteral("# Garage 2×3090 against Single")));
        QVERIFY(text.contains(QStringLiteral("✓")));
    }

    void exportsPdf()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("comparison.pdf"));
        QVERIFY(m_window->exportTo(ui::ReportFormat::Pdf, path).ok());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF-"));
        QVERIFY(!m_window->exportTo(ui::ReportFormat::Pdf, folder.filePath(QStringLiteral("no/folder.pdf"))).ok());
    }

    void aBuildThatCannotBeLoadedIsAMessage()
    {
        auto broken = choice("saved:9", "Saved builds", single());
        broken.load = [] { return Result<Build>(Error{Error::Code::Corrupt, QStringLiteral("It is damaged.")}); };
        m_window->setChoices({choice("saved:1", "Saved builds", sample::build()), broken});
        m_window->choose(QStringLiteral("saved:1"), QStringLiteral("saved:9"));
        QVERIFY(!m_window->comparison());
        QCOMPARE(said(), QStringLiteral("It is damaged."));
        QCOMPARE(model()->rowCount(), 0);
    }

    void nothingToPickSaysWhatToDo()
    {
        m_window->setChoices({});
        QVERIFY(!m_window->comparison());
        QVERIFY(said().contains(QStringLiteral("Pick two builds")));
        QVERIFY(!child<QPushButton>("export")->isEnabled());
    }

    void everyControlIsReachedByTab()
    {
        QStringList wanted{QStringLiteral("pickA"),           QStringLiteral("pickB"),    QStringLiteral("swap"),
                           QStringLiteral("onlyDifferences"), QStringLiteral("workload"), QStringLiteral("copy"),
                           QStringLiteral("export")};
        child<QComboBox>("pickA")->setFocus();
        for (int i = 0; i < 20 && QApplication::focusWidget(); ++i) {
            wanted.removeAll(QApplication::focusWidget()->objectName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QVERIFY2(wanted.isEmpty(), qPrintable(wanted.join(QLatin1Char(' '))));
    }

    void chartsShowBothSides()
    {
        const Comparison &comparison = *m_window->comparison();
        const auto lines = ui::costLines(comparison);
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0].points.size(), 37);
        QCOMPARE(lines[0].points.front().y(), comparison.a.cost.parts.value.base());
        QCOMPARE(lines[0].points.back().y(), comparison.a.cost.threeYears.value.base());
        const auto speed = ui::speedLines(comparison, *m_catalog);
        QVERIFY(!speed[0].points.empty());
        const double end = speed[1].points.empty() ? 0 : speed[1].points.back().x();
        QVERIFY2(end < speed[0].points.back().x(), "a line ends where the memory does");
        QVERIFY(!speed[1].endNote.isEmpty());
        for (const ui::RadarAxis &axis : ui::radarAxes(comparison))
            QCOMPARE(std::max(axis.a, axis.b), 1.0);
    }
};

QTEST_MAIN(TestCompareWindow)
#include "tst_compare_window.moc"
