// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"
#include "ui/chassis/chassis_view.h"
#include "ui/theme/theme.h"

#include "core/build/edits.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include <algorithm>

using namespace rigwright;
using namespace rigwright::ui;

/// The view under real mouse, drag and key events.
class TestChassisView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void dropPlacesAPart();
    void refusedDropChangesNothingAndSaysWhy();
    void leavingEndsThePreview();
    void hoverShowsTheDifferenceEverywhere();
    void sceneStandsStillDuringADrag();
    void swapByDrag();
    void dragOutRemoves();
    void shiftKeepsThePartInHand();
    void escapeGivesUpAndLeavesNoUndo();
    void modelDropAddsADeployment();
    void caseDropReplacesTheCase();
    void foreignDataIsIgnored();
    void emptyChassisInvites();
    void keyboardPicksUpMovesAndPutsDown();
    void keyboardRemovesAndDuplicates();
    void tabWalksThroughAllPartsAndOut();
    void arrowsGoToTheNeighbour();
    void selectionFollowsTheDocument();
    void powerLimitSliderIsOneUndoStep();
    void clickBetweenThePartsSelectsCaseAndBoard();
    void zoomStopsFitting();
    void undoAllRestoresTheBuild();
    void hostileNamesStayText();
    void previewIsFast();
    void screenshots_data();
    void screenshots();

private:
    void open(const Build &build);
    QPoint pointOf(QPointF scene) const { return m_view->mapFromScene(scene); }
    QRectF slotArea(const char *label) const;
    QRectF cardArea(ItemId item) const;
    void enter(const DraggedPart &dragged, QPoint at);
    bool move(QPoint at); ///< @return whether the place takes it
    bool drop(QPoint at, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    const Build &build() const { return m_document->build(); }
    static DraggedPart catalogued(PartKind kind, const char *id) { return {sample::part(kind, id), {}, {}}; }
    Build twoCards() const { return edits::removed(sample::tower(), sample::cards(sample::tower())[1]); }

    std::unique_ptr<BuildDocument> m_document;
    std::unique_ptr<ChassisView> m_view;
    std::unique_ptr<QMimeData> m_mime;
};

void TestChassisView::init()
{
    Theme::current().apply(Theme::Mode::Dark);
    m_document = std::make_unique<BuildDocument>(sample::catalog());
    m_view = std::make_unique<ChassisView>(m_document.get());
    m_view->resize(1070, 700);
    open(twoCards());
    m_view->show();
    m_view->setFocus();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestChassisView::cleanup()
{
    m_view.reset();
    m_document.reset();
    m_mime.reset();
}

void TestChassisView::open(const Build &build)
{
    m_document->open(build);
}

QRectF TestChassisView::slotArea(const char *label) const
{
    for (const SlotView &slot : m_view->model().slots_)
        if (slot.label == QLatin1String(label))
            return slot.area;
    return {};
}

QRectF TestChassisView::cardArea(ItemId item) const
{
    for (const CardView &card : m_view->model().cards)
        if (card.item == item)
            return card.area;
    return {};
}

void TestChassisView::enter(const DraggedPart &dragged, QPoint at)
{
    m_mime = encodePart(dragged, QStringLiteral("a part"));
    QDragEnterEvent event(at, Qt::CopyAction | Qt::MoveAction, m_mime.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &event);
}

bool TestChassisView::move(QPoint at)
{
    QDragMoveEvent event(at, Qt::CopyAction | Qt::MoveAction, m_mime.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    return event.isAccepted() && event.dropAction() != Qt::IgnoreAction;
}

bool TestChassisView::drop(QPoint at, Qt::KeyboardModifiers modifiers)
{
    QDropEvent event(at, Qt::CopyAction | Qt::MoveAction, m_mime.get(), Qt::LeftButton, modifiers);
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    return event.isAccepted();
}

void TestChassisView::dropPlacesAPart()
{
    const Build before = build();
    const QPoint at = pointOf(slotArea("Slot 4").center());
    enter(catalogued(PartKind::Gpu, "rtx-3090"), at);
    QVERIFY(move(at));
    QVERIFY(drop(at));
    QCOMPARE(build().items.size(), before.items.size() + 1);
    QCOMPARE(build().items.back().location, (Location{Place::ExpansionSlot, 3}));
    QCOMPARE(m_document->undoStack()->count(), 1);
    QCOMPARE(m_document->undoStack()->undoText(), QStringLiteral("Place GeForce RTX 3090 in Slot 4"));
    QCOMPARE(m_document->selection(), build().items.back().id);
    QVERIFY(!m_document->preview());
    m_document->undoStack()->undo();
    QCOMPARE(build(), before);
}

void TestChassisView::refusedDropChangesNothingAndSaysWhy()
{
    const Build before = build();
    QSignalSpy announced(m_view.get(), &ChassisView::announced);
    const QPoint at = pointOf(slotArea("Slot 5").center()); // three slots wide, two rows free
    enter(catalogued(PartKind::Gpu, "rtx-3090"), at);
    QVERIFY(!move(at));
    const QString reason = m_view->session()->current()->reason;
    QVERIFY(!reason.isEmpty());
    QVERIFY(!drop(at));
    QCOMPARE(build(), before);
    QCOMPARE(m_document->undoStack()->count(), 0);
    QVERIFY(!m_view->isPlacing());
    QCOMPARE(announced.back().at(0).toString(), reason);
}

void TestChassisView::leavingEndsThePreview()
{
    const QPoint at = pointOf(slotArea("Slot 4").center());
    enter(catalogued(PartKind::Gpu, "rtx-3090"), at);
    QVERIFY(move(at));
    QVERIFY(m_document->preview());
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(m_view->viewport(), &leave);
    QVERIFY(!m_document->preview());
    QVERIFY(!m_view->isPlacing());
    QCOMPARE(m_document->undoStack()->count(), 0);
}

void TestChassisView::hoverShowsTheDifferenceEverywhere()
{
    const QPoint at = pointOf(slotArea("Slot 4").center());
    enter(catalogued(PartKind::Gpu, "rtx-3090"), at);
    move(at);
    QVERIFY(m_document->preview());
    QCOMPARE(m_document->preview()->devices.size(), m_document->evaluation().devices.size() + 1);
    const QString delta = m_view->session()->delta;
    QVERIFY2(delta.startsWith(QStringLiteral("+24\u00A0GB")), qPrintable(delta));
    QVERIFY2(delta.contains(QStringLiteral("W")), qPrintable(delta));
    const QRectF ghost = m_view->session()->current()->ghost; // in its true size, at the slot
    QCOMPARE(ghost.width(), 313.0);
    QCOMPARE(ghost.topLeft(), slotArea("Slot 4").topLeft());
}

void TestChassisView::sceneStandsStillDuringADrag()
{
    m_view->zoomIn();
    m_view->zoomIn();
    m_view->zoomIn();
    const QRectF scene = m_view->sceneRect();
    const QPoint scroll(m_view->horizontalScrollBar()->value(), m_view->verticalScrollBar()->value());
    const QTransform transform = m_view->transform();
    enter(catalogued(PartKind::Gpu, "rtx-4090"), QPoint(2, 2));
    const QRect window = m_view->viewport()->rect();
    for (const QPoint at :
         {window.topLeft(), window.topRight(), window.bottomRight(), window.center(), window.bottomLeft()})
        move(at);
    QCOMPARE(m_view->sceneRect(), scene);
    QCOMPARE(QPoint(m_view->horizontalScrollBar()->value(), m_view->verticalScrollBar()->value()), scroll);
    QCOMPARE(m_view->transform(), transform);
}

void TestChassisView::swapByDrag()
{
    const std::vector<ItemId> gpu = sample::cards(build());
    const QPoint at = pointOf(cardArea(gpu[1]).center());
    enter({build().find(gpu[0])->part, gpu[0], {}}, at);
    QVERIFY(move(at));
    QVERIFY(drop(at));
    QCOMPARE(build().find(gpu[0])->location.index, 6);
    QCOMPARE(build().find(gpu[1])->location.index, 0);
    QCOMPARE(m_document->undoStack()->count(), 1);
}

void TestChassisView::dragOutRemoves()
{
    const ItemId card = sample::cards(build())[1];
    const QPoint outside = pointOf(m_view->model().outline.topLeft() - QPointF(20, -60));
    enter({build().find(card)->part, card, {}}, outside);
    QVERIFY(move(outside));
    QVERIFY(m_view->session()->isRemoving());
    QVERIFY(drop(outside));
    QVERIFY(!build().find(card));
    QCOMPARE(m_document->undoStack()->undoText(), QStringLiteral("Remove GeForce RTX 3090"));
}

void TestChassisView::shiftKeepsThePartInHand()
{
    const QPoint at = pointOf(slotArea("Slot 4").center());
    enter(catalogued(PartKind::Gpu, "l4"), at);
    move(at);
    QVERIFY(drop(at, Qt::ShiftModifier));
    QVERIFY(m_view->isPlacing());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, pointOf(slotArea("Slot 5").center()));
    QVERIFY(m_view->isPlacing());
    QTest::keyClick(m_view.get(), Qt::Key_Return); // the next free place is already chosen
    QVERIFY(!m_view->isPlacing());
    QCOMPARE(build().ofKind(PartKind::Gpu).size(), std::size_t(5));
    QCOMPARE(m_document->undoStack()->count(), 3);
    QStringList labels;
    for (const SlotView &slot : m_view->model().slots_)
        labels << slot.label;
    QVERIFY2(labels.isEmpty(), qPrintable(labels.join(u',')));
}

void TestChassisView::escapeGivesUpAndLeavesNoUndo()
{
    m_view->beginPlacing(catalogued(PartKind::Gpu, "rtx-3090"));
    QVERIFY(m_view->isPlacing());
    QVERIFY(m_document->preview());
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_view->isPlacing());
    QVERIFY(!m_document->preview());
    QCOMPARE(m_document->undoStack()->count(), 0);
}

void TestChassisView::modelDropAddsADeployment()
{
    const QPoint at = m_view->viewport()->rect().center();
    enter({std::nullopt, {}, QStringLiteral("llama-3.3-70b")}, at);
    QVERIFY(move(at));
    QVERIFY(drop(at));
    QCOMPARE(build().deployments.size(), std::size_t(2));
}

void TestChassisView::caseDropReplacesTheCase()
{
    const Build before = build();
    const QPoint at(3, 3); // anywhere
    enter(catalogued(PartKind::Enclosure, "frame-8"), at);
    QVERIFY(move(at));
    QVERIFY(drop(at));
    QCOMPARE(build().host(PartKind::Enclosure)->part.id, QStringLiteral("frame-8"));
    QCOMPARE(build().ofKind(PartKind::Gpu).size(), before.ofKind(PartKind::Gpu).size());
    m_document->undoStack()->undo();
    QCOMPARE(build(), before);
}

void TestChassisView::foreignDataIsIgnored()
{
    m_mime = std::make_unique<QMimeData>();
    m_mime->setText(QStringLiteral("just text"));
    QDragEnterEvent event(QPoint(50, 50), Qt::CopyAction, m_mime.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    QVERIFY(!event.isAccepted());
    QVERIFY(!m_view->isPlacing());
}

void TestChassisView::emptyChassisInvites()
{
    open(sample::emptyBuild());
    auto *button = m_view->findChild<QPushButton *>(QStringLiteral("startFromTemplate"));
    QVERIFY(button && button->isVisible());
    QSignalSpy wanted(m_view.get(), &ChassisView::templateWanted);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);

    const QPoint at = m_view->viewport()->rect().center();
    enter(catalogued(PartKind::Gpu, "rtx-3090"), at);
    QVERIFY(!move(at)); // a card needs a host first
    QVERIFY(!drop(at));
    enter(catalogued(PartKind::UnifiedSystem, "apple-m3-ultra"), at);
    QVERIFY(move(at));
    QVERIFY(drop(at));
    QVERIFY(build().host(PartKind::UnifiedSystem));
    QVERIFY(!button->isVisible());
}

void TestChassisView::keyboardPicksUpMovesAndPutsDown()
{
    const ItemId card = sample::cards(build())[0];
    m_document->setSelection(card);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QVERIFY(m_view->isPlacing());
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QVERIFY(m_document->preview());
    const Location chosen = m_view->session()->current()->location;
    QVERIFY(m_view->session()->current()->allowed);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QVERIFY(!m_view->isPlacing());
    QCOMPARE(build().find(card)->location, chosen);
    QCOMPARE(m_document->selection(), card);
    QCOMPARE(m_document->undoStack()->count(), 1);
}

void TestChassisView::keyboardRemovesAndDuplicates()
{
    const ItemId card = sample::cards(build())[1];
    m_document->setSelection(card);
    QTest::keyClick(m_view.get(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(build().ofKind(PartKind::Gpu).size(), std::size_t(3));
    QVERIFY(m_document->selection() != card); // the copy is selected
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QCOMPARE(build().ofKind(PartKind::Gpu).size(), std::size_t(2));
    QVERIFY(build().find(card));
    QCOMPARE(m_document->undoStack()->count(), 2);
}

void TestChassisView::tabWalksThroughAllPartsAndOut()
{
    const std::size_t count = partsOf(m_view->model()).size();
    QStringList names;
    for (std::size_t i = 0; i < count; ++i) {
        QTest::keyClick(m_view.get(), Qt::Key_Tab);
        QVERIFY(m_view->hasFocus());
        QVERIFY(!m_view->focusedName().isEmpty());
        QVERIFY(!m_view->accessibleDescription().isEmpty());
        names << m_view->focusedName();
    }
    QVERIFY(names.contains(QStringLiteral("Slot 4, free")));
    QVERIFY(names.contains(QStringLiteral("PSU A · Corsair AX1600i")));
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QVERIFY(m_view->focusedName().isEmpty()); // past the last one
}

void TestChassisView::arrowsGoToTheNeighbour()
{
    const std::vector<ItemId> gpu = sample::cards(build());
    m_document->setSelection(gpu[0]);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->focusedName(), QStringLiteral("Slot 4, free"));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_document->selection(), gpu[1]);
    QSignalSpy wanted(m_view.get(), &ChassisView::partWanted);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QTest::keyClick(m_view.get(), Qt::Key_Return); // on a free slot
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].value<PartKind>(), PartKind::Gpu);
}

void TestChassisView::selectionFollowsTheDocument()
{
    const ItemId card = sample::cards(build())[1];
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(cardArea(card).center()));
    QCOMPARE(m_document->selection(), card);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(2, 2));
    QVERIFY(!m_document->selection());
    m_document->setSelection(card);
    QVERIFY(m_view->focusedName().contains(QStringLiteral("RTX 3090")));
}

void TestChassisView::powerLimitSliderIsOneUndoStep()
{
    const ItemId card = sample::cards(build())[1];
    m_document->setSelection(card);
    auto *slider = m_view->findChild<QSlider *>(QStringLiteral("powerLimit"));
    QVERIFY(slider && slider->isVisible());
    QTest::keyClick(m_view.get(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(slider->hasFocus());
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(slider, Qt::Key_Left);
    QCOMPARE(build().find(card)->powerLimit.value_or(Watts(-1)).base(), 300.0);
    QCOMPARE(m_document->undoStack()->count(), 1);
    m_document->undoStack()->undo();
    QVERIFY(!build().find(card)->powerLimit);
    QCOMPARE(slider->value(), 350);
}

void TestChassisView::clickBetweenThePartsSelectsCaseAndBoard()
{
    const QRectF outline = m_view->model().outline;
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(outline.topLeft() + QPointF(60, 8)));
    QCOMPARE(m_document->selection(), build().host(PartKind::Enclosure)->id);
    const QRectF board = m_view->model().board;
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(board.topRight() + QPointF(-10, 5)));
    QCOMPARE(m_document->selection(), build().host(PartKind::Motherboard)->id);
}

void TestChassisView::zoomStopsFitting()
{
    const double fitted = m_view->transform().m11();
    m_view->resize(900, 600);
    QVERIFY(m_view->transform().m11() < fitted);
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    const double zoomed = m_view->transform().m11();
    m_view->resize(1070, 700);
    QCOMPARE(m_view->transform().m11(), zoomed);
    QTest::keyClick(m_view.get(), Qt::Key_0);
    QCOMPARE(m_view->transform().m11(), fitted);
}

void TestChassisView::undoAllRestoresTheBuild()
{
    const Build before = build();
    const std::vector<ItemId> gpu = sample::cards(before);
    QPoint at = pointOf(slotArea("Slot 4").center());
    enter(catalogued(PartKind::Gpu, "rtx-3090"), at);
    drop(at);
    at = pointOf(cardArea(gpu[1]).center());
    enter({before.find(gpu[0])->part, gpu[0], {}}, at);
    drop(at);
    enter(catalogued(PartKind::Enclosure, "small"), at);
    drop(at);
    enter(catalogued(PartKind::Prebuilt, "dgx-h100"), at);
    drop(at);
    QCOMPARE(m_document->undoStack()->count(), 4);
    const Build after = build();
    while (m_document->undoStack()->canUndo())
        m_document->undoStack()->undo();
    QCOMPARE(build(), before);
    while (m_document->undoStack()->canRedo())
        m_document->undoStack()->redo();
    QCOMPARE(build(), after);
}

void TestChassisView::hostileNamesStayText()
{
    Catalog catalog = *sample::catalog();
    std::vector<Gpu> gpus = catalog.gpus.rows();
    for (Gpu &gpu : gpus)
        gpu.info.name = QStringLiteral("<img src=\"file:///etc/passwd\"><b>&bold</b>");
    catalog.gpus = Table(gpus);
    m_document->open(twoCards(), std::make_shared<Catalog>(catalog));
    m_document->setSelection(sample::cards(build())[0]);
    QVERIFY(m_view->focusedName().contains(QStringLiteral("<b>"))); // as written
    QVERIFY(!m_view->grab().isNull());
}

void TestChassisView::previewIsFast()
{
    open(sample::openFrame());
    const QRectF free = slotArea("Frame 8");
    QVERIFY(!free.isNull());
    const QPoint on = pointOf(free.center());
    const QPoint off = pointOf(m_view->model().board.center());
    enter(catalogued(PartKind::Gpu, "rtx-3090"), off);
    const auto median = [](auto &&once) {
        std::vector<qint64> times;
        for (int i = 0; i < 41; ++i) {
            QElapsedTimer timer;
            timer.start();
            once(i);
            times.push_back(timer.nsecsElapsed());
        }
        std::ranges::nth_element(times, times.begin() + 20);
        return double(times[20]) / 1e6;
    };
    QImage canvas(m_view->viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    const double whole = median([&](int) {
        QPainter painter(&canvas);
        paintChassis(painter, canvas.rect(), m_view->model(), lightChassisColors());
    });
    const double hover = median([&](int i) {
        move(i % 2 ? off : on);
        m_view->viewport()->repaint();
    });
    qInfo("eight cards: hover, evaluate and repaint %.2f ms; painting the chassis anew %.2f ms", hover, whole);
    // What has not changed is not laid out again, so a hover costs less than one full painting.
    QVERIFY2(hover < whole, qPrintable(QStringLiteral("%1 ms against %2 ms").arg(hover).arg(whole)));
}

void TestChassisView::screenshots_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    for (const bool dark : {true, false})
        for (const QSize size : {QSize(1070, 700), QSize(640, 440)})
            QTest::addRow("%s-%d", dark ? "dark" : "light", size.width()) << dark << size;
}

/// With RIGWRIGHT_PICTURES=FOLDER the states of the view are written there to be looked at; the
/// test itself sees that each state changes the picture.
void TestChassisView::screenshots()
{
    QFETCH(const bool, dark);
    QFETCH(const QSize, size);
    Theme::current().apply(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    m_view->resize(size);
    QImage last;
    const auto shot = [&](const char *state) {
        const QImage image = m_view->grab().toImage();
        if (qEnvironmentVariableIsSet("RIGWRIGHT_PICTURES"))
            image.save(
                QDir(qEnvironmentVariable("RIGWRIGHT_PICTURES"))
                    .filePath(QStringLiteral("view-%1-%2.png")
                                  .arg(QString::fromLatin1(QTest::currentDataTag()), QString::fromLatin1(state))));
        const bool changed = image != last;
        last = image;
        return changed;
    };
    QVERIFY(shot("plain"));
    m_document->setSelection(sample::cards(build())[0]);
    QVERIFY(shot("selected"));
    const QPoint at = pointOf(slotArea("Slot 4").center());
    enter(catalogued(PartKind::Gpu, "rtx-3090"), at);
    QVERIFY(shot("dragging"));
    move(at);
    QVERIFY(shot("hover"));
    move(pointOf(slotArea("Slot 5").center()));
    QVERIFY(shot("refused"));
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(m_view->viewport(), &leave);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QVERIFY(shot("focus"));
    open(sample::emptyBuild());
    QVERIFY(shot("empty"));
}

QTEST_MAIN(TestChassisView)
#include "tst_chassis_view.moc"
