// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/build/edits.h"
#include "tests/ui/rig_sample.h"
#include "ui/document/build_document.h"
#include "ui/results/figure_row.h"
#include "ui/results/totals_list.h"
#include "ui/results/why_popover.h"
#include "ui/tuning/tuning_figures.h"
#include "ui/tuning/tuning_window.h"
#include "ui/widgets/chip.h"
#include "ui/workload/model_picker.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace rigwright;
using namespace rigwright::ui;

namespace {

/// The sample with the format that QLoRA freezes weights in.
std::shared_ptr<const Catalog> catalog()
{
    auto facts = std::make_shared<Catalog>(*rig_sample::catalog());
    std::vector<Quantization> rows = facts->quantizations.rows();
    Quantization nf4;
    nf4.id = QStringLiteral("nf4-dq");
    nf4.name = QStringLiteral("NF4 + double quantisation");
    nf4.family = QuantFamily::Nf4;
    nf4.nominalBits = 4;
    nf4.bitsPerWeight = 4.127;
    rows.push_back(nf4);
    facts->quantizations = Table<Quantization>(std::move(rows));
    return facts;
}

struct Bench
{
    BuildDocument document{catalog()};
    std::unique_ptr<TuningWindow> window;

    explicit Bench(int cards = 2)
    {
        document.open(rig_sample::tower(cards));
        window = std::make_unique<TuningWindow>(&document, QStringLiteral("llama-3.1-8b"));
        window->show();
        window->activateWindow();
        (void)QTest::qWaitForWindowActive(window.get());
    }
    template <class Widget>
    Widget *child(const char *name) const
    {
        return window->findChild<Widget *>(QLatin1String(name));
    }
    void chooseMethod(const QString &label) const
    {
        for (Chip *pill : window->findChildren<Chip *>())
            if (pill->text() == label)
                QTest::mouseClick(pill, Qt::LeftButton);
    }
    void type(const char *spin, const QString &figure) const
    {
        auto *box = child<QSpinBox>(spin);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, figure);
        QTest::keyClick(box, Qt::Key_Return);
    }
    QString headline() const { return child<QLabel>("headline")->text(); }
    QString memory(const char *id) const { return figure("memoryFigures", id); }
    QString run(const char *id) const { return figure("runFigures", id); }
    QString figure(const char *list, const char *id) const
    {
        const FigureRow *row = child<TotalsList>(list)->row(QLatin1String(id));
        return row ? row->figure().value : QString();
    }
};

} // namespace

class TestTuning : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void theMethodChangesFiguresAndVerdict()
    {
        Bench bench;
        QVERIFY2(bench.headline().startsWith(QLatin1String("Fits")), qPrintable(bench.headline()));
        const QString quantized = bench.memory("weights");
        QVERIFY(!bench.memory("adapters").isEmpty());
        bench.chooseMethod(QStringLiteral("LoRA"));
        QVERIFY(bench.memory("weights") != quantized);
        QVERIFY(!bench.child<QComboBox>("base")->isEnabled());
        bench.chooseMethod(QStringLiteral("Full")); // 8 billion parameters of 18 bytes are not on one 3090
        QVERIFY2(bench.headline().startsWith(QLatin1String("Does not fit")), qPrintable(bench.headline()));
        QVERIFY(bench.memory("adapters").isEmpty());
        QVERIFY(!bench.child<QSpinBox>("rank")->isEnabled());
        QCOMPARE(bench.run("longestSequence"), QStringLiteral("none fits"));
        QCOMPARE(bench.document.undoStack()->count(), 0); // it plans; the build stays as it is
    }

    void theSequenceChangesActivations()
    {
        Bench bench;
        const QString activations = bench.memory("activations");
        bench.type("sequence", QStringLiteral("4096"));
        QVERIFY(bench.memory("activations") != activations);
        QCOMPARE(bench.run("stepTokens"), QStringLiteral("8,192")); // on each of two GPUs
        bench.type("sequence", QStringLiteral("1000000"));
        QVERIFY(bench.headline().startsWith(QLatin1String("Does not fit")));
    }

    void theLongestSequenceIsUsed()
    {
        Bench bench;
        auto *use = bench.child<QPushButton>("useSequence");
        use->setFocus();
        QTest::keyClick(use, Qt::Key_Space);
        const int longest = bench.child<QSpinBox>("sequence")->value();
        QVERIFY(longest > 2048);
        QCOMPARE(bench.run("longestSequence"), QStringLiteral("%L1 tokens").arg(longest));
        QVERIFY(!use->isEnabled());
        QVERIFY2(bench.headline().contains(QLatin1String("free")), qPrintable(bench.headline()));
        bench.type("sequence", QString::number(longest + 64));
        QVERIFY(longest == 131072 || bench.headline().startsWith(QLatin1String("Does not fit")));

        bench.type("sequence", QStringLiteral("1024"));
        QTest::mouseClick(bench.child<QPushButton>("useMicroBatch"), Qt::LeftButton);
        const auto *batch = bench.child<QSpinBox>("microBatch");
        QVERIFY(batch->value() > 1);
        QCOMPARE(bench.run("largestMicroBatch"), QLocale().toString(batch->value()));
    }

    void whatDoesNotApplyIsGreyedAndOff()
    {
        Bench bench;
        auto *offload = bench.child<QCheckBox>("offloadState");
        QVERIFY(!offload->isEnabled());
        auto *sharding = bench.child<QComboBox>("sharding");
        sharding->setFocus();
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(sharding, Qt::Key_Down); // FSDP
        QVERIFY(offload->isEnabled());
        QTest::mouseClick(offload, Qt::LeftButton, {}, {8, offload->height() / 2});
        QVERIFY(offload->isChecked());
        QVERIFY2(bench.headline().contains(QLatin1String("system RAM")), qPrintable(bench.headline())); // it has none
        QVERIFY(!bench.run("host").isEmpty());
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(sharding, Qt::Key_Up);
        QVERIFY(!offload->isEnabled());
        QVERIFY(bench.run("host").isEmpty());

        auto *accumulation = bench.child<QSpinBox>("accumulation");
        accumulation->setFocus();
        QTest::keyClick(accumulation, Qt::Key_Up);
        QVERIFY(!bench.child<QCheckBox>("stepInBackward")->isEnabled());
    }

    void everyFigureSaysWhy()
    {
        Bench bench;
        bench.chooseMethod(QStringLiteral("Full"));
        for (const char *list : {"memoryFigures", "runFigures"})
            for (FigureRow *row : bench.child<TotalsList>(list)->findChildren<FigureRow *>()) {
                if (row->isHidden())
                    continue;
                QVERIFY2(!row->figure().why.empty(), qPrintable(row->figure().label));
                row->setFocus();
                QTest::keyClick(row, Qt::Key_Return);
                auto *why = bench.window->findChild<WhyPopover *>();
                QVERIFY2(why, qPrintable(row->figure().label));
                delete why;
            }
    }

    void itFollowsTheBuild()
    {
        Bench bench(1);
        QVERIFY(bench.child<QLabel>("headline")->isVisible());
        const QString tokens = bench.run("stepTokens");
        bench.document.apply(QStringLiteral("Add a card"), rig_sample::withCardAdded(bench.document.build()));
        QVERIFY(bench.run("stepTokens") != tokens);
        bench.document.undoStack()->undo();
        QCOMPARE(bench.run("stepTokens"), tokens);
        Build bare = bench.document.build();
        for (const Item *card : bare.ofKind(PartKind::Gpu))
            bare = edits::removed(bench.document.build(), card->id);
        bench.document.apply(QStringLiteral("Remove it"), bare);
        QCOMPARE(bench.headline(), QStringLiteral("No plan"));
        QVERIFY(!bench.child<TotalsList>("memoryFigures")->isVisible());
        bench.document.undoStack()->undo();
        QVERIFY(bench.child<TotalsList>("memoryFigures")->isVisible());
    }

    void anotherModelIsPicked()
    {
        Bench bench;
        QTest::mouseClick(bench.child<QPushButton>("tuningModel"), Qt::LeftButton);
        auto *picker = bench.window->findChild<ModelPicker *>();
        QVERIFY(picker);
        QTest::keyClicks(picker->findChild<QLineEdit *>(), QStringLiteral("70b"));
        QTest::keyClick(picker->findChild<QLineEdit *>(), Qt::Key_Return);
        QVERIFY2(bench.headline().startsWith(QLatin1String("Does not fit")), qPrintable(bench.headline()));
        QVERIFY(bench.child<QPushButton>("tuningModel")->text().startsWith(QLatin1String("Llama 3.3 70B")));
    }

    void thePartsFillTheBar()
    {
        const auto facts = catalog();
        const Evaluation evaluation = evaluate(rig_sample::tower(1), *facts);
        FineTuning settings;
        const LlmModel *model = facts->models.find(QStringLiteral("llama-3.1-8b"));
        const Quantization *base = facts->quantizations.find(QStringLiteral("nf4-dq"));
        for (const TuningMethod method : {TuningMethod::Full, TuningMethod::QLora}) {
            settings.method = method;
            const FineTuningPlan plan = planFineTuning(evaluation.machine, {model, base, settings});
            const MemoryStackView view = memoryStack(plan);
            double filled = 0;
            for (const BarSegment &segment : view.segments)
                filled += segment.share;
            QVERIFY(filled <= 1 + 1e-9);
            QCOMPARE(view.limit.has_value(), !plan.fits());
            if (view.limit)
                QVERIFY(std::abs(filled - 1) < 1e-9); // too much: the bar is full, and a tick says where it ends
        }
    }

    void escapeClosesIt()
    {
        Bench bench;
        QTest::keyClick(bench.window.get(), Qt::Key_Escape);
        QVERIFY(!bench.window->isVisible());
    }

    void itFitsASmallScreen()
    {
        Bench bench;
        bench.window->resize(1000, 660);
        QCoreApplication::processEvents();
        QVERIFY(bench.window->minimumSizeHint().width() <= 1000);
        QVERIFY(bench.window->minimumSizeHint().height() <= 660);
    }
};

QTEST_MAIN(TestTuning)
#include "tst_tuning.moc"
