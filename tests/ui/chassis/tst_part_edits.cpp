// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"
#include "ui/chassis/host_change.h"
#include "ui/chassis/part_edits.h"

#include "core/build/edits.h"

#include <QTest>

#include <algorithm>

using namespace rigwright;
using namespace rigwright::ui;

/// What drops and menu commands do to a build.
class TestPartEdits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void droppedPart_data();
    void droppedPart();
    void cardsSwap();
    void modelBecomesADeployment();
    void bridgeNamesItsCards();
    void largerCaseKeepsEverything();
    void smallerCaseNamesWhatGoes();
    void machineBringsItsCardsAndTakesThemAlong();
    void boardGoesWithWhatStandsOnIt();
    void duplicateKeepsSettings();
    void includedPartsStay();
    void takenCardLeavesNoNameBehind();

private:
    const Catalog &m_catalog = *sample::catalog();
};

void TestPartEdits::droppedPart_data()
{
    QTest::addColumn<Build>("build");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("place");
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const Build &build, PartKind kind, const char *id, Place place, int index,
                        bool allowed) {
        QTest::newRow(name) << build << int(kind) << QString::fromLatin1(id) << int(place) << index << allowed;
    };
    const Build two = edits::removed(sample::tower(), sample::cards(sample::tower())[1]);
    row("a card into free rows", two, PartKind::Gpu, "rtx-3090", Place::ExpansionSlot, 3, true);
    row("a card onto another", two, PartKind::Gpu, "rtx-3090", Place::ExpansionSlot, 0, false);
    row("a 3-slot card where two rows are free", two, PartKind::Gpu, "rtx-3090", Place::ExpansionSlot, 4, false);
    row("a single-slot card into the last free row", two, PartKind::Gpu, "l4", Place::ExpansionSlot, 5, true);
    row("a module into a slot", two, PartKind::Gpu, "h100-sxm5-80gb", Place::ExpansionSlot, 3, false);
    row("a supply longer than the bay", edits::removed(two, two.ofKind(PartKind::PowerSupply)[1]->id),
        PartKind::PowerSupply, "long", Place::PsuBay, 1, false);
    row("a UPS beside the chassis", two, PartKind::Extra, "ups-1500", Place::Outside, 1, true);
    row("a card without any host", sample::emptyBuild(), PartKind::Gpu, "rtx-3090", Place::ExpansionSlot, 0, false);
    row("a part that the catalogue does not have", two, PartKind::Gpu, "no-such-card", Place::ExpansionSlot, 3, false);
}

void TestPartEdits::droppedPart()
{
    QFETCH(const Build, build);
    QFETCH(const int, kind);
    QFETCH(const QString, id);
    QFETCH(const int, place);
    QFETCH(const int, index);
    QFETCH(const bool, allowed);
    const Location location{Place(place), index};
    const PartEdit edit = dropped(build, m_catalog, {PartRef{PartKind(kind), id}, {}, {}}, location);
    QCOMPARE(edit.allowed, allowed);
    if (!allowed) {
        QVERIFY(!edit.reason.isEmpty());
        QCOMPARE(edit.build, build);
        return;
    }
    QCOMPARE(edit.build.items.size(), build.items.size() + 1);
    QCOMPARE(edit.build.items.back().location, location);
    QVERIFY(edit.label.contains(partName(m_catalog, {PartKind(kind), id})));
    QCOMPARE(edits::removed(edit.build, edit.build.items.back().id).items, build.items);
}

void TestPartEdits::cardsSwap()
{
    const Build build = sample::tower();
    const std::vector<ItemId> gpu = sample::cards(build);
    const PartEdit edit = dropped(build, m_catalog, {PartRef{PartKind::Gpu, QStringLiteral("rtx-3090")}, gpu[0], {}},
                                  {Place::ExpansionSlot, 6});
    QVERIFY2(edit.allowed, qPrintable(edit.reason));
    QCOMPARE(edit.build.find(gpu[0])->location.index, 6);
    QCOMPARE(edit.build.find(gpu[2])->location.index, 0);
    QVERIFY(edit.label.startsWith(QStringLiteral("Swap")));
}

void TestPartEdits::modelBecomesADeployment()
{
    const Build build = sample::tower();
    const PartEdit edit = dropped(build, m_catalog, {std::nullopt, {}, QStringLiteral("llama-3.3-70b")}, {});
    QVERIFY(edit.allowed);
    QCOMPARE(edit.build.deployments.size(), std::size_t(2));
    QCOMPARE(edit.build.deployments.back().quantId, build.deployments.back().quantId);
    QVERIFY(!dropped(build, m_catalog, {std::nullopt, {}, QStringLiteral("no-such-model")}, {}).allowed);
}

void TestPartEdits::bridgeNamesItsCards()
{
    Build build = sample::tower();
    build = edits::removed(build, build.ofKind(PartKind::NvlinkBridge).front()->id);
    const std::vector<ItemId> gpu = sample::cards(build);
    QCOMPARE(bridgeable(build, m_catalog, gpu[1]), (std::vector{gpu[0], gpu[2]}));
    const PartEdit edit = bridged(build, m_catalog, gpu[1], gpu[2]);
    QVERIFY(edit.allowed);
    QCOMPARE(edit.build.items.back().joins, (std::vector{gpu[1], gpu[2]}));
    // NVLink joins pairs only: the joined cards are no longer offered.
    QVERIFY(bridgeable(edit.build, m_catalog, gpu[0]).empty());
}

void TestPartEdits::largerCaseKeepsEverything()
{
    Build build = sample::tower();
    const HostChange change = hostChanged(build, m_catalog, sample::part(PartKind::Enclosure, "frame-8"));
    QVERIFY2(change.allowed, qPrintable(change.reason));
    QVERIFY2(change.removed.isEmpty() || !change.removed.contains(QStringLiteral("GeForce RTX 3090")),
             qPrintable(change.removed.join(u',')));
    QCOMPARE(change.build.ofKind(PartKind::Gpu).size(), std::size_t(3));
    QCOMPARE(change.build.ofKind(PartKind::Enclosure).size(), std::size_t(1));
    QCOMPARE(change.build.host(PartKind::Enclosure)->part.id, QStringLiteral("frame-8"));
    QCOMPARE(change.build.deployments, build.deployments);
}

void TestPartEdits::smallerCaseNamesWhatGoes()
{
    const Build build = sample::tower();
    const PartEdit edit = dropped(build, m_catalog, {sample::part(PartKind::Enclosure, "small"), {}, {}}, {});
    QVERIFY2(edit.allowed, qPrintable(edit.reason));
    // 313 mm cards in a case for 300 mm, and one bay for two supplies
    QVERIFY(edit.build.ofKind(PartKind::Gpu).empty());
    QVERIFY(edit.build.ofKind(PartKind::NvlinkBridge).empty());
    QCOMPARE(edit.build.ofKind(PartKind::PowerSupply).size(), std::size_t(1));
    QVERIFY(edit.label.contains(QStringLiteral("GeForce RTX 3090")));
    QVERIFY(edit.label.contains(QStringLiteral("Corsair RM1000x")));
    QCOMPARE(edit.build.ofKind(PartKind::Cpu).size(), std::size_t(1));
}

void TestPartEdits::machineBringsItsCardsAndTakesThemAlong()
{
    const Build build = sample::tower();
    const PartEdit edit = dropped(build, m_catalog, {sample::part(PartKind::Prebuilt, "dgx-h100"), {}, {}}, {});
    QVERIFY2(edit.allowed, qPrintable(edit.reason));
    QVERIFY(!edit.build.host(PartKind::Enclosure));
    const std::vector<const Item *> gpu = edit.build.ofKind(PartKind::Gpu);
    QCOMPARE(gpu.size(), std::size_t(8));
    QVERIFY(std::ranges::all_of(gpu, [](const Item *item) { return item->included; }));
    QCOMPARE(edit.build.ofKind(PartKind::Extra).size(), std::size_t(1)); // the UPS stays beside it

    const PartEdit without = taken(edit.build, m_catalog, edit.build.host(PartKind::Prebuilt)->id);
    QVERIFY(without.build.ofKind(PartKind::Gpu).empty());
    const PartEdit back =
        dropped(edit.build, m_catalog, {sample::part(PartKind::Enclosure, "enthoo-pro-2"), {}, {}}, {});
    QVERIFY(back.allowed);
    QVERIFY(back.build.ofKind(PartKind::Gpu).empty());
}

void TestPartEdits::boardGoesWithWhatStandsOnIt()
{
    const Build build = sample::tower();
    const PartEdit edit = taken(build, m_catalog, build.host(PartKind::Motherboard)->id);
    QVERIFY(edit.allowed);
    QVERIFY(edit.build.ofKind(PartKind::Gpu).empty());
    QVERIFY(edit.build.ofKind(PartKind::Cpu).empty());
    QCOMPARE(edit.build.ofKind(PartKind::PowerSupply).size(), std::size_t(2)); // they stand in the case
    QVERIFY(edit.label.contains(QStringLiteral("EPYC 7302")));

    const PartEdit bench = taken(build, m_catalog, build.host(PartKind::Enclosure)->id);
    QCOMPARE(bench.build.ofKind(PartKind::Cpu).size(), std::size_t(1));
    QVERIFY(bench.build.ofKind(PartKind::Gpu).size() >= 2); // a bench has eight rows
    QVERIFY(bench.build.ofKind(PartKind::Fan).empty());
}

void TestPartEdits::duplicateKeepsSettings()
{
    Build build = edits::removed(sample::tower(), sample::cards(sample::tower())[2]);
    Item card = *build.find(sample::cards(build)[0]);
    card.price = Money(650);
    card.condition = QStringLiteral("used");
    build = edits::updated(build, card);
    const PartEdit edit = duplicated(build, m_catalog, card.id);
    QVERIFY2(edit.allowed, qPrintable(edit.reason));
    QCOMPARE(edit.build.items.back().powerLimit, card.powerLimit);
    QCOMPARE(edit.build.items.back().price, card.price);
    QCOMPARE(edit.build.items.back().condition, card.condition);
    QVERIFY(!duplicated(edit.build, m_catalog, card.id).allowed); // no fourth place
}

void TestPartEdits::includedPartsStay()
{
    const Build build = sample::modules();
    const ItemId module = sample::cards(build).front();
    QVERIFY(!taken(build, m_catalog, module).allowed);
    QVERIFY(!dropped(build, m_catalog, {build.find(module)->part, module, {}}, {Place::ExpansionSlot, 5}).allowed);
}

void TestPartEdits::takenCardLeavesNoNameBehind()
{
    Build build = sample::tower();
    const ItemId card = sample::cards(build)[0];
    build.deployments.front().parallelism.gpus = {card};
    const PartEdit edit = taken(build, m_catalog, card);
    QVERIFY(edit.allowed);
    QVERIFY(!edit.build.find(card));
    QVERIFY(edit.build.ofKind(PartKind::NvlinkBridge).empty());
    QVERIFY(edit.build.deployments.front().parallelism.gpus.empty());
}

QTEST_GUILESS_MAIN(TestPartEdits)
#include "tst_part_edits.moc"
