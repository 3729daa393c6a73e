// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/build/edits.h"
#include "tests/ui/rig_sample.h"
#include "ui/document/build_document.h"
#include "ui/site/circuit_row.h"
#include "ui/site/site_dialog.h"
#include "ui/site/site_edits.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace rigwright;
using namespace rigwright::ui;

namespace {

template <class Widget>
Widget *child(QWidget &parent, const char *name)
{
    return parent.findChild<Widget *>(QString::fromLatin1(name));
}

template <class Widget>
void choose(Widget *combo, int index)
{
    combo->setCurrentIndex(index);
    Q_EMIT combo->activated(index);
}

} // namespace

class TestSite : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void hoursShareTheDay_data()
    {
        QTest::addColumn<double>("active");
        QTest::addColumn<double>("idleAfter");
        QTest::newRow("room is left") << 6.0 << 16.0;
        QTest::newRow("idle gives way") << 20.0 << 4.0;
        QTest::newRow("not more than a day") << 30.0 << 0.0;
    }
    void hoursShareTheDay()
    {
        QFETCH(double, active);
        const Site site = withActiveHours(Site(), active);
        QTEST(site.idleHoursPerDay, "idleAfter");
        QVERIFY(site.activeHoursPerDay <= 24);
        QCOMPARE(withIdleHours(Site(), 20).activeHoursPerDay, 4.0);
    }

    void tariffsBringTheirCurrency()
    {
        const auto facts = rig_sample::catalog();
        Site site;
        site.pricePerKwh = 0.2;
        site = withTariff(site, *facts->tariffs.find(QStringLiteral("de")), *facts);
        QCOMPARE(site.currency, QStringLiteral("EUR"));
        QCOMPARE(site.currencyPerUsd, 0.86);
        QVERIFY(!site.pricePerKwh);
        site.pricePerKwh = 0.43;
        site = withCurrency(site, facts->currencies.front());
        QCOMPARE(site.currency, QStringLiteral("USD"));
        QVERIFY(qAbs(*site.pricePerKwh - 0.5) < 1e-9);
    }

    void removingACircuitMovesItsSupplies()
    {
        const auto facts = rig_sample::catalog();
        Build build = rig_sample::tower(1);
        build = withCircuitAdded(withCircuitAdded(build, *facts), *facts);
        const ItemId psu = build.ofKind(PartKind::PowerSupply).front()->id;
        QCOMPARE(build.site.circuits.back().circuitId, QStringLiteral("us-120-20"));
        build = withSupplyOn(build, psu, 2);
        QCOMPARE(withCircuitRemoved(build, 0).find(psu)->circuit, std::optional(1));
        QCOMPARE(withCircuitRemoved(build, 2).find(psu)->circuit, std::optional<int>());
        const Build last = rig_sample::tower(1);
        QCOMPARE(withCircuitRemoved(last, 0), last); // a site has at least one
    }

    void dialogChangesTakeEffectAtOnceAndAreUndone()
    {
        BuildDocument document(rig_sample::catalog());
        document.open(rig_sample::tower(2));
        const Build before = document.build();
        const double costBefore = document.evaluation().cost.energyCostPerMonth.value.base();
        SiteDialog dialog(&document);
        dialog.show();

        auto *active = child<QDoubleSpinBox>(dialog, "activeHours");
        active->setFocus();
        QTest::keyClick(active, Qt::Key_Up);
        QTest::keyClick(active, Qt::Key_Up);
        QCOMPARE(document.build().site.activeHoursPerDay, 9.0);
        QCOMPARE(document.undoStack()->count(), 1); // steps of one field merge
        QVERIFY(document.evaluation().cost.energyCostPerMonth.value.base() > costBefore);

        choose(child<QComboBox>(dialog, "tariff"), 1);
        QCOMPARE(document.build().site.tariffId, QStringLiteral("de"));
        QCOMPARE(child<QComboBox>(dialog, "currency")->currentText(), QStringLiteral("EUR"));

        child<QCheckBox>(dialog, "ownPrice")->click();
        QCOMPARE(document.build().site.pricePerKwh, std::optional(0.38));
        child<QDoubleSpinBox>(dialog, "price")->setValue(0.5);
        QCOMPARE(document.build().site.pricePerKwh, std::optional(0.5));

        QTest::mouseClick(child<QPushButton>(dialog, "addCircuit"), Qt::LeftButton);
        QCOMPARE(document.build().site.circuits.size(), std::size_t(2));
        QCOMPARE(dialog.findChildren<CircuitRow *>().size(), 2);
        choose(child<QComboBox>(*dialog.findChildren<CircuitRow *>().at(1), "circuitType"), 0);
        QCOMPARE(document.build().site.circuits.at(1).circuitId, QStringLiteral("us-120-15"));

        while (document.undoStack()->canUndo())
            document.undoStack()->undo();
        QCOMPARE(document.build(), before);
        QCOMPARE(active->value(), 8.0);
        QVERIFY(!child<QCheckBox>(dialog, "ownPrice")->isChecked());
    }

    void suppliesAreHungOnCircuits()
    {
        BuildDocument document(rig_sample::catalog());
        document.open(withCircuitAdded(rig_sample::tower(2), *rig_sample::catalog()));
        SiteDialog dialog(&document);
        dialog.show();
        const ItemId psu = document.build().ofKind(PartKind::PowerSupply).front()->id;
        QComboBox *supply = nullptr;
        for (QComboBox *combo : dialog.findChildren<QComboBox *>())
            if (combo->property("item").toInt() == psu.value)
                supply = combo;
        QVERIFY(supply);
        QCOMPARE(supply->count(), 3); // automatic and two circuits
        choose(supply, 2);
        QCOMPARE(document.build().find(psu)->circuit, std::optional(1));
        QCOMPARE(document.evaluation().power.psus.front().circuit, 1);
        choose(supply, 0);
        QCOMPARE(document.build().find(psu)->circuit, std::optional<int>());
    }
};

QTEST_MAIN(TestSite)
#include "tst_site.moc"
