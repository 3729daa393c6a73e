// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/build/edits.h"
#include "tests/ui/rig_sample.h"
#include "ui/workload/deployment_choices.h"
#include "ui/workload/deployment_row.h"
#include "ui/workload/engine_setting_field.h"
#include "ui/workload/engine_setting_values.h"
#include "ui/workload/engine_settings_dialog.h"
#include "ui/workload/run_popover.h"
#include "ui/workload/workload_strip.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <set>

using namespace rigwright;
using namespace rigwright::ui;

using Id = EngineSettingId;
Q_DECLARE_METATYPE(rigwright::ui::EngineSettingId)

namespace {

/// The sample's models as a mixture that sees images through a sliding window: every setting matters.
std::shared_ptr<const Catalog> catalog()
{
    auto facts = std::make_shared<Catalog>(*rig_sample::catalog());
    std::vector<LlmModel> models = facts->models.rows();
    for (LlmModel &model : models)
        if (model.id == QLatin1String("llama-3.3-70b")) {
            model.experts = 8;
            model.activeExperts = 2;
            model.expertFfnSize = 4096;
            model.visionParameters = 400'000'000;
            model.slidingWindow = 1024;
            model.slidingWindowLayers = 40;
            model.fullAttentionLayers = 40;
        }
    facts->models = Table<LlmModel>(std::move(models));
    return facts;
}

Build served(const char *engine)
{
    Build build = rig_sample::tower(2);
    const auto facts = catalog();
    build.deployments.front() =
        withEngine(build.deployments.front(), *facts->engines.find(QLatin1String(engine)), *facts);
    return build;
}

/// The dialog over a document, shown.
struct Bench
{
    BuildDocument document{catalog()};
    std::unique_ptr<EngineSettingsDialog> dialog;

    explicit Bench(const char *engine = "llama.cpp")
    {
        document.open(served(engine));
        dialog = std::make_unique<EngineSettingsDialog>(&document, 0);
        dialog->show();
        dialog->activateWindow();
        (void)QTest::qWaitForWindowActive(dialog.get());
    }
    template <class Widget>
    Widget *child(const char *name) const
    {
        return dialog->findChild<Widget *>(QLatin1String(name));
    }
    const Deployment &deployment() const { return document.build().deployments.front(); }
    bool has(const char *name) const { return child<QWidget>(name) != nullptr; }
    QToolButton *resetOf(const char *name) const
    {
        return child<QWidget>(name)->parentWidget()->findChild<QToolButton *>(QStringLiteral("reset"));
    }
};

} // namespace

class TestEngineSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void valuesGoInAndOut_data()
    {
        QTest::addColumn<EngineSettingId>("setting");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("flash attention on") << Id::FlashAttention << QVariant(true);
        QTest::newRow("flash attention off") << Id::FlashAttention << QVariant(false);
        QTest::newRow("physical batch") << Id::PhysicalBatch << QVariant(2048);
        QTest::newRow("batched tokens") << Id::BatchedTokens << QVariant(16384);
        QTest::newRow("memory share") << Id::MemoryShare << QVariant(57);
        QTest::newRow("graphs") << Id::Graphs << QVariant(false);
        QTest::newRow("window cache") << Id::FullWindowCache << QVariant(true);
        QTest::newRow("slots") << Id::SeparateSlots << QVariant(true);
        QTest::newRow("staging") << Id::ExpertStaging << QVariant(false);
        QTest::newRow("logits") << Id::LogitsRows << QVariant(int(LogitsRows::PerSlot));
        QTest::newRow("importance matrix") << Id::ImportanceMatrix << QVariant(true);
        QTest::newRow("no layer on GPUs") << Id::GpuLayers << QVariant(0);
        QTest::newRow("experts in RAM") << Id::HostExpertLayers << QVariant(12);
        QTest::newRow("shares") << Id::TensorSplit << QVariant(QStringLiteral("3, 1.5"));
        QTest::newRow("tensor ways") << Id::TensorWays << QVariant(2);
        QTest::newRow("pipeline stages") << Id::PipelineWays << QVariant(2);
        QTest::newRow("replicas") << Id::Replicas << QVariant(2);
        QTest::newRow("expert parallel") << Id::ExpertParallel << QVariant(true);
        QTest::newRow("image encoder") << Id::ImageEncoder << QVariant(false);
        QTest::newRow("its GPU") << Id::ImageEncoderGpu << QVariant(5);
        QTest::newRow("draft model") << Id::DraftModel << QVariant(QStringLiteral("llama-3.1-8b"));
        QTest::newRow("its quantization") << Id::DraftQuant << QVariant(QStringLiteral("q4_k_m"));
        QTest::newRow("its GPU too") << Id::DraftGpu << QVariant(6);
    }
    void valuesGoInAndOut()
    {
        QFETCH(EngineSettingId, setting);
        QFETCH(QVariant, value);
        const Deployment plain = rig_sample::tower(2).deployments.front();
        QVERIFY(!settingValue(plain, setting).isValid());
        const Deployment set = withSetting(plain, setting, value);
        QCOMPARE(settingValue(set, setting), value);
        QVERIFY(!(set == plain));
        const bool isPlacement = setting == Id::TensorWays || setting == Id::PipelineWays;
        QCOMPARE(ownSettings(set), isPlacement ? std::vector<Id>() : std::vector<Id>{setting});
        QCOMPARE(withSetting(set, setting, {}), plain);
        QCOMPARE(withDefaults(set), plain);
    }

    void sharesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shares"); // empty = refused
        QTest::newRow("with commas") << QStringLiteral("3, 1") << QStringLiteral("3, 1");
        QTest::newRow("as the flag has them") << QStringLiteral("3,1") << QStringLiteral("3, 1");
        QTest::newRow("a GPU without any") << QStringLiteral("1 0") << QStringLiteral("1, 0");
        QTest::newRow("fractions") << QStringLiteral("0.6/0.4") << QStringLiteral("0.6, 0.4");
        QTest::newRow("too few") << QStringLiteral("1") << QString();
        QTest::newRow("too many") << QStringLiteral("1,1,1") << QString();
        QTest::newRow("none") << QStringLiteral("0,0") << QString();
        QTest::newRow("negative") << QStringLiteral("2,-1") << QString();
        QTest::newRow("words") << QStringLiteral("most, rest") << QString();
        QTest::newRow("no number") << QStringLiteral("nan, 1") << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void sharesAreRead()
    {
        QFETCH(QString, text);
        QTEST(sharesText(parseShares(text, 2).value_or(std::vector<double>())), "shares");
    }

    void onlyTheEnginesOwnAreShown()
    {
        const Bench llama;
        for (const char *name : {"flashAttention", "physicalBatch", "fullWindowCache", "separateSlots", "expertStaging",
                                 "logitsRows", "importanceMatrix", "gpuLayers", "hostExpertLayers", "tensorSplit",
                                 "imageEncoder", "imageEncoderGpu", "draftModel", "draftQuant", "draftGpu"})
            QVERIFY2(llama.has(name), name);
        for (const char *name : {"memoryShare", "batchedTokens", "graphs", "replicas", "tensorWays", "expertParallel"})
            QVERIFY2(!llama.has(name), name);
        const Bench vllm("vllm");
        for (const char *name : {"memoryShare", "batchedTokens", "graphs", "imageEncoder", "tensorWays", "pipelineWays",
                                 "replicas", "expertParallel", "draftModel"})
            QVERIFY2(vllm.has(name), name);
        for (const char *name : {"flashAttention", "physicalBatch", "gpuLayers", "tensorSplit", "draftGpu"})
            QVERIFY2(!vllm.has(name), name);
    }

    void defaultsAndFlagsAreSaid()
    {
        const Bench llama;
        QCOMPARE(llama.child<QSpinBox>("physicalBatch")->text(), QStringLiteral("Default: 512"));
        QVERIFY(llama.child<QSpinBox>("physicalBatch")->toolTip().contains(QLatin1String("--ubatch-size")));
        const Bench vllm("vllm");
        QVERIFY(vllm.child<QSpinBox>("memoryShare")->text().contains(QLatin1String("92")));
        for (const Bench *bench : {&llama, &vllm}) {
            std::set<QString> names;
            for (const EngineSetting &setting : engineSettings(bench->document, 0)) {
                QVERIFY2(!setting.standard.isEmpty(), setting.name);
                QVERIFY2(setting.tip.contains(QLatin1Char('\n')), setting.name);
                QVERIFY2(names.insert(QLatin1String(setting.name)).second, setting.name);
                QCOMPARE(bench->child<QWidget>(setting.name)->accessibleName(), setting.label);
            }
        }
    }

    void aChoiceIsOneStepAndUndone()
    {
        Bench bench;
        const Build before = bench.document.build();
        auto *flash = bench.child<QComboBox>("flashAttention");
        flash->setFocus();
        QTest::keyClick(flash, Qt::Key_Down);
        QTRY_COMPARE(bench.deployment().engineSettings.flashAttention, std::optional(true));
        QTest::keyClick(flash, Qt::Key_Down);
        QTRY_COMPARE(bench.deployment().engineSettings.flashAttention, std::optional(false));
        QCOMPARE(bench.document.undoStack()->count(), 2);
        QVERIFY(bench.resetOf("flashAttention")->isVisible());
        QTest::keyClick(bench.dialog.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(bench.deployment().engineSettings.flashAttention, std::optional(true));
        QTest::keyClick(bench.dialog.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(bench.document.build(), before);
        QCOMPARE(flash->currentIndex(), 0);
        QVERIFY(!bench.resetOf("flashAttention")->isVisible());
    }

    void aNumberIsTypedAndStepped()
    {
        Bench bench;
        auto *batch = bench.child<QSpinBox>("physicalBatch");
        batch->setFocus();
        batch->selectAll();
        QTest::keyClicks(batch, QStringLiteral("1024"));
        QCOMPARE(bench.document.undoStack()->count(), 0); // not before it is whole
        QTest::keyClick(batch, Qt::Key_Return);
        QTRY_COMPARE(bench.deployment().engineSettings.physicalBatch, 1024);
        QVERIFY(bench.dialog->isVisible()); // Enter takes the number, not the dialog
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(batch, Qt::Key_Up);
        QTRY_COMPARE(bench.deployment().engineSettings.physicalBatch, 1024 + 3 * 64);
        QCOMPARE(bench.document.undoStack()->count(), 1); // steps of one field follow each other
        QTest::mouseClick(bench.resetOf("physicalBatch"), Qt::LeftButton);
        QTRY_COMPARE(bench.deployment().engineSettings.physicalBatch, 0);
        QCOMPARE(batch->text(), QStringLiteral("Default: 512"));
        bench.document.undoStack()->undo();
        QCOMPARE(bench.deployment().engineSettings.physicalBatch, 1024 + 3 * 64);
        bench.document.undoStack()->undo();
        QCOMPARE(bench.deployment().engineSettings, EngineSettings());
    }

    void layersOnGpusMoveTheModel()
    {
        Bench bench;
        auto *layers = bench.child<QSpinBox>("gpuLayers");
        layers->setFocus();
        layers->selectAll();
        QTest::keyClicks(layers, QStringLiteral("0"));
        QTest::keyClick(layers, Qt::Key_Return);
        QTRY_COMPARE(bench.deployment().parallelism.gpuLayers, 0);
        // The placement is still the one that was chosen.
        const auto choices = parallelismChoices(bench.deployment(), bench.document.catalog(), 2);
        QCOMPARE(indexOf(choices, bench.deployment().parallelism), 0);
        bench.document.undoStack()->undo();
        QCOMPARE(bench.deployment().parallelism.gpuLayers, -1);
    }

    void sharesAreTyped()
    {
        Bench bench;
        auto *shares = bench.child<QLineEdit>("tensorSplit");
        shares->setFocus();
        QTest::keyClicks(shares, QStringLiteral("3,1"));
        QTest::keyClick(shares, Qt::Key_Return);
        QTRY_COMPARE(bench.deployment().parallelism.tensorSplit, (std::vector<double>{3, 1}));
        QCOMPARE(shares->text(), QStringLiteral("3, 1"));
        shares->selectAll();
        QTest::keyClicks(shares, QStringLiteral("lots"));
        QTest::keyClick(shares, Qt::Key_Return);
        QCoreApplication::processEvents();
        QCOMPARE(shares->text(), QStringLiteral("3, 1"));
        QCOMPARE(bench.document.undoStack()->count(), 1);
        bench.document.undoStack()->undo();
        QVERIFY(bench.deployment().parallelism.tensorSplit.empty());
        QVERIFY(shares->text().isEmpty());
    }

    void aDraftModelOpensItsSettings()
    {
        Bench bench;
        auto *quant = bench.child<QComboBox>("draftQuant");
        auto *gpu = bench.child<QComboBox>("draftGpu");
        QVERIFY(!quant->isEnabled() && !gpu->isEnabled());
        auto *draft = bench.child<QComboBox>("draftModel");
        draft->setFocus();
        QTest::keyClick(draft, Qt::Key_Down); // the one model with the same tokens
        QTRY_COMPARE(bench.deployment().engineSettings.draftModelId, QStringLiteral("llama-3.1-8b"));
        QVERIFY(quant->isEnabled() && gpu->isEnabled());
        quant->setFocus();
        QTest::keyClick(quant, Qt::Key_Down);
        QTRY_COMPARE(bench.deployment().engineSettings.draftQuantId, QStringLiteral("q8_0"));
        gpu->setFocus();
        QTest::keyClick(gpu, Qt::Key_End);
        const ItemId last = bench.document.evaluation().devices.back().item;
        QTRY_COMPARE(bench.deployment().engineSettings.draftGpu, last);
        draft->setFocus();
        QTest::keyClick(draft, Qt::Key_Home);
        QTRY_COMPARE(bench.deployment().engineSettings, EngineSettings()); // none: nothing of it stays
    }

    void waysArePlacement()
    {
        Bench bench("vllm");
        auto *ways = bench.child<QSpinBox>("tensorWays");
        ways->setFocus();
        QTest::keyClick(ways, Qt::Key_Up);
        QTRY_COMPARE(bench.deployment().parallelism.tensorWays, 2);
        QCOMPARE(bench.deployment().parallelism.split, SplitMode::Tensor);
        QVERIFY(ownSettings(bench.deployment()).empty());
        auto *share = bench.child<QSpinBox>("memoryShare");
        share->setFocus();
        share->selectAll();
        QTest::keyClicks(share, QStringLiteral("80"));
        QTest::keyClick(share, Qt::Key_Return);
        QTRY_COMPARE(bench.deployment().engineSettings.memoryShare, 0.8);
        QTest::mouseClick(bench.child<QPushButton>("defaults"), Qt::LeftButton);
        QCOMPARE(bench.document.build(), served("vllm"));
        QVERIFY(!bench.child<QPushButton>("defaults")->isEnabled());
        bench.document.undoStack()->undo();
        QCOMPARE(bench.deployment().engineSettings.memoryShare, 0.8);
    }

    void anotherEngineHasOtherFields()
    {
        Bench bench;
        Deployment changed = withSetting(bench.deployment(), Id::PhysicalBatch, 1024);
        changed = withSetting(changed, Id::DraftModel, QStringLiteral("llama-3.1-8b"));
        const Deployment moved = withEngine(changed, *bench.document.catalog().engines.find(QStringLiteral("vllm")),
                                            bench.document.catalog());
        QCOMPARE(moved.engineSettings.physicalBatch, 0); // vLLM has none
        QCOMPARE(moved.engineSettings.draftModelId, QStringLiteral("llama-3.1-8b"));
        bench.document.apply(QStringLiteral("Change engine"),
                             edits::deploymentUpdated(bench.document.build(), 0, moved));
        QVERIFY(bench.has("memoryShare"));
        QVERIFY(!bench.has("physicalBatch"));
        bench.document.undoStack()->undo();
        QVERIFY(bench.has("physicalBatch"));
    }

    void theDialogGoesWithItsDeployment()
    {
        Bench bench;
        bench.document.apply(QStringLiteral("Remove"), edits::deploymentRemoved(bench.document.build(), 0));
        QVERIFY(!bench.dialog->isVisible());
    }

    void theRowOpensItAndShowsAMark()
    {
        BuildDocument document{catalog()};
        document.open(served("llama.cpp"));
        WorkloadStrip strip(&document);
        strip.resize(1060, 140);
        strip.show();
        (void)QTest::qWaitForWindowActive(&strip);
        auto *run = strip.row(0)->findChild<QPushButton *>(QStringLiteral("run"));
        QVERIFY(run->icon().isNull());
        QTest::mouseClick(run, Qt::LeftButton);
        auto *more = strip.findChild<RunPopover *>()->findChild<QPushButton *>(QStringLiteral("moreSettings"));
        QTest::keyClick(more, Qt::Key_Space);
        auto *dialog = strip.findChild<EngineSettingsDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        auto *slots_ = dialog->findChild<QComboBox *>(QStringLiteral("separateSlots"));
        slots_->setFocus();
        QTest::keyClick(slots_, Qt::Key_Down);
        QTRY_VERIFY(document.build().deployments.front().engineSettings.separateSlots);
        QVERIFY(!run->icon().isNull());
        QVERIFY(run->accessibleDescription().contains(QStringLiteral("Cache of the slots"))); // not by the mark alone
        QTest::keyClick(dialog, Qt::Key_Escape);
        document.undoStack()->undo();
        QVERIFY(run->icon().isNull());
    }
};

QTEST_MAIN(TestEngineSettings)
#include "tst_engine_settings.moc"
