// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/pointer.h"

#include "app/window_main.h"
#include "ui/chassis/chassis_view.h"
#include "ui/window/main_window.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QToolButton>

#include <functional>
#include <stdexcept>

using namespace rigwright;

namespace {

/// Runs a question in the program's thread; works while a drag or a dialog has its own event loop.
template <class Question>
auto ask(Question question)
{
    std::invoke_result_t<Question> answer{};
    QMetaObject::invokeMethod(
        qApp, [&] { answer = question(); }, Qt::BlockingQueuedConnection);
    return answer;
}

void waitFor(const char *what, const std::function<bool()> &holds)
{
    QElapsedTimer timer;
    timer.start();
    while (!ask(holds)) {
        if (timer.elapsed() > 15000)
            throw std::runtime_error(std::string("Waited in vain for: ") + what);
        QThread::msleep(40);
    }
}

ui::MainWindow *window()
{
    for (QWidget *widget : QApplication::topLevelWidgets())
        if (auto *found = qobject_cast<ui::MainWindow *>(widget))
            return found;
    return nullptr;
}

const Build &build()
{
    return window()->document()->build();
}

int cards()
{
    return int(build().ofKind(PartKind::Gpu).size());
}

/// @return a visible widget of that object name in any window, or nullptr
QWidget *named(const char *name)
{
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all)
        if (widget->objectName() == QLatin1String(name) && widget->isVisible())
            return widget;
    return nullptr;
}

/// Waits until the widget is there. @return its middle on the screen
QPoint middleOf(const char *name)
{
    waitFor(name, [name] { return named(name) != nullptr; });
    return ask([name] {
        const QWidget *widget = named(name);
        return widget->mapToGlobal(widget->rect().center());
    });
}

QPoint onScreen(const ui::ChassisView *view, const QRectF &area)
{
    return view->viewport()->mapToGlobal(view->mapFromScene(area.center()));
}

/// @return the middle of a card's title, away from its memory bar
QPoint cardIn(int position)
{
    return ask([position] {
        const auto *view = window()->findChild<ui::ChassisView *>();
        for (const ui::CardView &card : view->model().cards)
            if (card.location == Location{Place::ExpansionSlot, position})
                return onScreen(view, card.area);
        return QPoint();
    });
}

QPoint slot(int position)
{
    return ask([position] {
        const auto *view = window()->findChild<ui::ChassisView *>();
        for (const ui::SlotView &each : view->model().slots_)
            if (each.location == Location{Place::ExpansionSlot, position})
                return onScreen(view, each.area);
        return QPoint();
    });
}

QPoint firstCatalogueCard()
{
    waitFor("a catalogue card", [] {
        const auto *list = qobject_cast<QAbstractItemView *>(named("catalogList"));
        return list && list->model()->rowCount() > 0;
    });
    return ask([] {
        const auto *list = qobject_cast<QAbstractItemView *>(named("catalogList"));
        return list->viewport()->mapToGlobal(list->visualRect(list->model()->index(0, 0)).center());
    });
}

void searchFor(const QString &text)
{
    pointer::click(middleOf("catalogSearch"));
    pointer::key(QStringLiteral("ctrl+a"));
    pointer::type(text);
}

/// What a user does in the first minutes.
class MainJob
{
public:
    explicit MainJob(const QString &folder) : m_folder(folder) {}

    void operator()()
    {
        waitFor("the window with the sample rig", [] { return window() && window()->isVisible() && cards() == 4; });
        waitFor("the window's size", [] { return window()->width() > 1000 && window()->isActiveWindow(); });
        QThread::msleep(500);
        removeWithTheKeyboard();
        escapeLeavesNothing();
        refusedDropLeavesNothing();
        dragIntoTheSlot();
        undoAndRedo();
        addAModel();
        save();
        compare();
        exportPdf();
    }

private:
    void removeWithTheKeyboard()
    {
        pointer::click(cardIn(6));
        waitFor("the clicked card to be selected", [] { return bool(window()->document()->selection()); });
        pointer::key(QStringLiteral("Delete"));
        waitFor("the card to be gone", [] { return cards() == 3; });
    }

    void escapeLeavesNothing()
    {
        searchFor(QStringLiteral("R9700"));
        const int steps = ask([] { return window()->document()->undoStack()->count(); });
        pointer::press(firstCatalogueCard());
        pointer::moveTo(slot(6));
        waitFor("the drop's preview", [] { return window()->document()->preview() != nullptr; });
        pointer::key(QStringLiteral("Escape"));
        waitFor("the preview to end", [] { return window()->document()->preview() == nullptr; });
        pointer::release();
        QThread::msleep(200);
        const QString last = ask([] { return window()->document()->undoStack()->undoText(); });
        if (ask([] { return cards(); }) != 3 || ask([] { return window()->document()->undoStack()->count(); }) != steps)
            throw std::runtime_error("Escape left an edit behind: " + last.toStdString());
    }

    void refusedDropLeavesNothing()
    {
        searchFor(QStringLiteral("H100 SXM"));
        pointer::press(firstCatalogueCard());
        pointer::moveTo(slot(6));
        QThread::msleep(200);
        pointer::release();
        QThread::msleep(300);
        if (ask([] { return cards(); }) != 3)
            throw std::runtime_error("An SXM module was accepted by a PCIe slot");
    }

    void dragIntoTheSlot()
    {
        searchFor(QStringLiteral("R9700"));
        const double before =
            ask([] { return window()->document()->evaluation().power.states.back().dc.value.base(); });
        pointer::press(firstCatalogueCard());
        pointer::moveTo(slot(6));
        waitFor("the drop's preview", [] { return window()->document()->preview() != nullptr; });
        pointer::release();
        waitFor("the fourth card", [] { return cards() == 4; });
        const double after = ask([] { return window()->document()->evaluation().power.states.back().dc.value.base(); });
        if (!(after > before + 250))
            throw std::runtime_error("The dropped card draws no power");
    }

    void undoAndRedo()
    {
        pointer::key(QStringLiteral("ctrl+z"));
        waitFor("undo", [] { return cards() == 3; });
        pointer::key(QStringLiteral("ctrl+shift+z"));
        waitFor("redo", [] { return cards() == 4; });
    }

    void addAModel()
    {
        const int models = ask([] { return int(build().deployments.size()); });
        pointer::click(middleOf("addModel"));
        waitFor("the list of models", [] { return named("modelPicker") != nullptr; });
        pointer::type(QStringLiteral("qwen3 14b"));
        QThread::msleep(200);
        pointer::key(QStringLiteral("Return"));
        waitFor("one more model", [models] { return int(build().deployments.size()) == models + 1; });
        if (ask([] { return build().deployments.back().modelId; }) != QLatin1String("qwen3-14b"))
            throw std::runtime_error("Another model than the typed one was added");
    }

    void save()
    {
        pointer::key(QStringLiteral("ctrl+shift+s"));
        waitFor("the name's field", [] { return named("saveAsName") != nullptr; });
        pointer::click(middleOf("saveAsName"));
        pointer::key(QStringLiteral("ctrl+a"));
        pointer::type(QStringLiteral("Workshop rig"));
        pointer::key(QStringLiteral("Return"));
        waitFor("the saved state", [] { return window()->document()->undoStack()->isClean(); });
    }

    void compare()
    {
        pointer::click(middleOf("compareButton"));
        waitFor("the comparison", [] { return named("compareWindow") != nullptr; });
        QThread::msleep(500);
        pointer::click(middleOf("swap"));
        QThread::msleep(200);
        if (ask([] { return named("compareWindow") == nullptr; }))
            throw std::runtime_error("The comparison went away");
        pointer::key(QStringLiteral("alt+F4"));
        waitFor("the comparison to close", [] { return named("compareWindow") == nullptr; });
    }

    void exportPdf()
    {
        const QString path = m_folder + QStringLiteral("/parts.pdf");
        pointer::click(ask([] {
            const QWidget *title = window();
            return title->mapToGlobal(QPoint(title->width() / 2, title->height() - 6));
        }));
        pointer::key(QStringLiteral("ctrl+e"));
        waitFor("the file dialog", [] { return QApplication::activeModalWidget() != nullptr; });
        QThread::msleep(300);
        pointer::key(QStringLiteral("ctrl+a"));
        pointer::type(path);
        pointer::key(QStringLiteral("Return"));
        waitFor("the PDF", [path] { return QFileInfo::exists(path); });
    }

    QString m_folder;
};

} // namespace

class TestPlanner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theMainJobWithARealPointer()
    {
        QTemporaryDir folder;
        qputenv("RIGWRIGHT_DATA", QFile::encodeName(folder.path() + QStringLiteral("/data")));
        std::string failure;
        QThread *hands = QThread::create([&] {
            try {
                MainJob{folder.path()}();
            } catch (const std::exception &wrong) {
                failure = wrong.what();
                QProcess::execute(QStringLiteral("import"), {QStringLiteral("-window"), QStringLiteral("root"),
                                                             QStringLiteral("tst_planner-failure.png")});
            }
            // exec() must not be left by closing: a failed step may have left a dialog open.
            QMetaObject::invokeMethod(qApp, [] { QCoreApplication::exit(0); });
        });
        hands->start();
        const int status = runWindow({});
        hands->wait();
        delete hands;
        QVERIFY2(failure.empty(), failure.c_str());
        QCOMPARE(status, 0);

        QProcess pdftotext;
        pdftotext.start(QStringLiteral("pdftotext"),
                        {QStringLiteral("-layout"), folder.path() + QStringLiteral("/parts.pdf"), QStringLiteral("-")});
        QVERIFY(pdftotext.waitForFinished());
        const QString text = QString::fromUtf8(pdftotext.readAllStandardOutput());
        for (const char *expected : {"Workshop rig", "Radeon AI PRO R9700", "ASRock Rack ROMED8-2T", "AMD EPYC 7532",
                                     "Qwen3 14B", "Circuit 1"})
            QVERIFY2(text.contains(QLatin1String(expected)), expected);
    }
};

QTEST_MAIN(TestPlanner)
#include "tst_planner.moc"
