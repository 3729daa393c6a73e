// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/rig_sample.h"
#include "ui/catalog/part_mime.h"
#include "ui/document/build_document.h"
#include "ui/workload/deployment_choices.h"
#include "ui/workload/deployment_row.h"
#include "ui/workload/model_picker.h"
#include "ui/workload/run_popover.h"
#include "ui/workload/workload_strip.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace rigwright;
using namespace rigwright::ui;

namespace {

/// A document with its strip, shown and laid out.
struct Bench
{
    BuildDocument document{rig_sample::catalog()};
    std::unique_ptr<WorkloadStrip> strip;

    explicit Bench(int cards = 2)
    {
        document.open(rig_sample::tower(cards));
        strip = std::make_unique<WorkloadStrip>(&document);
        strip->resize(1060, 140);
        strip->show();
        strip->activateWindow();
        (void)QTest::qWaitForWindowActive(strip.get());
    }
    const Deployment &deployment(int index = 0) const { return document.build().deployments.at(std::size_t(index)); }
    template <class Widget>
    Widget *child(const char *name, int row = 0) const
    {
        return strip->row(row)->findChild<Widget *>(QString::fromLatin1(name));
    }
};

QStringList ids(const std::vector<Choice> &choices)
{
    QStringList ids;
    for (const Choice &choice : choices)
        ids << choice.id;
    return ids;
}

} // namespace

class TestWorkload : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void tokensAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("tokens"); // 0 = refused
        QTest::newRow("K is 1024") << QStringLiteral("32K") << 32768;
        QTest::newRow("with its unit") << QStringLiteral("32k ctx") << 32768;
        QTest::newRow("plain") << QStringLiteral("40000") << 40000;
        QTest::newRow("grouped") << QStringLiteral("131,072") << 131072;
        QTest::newRow("half a K") << QStringLiteral("1.5K") << 1536;
        QTest::newRow("a million") << QStringLiteral("1M") << 1048576;
        QTest::newRow("nothing") << QString() << 0;
        QTest::newRow("zero") << QStringLiteral("0") << 0;
        QTest::newRow("words") << QStringLiteral("long") << 0;
        QTest::newRow("negative") << QStringLiteral("-5") << 0;
        QTest::newRow("more than any model") << QStringLiteral("99999M") << 0;
    }
    void tokensAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, text);
        QTEST(parseTokens(text).value_or(0), "tokens");
    }

    void choicesFollowEngineAndModel()
    {
        const auto facts = rig_sample::catalog();
        Deployment deployment = rig_sample::tower(1).deployments.front();
        QCOMPARE(ids(quantizationChoices(deployment, *facts)),
                 QStringList({QStringLiteral("q8_0"), QStringLiteral("q4_k_m"), QStringLiteral("q2_k")}));
        QCOMPARE(contextChoices(deployment, *facts), std::vector<int>({2048, 4096, 8192, 16384, 32768, 65536, 131072}));
        deployment.kvType = QStringLiteral("q5_1"); // of another program: kept in sight
        QVERIFY(ids(kvTypeChoices(deployment, *facts)).contains(QStringLiteral("q5_1")));

        const auto labelsFor = [&](int devices) {
            QStringList labels;
            for (const ParallelismChoice &choice : parallelismChoices(deployment, *facts, devices))
                labels << choice.label;
            return labels;
        };
        QCOMPARE(labelsFor(1), QStringList({QStringLiteral("Automatic"), QStringLiteral("CPU only")}));
        QVERIFY(labelsFor(2).contains(QStringLiteral("Layers over the GPUs")));
        deployment.engineId = QStringLiteral("vllm");
        QVERIFY(labelsFor(6).contains(QStringLiteral("Tensor parallel 4")));
        QVERIFY(labelsFor(6).contains(QStringLiteral("Tensor parallel 6")));
        QVERIFY(!labelsFor(6).contains(QStringLiteral("CPU only")));
    }

    void placementIsSaidInShort_data()
    {
        QTest::addColumn<int>("split");
        QTest::addColumn<int>("ways");
        QTest::addColumn<int>("gpus"); // how many of the two it may use; 0 = all
        QTest::addColumn<QString>("text");
        QTest::newRow("automatic") << int(SplitMode::Automatic) << 0 << 0 << QStringLiteral("llama.cpp · auto");
        QTest::newRow("tensor parallel") << int(SplitMode::Tensor) << 4 << 0 << QStringLiteral("llama.cpp · TP 4");
        QTest::newRow("one GPU by its name") << int(SplitMode::Single) << 0 << 1 << QStringLiteral("llama.cpp · GPU 0");
        QTest::newRow("some GPUs") << int(SplitMode::Layer) << 0 << 2 << QStringLiteral("llama.cpp · layers · 2 GPUs");
    }
    void placementIsSaidInShort()
    {
        QFETCH(int, split);
        QFETCH(int, ways);
        QFETCH(int, gpus);
        const auto facts = rig_sample::catalog();
        const Build build = rig_sample::tower(2);
        const Evaluation evaluation = evaluate(build, *facts);
        Deployment deployment = build.deployments.front();
        deployment.parallelism.split = SplitMode(split);
        deployment.parallelism.tensorWays = ways;
        for (int i = 0; i < gpus; ++i)
            deployment.parallelism.gpus.push_back(evaluation.devices.at(std::size_t(i)).item);
        QTEST(runSummary(deployment, *facts, evaluation.devices), "text");
    }

    void anotherEngineKeepsWhatItCan()
    {
        const auto facts = rig_sample::catalog();
        Deployment deployment = rig_sample::tower(2).deployments.front();
        deployment.kvType = QStringLiteral("q8_0");
        deployment.parallelism.split = SplitMode::Layer;
        deployment.parallelism.gpus = {ItemId{5}};
        const Deployment moved = withEngine(deployment, *facts->engines.find(QStringLiteral("vllm")), *facts);
        QCOMPARE(moved.quantId, QStringLiteral("awq-4bit-g128")); // the nearest in bits that vLLM runs
        QCOMPARE(moved.kvType, QStringLiteral("f16"));
        QCOMPARE(moved.parallelism.split, SplitMode::Layer);
        QCOMPARE(moved.parallelism.gpus, deployment.parallelism.gpus);
        Deployment tensor = moved;
        tensor.parallelism.split = SplitMode::Tensor;
        tensor.parallelism.tensorWays = 2;
        const Deployment back = withEngine(tensor, *facts->engines.find(QStringLiteral("llama.cpp")), *facts);
        QCOMPARE(back.parallelism.split, SplitMode::Automatic); // llama.cpp of the sample has no tensor parallelism
        QCOMPARE(back.quantId, QStringLiteral("q4_k_m"));
    }

    void quantizationByKeyboardIsOneStepAndUndone()
    {
        Bench bench;
        const Build before = bench.document.build();
        auto *quant = bench.child<QComboBox>("quant");
        quant->setFocus();
        QTest::keyClick(quant, Qt::Key_Down);
        QCOMPARE(bench.deployment().quantId, QStringLiteral("q2_k"));
        QCOMPARE(bench.document.undoStack()->count(), 1);
        bench.document.undoStack()->undo();
        QCOMPARE(bench.document.build(), before);
        QCOMPARE(quant->currentData().toString(), QStringLiteral("q4_k_m"));
    }

    void contextIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("tokens");
        QTest::addColumn<QString>("shown");
        QTest::newRow("short form") << QStringLiteral("16k") << 16384 << QStringLiteral("16K ctx");
        QTest::newRow("no step of the list") << QStringLiteral("12000") << 12000 << QStringLiteral("12,000 ctx");
        QTest::newRow("more than the model has") << QStringLiteral("500K") << 131072 << QStringLiteral("128K ctx");
        QTest::newRow("no number keeps what was") << QStringLiteral("lots") << 8192 << QStringLiteral("8K ctx");
    }
    void contextIsTyped()
    {
        QFETCH(QString, typed);
        Bench bench;
        auto *context = bench.child<QComboBox>("context");
        context->lineEdit()->setFocus();
        context->lineEdit()->selectAll();
        QTest::keyClicks(context->lineEdit(), typed);
        QTest::keyClick(context->lineEdit(), Qt::Key_Return);
        QTEST(bench.deployment().contextTokens, "tokens");
        QTEST(context->currentText(), "shown");
    }

    void stepsOfUsersMergeIntoOne()
    {
        Bench bench;
        auto *users = bench.child<QSpinBox>("users");
        users->setFocus();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(users, Qt::Key_Up);
        QCOMPARE(bench.deployment().concurrency, 4);
        QCOMPARE(users->suffix(), QStringLiteral(" users"));
        QCOMPARE(bench.document.undoStack()->count(), 1);
        bench.document.undoStack()->undo();
        QCOMPARE(bench.deployment().concurrency, 1);
        QCOMPARE(users->value(), 1);
    }

    void modelIsFoundByTyping()
    {
        Bench bench;
        QTest::mouseClick(bench.child<QPushButton>("model"), Qt::LeftButton);
        auto *picker = bench.strip->findChild<ModelPicker *>();
        QVERIFY(picker);
        auto *search = picker->findChild<QLineEdit *>();
        QTest::keyClicks(search, QStringLiteral("3.1 8b"));
        int shown = 0;
        auto *list = picker->findChild<QListWidget *>();
        for (int row = 0; row < list->count(); ++row)
            shown += list->item(row)->isHidden() ? 0 : 1;
        QCOMPARE(shown, 1);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(bench.deployment().modelId, QStringLiteral("llama-3.1-8b"));
        bench.document.undoStack()->undo();
        QCOMPARE(bench.deployment().modelId, QStringLiteral("llama-3.3-70b"));
    }

    void modelsAreAddedDuplicatedAndRemoved()
    {
        Bench bench;
        QSignalSpy current(bench.strip.get(), &WorkloadStrip::currentDeploymentChanged);
        QTest::mouseClick(bench.strip->findChild<QToolButton *>(QStringLiteral("addModel")), Qt::LeftButton);
        auto *picker = bench.strip->findChild<ModelPicker *>();
        QTest::keyClicks(picker->findChild<QLineEdit *>(), QStringLiteral("8B"));
        QTest::keyClick(picker->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(bench.strip->rowCount(), 2);
        QCOMPARE(bench.deployment(1).modelId, QStringLiteral("llama-3.1-8b"));
        QCOMPARE(current.takeLast().at(0).toInt(), 1);

        const auto press = [&](int row, const char *name) {
            for (auto *button : bench.strip->row(row)->findChildren<QToolButton *>())
                if (button->accessibleName().startsWith(QLatin1String(name)))
                    QTest::mouseClick(button, Qt::LeftButton);
        };
        press(1, "Duplicate");
        QCOMPARE(bench.strip->rowCount(), 3);
        QCOMPARE(bench.deployment(2), bench.deployment(1));
        press(0, "Remove");
        QCOMPARE(bench.strip->rowCount(), 2);
        QCOMPARE(bench.deployment(0).modelId, QStringLiteral("llama-3.1-8b"));
        while (bench.document.undoStack()->canUndo())
            bench.document.undoStack()->undo();
        QCOMPARE(bench.document.build(), rig_sample::tower(2));
        QCOMPARE(bench.strip->rowCount(), 1);
    }

    void aModelDroppedIsPreviewedThenAdded()
    {
        Bench bench;
        DraggedPart dragged;
        dragged.modelId = QStringLiteral("llama-3.1-8b");
        const std::unique_ptr<QMimeData> data = encodePart(dragged, QStringLiteral("Llama 3.1 8B"));
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(bench.strip.get(), &enter);
        QVERIFY(enter.isAccepted());
        QVERIFY(bench.document.preview());
        QCOMPARE(bench.document.preview()->deployments.size(), std::size_t(2));
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(bench.strip.get(), &drop);
        QVERIFY(!bench.document.preview());
        QCOMPARE(bench.strip->rowCount(), 2);

        DraggedPart card;
        card.part = PartRef{PartKind::Gpu, QStringLiteral("rtx-3090")};
        const std::unique_ptr<QMimeData> other = encodePart(card, QStringLiteral("RTX 3090"));
        QDragEnterEvent refused(QPoint(20, 20), Qt::CopyAction, other.get(), Qt::LeftButton, Qt::NoModifier);
        refused.ignore();
        QCoreApplication::sendEvent(bench.strip.get(), &refused);
        QVERIFY(!refused.isAccepted());
    }

    void runSettingsAreEdits()
    {
        Bench bench(4);
        QTest::mouseClick(bench.child<QPushButton>("run"), Qt::LeftButton);
        auto *popover = bench.strip->findChild<RunPopover *>();
        QVERIFY(popover);
        const auto choose = [&](const char *name, const QString &text) {
            auto *combo = popover->findChild<QComboBox *>(QString::fromLatin1(name));
            combo->setFocus();
            combo->setCurrentIndex(combo->findText(text));
            Q_EMIT combo->activated(combo->currentIndex());
        };
        choose("engine", QStringLiteral("vLLM"));
        QCOMPARE(bench.deployment().engineId, QStringLiteral("vllm"));
        choose("parallelism", QStringLiteral("Tensor parallel 4"));
        QCOMPARE(bench.deployment().parallelism.tensorWays, 4);
        choose("kvType", QStringLiteral("fp8_e4m3"));
        QCOMPARE(bench.deployment().kvType, QStringLiteral("fp8_e4m3"));

        const QList<QCheckBox *> boxes = popover->findChildren<QCheckBox *>();
        QCOMPARE(boxes.size(), 4);
        QVERIFY(boxes.front()->isChecked());
        boxes.front()->click();
        QCOMPARE(bench.deployment().parallelism.gpus.size(), std::size_t(3));
        boxes.front()->click();
        QVERIFY(bench.deployment().parallelism.gpus.empty()); // all means: whatever there is
        while (bench.document.undoStack()->canUndo())
            bench.document.undoStack()->undo();
        QCOMPARE(bench.document.build(), rig_sample::tower(4));
    }

    void rowsFitBesideTheDocksAt1280()
    {
        Bench bench;
        bench.strip->resize(680, 140);
        QCoreApplication::processEvents();
        const DeploymentRow *row = bench.strip->row(0);
        for (const QWidget *child : row->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
            if (child->isVisible())
                QVERIFY2(row->rect().contains(child->geometry()), qPrintable(child->objectName()));
        QVERIFY(bench.strip->minimumSizeHint().width() <= 680);
    }
};

QTEST_MAIN(TestWorkload)
#include "tst_workload.moc"
