// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_sample.h"

#include "ui/document/catalog_store.h"
#include "ui/part_pages/conflict_note.h"
#include "ui/part_pages/measurement_model.h"
#include "ui/part_pages/part_page.h"
#include "ui/part_pages/price_chart.h"
#include "ui/part_pages/price_dialog.h"
#include "ui/part_pages/row_editor.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDateEdit>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace rigwright;
using namespace rigwright::ui;
using page_sample::key;

namespace {
const RowKey k4090 = key("gpus", "rtx-4090");
const QDate kToday(2026, 11, 21);
} // namespace

/// Receives what would open in the browser.
class Browser : public QObject
{
    Q_OBJECT
public:
    QList<QUrl> opened;
public Q_SLOTS:
    void open(const QUrl &url) { opened << url; }
};

class TestPartPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }
    void init();
    void cleanup();

    void namesThePartAndHowFarToTrustIt();
    void conflictsOpenToWhatEachSourceSays();
    void onlyWebAddressesOfClaimsAreLinks();
    void dataIsNeverHtml();
    void editedValuesStandBesideShippedOnes();
    void revertingBringsTheShippedValueBack();
    void revertingIsAskedFirst();
    void ownRowsAreDeleted();
    void starAndNoteAreKept();
    void noteIsKeptWhenThePageCloses();
    void failuresAreSaidAndChangeNothing();
    void pricesAreAddedAndRemoved();
    void priceDialogRefuses_data();
    void priceDialogRefuses();
    void priceChartNeedsTwoDates();
    void measurementsSortByFigures();
    void untrustedMeasurementsSayWhy();
    void templatesOpen();
    void templatesAreFoundByTheirBuild();
    void modelsHaveNoPrices();
    void partsArePlaced();
    void escapeCloses();

private:
    template <class Widget = QWidget>
    Widget *child(const char *name) const
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }
    void click(const char *name) { QTest::mouseClick(child(name), Qt::LeftButton); }
    QString text(const char *name) const { return child<QLabel>(name) ? child<QLabel>(name)->text() : QString(); }
    void saveWatts(double watts);
    /// Answers the next message box; says whether there was one.
    void answer(QMessageBox::ButtonRole role, bool *asked);

    std::unique_ptr<page_sample::MemoryLayer> m_layer;
    std::unique_ptr<CatalogStore> m_store;
    std::unique_ptr<PartPage> m_page;
    Browser m_browser;
};

void TestPartPage::init()
{
    m_layer = std::make_unique<page_sample::MemoryLayer>();
    m_store = std::make_unique<CatalogStore>(page_sample::catalog(), m_layer.get());
    m_page = std::make_unique<PartPage>(
        m_store.get(),
        std::vector<TemplateUse>{{QStringLiteral("garage"), QStringLiteral("Garage"), {k4090}},
                                 {QStringLiteral("mini"), QStringLiteral("Mini"), {key("gpus", "rtx-3090")}}});
    m_page->show(k4090);
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QDesktopServices::setUrlHandler(QStringLiteral("https"), &m_browser, "open");
    m_browser.opened.clear();
}

void TestPartPage::cleanup()
{
    m_page.reset();
    m_store.reset();
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
}

void TestPartPage::saveWatts(double watts)
{
    Gpu gpu = *m_store->shipped()->gpus.find(k4090.id);
    gpu.tdp = Watts(watts);
    Catalog rows;
    rows.gpus = Table<Gpu>({gpu});
    QVERIFY(m_store->saveRows(rows));
}

void TestPartPage::answer(QMessageBox::ButtonRole role, bool *asked)
{
    *asked = false;
    QTimer::singleShot(0, this, [role, asked] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!box)
            return;
        *asked = true;
        for (QAbstractButton *button : box->buttons())
            if (box->buttonRole(button) == role) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
    });
}

void TestPartPage::namesThePartAndHowFarToTrustIt()
{
    QCOMPARE(text("partName"), QStringLiteral("GeForce RTX 4090"));
    QCOMPARE(m_page->windowTitle(), QStringLiteral("GeForce RTX 4090"));
    QCOMPARE(text("value.bandwidth_gbs"), QStringLiteral("1,008\u00a0GB/s"));
    QCOMPARE(text("value.source").left(6), QStringLiteral("NVIDIA"));
    QStringList words;
    for (const QLabel *label : m_page->findChildren<QLabel *>())
        words << label->text();
    QVERIFY(words.contains(QStringLiteral("NVIDIA · Graphics card")));
    QVERIFY(words.contains(QStringLiteral("Cross-checked with a second source")));
    QVERIFY(words.contains(QStringLiteral("Not stated: NVLink bandwidth · NVLink partners")));
    QVERIFY(!child("removeRow")->isVisible()); // there is nothing to revert
    QVERIFY(!child("ownership")->isVisible());
}

void TestPartPage::conflictsOpenToWhatEachSourceSays()
{
    auto *note = child<ConflictNote>("conflict.bandwidth_gbs");
    QVERIFY(note);
    auto *head = note->findChild<QToolButton *>(QStringLiteral("conflictHead"));
    QCOMPARE(head->text(), QStringLiteral("Two sources disagree"));
    QVERIFY(head->accessibleName().contains(QStringLiteral("Memory bandwidth")));
    QStringList said;
    const auto lines = [note] {
        QStringList texts;
        for (const QLabel *label : note->findChildren<QLabel *>())
            if (label->isVisible() && !label->text().isEmpty())
                texts << label->text();
        return texts;
    };
    QVERIFY(!lines().contains(QStringLiteral("chosen")));
    head->setFocus();
    QTest::keyClick(head, Qt::Key_Space);
    said = lines();
    QVERIFY(said.contains(QStringLiteral("chosen")));
    QVERIFY(said.contains(QStringLiteral("1,010\u00a0GB/s")));
    QVERIFY(said.contains(QStringLiteral("21 Gbit/s over 384 bits make 1,008 GB/s; the shop rounds")));
    QVERIFY(!child<ConflictNote>("conflict.tdp_w"));
    QTest::keyClick(head, Qt::Key_Space);
    QVERIFY(!note->isOpen());
}

void TestPartPage::onlyWebAddressesOfClaimsAreLinks()
{
    auto *note = child<ConflictNote>("conflict.bandwidth_gbs");
    note->setOpen(true);
    const auto links = note->findChildren<QWidget *>(QStringLiteral("webLink"));
    QCOMPARE(links.size(), 1);                // not the script
    QTRY_VERIFY(links.front()->height() > 0); // laid out
    QTest::mouseClick(links.front(), Qt::LeftButton);
    QCOMPARE(m_browser.opened, QList<QUrl>{QUrl(QStringLiteral("https://images.nvidia.com/ada.pdf"))});
}

void TestPartPage::dataIsNeverHtml()
{
    Gpu gpu = *m_store->shipped()->gpus.find(k4090.id);
    gpu.info.name = QStringLiteral("<b>RTX</b>");
    gpu.info.notes = QStringLiteral("<img src='x'>");
    Catalog rows;
    rows.gpus = Table<Gpu>({gpu});
    QVERIFY(m_store->saveRows(rows));
    QVERIFY(m_store->addPrice({0, k4090, Money(1), kToday, PriceCondition::New, QStringLiteral("<i>shop</i>"), {}}));
    QCOMPARE(text("partName"), QStringLiteral("<b>RTX</b>"));
    for (const QLabel *label : m_page->findChildren<QLabel *>())
        if (label->text().contains(QLatin1Char('<')))
            QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestPartPage::editedValuesStandBesideShippedOnes()
{
    click("editRow");
    auto *editor = m_page->findChild<RowEditor *>();
    QVERIFY(editor && editor->isVisible());
    auto *watts = editor->findChild<QLineEdit *>(QStringLiteral("input.tdp_w"));
    QCOMPARE(watts->text(), QStringLiteral("450"));
    watts->setFocus();
    watts->selectAll();
    QTest::keyClicks(watts, QStringLiteral("400"));
    QTest::mouseClick(editor->findChild<QPushButton *>(QStringLiteral("save")), Qt::LeftButton);
    QCOMPARE(m_layer->layer.rows.gpus.find(k4090.id)->tdp, Watts(400));
    QCOMPARE(text("value.tdp_w"), QStringLiteral("400\u00a0W"));
    QVERIFY(text("shipped.tdp_w").contains(QStringLiteral("shipped: 450\u00a0W")));
    QVERIFY(!child("shipped.idle_w"));
    QVERIFY(child("ownership")->isVisible());
}

void TestPartPage::revertingBringsTheShippedValueBack()
{
    saveWatts(400);
    bool asked = false;
    answer(QMessageBox::AcceptRole, &asked);
    click("removeRow");
    QVERIFY(asked);
    QVERIFY(!m_store->isOwn(k4090));
    QCOMPARE(text("value.tdp_w"), QStringLiteral("450\u00a0W"));
    QVERIFY(m_page->isVisible());
}

void TestPartPage::revertingIsAskedFirst()
{
    saveWatts(400);
    bool asked = false;
    answer(QMessageBox::RejectRole, &asked);
    click("removeRow");
    QVERIFY(asked);
    QVERIFY(m_store->isOwn(k4090));
}

void TestPartPage::ownRowsAreDeleted()
{
    click("editCopy");
    auto *editor = m_page->findChild<RowEditor *>();
    QTest::mouseClick(editor->findChild<QPushButton *>(QStringLiteral("save")), Qt::LeftButton);
    const RowKey copy = key("gpus", "geforce-rtx-4090-copy");
    QCOMPARE(m_page->row(), copy); // the page goes on with the copy
    QVERIFY(m_store->isOwn(copy));
    QCOMPARE(text("partName"), QStringLiteral("GeForce RTX 4090 (copy)"));
    QVERIFY(child<QPushButton>("removeRow")->text().contains(QStringLiteral("Delete")));
    bool asked = false;
    answer(QMessageBox::AcceptRole, &asked);
    click("removeRow");
    QVERIFY(asked);
    QVERIFY(!m_store->isOwn(copy));
    QVERIFY(!m_page->isVisible());
}

void TestPartPage::starAndNoteAreKept()
{
    click("favourite");
    QVERIFY(m_layer->layer.favourites.contains(k4090));
    QCOMPARE(child("favourite")->accessibleName(), QStringLiteral("Remove from favourites"));
    click("favourite");
    QVERIFY(m_layer->layer.favourites.isEmpty());

    auto *note = child<QPlainTextEdit>("note");
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("ask Claire"));
    QVERIFY(m_layer->layer.notes.isEmpty()); // still being written
    QTest::keyClick(note, Qt::Key_Tab);
    QCOMPARE(m_layer->layer.notes.value(k4090), QStringLiteral("ask Claire"));
    m_page->show(key("gpus", "rtx-3090"));
    QCOMPARE(note->toPlainText(), QString());
    m_page->show(k4090);
    QCOMPARE(note->toPlainText(), QStringLiteral("ask Claire"));
}

void TestPartPage::noteIsKeptWhenThePageCloses()
{
    auto *note = child<QPlainTextEdit>("note");
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("too loud"));
    QTest::keyClick(note, Qt::Key_Escape);
    QVERIFY(!m_page->isVisible());
    QCOMPARE(m_layer->layer.notes.value(k4090), QStringLiteral("too loud"));
}

void TestPartPage::failuresAreSaidAndChangeNothing()
{
    m_layer->refuses = true;
    bool asked = false;
    answer(QMessageBox::AcceptRole, &asked);
    click("favourite");
    QVERIFY(asked);
    QVERIFY(!child<QToolButton>("favourite")->isChecked());
}

void TestPartPage::pricesAreAddedAndRemoved()
{
    click("addPrice");
    auto *dialog = m_page->findChild<PriceDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *save = dialog->findChild<QPushButton *>(QStringLiteral("save"));
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("amount")), QStringLiteral("1,650"));
    dialog->findChild<QComboBox *>(QStringLiteral("condition"))->setFocus();
    QTest::keyClick(dialog->findChild<QComboBox *>(QStringLiteral("condition")), Qt::Key_Down);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("seller")), QStringLiteral("a shop"));
    QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("link")), QStringLiteral("https://example.org/1"));
    QTest::mouseClick(save, Qt::LeftButton);
    QCOMPARE(m_layer->layer.prices.size(), std::size_t(1));
    const OwnPrice &price = m_layer->layer.prices.front();
    QCOMPARE(price.row, k4090);
    QCOMPARE(price.amount, Money(1650));
    QCOMPARE(price.condition, PriceCondition::Used);
    QCOMPARE(price.seller, QStringLiteral("a shop"));
    QCOMPARE(price.link, QStringLiteral("https://example.org/1"));
    QCOMPARE(child<QTabWidget>("partTabs")->currentWidget()->objectName(), QStringLiteral("prices"));
    // The catalogue's price stays beside it, and the facts of the row are the catalogue's still.
    QVERIFY(child("shippedPrice"));
    QVERIFY(!m_store->isOwn(k4090));
    QTest::mouseClick(child("removePrice"), Qt::LeftButton);
    QVERIFY(m_layer->layer.prices.empty());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!child("ownPrice"));
}

void TestPartPage::priceDialogRefuses_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("saidAbout");
    QTest::newRow("no amount yet") << ""
                                   << ""
                                   << "";
    QTest::newRow("a word") << "cheap"
                            << ""
                            << "problem.amount";
    QTest::newRow("nothing") << "0"
                             << ""
                             << "problem.amount";
    QTest::newRow("less than nothing") << "-5"
                                       << ""
                                       << "problem.amount";
    QTest::newRow("a script as link") << "100"
                                      << "javascript:alert(1)"
                                      << "problem.link";
}

void TestPartPage::priceDialogRefuses()
{
    QFETCH(QString, amount);
    QFETCH(QString, link);
    QFETCH(QString, saidAbout);
    PriceDialog dialog(m_store.get(), k4090, kToday);
    dialog.show();
    QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("amount")), amount);
    QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("link")), link);
    QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("save"))->isEnabled());
    for (const QString &name : {QStringLiteral("problem.amount"), QStringLiteral("problem.link")})
        QCOMPARE(dialog.findChild<QLabel *>(name)->isVisible(), name == saidAbout);
    dialog.accept(); // as Enter would
    QVERIFY(dialog.isVisible());
    QVERIFY(m_layer->layer.prices.empty());
    QCOMPARE(dialog.findChild<QDateEdit *>()->date(), kToday);
    QCOMPARE(dialog.findChild<QDateEdit *>()->maximumDate(), kToday);
}

void TestPartPage::priceChartNeedsTwoDates()
{
    m_page->show(key("gpus", "rtx-3090")); // ships without a price
    const auto seen = [this](double usd, const QDate &day) {
        QVERIFY(m_store->addPrice({0, m_page->row(), Money(usd), day, PriceCondition::Used, {}, {}}));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    seen(700, kToday.addMonths(-2));
    QVERIFY(!m_page->findChild<PriceChart *>());
    seen(650, kToday);
    auto *chart = m_page->findChild<PriceChart *>();
    QVERIFY(chart);
    QCOMPARE(chart->accessibleDescription(), QStringLiteral("21 Sep 2026: $700; 21 Nov 2026: $650"));
}

void TestPartPage::measurementsSortByFigures()
{
    auto *tabs = child<QTabWidget>("partTabs");
    tabs->setCurrentIndex(2);
    QCOMPARE(tabs->tabText(2), QStringLiteral("Measurements (5)"));
    auto *view = child<QTableView>("measurements");
    QAbstractItemModelTester tester(view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    view->sortByColumn(MeasurementModel::Decode, Qt::DescendingOrder);
    QStringList speeds;
    for (int row = 0; row < view->model()->rowCount(); ++row)
        speeds << view->model()->index(row, MeasurementModel::Decode).data().toString();
    QCOMPARE(speeds.join(QLatin1Char(' ')), QStringLiteral("2,210 205 131 111 54.8"));
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(m_browser.opened.size(), 1);
}

void TestPartPage::untrustedMeasurementsSayWhy()
{
    MeasurementModel model;
    model.show(*m_store->catalog(), k4090);
    QCOMPARE(model.trustedCount(), 3);
    QStringList uses;
    for (int row = 0; row < model.rowCount(); ++row)
        uses << model.index(row, MeasurementModel::Use).data().toString();
    QCOMPARE(uses,
             (QStringList{QStringLiteral("used"), QStringLiteral("used"), QStringLiteral("used"),
                          QStringLiteral("several requests at once"), QStringLiteral("with speculative decoding")}));
    model.show(*m_store->catalog(), key("models", "llama-3.1-8b"));
    QCOMPARE(model.rowCount(), 5);
    model.show(*m_store->catalog(), key("gpus", "rtx-3090"));
    QCOMPARE(model.rowCount(), 0);
}

void TestPartPage::templatesOpen()
{
    QSignalSpy opened(m_page.get(), &PartPage::openTemplateRequested);
    child<QTabWidget>("partTabs")->setCurrentIndex(3);
    const auto links = m_page->findChildren<QWidget *>(QStringLiteral("openTemplate"));
    QCOMPARE(links.size(), 1);
    QTest::mouseClick(links.front(), Qt::LeftButton);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.front().front().toString(), QStringLiteral("garage"));
}

void TestPartPage::templatesAreFoundByTheirBuild()
{
    Build build;
    build.items.push_back({});
    build.items.back().part = {PartKind::Gpu, k4090.id};
    build.deployments.push_back({});
    build.deployments.back().modelId = QStringLiteral("llama-3.1-8b");
    build.site.circuits.push_back({QStringLiteral("us-120-20"), {}, {}});
    const QSet<RowKey> rows = rowsNamedBy(build);
    QVERIFY(rows.contains(k4090));
    QVERIFY(rows.contains(key("models", "llama-3.1-8b")));
    QVERIFY(rows.contains(key("circuits", "us-120-20")));
    QVERIFY(!rows.contains(key("gpus", "rtx-3090")));
}

void TestPartPage::modelsHaveNoPrices()
{
    m_page->show(key("models", "llama-3.1-8b"));
    QVERIFY(!child("addPrice")->isVisible());
    QVERIFY(!child<QTabWidget>("partTabs")->isTabVisible(1));
    QVERIFY(child<QPushButton>("placePart")->text().remove(QLatin1Char('&')).contains(QStringLiteral("workload")));
    m_page->show(key("circuits", "us-120-20"));
    QVERIFY(!child("placePart")->isVisible());
    QCOMPARE(text("value.continuous_fraction"), QStringLiteral("80\u00a0%"));
}

void TestPartPage::partsArePlaced()
{
    QSignalSpy placed(m_page.get(), &PartPage::placeRequested);
    click("placePart");
    QCOMPARE(placed.size(), 1);
    QCOMPARE(placed.front().front().value<RowKey>(), k4090);
}

void TestPartPage::escapeCloses()
{
    QTest::keyClick(m_page.get(), Qt::Key_Escape);
    QVERIFY(!m_page->isVisible());
}

QTEST_MAIN(TestPartPage)
#include "tst_part_page.moc"
