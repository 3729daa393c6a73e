// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_sample.h"

#include "ui/document/catalog_store.h"
#include "ui/part_pages/field_editor.h"
#include "ui/part_pages/row_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
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

class TestRowEditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }
    void init();
    void cleanup() { m_editor.reset(); }

    void untouchedRowIsSavedAsItWas_data();
    void untouchedRowIsSavedAsItWas();
    void invalidValuesBlock_data();
    void invalidValuesBlock();
    void shippedValueCanBeTakenAgain();
    void choicesAndBoxesAreSaved();
    void newRowBeginsQuietly();
    void newRowIsMadeFieldByField();
    void identifierFollowsTheName();
    void identifierIsItsOwn_data();
    void identifierIsItsOwn();
    void pricesOfTheUserStayOutOfTheRow();
    void failureKeepsTheDialogOpen();
    void contradictionsBlock();

private:
    void open(RowDraft draft)
    {
        m_editor = std::make_unique<RowEditor>(m_store.get(), std::move(draft));
        m_editor->show();
    }
    template <class Widget = QLineEdit>
    Widget *input(const char *column) const
    {
        return m_editor->findChild<Widget *>(QLatin1String("input.") + QLatin1String(column));
    }
    void type(const char *column, const QString &text)
    {
        auto *line = input(column);
        QVERIFY(line);
        line->setFocus();
        line->selectAll();
        if (text.isEmpty())
            QTest::keyClick(line, Qt::Key_Delete);
        else
            QTest::keyClicks(line, text);
    }
    QString problem(const char *column) const
    {
        return m_editor->findChild<FieldEditor *>(QLatin1String("field.") + QLatin1String(column))->message();
    }
    QString state() const { return m_editor->findChild<QLabel *>(QStringLiteral("editorState"))->text(); }
    QPushButton *save() const { return m_editor->findChild<QPushButton *>(QStringLiteral("save")); }

    std::unique_ptr<page_sample::MemoryLayer> m_layer;
    std::unique_ptr<CatalogStore> m_store;
    std::unique_ptr<RowEditor> m_editor;
};

void TestRowEditor::init()
{
    m_layer = std::make_unique<page_sample::MemoryLayer>();
    m_store = std::make_unique<CatalogStore>(page_sample::catalog(), m_layer.get());
}

void TestRowEditor::untouchedRowIsSavedAsItWas_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("id");
    QTest::newRow("a card") << "gpus"
                            << "rtx-4090";
    QTest::newRow("a model") << "models"
                             << "llama-3.1-8b";
    QTest::newRow("a circuit, which has no name") << "circuits"
                                                  << "us-120-20";
}

void TestRowEditor::untouchedRowIsSavedAsItWas()
{
    QFETCH(QString, table);
    QFETCH(QString, id);
    const RowKey row{table, id};
    open(editedRow(*m_store, row));
    QVERIFY2(save()->isEnabled(), qPrintable(state()));
    QTest::mouseClick(save(), Qt::LeftButton);
    QVERIFY(!m_editor->isVisible());
    QVERIFY(m_store->isOwn(row));
    QCOMPARE(cellsOf(m_layer->layer.rows, row), cellsOf(*m_store->shipped(), row));
}

void TestRowEditor::invalidValuesBlock_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("message");
    QTest::newRow("no number") << "tdp_w"
                               << "much"
                               << "“much” is not a number. Write it like 1,008.5.";
    QTest::newRow("out of range") << "tdp_w"
                                  << "9,000"
                                  << "From 10\u00a0W to 5,000\u00a0W.";
    QTest::newRow("less than nothing") << "length_mm"
                                       << "-1"
                                       << "From 0\u00a0mm to 1,000\u00a0mm.";
    QTest::newRow("half a lane") << "pcie_lanes"
                                 << "7.5"
                                 << "“7.5” is not a whole number.";
    QTest::newRow("needed") << "bandwidth_gbs"
                            << ""
                            << "This is needed.";
    QTest::newRow("plugs that do not exist") << "power_plugs"
                                             << "3x9pin"
                                             << "\"3x9pin\" is not written like \"2x8pin+1x6pin\"";
    QTest::newRow("no date") << "checked"
                             << "yesterday"
                             << "\"yesterday\" is not written like \"2026-11-21\"";
    QTest::newRow("a link that is none") << "price_link"
                                         << "javascript:alert(1)"
                                         << "An address that begins with https:// or http://.";
}

void TestRowEditor::invalidValuesBlock()
{
    QFETCH(QString, column);
    QFETCH(QString, typed);
    open(editedRow(*m_store, k4090));
    type(column.toLatin1().constData(), typed);
    QTEST(problem(column.toLatin1().constData()), "message");
    QVERIFY(!save()->isEnabled());
    QVERIFY(state().contains(captionOf(QStringLiteral("gpus"), column).text));
    QTest::mouseClick(save(), Qt::LeftButton);
    QVERIFY(m_editor->isVisible());
    QVERIFY(m_layer->layer.rows.gpus.empty());
}

void TestRowEditor::shippedValueCanBeTakenAgain()
{
    open(editedRow(*m_store, k4090));
    auto *revert = m_editor->findChild<QToolButton *>(QStringLiteral("revert.tdp_w"));
    auto *shipped = m_editor->findChild<QLabel *>(QStringLiteral("shippedText.tdp_w"));
    QVERIFY(!revert->isVisible());
    type("tdp_w", QStringLiteral("400"));
    QVERIFY(revert->isVisible());
    QCOMPARE(shipped->text(), QStringLiteral("shipped: 450\u00a0W"));
    QVERIFY(!m_editor->findChild<QToolButton *>(QStringLiteral("revert.idle_w"))->isVisible());
    QTest::mouseClick(revert, Qt::LeftButton);
    QCOMPARE(input("tdp_w")->text(), QStringLiteral("450"));
    QVERIFY(!revert->isVisible());
}

void TestRowEditor::choicesAndBoxesAreSaved()
{
    open(editedRow(*m_store, k4090));
    auto *cooler = input<QComboBox>("cooler");
    QCOMPARE(cooler->currentText(), QStringLiteral("Open air"));
    cooler->setFocus();
    QTest::keyClick(cooler, Qt::Key_Down);
    auto *ecc = input<QCheckBox>("ecc");
    ecc->setFocus();
    QTest::keyClick(ecc, Qt::Key_Space);
    auto *notes = input<QPlainTextEdit>("notes");
    notes->setFocus();
    notes->selectAll();
    QTest::keyClicks(notes, QStringLiteral("Undervolted."));
    type("aliases", QStringLiteral("4090;my 4090"));
    QTest::mouseClick(save(), Qt::LeftButton);
    const Gpu *gpu = m_layer->layer.rows.gpus.find(k4090.id);
    QVERIFY(gpu);
    QCOMPARE(gpu->cooler, GpuCooler::Blower);
    QVERIFY(gpu->ecc);
    QCOMPARE(gpu->info.notes, QStringLiteral("Undervolted."));
    QCOMPARE(gpu->info.aliases, (QStringList{QStringLiteral("4090"), QStringLiteral("my 4090")}));
}

void TestRowEditor::newRowBeginsQuietly()
{
    open(newRow(QStringLiteral("gpus"), kToday));
    QVERIFY(!save()->isEnabled());
    QVERIFY(state().startsWith(QStringLiteral("Still needed: Identifier, Name")));
    for (const FieldEditor *field : m_editor->findChildren<FieldEditor *>())
        QCOMPARE(field->message(), QString());
    QCOMPARE(input<QPlainTextEdit>("source")->toPlainText(), QStringLiteral("own entry"));
    QCOMPARE(input("checked")->text(), QStringLiteral("2026-11-21"));
    QCOMPARE(input<QComboBox>("confidence")->currentData().toString(), QStringLiteral("single-source"));
    type("memory_gb", QStringLiteral("4"));
    type("memory_gb", QString());
    QCOMPARE(problem("memory_gb"), QStringLiteral("This is needed.")); // the user was here
}

void TestRowEditor::newRowIsMadeFieldByField()
{
    open(newRow(QStringLiteral("fans"), kToday));
    QSignalSpy saved(m_editor.get(), &RowEditor::saved);
    type("name", QStringLiteral("Quiet Fan 140"));
    type("diameter_mm", QStringLiteral("140"));
    type("airflow_cfm", QStringLiteral("60.5"));
    type("count", QStringLiteral("3"));
    QVERIFY(!save()->isEnabled());
    QCOMPARE(state(), QStringLiteral("Still needed: Power"));
    type("power_w", QStringLiteral("4.5"));
    QVERIFY2(save()->isEnabled(), qPrintable(state()));
    QTest::mouseClick(save(), Qt::LeftButton);
    const Fan *fan = m_layer->layer.rows.fans.find(QStringLiteral("quiet-fan-140"));
    QVERIFY(fan);
    QCOMPARE(fan->airflow, CubicFeetPerMinute(60.5));
    QCOMPARE(fan->count, 3);
    QCOMPARE(fan->info.checked, kToday);
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved.front().front().value<RowKey>(), key("fans", "quiet-fan-140"));
    QVERIFY(m_store->catalog()->fans.find(QStringLiteral("quiet-fan-140"))); // to plan with at once
}

void TestRowEditor::identifierFollowsTheName()
{
    open(newRow(QStringLiteral("gpus"), kToday));
    type("name", QStringLiteral("GeForce RTX 6090 Ti"));
    QCOMPARE(input("id")->text(), QStringLiteral("geforce-rtx-6090-ti"));
    type("id", QStringLiteral("mine"));
    type("name", QStringLiteral("Another"));
    QCOMPARE(input("id")->text(), QStringLiteral("mine"));
    open(editedRow(*m_store, k4090));
    QVERIFY(input("id")->isReadOnly());
}

void TestRowEditor::identifierIsItsOwn_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::newRow("spaces and signs") << "RTX 5090 (D) v2"
                                      << "rtx-5090-d-v2";
    QTest::newRow("accents") << "Écran Géant"
                             << "ecran-geant";
    QTest::newRow("one that is there") << "RTX 4090"
                                       << "rtx-4090-2";
    QTest::newRow("no letters at all") << "显卡"
                                       << "";
}

void TestRowEditor::identifierIsItsOwn()
{
    QFETCH(QString, name);
    QTEST(idFor(name, QStringLiteral("gpus"), *m_store->catalog()), "id");
}

void TestRowEditor::pricesOfTheUserStayOutOfTheRow()
{
    QVERIFY(m_store->addPrice({0, k4090, Money(1), kToday, PriceCondition::New, {}, {}}));
    QCOMPARE(m_store->catalog()->gpus.find(k4090.id)->info.price->low, Money(1));
    open(editedRow(*m_store, k4090));
    QCOMPARE(input("price_low_usd")->text(), QStringLiteral("1,800"));
}

void TestRowEditor::failureKeepsTheDialogOpen()
{
    open(editedRow(*m_store, k4090));
    m_layer->refuses = true;
    QString said;
    QTimer::singleShot(0, this, [&said] {
        if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            said = box->informativeText();
            box->accept();
        }
    });
    QTest::mouseClick(save(), Qt::LeftButton);
    QVERIFY(said.contains(QStringLiteral("The disk is full.")));
    QVERIFY(m_editor->isVisible());
}

/// 24 GB as sold cannot be 96 GiB as the driver reports it.
void TestRowEditor::contradictionsBlock()
{
    open(editedRow(*m_store, k4090));
    type("vram_mib", QStringLiteral("98304"));
    save()->click();
    QVERIFY(m_editor->isVisible());
    QVERIFY(!save()->isEnabled());
    QVERIFY(m_layer->layer.rows.gpus.empty());
    type("vram_mib", QStringLiteral("24564"));
    QVERIFY2(save()->isEnabled(), qPrintable(state()));
}

QTEST_MAIN(TestRowEditor)
#include "tst_row_editor.moc"
