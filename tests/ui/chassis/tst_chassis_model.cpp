// SPDX-License-Identifier: GPL-3.0-or-later
#include "arrangement_fault.h"
#include "sample.h"
#include "ui/chassis/part_view.h"

#include "core/build/edits.h"

#include <QTest>

#include <algorithm>

using namespace rigwright;
using namespace rigwright::ui;

/// The picture of a build, looked at as values.
class TestChassisModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingOverlaps_data();
    void nothingOverlaps();
    void cardsAreToScale();
    void cardSaysLinkMemoryAndCap();
    void fillFollowsTheEvaluation();
    void supplyShowsItsLoad();
    void bridgeJoinsTheMiddlesOfItsCards();
    void freeSlotsAreThoseThatNoCardCovers();
    void closedMachineShowsItsOneMemory();
    void wholeMachineShowsWhatIsInside();
    void buildWithoutHostIsEmpty();
    void findingsMarkTheirParts();

private:
    ChassisModel modelOf(const Build &build) const
    {
        return chassisModel(build, *sample::catalog(), evaluate(build, *sample::catalog()));
    }
};

void TestChassisModel::nothingOverlaps_data()
{
    QTest::addColumn<Build>("build");
    QTest::newRow("tower with three 3-slot cards, two supplies, fans and a UPS") << sample::tower();
    QTest::newRow("open frame with cards on risers") << sample::openFrame();
    QTest::newRow("server cage with two-slot cards") << sample::cage();
    QTest::newRow("eight modules") << sample::modules();
    QTest::newRow("whole machine with PCIe cards") << sample::tinybox();
    QTest::newRow("closed box") << sample::closedBox();
    Build small = sample::tower();
    small.items.front().part.id = QStringLiteral("small");
    QTest::newRow("cards longer than the case") << small;
    Build bare = sample::tower();
    std::erase_if(bare.items, [](const Item &item) { return item.part.kind == PartKind::Enclosure; });
    QTest::newRow("board on a bench, without a case") << bare;
    Build many = sample::tower();
    for (int i = 1; i < 6; ++i)
        many = edits::placed(many, sample::part(PartKind::Drive, "990-pro-2tb"), {Place::DriveBay, i});
    QTest::newRow("six drives") << many;
}

void TestChassisModel::nothingOverlaps()
{
    QFETCH(const Build, build);
    const ChassisModel model = modelOf(build);
    QVERIFY(!partsOf(model).empty());
    const QString fault = arrangementFault(model);
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

void TestChassisModel::cardsAreToScale()
{
    const ChassisModel model = modelOf(sample::tower());
    QCOMPARE(model.cards.size(), std::size_t(3));
    QCOMPARE(model.cards[0].area.width(), 313.0);                               // NVIDIA: 313 mm
    QVERIFY(std::abs(model.cards[0].area.height() - 3 * 20.32) < 1.5);          // three slots, less the seam
    QCOMPARE(model.cards[1].area.top() - model.cards[0].area.top(), 3 * 20.32); // three rows further down
    QVERIFY(model.cards[2].area.bottom() <= model.supplies[0].area.top());
}

void TestChassisModel::cardSaysLinkMemoryAndCap()
{
    const ChassisModel model = modelOf(sample::tower());
    QCOMPARE(model.cards[0].title, QStringLiteral("GPU 0 · GeForce RTX 3090"));
    QCOMPARE(model.cards[0].link, QStringLiteral("x16 4.0"));
    QCOMPARE(model.cards[0].cap, QStringLiteral("280\u00A0W cap"));
    QVERIFY(model.cards[0].memory.endsWith(QStringLiteral("/ 24.0\u00A0GiB")));
    QVERIFY(model.cards[1].cap.isEmpty());
}

void TestChassisModel::fillFollowsTheEvaluation()
{
    Build build = sample::tower();
    build.deployments.push_back(build.deployments.front());
    build.deployments.back().contextTokens = 2048;
    const Evaluation evaluation = evaluate(build, *sample::catalog());
    const ChassisModel model = chassisModel(build, *sample::catalog(), evaluation);
    for (std::size_t i = 0; i < model.cards.size(); ++i) {
        const DeviceResult &device = evaluation.devices[i];
        QVERIFY(std::abs(model.cards[i].filled() - device.use.total() / device.memory) < 1e-9);
        double weights = 0;
        double second = 0;
        for (const FillSegment &segment : model.cards[i].fill) {
            weights += segment.kind == FillKind::Weights ? segment.share : 0;
            second += segment.deployment == 1 ? segment.share : 0;
        }
        QVERIFY(std::abs(weights - device.use.weights / device.memory) < 1e-9);
        QVERIFY(std::abs(second - device.byDeployment[1].total() / device.memory) < 1e-9);
    }
    const ChassisModel over = modelOf(sample::overfilled());
    QVERIFY(over.cards[0].filled() > 1);
}

void TestChassisModel::supplyShowsItsLoad()
{
    const Build build = sample::tower();
    const Evaluation evaluation = evaluate(build, *sample::catalog());
    const ChassisModel model = chassisModel(build, *sample::catalog(), evaluation);
    QCOMPARE(model.supplies.size(), std::size_t(2));
    QCOMPARE(model.supplies[0].title, QStringLiteral("PSU A · Corsair AX1600i"));
    QCOMPARE(model.supplies[0].share, evaluation.power.psus[0].share());
    QVERIFY(model.supplies[0].share > 0);
    QVERIFY(!model.supplies[0].circuit.isEmpty());
    Build without = edits::removed(build, model.supplies[1].item);
    const ChassisModel free = modelOf(without);
    QCOMPARE(free.supplies.size(), std::size_t(2));
    QVERIFY(free.supplies[1].title.isEmpty());
    QCOMPARE(free.supplies[1].location, (Location{Place::PsuBay, 1}));
}

void TestChassisModel::bridgeJoinsTheMiddlesOfItsCards()
{
    const ChassisModel model = modelOf(sample::tower());
    QCOMPARE(model.bridges.size(), std::size_t(1));
    QCOMPARE(model.bridges[0].area.top(), model.cards[0].area.center().y());
    QCOMPARE(model.bridges[0].area.bottom(), model.cards[1].area.center().y());
    QVERIFY(model.bridges[0].area.left() > model.cards[0].area.right());
    QCOMPARE(model.bridges[0].speed, QStringLiteral("113\u00A0GB/s"));
}

void TestChassisModel::freeSlotsAreThoseThatNoCardCovers()
{
    Build build = sample::tower();
    QVERIFY(modelOf(build).slots_.empty()); // cards in slots 1, 4 and 7 cover all seven
    build = edits::removed(build, sample::cards(build)[1]);
    QStringList labels;
    for (const SlotView &slot : modelOf(build).slots_)
        labels << slot.label;
    QCOMPARE(labels, (QStringList{QStringLiteral("Slot 4"), QStringLiteral("Slot 5"), QStringLiteral("Slot 6")}));
}

void TestChassisModel::closedMachineShowsItsOneMemory()
{
    const Build build = sample::closedBox();
    const ChassisModel model = modelOf(build);
    QVERIFY(model.closed);
    QCOMPARE(model.cards.size(), std::size_t(1));
    QCOMPARE(model.cards[0].item, build.items.front().id);
    QVERIFY(model.cards[0].filled() > 0);
    QVERIFY(model.slots_.empty());
}

void TestChassisModel::wholeMachineShowsWhatIsInside()
{
    const ChassisModel model = modelOf(sample::modules());
    QCOMPARE(model.cards.size(), std::size_t(8));
    QVERIFY(std::ranges::all_of(model.cards, &CardView::module));
    QVERIFY(std::ranges::none_of(model.cards, &CardView::removable));
    QStringList titles;
    for (const BlockView &block : model.blocks)
        titles << block.title;
    QVERIFY(titles.contains(QStringLiteral("2x Intel Xeon Platinum 8480C (56c)")));
}

void TestChassisModel::buildWithoutHostIsEmpty()
{
    QVERIFY(modelOf(sample::emptyBuild()).isEmpty());
    QVERIFY(partsOf(modelOf(sample::emptyBuild())).empty());
}

void TestChassisModel::findingsMarkTheirParts()
{
    const Build build = sample::tower();
    Evaluation evaluation = evaluate(build, *sample::catalog());
    Finding warning;
    warning.severity = Severity::Warning;
    warning.text = QStringLiteral("too warm");
    warning.items = {sample::cards(build)[1]};
    Finding error = warning;
    error.severity = Severity::Error;
    error.text = QStringLiteral("on fire");
    evaluation.findings = {warning, error};
    const ChassisModel model = chassisModel(build, *sample::catalog(), evaluation);
    QCOMPARE(model.cards[1].severity, std::optional(Severity::Error));
    QVERIFY(model.cards[1].tip.contains(QStringLiteral("too warm")));
    QVERIFY(model.cards[1].tip.contains(QStringLiteral("on fire")));
    QVERIFY(!model.cards[0].severity);
}

QTEST_GUILESS_MAIN(TestChassisModel)
#include "tst_chassis_model.moc"
