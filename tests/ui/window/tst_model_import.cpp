// SPDX-License-Identifier: GPL-3.0-or-later
#include "../chassis/sample.h"

#include "database/catalog_search.h"
#include "database/rig_files.h"
#include "database/user_catalog.h"
#include "database/user_database.h"
#include "tests/support/gguf_file.h"
#include "ui/part_pages/import_dialog.h"
#include "ui/tuning/tuning_window.h"
#include "ui/window/main_window.h"

#include <QCheckBox>
#include <QDropEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace rigwright;
using namespace rigwright::ui;

namespace {

/// Does something with the dialog that opens next.
template <class DialogType, class Use>
void whenOpens(Use use)
{
    QTimer::singleShot(0, qApp, [use] {
        auto *dialog = qobject_cast<DialogType *>(QApplication::activeModalWidget());
        if (!dialog) {
            whenOpens<DialogType>(use); // not yet
            return;
        }
        use(dialog);
    });
}

} // namespace

class TestModelImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }
    void init();
    void cleanup();

    void aDroppedModelJoinsCatalogueAndBuild();
    void itMayStayInTheCatalogue();
    void aKnownModelOnlyJoinsTheBuild();
    void aConfigurationIsReadToo();
    void anotherModelsNameIsAskedFor();
    void aDamagedFileIsToldAndChangesNothing_data();
    void aDamagedFileIsToldAndChangesNothing();
    void otherFilesAreRefused();
    void fineTuningOpensWithItsKey();

private:
    QString written(const QString &name, const QByteArray &bytes) const;
    bool drop(const QString &file) const; ///< @return whether the window takes it
    ImportDialog *preview() const;
    void import(const QString &file) const; ///< drops it and takes what is offered
    const std::vector<Deployment> &deployments() const { return m_window->document()->build().deployments; }
    QString status() const { return m_window->statusBar()->currentMessage(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<UserCatalog> m_layer;
    std::unique_ptr<CatalogStore> m_store;
    std::unique_ptr<CatalogSearch> m_search;
    std::unique_ptr<UserDatabase> m_builds;
    std::unique_ptr<MainWindow> m_window;
};

void TestModelImport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString user = m_folder->filePath(QStringLiteral("user.sqlite"));
    m_layer = UserCatalog::open(user).value();
    m_store = std::make_unique<CatalogStore>(sample::catalog(), m_layer.get());
    m_search = CatalogSearch::over(*sample::catalog()).value();
    connect(m_store.get(), &CatalogStore::changed, this,
            [this] { QVERIFY(m_search->setLayer(m_store->layer()).ok()); });
    auto builds = UserDatabase::open(user, sample::catalog());
    QVERIFY(builds.ok());
    m_builds = *std::move(builds);
    Services services;
    services.store = m_store.get();
    services.search = m_search.get();
    services.builds = m_builds.get();
    services.sampleTemplate = QStringLiteral("tower");
    services.loadTemplate = [](const QString &) -> Result<Build> { return sample::tower(); };
    services.loadFile = [](const QString &file) { return loadRigFile(file); };
    m_window = std::make_unique<MainWindow>(services);
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    m_window->start();
}

void TestModelImport::cleanup()
{
    m_window.reset();
    m_builds.reset();
}

QString TestModelImport::written(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    [&] {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }();
    return path;
}

bool TestModelImport::drop(const QString &file) const
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter({50, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    enter.ignore();
    QApplication::sendEvent(m_window.get(), &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent drop({50, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &drop);
    return true;
}

ImportDialog *TestModelImport::preview() const
{
    ImportDialog *found = nullptr;
    [&] { QTRY_VERIFY((found = m_window->findChild<ImportDialog *>()) && found->isVisible()); }();
    return found;
}

void TestModelImport::import(const QString &file) const
{
    QVERIFY(drop(file));
    ImportDialog *dialog = preview();
    QVERIFY(dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("import")), Qt::LeftButton);
    QTRY_VERIFY(!m_window->findChild<ImportDialog *>());
}

void TestModelImport::aDroppedModelJoinsCatalogueAndBuild()
{
    const Build before = m_window->document()->build();
    import(written(QStringLiteral("Qwen3-30B-A3B-Q4_K_M.gguf"), test::qwen3With30B().bytes()));
    QCOMPARE(deployments().size(), before.deployments.size() + 1);
    const Deployment &added = deployments().back();
    const LlmModel *model = m_store->catalog()->models.find(added.modelId);
    QVERIFY(model);
    QCOMPARE(model->experts, 128);
    QCOMPARE(added.quantId, QStringLiteral("q4_k_m")); // of the file
    QVERIFY(m_window->document()->evaluation().deployments.back().known);
    QVERIFY2(status().contains(model->name), qPrintable(status()));
    m_window->document()->undoStack()->undo();
    QVERIFY(m_window->document()->build() == before);
    QVERIFY(m_store->catalog()->models.find(model->id)); // the catalogue keeps it
}

void TestModelImport::itMayStayInTheCatalogue()
{
    const Build before = m_window->document()->build();
    QVERIFY(drop(written(QStringLiteral("Qwen3-30B-A3B-Q4_K_M.gguf"), test::qwen3With30B().bytes())));
    ImportDialog *dialog = preview();
    auto *offer = dialog->findChild<QCheckBox *>(QStringLiteral("offer"));
    QVERIFY(offer->isVisible() && offer->isChecked());
    offer->setFocus();
    QTest::keyClick(offer, Qt::Key_Space);
    const std::size_t models = m_store->catalog()->models.rows().size();
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("import")), Qt::LeftButton);
    QCOMPARE(m_store->catalog()->models.rows().size(), models + 1);
    QVERIFY(m_window->document()->build() == before);
}

void TestModelImport::aKnownModelOnlyJoinsTheBuild()
{
    const QString file = written(QStringLiteral("Qwen3-30B-A3B-Q4_K_M.gguf"), test::qwen3With30B().bytes());
    import(file);
    const std::size_t models = m_store->catalog()->models.rows().size();
    QVERIFY(drop(file));
    ImportDialog *dialog = preview();
    auto *button = dialog->findChild<QPushButton *>(QStringLiteral("import"));
    QCOMPARE(button->text(), QStringLiteral("Add to Build"));
    auto *offer = dialog->findChild<QCheckBox *>(QStringLiteral("offer"));
    offer->click();
    QVERIFY(!button->isEnabled()); // there is nothing left to do
    offer->click();
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_store->catalog()->models.rows().size(), models);
    QCOMPARE(deployments().back(), deployments()[deployments().size() - 2]);
}

void TestModelImport::aConfigurationIsReadToo()
{
    // Qwen2.5 0.5B, config.json
    const QByteArray config = R"({"architectures": ["Qwen2ForCausalLM"], "model_type": "qwen2", "hidden_size": 896,
        "intermediate_size": 4864, "max_position_embeddings": 32768, "num_attention_heads": 14,
        "num_hidden_layers": 24, "num_key_value_heads": 2, "tie_word_embeddings": true, "torch_dtype": "bfloat16",
        "vocab_size": 151936})";
    const std::size_t before = deployments().size();
    import(written(QStringLiteral("config.json"), config));
    QCOMPARE(deployments().size(), before + 1);
    QCOMPARE(m_store->catalog()->models.find(deployments().back().modelId)->layers, 24);
}

void TestModelImport::anotherModelsNameIsAskedFor()
{
    import(written(QStringLiteral("one.gguf"), test::qwen3With30B().bytes()));
    const QString first = deployments().back().modelId;
    // The same weights under the same id are the same model; others need a name of their own.
    LlmModel taken = *m_store->catalog()->models.find(first);
    taken.layers += 1;
    Catalog rows;
    rows.models = Table<LlmModel>({taken});
    QVERIFY(m_store->saveRows(rows).ok());
    whenOpens<QInputDialog>([](QInputDialog *dialog) {
        dialog->findChild<QLineEdit *>()->setText(QStringLiteral("My own mixture"));
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    import(written(QStringLiteral("one.gguf"), test::qwen3With30B().bytes()));
    const LlmModel *model = m_store->catalog()->models.find(deployments().back().modelId);
    QVERIFY(model);
    QCOMPARE(model->name, QStringLiteral("My own mixture"));
}

void TestModelImport::aDamagedFileIsToldAndChangesNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no GGUF") << QStringLiteral("wrong.gguf") << QByteArray("not a model");
    QTest::newRow("cut off") << QStringLiteral("short.gguf") << test::qwen3With30B().bytes().left(400);
    QTest::newRow("empty") << QStringLiteral("empty.gguf") << QByteArray();
    QTest::newRow("no configuration") << QStringLiteral("package.json") << QByteArray("{\"name\": \"something\"}");
}
void TestModelImport::aDamagedFileIsToldAndChangesNothing()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const Build before = m_window->document()->build();
    const std::size_t models = m_store->catalog()->models.rows().size();
    QString told;
    whenOpens<QMessageBox>([&told](QMessageBox *box) {
        told = box->text() + box->informativeText();
        QTest::mouseClick(box->button(QMessageBox::Ok), Qt::LeftButton);
    });
    QVERIFY(drop(written(name, bytes)));
    QTRY_VERIFY2(told.contains(name), qPrintable(told));
    QVERIFY(told.size() > name.size() + 40); // the reason is said
    QVERIFY(m_window->document()->build() == before);
    QCOMPARE(m_store->catalog()->models.rows().size(), models);
}

void TestModelImport::otherFilesAreRefused()
{
    QVERIFY(!drop(written(QStringLiteral("notes.txt"), "hello")));
    QVERIFY(!drop(written(QStringLiteral("model.safetensors"), "hello")));
}

void TestModelImport::fineTuningOpensWithItsKey()
{
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
    auto *window = m_window->findChild<TuningWindow *>();
    QVERIFY(window && window->isVisible());
    const QString model = m_window->document()->evaluation().deployments.front().model;
    QVERIFY(window->findChild<QPushButton *>(QStringLiteral("tuningModel"))->toolTip().contains(model));
    window->close();
    QTest::mouseClick(m_window->findChild<QAbstractButton *>(QStringLiteral("fineTuning")), Qt::LeftButton);
    QVERIFY(window->isVisible()); // the same one, with what was set
}

QTEST_MAIN(TestModelImport)
#include "tst_model_import.moc"
