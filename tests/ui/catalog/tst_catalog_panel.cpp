// SPDX-License-Identifier: GPL-3.0-or-later
#include "../chassis/sample.h"

#include "core/build/edits.h"
#include "database/catalog_search.h"
#include "ui/catalog/catalog_list.h"
#include "ui/catalog/catalog_panel.h"
#include "ui/catalog/part_mime.h"
#include "ui/widgets/chip.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace rigwright;
using namespace rigwright::ui;

namespace {
/// The sample's tower with room for one more card.
Build towerWithRoom()
{
    const Build tower = sample::tower();
    return edits::removed(tower, sample::cards(tower).back());
}
} // namespace

class CatalogPanelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void typingNarrowsTheList_data();
    void typingNarrowsTheList();
    void namesAreFoundInEverySection();
    void sectionsShowTheirParts_data();
    void sectionsShowTheirParts();
    void facetsNarrow_data();
    void facetsNarrow();
    void onlyWhatFits();
    void ordersSort();
    void enterPlacesAPartAndUndoRemovesIt();
    void doubleClickPlacesAPart();
    void enterAddsAModel();
    void blockedPartsSayWhyAndStayOut();
    void keyboardReachesTheList();
    void dragCarriesThePart();
    void askedKindIsShown();
    void cardsSpeak();
    void tooltipsAreTextNotHtml();
    void modelKeepsItsPromises();

private:
    CatalogModel *model() const { return m_panel->findChild<CatalogModel *>(); }
    CatalogList *list() const { return m_panel->findChild<CatalogList *>(); }
    QLineEdit *search() const { return m_panel->findChild<QLineEdit *>(QStringLiteral("catalogSearch")); }
    void clickChip(const QString &text);
    QStringList names() const;

    std::unique_ptr<BuildDocument> m_document;
    std::unique_ptr<CatalogSearch> m_search;
    std::unique_ptr<CatalogPanel> m_panel;
};

void CatalogPanelTest::init()
{
    m_document = std::make_unique<BuildDocument>(sample::catalog());
    m_document->open(towerWithRoom());
    m_search = CatalogSearch::over(*sample::catalog()).value();
    m_panel = std::make_unique<CatalogPanel>(m_document.get(), m_search.get(), nullptr);
    m_panel->resize(300, 700);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_panel->activateWindow();
}

void CatalogPanelTest::cleanup()
{
    m_panel.reset();
    m_document.reset();
}

void CatalogPanelTest::clickChip(const QString &text)
{
    for (Chip *chip : m_panel->findChildren<Chip *>())
        if (chip->text() == text && chip->isVisible()) {
            QTest::mouseClick(chip, Qt::LeftButton);
            return;
        }
    QFAIL(qPrintable(QStringLiteral("no chip ") + text));
}

QStringList CatalogPanelTest::names() const
{
    QStringList found;
    for (int row = 0; row < model()->rowCount(); ++row)
        found << model()->index(row).data().toString();
    return found;
}

void CatalogPanelTest::typingNarrowsTheList_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("part of a name") << "4090" << QStringList{QStringLiteral("GeForce RTX 4090")};
    QTest::newRow("any case") << "radeon" << QStringList{QStringLiteral("Radeon RX 9070 XT")};
    QTest::newRow("nothing has this name") << "zzz" << QStringList{};
}

void CatalogPanelTest::typingNarrowsTheList()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, found);
    QTest::keyClicks(search(), typed);
    QCOMPARE(names(), found);
    QCOMPARE(list()->isVisible(), !found.isEmpty());
    bool saysSo = false;
    for (const QLabel *label : m_panel->findChildren<QLabel *>())
        saysSo |= label->isVisible() && label->text().contains(typed);
    QCOMPARE(saysSo, found.isEmpty());
    QTest::keyClick(search(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(search(), Qt::Key_Delete);
    QCOMPARE(model()->rowCount(), int(sample::catalog()->gpus.size()));
}

void CatalogPanelTest::namesAreFoundInEverySection()
{
    const auto *elsewhere = m_panel->findChild<QLabel *>(QStringLiteral("catalogElsewhere"));
    clickChip(QStringLiteral("CPUs"));
    QVERIFY(!elsewhere->isVisible());
    QTest::keyClicks(search(), QStringLiteral("4090"));
    QCOMPARE(names(), QStringList{QStringLiteral("GeForce RTX 4090")});
    QVERIFY(elsewhere->isVisible());
    QVERIFY2(elsewhere->text().contains(QLatin1String("CPUs")), qPrintable(elsewhere->text()));
    QTest::mouseClick(m_panel->findChildren<Chip *>().back(), Qt::LeftButton); // "Fits here": a filter of this section
    QVERIFY(names().isEmpty());
    QVERIFY(!elsewhere->isVisible());
}

void CatalogPanelTest::sectionsShowTheirParts_data()
{
    QTest::addColumn<QString>("chip");
    QTest::addColumn<int>("rows");
    const Catalog &c = *sample::catalog();
    QTest::newRow("GPUs") << "GPUs" << int(c.gpus.size());
    QTest::newRow("systems are unified ones and whole machines")
        << "Systems" << int(c.unifiedSystems.size() + c.prebuilts.size());
    QTest::newRow("models") << "Models" << int(c.models.size());
    QTest::newRow("boards") << "Boards" << int(c.motherboards.size());
    QTest::newRow("CPUs") << "CPUs" << int(c.cpus.size());
    QTest::newRow("supplies") << "PSUs" << int(c.powerSupplies.size());
    QTest::newRow("cases") << "Cases" << int(c.enclosures.size());
    QTest::newRow("memory") << "Memory" << int(c.memoryKits.size());
    QTest::newRow("the rest") << "More"
                              << int(c.drives.size() + c.nvlinkBridges.size() + c.fans.size() + c.extras.size());
}

void CatalogPanelTest::sectionsShowTheirParts()
{
    QFETCH(QString, chip);
    QFETCH(int, rows);
    clickChip(chip);
    QCOMPARE(model()->rowCount(), rows);
    for (int row = 0; row < rows; ++row) {
        QVERIFY(!model()->entry(row).name.isEmpty());
        QVERIFY(!model()->entry(row).facts[0].value.isEmpty());
    }
}

void CatalogPanelTest::facetsNarrow_data()
{
    QTest::addColumn<QStringList>("chips");
    QTest::addColumn<QStringList>("found");
    const QString a6000 = QStringLiteral("RTX A6000");
    const QString h100 = QStringLiteral("H100 SXM5 80GB");
    QTest::newRow("one must match") << QStringList{QStringLiteral("≥ 48 GB")} << QStringList{a6000, h100};
    QTest::newRow("two must both match") << QStringList{QStringLiteral("≥ 48 GB"), QStringLiteral("≤ 2 slots")}
                                         << QStringList{a6000};
    QTest::newRow("makers widen each other")
        << QStringList{QStringLiteral("≥ 48 GB"), QStringLiteral("NVIDIA"), QStringLiteral("AMD")}
        << QStringList{a6000, h100};
    QTest::newRow("nothing has both") << QStringList{QStringLiteral("≥ 48 GB"), QStringLiteral("AMD")} << QStringList{};
}

void CatalogPanelTest::facetsNarrow()
{
    QFETCH(QStringList, chips);
    QFETCH(QStringList, found);
    for (const QString &chip : chips)
        clickChip(chip);
    QStringList shown = names();
    shown.sort();
    found.sort();
    QCOMPARE(shown, found);
    for (const QString &chip : chips)
        clickChip(chip); // off again
    QCOMPARE(model()->rowCount(), int(sample::catalog()->gpus.size()));
}

void CatalogPanelTest::onlyWhatFits()
{
    clickChip(QStringLiteral("Fits here"));
    QVERIFY(!names().contains(QStringLiteral("H100 SXM5 80GB"))); // a module without a machine for it
    QVERIFY(names().contains(QStringLiteral("L4")));
}

void CatalogPanelTest::ordersSort()
{
    auto *button = m_panel->findChild<QToolButton *>(QStringLiteral("catalogOrder"));
    for (QAction *action : button->menu()->actions())
        if (action->text() == QLatin1String("memory"))
            action->trigger();
    QCOMPARE(names().first(), QStringLiteral("H100 SXM5 80GB"));   // 80 GB
    QCOMPARE(names().last(), QStringLiteral("Radeon RX 9070 XT")); // 16 GB
    QVERIFY(button->text().contains(QLatin1String("memory")));
}

void CatalogPanelTest::enterPlacesAPartAndUndoRemovesIt()
{
    const Build before = m_document->build();
    QTest::keyClicks(search(), QStringLiteral("L4"));
    QSignalSpy message(m_panel.get(), &CatalogPanel::message);
    QTest::keyClick(search(), Qt::Key_Return);
    QCOMPARE(m_document->build().ofKind(PartKind::Gpu).size(), std::size_t(3));
    QCOMPARE(m_document->selection().value, before.nextItem);
    QCOMPARE(m_document->build().find(m_document->selection())->part.id, QStringLiteral("l4"));
    QCOMPARE(message.count(), 1);
    QVERIFY(message.first().first().toString().contains(QLatin1String("L4")));
    m_document->undoStack()->undo();
    QVERIFY(m_document->build() == before);
}

void CatalogPanelTest::doubleClickPlacesAPart()
{
    QTest::keyClicks(search(), QStringLiteral("L4"));
    const QPoint card = list()->visualRect(model()->index(0)).center();
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, card);
    QTest::mouseDClick(list()->viewport(), Qt::LeftButton, {}, card);
    QCOMPARE(m_document->build().ofKind(PartKind::Gpu).size(), std::size_t(3));
}

void CatalogPanelTest::enterAddsAModel()
{
    clickChip(QStringLiteral("Models"));
    const std::size_t before = m_document->build().deployments.size();
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(m_document->build().deployments.size(), before + 1);
    QCOMPARE(m_document->build().deployments.back().modelId, QStringLiteral("llama-3.3-70b"));
}

void CatalogPanelTest::blockedPartsSayWhyAndStayOut()
{
    const Build before = m_document->build();
    QTest::keyClicks(search(), QStringLiteral("H100"));
    const QModelIndex module = model()->index(0);
    const QString reason = module.data(CatalogModel::BlockedRole).toString();
    QVERIFY(!reason.isEmpty());
    QVERIFY(module.data(Qt::ToolTipRole).toString().contains(reason.toHtmlEscaped()));
    QSignalSpy message(m_panel.get(), &CatalogPanel::message);
    QTest::keyClick(search(), Qt::Key_Return);
    QVERIFY(m_document->build() == before);
    QVERIFY(message.first().first().toString().contains(reason));
}

void CatalogPanelTest::keyboardReachesTheList()
{
    search()->setFocus();
    QTest::keyClick(search(), Qt::Key_Down);
    QVERIFY(list()->hasFocus());
    QCOMPARE(list()->currentIndex().row(), 0);
    QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(list()->currentIndex().row(), 1);
}

void CatalogPanelTest::dragCarriesThePart()
{
    QTest::keyClicks(search(), QStringLiteral("4090"));
    const std::unique_ptr<QMimeData> data(model()->mimeData({model()->index(0)}));
    const auto dragged = decodePart(data.get());
    QVERIFY(dragged && dragged->part);
    QVERIFY(*dragged->part == sample::part(PartKind::Gpu, "rtx-4090"));
    QVERIFY(model()->flags(model()->index(0)).testFlag(Qt::ItemIsDragEnabled));
}

void CatalogPanelTest::askedKindIsShown()
{
    QTest::keyClicks(search(), QStringLiteral("4090"));
    m_panel->showKind(PartKind::Fan);
    QVERIFY(search()->text().isEmpty());
    QVERIFY(names().contains(QStringLiteral("Arctic P14, 3 pack")));
}

void CatalogPanelTest::cardsSpeak()
{
    QTest::keyClicks(search(), QStringLiteral("3090"));
    QString spoken = model()->index(0).data(Qt::AccessibleTextRole).toString();
    spoken.replace(QChar(QChar::Nbsp), QLatin1Char(' '));
    for (const char *part : {"GeForce RTX 3090", "24 GB", "936 GB/s", "350 W", "600"})
        QVERIFY2(spoken.contains(QLatin1String(part)), qPrintable(spoken));
    QVERIFY(!list()->accessibleName().isEmpty());
    QVERIFY(!search()->accessibleName().isEmpty());
}

void CatalogPanelTest::tooltipsAreTextNotHtml()
{
    Gpu card = sample::catalog()->gpus.rows().front();
    card.info.notes = QStringLiteral("<img src='file:///etc/passwd'>");
    auto catalog = std::make_shared<Catalog>(*sample::catalog());
    catalog->gpus = Table(std::vector{card});
    m_document->open(sample::tower(), catalog);
    const auto search = CatalogSearch::over(*catalog).value();
    CatalogModel model(m_document.get(), search.get());
    CatalogQuery query;
    query.sections = {CatalogSection::Gpus};
    model.setQuery(query);
    const QString tip = model.index(0).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(QLatin1String("&lt;img")));
    QVERIFY(!tip.contains(QLatin1String("<img")));
}

void CatalogPanelTest::modelKeepsItsPromises()
{
    const QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTest::keyClicks(search(), QStringLiteral("rtx"));
    clickChip(QStringLiteral("Cases"));
    search()->clear();
    clickChip(QStringLiteral("More"));
    clickChip(QStringLiteral("GPUs"));
    QTest::keyClick(list(), Qt::Key_Return);
    m_document->undoStack()->undo();
    m_document->open(sample::emptyBuild());
    QVERIFY(model()->rowCount() > 0);
    QVERIFY(list()->currentIndex().isValid()); // Enter has something to add
}

QTEST_MAIN(CatalogPanelTest)
#include "tst_catalog_panel.moc"
