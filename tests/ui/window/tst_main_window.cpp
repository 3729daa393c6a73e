// SPDX-License-Identifier: GPL-3.0-or-later
#include "../chassis/sample.h"

#include "core/build/edits.h"
#include "database/catalog_search.h"
#include "database/rig_files.h"
#include "database/user_catalog.h"
#include "database/user_database.h"
#include "ui/catalog/catalog_list.h"
#include "ui/part_pages/part_page.h"
#include "ui/theme/theme.h"
#include "ui/window/build_session.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QDialog>
#include <QDockWidget>
#include <QDropEvent>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTranslator>
#include <QTreeWidget>

using namespace rigwright;
using namespace rigwright::ui;

namespace {

/// The real user database, but for what a crash left: a test cannot crash itself.
class Builds : public BuildRepository
{
public:
    explicit Builds(std::unique_ptr<UserDatabase> database) : m_database(std::move(database)) {}

    std::vector<Build> remains;
    QList<QString> autosaves; ///< names of builds, in order
    bool full = false;        ///< the disk is full

    Result<std::vector<SavedBuild>> list() const override { return m_database->list(); }
    Result<Build> load(qint64 id) const override { return m_database->load(id); }
    Result<Build> loadByName(const QString &name) const override { return m_database->loadByName(name); }
    Result<qint64> save(const Build &build) override
    {
        if (full)
            return Error{Error::Code::NotWritable, QStringLiteral("The disk is full.")};
        return m_database->save(build);
    }
    Outcome rename(qint64 id, const QString &name) override { return m_database->rename(id, name); }
    Outcome remove(qint64 id) override { return m_database->remove(id); }
    Result<qint64> duplicate(qint64 id) override { return m_database->duplicate(id); }
    Outcome autosave(const QString &key, const Build &build) override
    {
        autosaves << build.name;
        return m_database->autosave(key, build);
    }
    Outcome clearAutosave(const QString &key) override { return m_database->clearAutosave(key); }
    Result<std::vector<Build>> autosaved() const override { return remains; }
    Outcome discardAutosaved() override
    {
        remains.clear();
        return done();
    }
    QString setting(const QString &name, const QString &fallback) const override
    {
        return m_database->setting(name, fallback);
    }
    Outcome setSetting(const QString &name, const QString &value) override
    {
        return m_database->setSetting(name, value);
    }

private:
    std::unique_ptr<UserDatabase> m_database;
};

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

void press(QMessageBox *box, QMessageBox::StandardButton button)
{
    QTest::mouseClick(box->button(button), Qt::LeftButton);
}

void pressNamed(QWidget *dialog, const QString &text)
{
    for (QPushButton *button : dialog->findChildren<QPushButton *>())
        if (button->text().remove(QLatin1Char('&')) == text) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    QFAIL(qPrintable(QStringLiteral("no button ") + text));
}

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void firstStartOpensTheSample();
    void savingKeepsTheBuild();
    void laterStartOpensTheLastBuild();
    void renamingIsOneStepAndRenamesWhatIsSaved();
    void savingOverAnotherBuildAsks();
    void savedBuildsAreRenamedDuplicatedAndDeleted();
    void openingASavedBuild();
    void failedSaveIsToldAndNothingIsLost();
    void closingAsksAboutUnsavedChanges_data();
    void closingAsksAboutUnsavedChanges();
    void unsavedEditsAreKeptWithinTwoSeconds();
    void whatACrashLeftIsOffered();
    void declinedRemainsAreForgotten();
    void filesAreWrittenAndRead();
    void damagedFileChangesNothing();
    void droppedFileOpens();
    void recentFilesAreListed();
    void panelsCloseAndComeBack();
    void coloursAreChosenAndKept();
    void everythingFitsASmallScreen();
    void aboutNamesTheLicence();
    void statusLineCounts();
    void detailsOpenFromTheSearchField();
    void ownPricesReachTheOpenBuild();
    void ownPartsAreFoundAndPlaced();
    void germanIsThere();

private:
    QAction *action(const QString &text) const;
    QLineEdit *name() const { return m_window->findChild<QLineEdit *>(QStringLiteral("buildName")); }
    QString status() const { return m_window->findChild<QLabel *>(QStringLiteral("statusText"))->text(); }
    std::vector<SavedBuild> saved() const { return *m_builds->list(); }
    void makeWindow();
    void edit(); ///< places a card with the keyboard
    QString path(const QString &file) const { return m_folder->filePath(file); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<UserCatalog> m_layer;
    std::unique_ptr<CatalogStore> m_store;
    std::unique_ptr<CatalogSearch> m_search;
    std::unique_ptr<Builds> m_builds;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::init()
{
    Theme::current().apply(Theme::Mode::Light);
    m_folder = std::make_unique<QTemporaryDir>();
    m_layer = UserCatalog::open(path(QStringLiteral("user.sqlite"))).value();
    m_store = std::make_unique<CatalogStore>(sample::catalog(), m_layer.get());
    m_search = CatalogSearch::over(*sample::catalog()).value();
    connect(m_store.get(), &CatalogStore::changed, this,
            [this] { QVERIFY(m_search->setLayer(m_store->layer()).ok()); });
    auto database = UserDatabase::open(path(QStringLiteral("user.sqlite")), sample::catalog());
    QVERIFY2(database.ok(), database.ok() ? "" : qPrintable(database.error().message));
    m_builds = std::make_unique<Builds>(*std::move(database));
    makeWindow();
    m_window->start();
}

void MainWindowTest::cleanup()
{
    m_window.reset();
    m_builds.reset();
}

void MainWindowTest::makeWindow()
{
    Services services;
    services.store = m_store.get();
    services.search = m_search.get();
    services.builds = m_builds.get();
    services.templates = {{QStringLiteral("tower"), QStringLiteral("Tower"), QStringLiteral("Three cards")}};
    services.sampleTemplate = QStringLiteral("tower");
    services.loadTemplate = [](const QString &) -> Result<Build> {
        const Build tower = sample::tower();
        return edits::renamed(edits::removed(tower, sample::cards(tower).back()), QStringLiteral("Tower"));
    };
    services.loadFile = [](const QString &file) { return loadRigFile(file); };
    services.saveFile = [](const QString &file, const Build &build, const Catalog &catalog) {
        return saveRigFile(file, build, catalog);
    };
    m_window = std::make_unique<MainWindow>(services);
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
}

QAction *MainWindowTest::action(const QString &text) const
{
    for (QAction *each : m_window->findChildren<QAction *>())
        if (each->text().remove(QLatin1Char('&')) == text)
            return each;
    qFatal("no action %s", qPrintable(text));
}

void MainWindowTest::edit()
{
    auto *search = m_window->findChild<QLineEdit *>(QStringLiteral("catalogSearch"));
    search->setText(QStringLiteral("L4"));
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(m_window->isWindowModified());
}

void MainWindowTest::firstStartOpensTheSample()
{
    QCOMPARE(m_window->document()->build().name, QStringLiteral("Tower"));
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(m_window->windowTitle().contains(QLatin1String("Tower")));
    QCOMPARE(name()->text(), QStringLiteral("Tower"));
}

void MainWindowTest::savingKeepsTheBuild()
{
    edit();
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!m_window->isWindowModified());
    QCOMPARE(saved().size(), std::size_t(1));
    QVERIFY(*m_builds->load(saved().front().id) == m_window->document()->build());
    QVERIFY(status().contains(QLatin1String("Saved just now")));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_window->isWindowModified()); // undone past what is saved
}

void MainWindowTest::laterStartOpensTheLastBuild()
{
    edit();
    QVERIFY(m_window->save());
    const Build before = m_window->document()->build();
    QVERIFY(m_window->close());
    makeWindow();
    m_window->start();
    QVERIFY(m_window->document()->build() == before);
    QVERIFY(!m_window->isWindowModified());
}

void MainWindowTest::renamingIsOneStepAndRenamesWhatIsSaved()
{
    QVERIFY(m_window->save());
    name()->setFocus();
    name()->selectAll();
    QTest::keyClicks(name(), QStringLiteral("Garage"));
    QTest::keyClick(name(), Qt::Key_Return);
    QCOMPARE(m_window->document()->build().name, QStringLiteral("Garage"));
    QCOMPARE(m_window->document()->undoStack()->count(), 1);
    QVERIFY(m_window->save());
    QCOMPARE(saved().size(), std::size_t(1));
    QCOMPARE(saved().front().name, QStringLiteral("Garage"));
    m_window->document()->undoStack()->undo();
    QCOMPARE(name()->text(), QStringLiteral("Tower"));
}

void MainWindowTest::savingOverAnotherBuildAsks()
{
    Build other = sample::emptyBuild();
    other.name = QStringLiteral("tower"); // names are compared without case
    QVERIFY(m_builds->save(other).ok());
    whenOpens<QDialog>([](QDialog *dialog) {
        QCOMPARE(dialog->objectName(), QStringLiteral("saveAsDialog"));
        auto *field = dialog->findChild<QLineEdit *>(QStringLiteral("saveAsName"));
        QCOMPARE(field->text(), QStringLiteral("Tower"));
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("Tower 2"));
        pressNamed(dialog, QStringLiteral("Save"));
    });
    QVERIFY(m_window->save());
    QCOMPARE(saved().size(), std::size_t(2));
    QVERIFY(m_builds->loadByName(QStringLiteral("tower"))->items.empty()); // untouched
    QCOMPARE(m_window->document()->build().name, QStringLiteral("Tower 2"));
    QVERIFY(!m_window->isWindowModified());
}

void MainWindowTest::savedBuildsAreRenamedDuplicatedAndDeleted()
{
    Build other = sample::tower();
    other.name = QStringLiteral("Office");
    QVERIFY(m_builds->save(other).ok());
    whenOpens<QDialog>([](QDialog *dialog) {
        auto *list = dialog->findChild<QTreeWidget *>();
        QCOMPARE(list->topLevelItemCount(), 1);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("duplicateBuild")), Qt::LeftButton);
        QCOMPARE(list->topLevelItemCount(), 2);
        QCOMPARE(list->currentItem()->text(0), QStringLiteral("Office copy"));
        whenOpens<QInputDialog>([](QInputDialog *question) {
            question->setTextValue(QStringLiteral("Attic"));
            question->accept();
        });
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("renameBuild")), Qt::LeftButton);
        QCOMPARE(list->currentItem()->text(0), QStringLiteral("Attic"));
        whenOpens<QInputDialog>([](QInputDialog *question) {
            question->setTextValue(QStringLiteral("office")); // taken
            whenOpens<QMessageBox>([](QMessageBox *box) { press(box, QMessageBox::Ok); });
            question->accept();
        });
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("renameBuild")), Qt::LeftButton);
        QCOMPARE(list->currentItem()->text(0), QStringLiteral("Attic"));
        whenOpens<QMessageBox>([](QMessageBox *box) { press(box, QMessageBox::Cancel); });
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("deleteBuild")), Qt::LeftButton);
        QCOMPARE(list->topLevelItemCount(), 2); // asked, declined
        whenOpens<QMessageBox>([](QMessageBox *box) { pressNamed(box, QStringLiteral("Delete")); });
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("deleteBuild")), Qt::LeftButton);
        QCOMPARE(list->topLevelItemCount(), 1);
        dialog->reject();
    });
    m_window->openSaved();
    QCOMPARE(saved().size(), std::size_t(1));
    QCOMPARE(saved().front().name, QStringLiteral("Office"));
}

void MainWindowTest::openingASavedBuild()
{
    Build other = sample::openFrame();
    other.name = QStringLiteral("Frame");
    QVERIFY(m_builds->save(other).ok());
    edit();
    whenOpens<QDialog>([](QDialog *dialog) {
        whenOpens<QMessageBox>([](QMessageBox *box) { press(box, QMessageBox::Discard); });
        pressNamed(dialog, QStringLiteral("Open"));
    });
    m_window->openSaved();
    QVERIFY(m_window->document()->build() == other);
    QVERIFY(!m_window->isWindowModified());
}

void MainWindowTest::failedSaveIsToldAndNothingIsLost()
{
    edit();
    const Build before = m_window->document()->build();
    m_builds->full = true;
    QString told;
    whenOpens<QMessageBox>([&told](QMessageBox *box) {
        told = box->text() + box->informativeText();
        press(box, QMessageBox::Ok);
    });
    QVERIFY(!m_window->save());
    QVERIFY2(told.contains(QLatin1String("The disk is full.")), qPrintable(told));
    QVERIFY(m_window->isWindowModified());
    QVERIFY(m_window->document()->build() == before);
}

void MainWindowTest::closingAsksAboutUnsavedChanges_data()
{
    QTest::addColumn<int>("button");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<int>("savedBuilds");
    QTest::newRow("cancel keeps the window") << int(QMessageBox::Cancel) << false << 0;
    QTest::newRow("discard closes it") << int(QMessageBox::Discard) << true << 0;
    QTest::newRow("save saves, then closes it") << int(QMessageBox::Save) << true << 1;
}

void MainWindowTest::closingAsksAboutUnsavedChanges()
{
    QFETCH(int, button);
    QFETCH(bool, closes);
    QFETCH(int, savedBuilds);
    edit();
    whenOpens<QMessageBox>([button](QMessageBox *box) {
        QCOMPARE(box->objectName(), QStringLiteral("unsavedChanges"));
        press(box, QMessageBox::StandardButton(button));
    });
    QCOMPARE(m_window->close(), closes);
    QCOMPARE(m_window->isVisible(), !closes);
    QCOMPARE(int(saved().size()), savedBuilds);
}

void MainWindowTest::unsavedEditsAreKeptWithinTwoSeconds()
{
    QVERIFY(m_builds->autosaves.isEmpty());
    edit();
    QTRY_COMPARE_WITH_TIMEOUT(m_builds->autosaves.size(), 1, BuildSession::kAutosaveMilliseconds + 1000);
    m_window->document()->undoStack()->undo(); // nothing unsaved any more
    QTest::qWait(BuildSession::kAutosaveMilliseconds + 200);
    QCOMPARE(m_builds->autosaves.size(), 1);
}

void MainWindowTest::whatACrashLeftIsOffered()
{
    Build lost = sample::tower();
    lost.name = QStringLiteral("Lost");
    Build older = sample::openFrame();
    older.name = QStringLiteral("Older");
    m_builds->remains = {lost, older};
    makeWindow();
    whenOpens<QMessageBox>([](QMessageBox *box) {
        QVERIFY(box->text().contains(QLatin1String("Lost")));
        pressNamed(box, QStringLiteral("Recover"));
    });
    m_window->start();
    QVERIFY(m_window->document()->build() == lost);
    QVERIFY(m_window->isWindowModified());
    QCOMPARE(m_builds->autosaves, QList<QString>{QStringLiteral("Lost")}); // safe again at once
    QVERIFY(m_builds->remains.empty());
    QVERIFY(m_builds->loadByName(QStringLiteral("Older (recovered)")).ok());
}

void MainWindowTest::declinedRemainsAreForgotten()
{
    m_builds->remains = {sample::openFrame()};
    makeWindow();
    whenOpens<QMessageBox>([](QMessageBox *box) { press(box, QMessageBox::Cancel); });
    m_window->start();
    QCOMPARE(m_window->document()->build().name, QStringLiteral("Tower"));
    QVERIFY(m_builds->remains.empty());
}

void MainWindowTest::filesAreWrittenAndRead()
{
    edit();
    const Build build = m_window->document()->build();
    const QString file = path(QStringLiteral("mine.rig"));
    QVERIFY(m_window->session()->saveToFile(file).ok());
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(m_window->windowTitle().contains(QLatin1String("mine.rig")));
    m_window->openTemplate(QStringLiteral("tower"));
    QVERIFY(m_window->openPath(file));
    QVERIFY(m_window->document()->build() == build);
    m_window->document()->apply(QStringLiteral("Note"), [build] {
        Build noted = build;
        noted.notes = QStringLiteral("checked");
        return noted;
    }());
    QVERIFY(m_window->save()); // a build that lives in a file is saved there
    QVERIFY(saved().empty());
    QVERIFY(loadRigFile(file)->build == m_window->document()->build());
}

void MainWindowTest::damagedFileChangesNothing()
{
    const QString file = path(QStringLiteral("damaged.rig"));
    QVERIFY(writeWhole(file, "{ \"format\": 1, ").ok());
    const Build before = m_window->document()->build();
    QString told;
    whenOpens<QMessageBox>([&told](QMessageBox *box) {
        told = box->text();
        press(box, QMessageBox::Ok);
    });
    QVERIFY(!m_window->openPath(file));
    QVERIFY(told.contains(QLatin1String("damaged.rig")));
    QVERIFY(m_window->document()->build() == before);
}

void MainWindowTest::droppedFileOpens()
{
    Build build = sample::openFrame();
    build.name = QStringLiteral("Dropped");
    const QString file = path(QStringLiteral("dropped.rig"));
    QVERIFY(saveRigFile(file, build, *sample::catalog()).ok());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter({50, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({50, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &drop);
    QTRY_COMPARE(m_window->document()->build().name, QStringLiteral("Dropped"));
}

void MainWindowTest::recentFilesAreListed()
{
    for (const char *file : {"a.rig", "b.rig"})
        QVERIFY(m_window->session()->saveToFile(path(QLatin1String(file))).ok());
    QVERIFY(m_window->openPath(path(QStringLiteral("a.rig"))));
    const QStringList recent = m_window->session()->recentFiles();
    QCOMPARE(recent.size(), 2);
    QVERIFY(recent.first().endsWith(QLatin1String("a.rig")));
}

void MainWindowTest::panelsCloseAndComeBack()
{
    for (QDockWidget *dock : m_window->findChildren<QDockWidget *>()) {
        QVERIFY(dock->isVisible());
        QTest::mouseClick(dock->findChild<QToolButton *>(QStringLiteral("closeDock")), Qt::LeftButton);
        QVERIFY(!dock->isVisible());
        dock->toggleViewAction()->trigger();
        QVERIFY(dock->isVisible());
        QVERIFY(dock->features().testFlag(QDockWidget::DockWidgetMovable));
    }
    auto *charts = m_window->findChild<QDockWidget *>(QStringLiteral("chartsDock"));
    charts->close();
    QVERIFY(m_window->close());
    makeWindow(); // a later start
    charts = m_window->findChild<QDockWidget *>(QStringLiteral("chartsDock"));
    QVERIFY(!charts->isVisible());
    action(QStringLiteral("Reset Panels"))->trigger();
    QVERIFY(charts->isVisible());
}

void MainWindowTest::coloursAreChosenAndKept()
{
    action(QStringLiteral("Dark"))->trigger();
    QVERIFY(Theme::current().isDark());
    QCOMPARE(m_builds->setting(QStringLiteral("theme"), {}), QStringLiteral("dark"));
    action(QStringLiteral("Light"))->trigger();
    QVERIFY(!Theme::current().isDark());
}

void MainWindowTest::everythingFitsASmallScreen()
{
    m_window->resize(1280, 720);
    QCoreApplication::processEvents();
    QCOMPARE(m_window->size(), QSize(1280, 720));
    for (const char *each : {"undoButton", "redoButton", "templatesButton", "openButton", "saveButton", "compareButton",
                             "siteButton", "exportButton"}) {
        const auto *button = m_window->findChild<QToolButton *>(QLatin1String(each));
        QVERIFY2(button && button->isVisible(), each);
        QVERIFY2(button->width() >= button->minimumSizeHint().width(), each);
        const QRect shown(button->mapTo(m_window.get(), QPoint()), button->size());
        QVERIFY2(m_window->rect().contains(shown), each);
    }
}

void MainWindowTest::aboutNamesTheLicence()
{
    QString text;
    whenOpens<QDialog>([&text](QDialog *dialog) {
        text = dialog->findChild<QPlainTextEdit *>()->toPlainText();
        dialog->reject();
    });
    action(QStringLiteral("About Rigwright"))->trigger();
    QVERIFY(text.contains(QLatin1String("GPL-3.0-or-later")));
    QVERIFY(text.contains(QLatin1String("BuildCores")));
}

void MainWindowTest::statusLineCounts()
{
    QVERIFY2(status().contains(QLatin1String("Catalogue sample")), qPrintable(status()));
    QVERIFY(status().contains(QStringLiteral("µs")));
}

void MainWindowTest::detailsOpenFromTheSearchField()
{
    auto *search = m_window->findChild<QLineEdit *>(QStringLiteral("catalogSearch"));
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("4090"));
    QTest::keyClick(search, Qt::Key_Return, Qt::AltModifier);
    const auto *page = m_window->findChild<PartPage *>();
    QVERIFY(page && page->isVisible());
    QCOMPARE(page->row(), (RowKey{QStringLiteral("gpus"), QStringLiteral("rtx-4090")}));
    QVERIFY(page->windowTitle().contains(QLatin1String("4090")));
}

void MainWindowTest::ownPricesReachTheOpenBuild()
{
    edit(); // something to undo
    const Money before = m_window->document()->evaluation().cost.parts.value;
    const Item *card = m_window->document()->build().ofKind(PartKind::Gpu).front();
    OwnPrice price{0,
                   {QStringLiteral("gpus"), card->part.id},
                   Money(7),
                   QDate(2026, 11, 2),
                   PriceCondition::Used,
                   QStringLiteral("auction"),
                   QString()};
    QVERIFY(m_store->addPrice(price).ok());
    QVERIFY(m_window->document()->evaluation().cost.parts.value < before);
    QVERIFY(m_window->document()->undoStack()->canUndo());
    QVERIFY(m_store->removePrice(m_store->layer().prices.front().id).ok());
    QCOMPARE(m_window->document()->evaluation().cost.parts.value, before);
}

void MainWindowTest::ownPartsAreFoundAndPlaced()
{
    Gpu own = *sample::catalog()->gpus.find(QStringLiteral("l4"));
    own.info.id = QStringLiteral("zebra");
    own.info.name = QStringLiteral("Zebra 9000");
    Catalog rows;
    rows.gpus = Table<Gpu>({own});
    QVERIFY(m_store->saveRows(rows).ok());
    auto *search = m_window->findChild<QLineEdit *>(QStringLiteral("catalogSearch"));
    search->setText(QStringLiteral("zebra"));
    QTest::keyClick(search, Qt::Key_Return);
    const Build placed = m_window->document()->build();
    QCOMPARE(placed.find(m_window->document()->selection())->part.id, QStringLiteral("zebra"));
    // The build that uses it stays whole when the part is deleted.
    QVERIFY(m_store->removeRow({QStringLiteral("gpus"), QStringLiteral("zebra")}).ok());
    QVERIFY(!m_store->catalog()->gpus.find(QStringLiteral("zebra")));
    QVERIFY(m_window->document()->catalog().gpus.find(QStringLiteral("zebra")));
    QVERIFY(m_window->document()->build() == placed);
}

void MainWindowTest::germanIsThere()
{
    QTranslator german;
    QVERIFY(german.load(QLocale(QLocale::German), QStringLiteral("rigwright"), QStringLiteral("_"),
                        QStringLiteral(":/i18n")));
    QApplication::installTranslator(&german);
    makeWindow();
    QStringList menus;
    for (const QAction *menu : m_window->menuBar()->actions())
        menus << menu->text().remove(QLatin1Char('&'));
    const QString templates = m_window->findChild<QToolButton *>(QStringLiteral("templatesButton"))->accessibleName();
    QApplication::removeTranslator(&german);
    QCOMPARE(menus, (QStringList{QStringLiteral("Datei"), QStringLiteral("Bearbeiten"), QStringLiteral("Ansicht"),
                                 QStringLiteral("Katalog"), QStringLiteral("Hilfe")}));
    QCOMPARE(templates, QStringLiteral("Vorlagen"));
}

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
