// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/site/site_dialog.h"

#include "core/build/edits.h"
#include "core/units/format.h"
#include "ui/document/build_document.h"
#include "ui/results/figures.h"
#include "ui/site/circuit_row.h"
#include "ui/site/site_edits.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace rigwright::ui {

namespace {

/// Steps of one field that follow each other are one step to undo.
enum MergeKey { kPriceKey = 0x54000, kRateKey, kActiveKey, kIdleKey, kPrefillKey, kAmbientKey };

QDoubleSpinBox *makeSpin(double from, double to, int decimals, double step, const QString &suffix)
{
    auto *spin = new QDoubleSpinBox;
    spin->setRange(from, to);
    spin->setDecimals(decimals);
    spin->setSingleStep(step);
    spin->setSuffix(suffix);
    spin->setMinimumWidth(120);
    return spin;
}

} // namespace

SiteDialog::SiteDialog(BuildDocument *document, QWidget *parent)
    : QDialog(parent), m_document(document), m_name(new QLineEdit), m_tariff(new QComboBox),
      m_ownPrice(new QCheckBox(tr("Own price"))), m_price(makeSpin(0, 1000, 4, 0.01, {})), m_currency(new QComboBox),
      m_rate(makeSpin(0.0001, 100000, 4, 0.01, {})), m_active(makeSpin(0, 24, 1, 0.5, tr(" h a day"))),
      m_idle(makeSpin(0, 24, 1, 0.5, tr(" h a day"))), m_prefill(makeSpin(0, 100, 0, 5, tr(" %"))),
      m_ambient(makeSpin(-20, 60, 0, 1, tr(" °C"))), m_effect(new QLabel)
{
    setObjectName(QStringLiteral("siteDialog"));
    setWindowTitle(tr("Site"));
    m_active->setObjectName(QStringLiteral("activeHours"));
    m_idle->setObjectName(QStringLiteral("idleHours"));
    m_tariff->setObjectName(QStringLiteral("tariff"));
    m_price->setObjectName(QStringLiteral("price"));
    m_ownPrice->setObjectName(QStringLiteral("ownPrice"));
    m_currency->setObjectName(QStringLiteral("currency"));

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(spacing::kMedium);
    layout->addWidget(makePlace());
    layout->addWidget(makeCircuits());
    layout->addWidget(makeUse());
    m_effect->setWordWrap(true);
    m_effect->setTextFormat(Qt::PlainText);
    m_effect->setFont(Theme::font(FontRole::Strong));
    layout->addWidget(m_effect);
    layout->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    setMinimumWidth(720);

    connectEdits();
    connect(document, &BuildDocument::changed, this, &SiteDialog::refresh);
    refresh();
}

QWidget *SiteDialog::makePlace()
{
    auto *group = new QGroupBox(tr("Place and electricity price"));
    auto *form = new QFormLayout(group);
    m_name->setPlaceholderText(tr("Name of the place, such as Garage"));
    m_name->setMaxLength(60);
    form->addRow(tr("&Place"), m_name);
    for (const Tariff &tariff : m_document->catalog().tariffs)
        m_tariff->addItem(tariffText(tariff), tariff.id);
    m_tariff->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_tariff->setMinimumContentsLength(30);
    form->addRow(tr("&Tariff"), m_tariff);
    auto *price = new QHBoxLayout;
    m_price->setAccessibleName(tr("Own price of a kilowatt-hour"));
    price->addWidget(m_ownPrice);
    price->addWidget(m_price);
    price->addStretch();
    form->addRow(QString(), price);
    auto *money = new QHBoxLayout;
    for (const Currency &currency : m_document->catalog().currencies)
        m_currency->addItem(currency.code, currency.code);
    m_rate->setAccessibleName(tr("Units of the currency for one US dollar"));
    money->addWidget(m_currency);
    money->addWidget(new QLabel(tr("for one US dollar:")));
    money->addWidget(m_rate);
    money->addStretch();
    form->addRow(tr("&Currency"), money);
    form->labelForField(money)->setEnabled(true);
    static_cast<QLabel *>(form->labelForField(money))->setBuddy(m_currency);
    return group;
}

QWidget *SiteDialog::makeCircuits()
{
    auto *group = new QGroupBox(tr("Circuits"));
    auto *layout = new QVBoxLayout(group);
    m_circuitRows = new QVBoxLayout;
    m_circuitRows->setSpacing(6);
    layout->addLayout(m_circuitRows);
    auto *add = new QPushButton(tr("&Add circuit"));
    add->setObjectName(QStringLiteral("addCircuit"));
    add->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, [this] {
        m_document->apply(tr("Add circuit"), withCircuitAdded(m_document->build(), m_document->catalog()));
    });
    layout->addWidget(add, 0, Qt::AlignLeft);
    m_supplyRows = new QFormLayout;
    layout->addLayout(m_supplyRows);
    return group;
}

QWidget *SiteDialog::makeUse()
{
    auto *group = new QGroupBox(tr("Use"));
    auto *columns = new QHBoxLayout(group);
    auto *left = new QFormLayout;
    left->addRow(tr("&Working"), m_active);
    left->addRow(tr("&Idle, model loaded"), m_idle);
    auto *right = new QFormLayout;
    right->addRow(tr("Work spent on p&rompts"), m_prefill);
    right->addRow(tr("A&mbient temperature"), m_ambient);
    columns->addLayout(left);
    columns->addSpacing(spacing::kLarge);
    columns->addLayout(right);
    columns->addStretch();
    return group;
}

void SiteDialog::apply(const QString &label, const Site &site, int mergeKey)
{
    m_document->apply(label, edits::siteChanged(m_document->build(), site), mergeKey);
}

void SiteDialog::connectEdits()
{
    const auto site = [this] { return m_document->build().site; };
    connect(m_name, &QLineEdit::editingFinished, this, [this, site] {
        Site changed = site();
        changed.name = m_name->text();
        apply(tr("Name place"), changed);
    });
    connect(m_tariff, &QComboBox::activated, this, [this, site] {
        if (const Tariff *tariff = m_document->catalog().tariffs.find(m_tariff->currentData().toString()))
            apply(tr("Change tariff"), withTariff(site(), *tariff, m_document->catalog()));
    });
    connect(m_ownPrice, &QCheckBox::toggled, this, [this, site](bool own) {
        Site changed = site();
        changed.pricePerKwh = own ? std::optional(m_price->value()) : std::nullopt;
        apply(own ? tr("Use own price") : tr("Use the tariff's price"), changed);
    });
    connect(m_price, &QDoubleSpinBox::valueChanged, this, [this, site](double price) {
        Site changed = site();
        changed.pricePerKwh = price;
        apply(tr("Change electricity price"), changed, kPriceKey);
    });
    connect(m_currency, &QComboBox::activated, this, [this, site] {
        for (const Currency &currency : m_document->catalog().currencies)
            if (currency.code == m_currency->currentData().toString())
                apply(tr("Change currency"), withCurrency(site(), currency));
    });
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, [this, site](double rate) {
        Site changed = site();
        changed.currencyPerUsd = rate;
        apply(tr("Change exchange rate"), changed, kRateKey);
    });
    connect(m_active, &QDoubleSpinBox::valueChanged, this, [this, site](double hours) {
        apply(tr("Change working hours"), withActiveHours(site(), hours), kActiveKey);
    });
    connect(m_idle, &QDoubleSpinBox::valueChanged, this,
            [this, site](double hours) { apply(tr("Change idle hours"), withIdleHours(site(), hours), kIdleKey); });
    connect(m_prefill, &QDoubleSpinBox::valueChanged, this, [this, site](double percent) {
        Site changed = site();
        changed.prefillShare = percent / 100;
        apply(tr("Change share of prompts"), changed, kPrefillKey);
    });
    connect(m_ambient, &QDoubleSpinBox::valueChanged, this, [this, site](double degrees) {
        Site changed = site();
        changed.ambient = Celsius(degrees);
        apply(tr("Change ambient temperature"), changed, kAmbientKey);
    });
}

void SiteDialog::refresh()
{
    const Site &site = m_document->build().site;
    const QSignalBlocker blockers[] = {QSignalBlocker(m_name), QSignalBlocker(m_active), QSignalBlocker(m_idle),
                                       QSignalBlocker(m_prefill), QSignalBlocker(m_ambient)};
    if (m_name->text() != site.name)
        m_name->setText(site.name);
    m_active->setValue(site.activeHoursPerDay);
    m_idle->setValue(site.idleHoursPerDay);
    m_prefill->setValue(site.prefillShare * 100);
    m_ambient->setValue(site.ambient.base());
    refreshTariff(site);
    refreshCircuits();
    refreshSupplies();
    m_effect->setText(effect());
}

void SiteDialog::refreshTariff(const Site &site)
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_tariff), QSignalBlocker(m_ownPrice), QSignalBlocker(m_price),
                                       QSignalBlocker(m_currency), QSignalBlocker(m_rate)};
    m_tariff->setCurrentIndex(m_tariff->findData(site.tariffId));
    const Tariff *tariff = m_document->catalog().tariffs.find(site.tariffId);
    m_ownPrice->setChecked(site.pricePerKwh.has_value());
    m_price->setEnabled(site.pricePerKwh.has_value());
    m_price->setSuffix(tr(" %1/kWh").arg(site.currency));
    m_price->setValue(site.pricePerKwh.value_or(tariff ? tariff->pricePerKwh : 0));
    if (m_currency->findData(site.currency) < 0)
        m_currency->addItem(site.currency, site.currency);
    m_currency->setCurrentIndex(m_currency->findData(site.currency));
    m_rate->setValue(site.currencyPerUsd);
    m_rate->setEnabled(site.currency != QLatin1String("USD"));
}

void SiteDialog::refreshCircuits()
{
    const std::size_t count = m_document->build().site.circuits.size();
    while (m_circuits.size() > count) {
        m_circuits.back()->hide();
        m_circuits.back()->deleteLater();
        m_circuits.pop_back();
    }
    for (CircuitRow *row : m_circuits)
        row->refresh();
    while (m_circuits.size() < count) {
        auto *row = new CircuitRow(m_document, m_circuits.size());
        m_circuitRows->addWidget(row);
        m_circuits.push_back(row);
    }
}

/// Which supply hangs on which circuit; rows are made anew where the supplies are others.
void SiteDialog::refreshSupplies()
{
    const std::vector<const Item *> supplies = m_document->build().ofKind(PartKind::PowerSupply);
    if (m_supplies.size() != supplies.size()) {
        while (m_supplyRows->rowCount() > 0)
            m_supplyRows->removeRow(0);
        m_supplies.clear();
        for (std::size_t i = 0; i < supplies.size(); ++i) {
            auto *combo = new QComboBox;
            connect(combo, &QComboBox::activated, this, [this, combo](int index) {
                const ItemId supply{combo->property("item").toInt()};
                m_document->apply(
                    tr("Change circuit of a supply"),
                    withSupplyOn(m_document->build(), supply, index == 0 ? std::nullopt : std::optional(index - 1)));
            });
            m_supplies.push_back(combo);
            m_supplyRows->addRow(tr("Supply %1 on").arg(QChar(u'A' + char16_t(i % 26))), combo);
        }
    }
    for (std::size_t i = 0; i < supplies.size(); ++i) {
        QComboBox *combo = m_supplies[i];
        const QSignalBlocker quiet(combo);
        combo->setProperty("item", supplies[i]->id.value);
        combo->clear();
        combo->addItem(tr("Automatic"));
        for (std::size_t k = 0; k < m_document->build().site.circuits.size(); ++k) {
            const QString label = m_document->build().site.circuits[k].label;
            combo->addItem(label.isEmpty() ? tr("Circuit %1").arg(k + 1) : tr("Circuit %1 · %2").arg(k + 1).arg(label));
        }
        combo->setCurrentIndex(supplies[i]->circuit ? *supplies[i]->circuit + 1 : 0);
        if (const PartInfo *info = m_document->catalog().partInfo(supplies[i]->part))
            combo->setToolTip(info->name);
    }
}

QString SiteDialog::effect() const
{
    const Evaluation &evaluation = m_document->evaluation();
    const MoneyFormat money = moneyFormat(m_document->build().site);
    return tr("%1 at the wall while working, %2 a month, %3.")
        .arg(format::watts(evaluation.power.active.value), format::kilowattHours(evaluation.cost.energyPerMonth.value),
             money(evaluation.cost.energyCostPerMonth.value));
}

} // namespace rigwright::ui
