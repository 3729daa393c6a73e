// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/price_dialog.h"

#include "core/catalog/web_address.h"
#include "ui/document/catalog_store.h"
#include "ui/part_pages/cell_format.h"
#include "ui/part_pages/page_labels.h"
#include "ui/part_pages/price_history.h"
#include "ui/window/messages.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace rigwright::ui {

namespace {
constexpr double kMostUsd = 1e8;
constexpr int kTextLength = 200;
constexpr int kLinkLength = 2000;

void addField(QFormLayout *form, const QString &label, QWidget *input, QWidget *shown, const char *name)
{
    input->setObjectName(QLatin1String(name));
    auto *caption = new QLabel(label);
    caption->setBuddy(input);
    form->addRow(caption, shown);
}

QLabel *addProblem(QFormLayout *form, const char *name)
{
    QLabel *problem = textLabel({}, FontRole::Small);
    problem->setObjectName(QLatin1String(name));
    problem->setProperty("tone", QStringLiteral("bad"));
    problem->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    form->addRow(QString(), problem);
    return problem;
}
} // namespace

PriceDialog::PriceDialog(CatalogStore *store, const RowKey &row, const QDate &today, QWidget *parent)
    : QDialog(parent), m_store(store), m_row(row), m_amount(new QLineEdit), m_seen(new QDateEdit(today)),
      m_condition(new QComboBox), m_seller(new QLineEdit), m_link(new QLineEdit)
{
    setObjectName(QStringLiteral("priceDialog"));
    setWindowTitle(tr("Price of %1").arg(nameOf(*store->catalog(), row)));
    m_amount->setFixedWidth(130);
    m_amount->setAlignment(Qt::AlignRight);
    m_seen->setCalendarPopup(true);
    m_seen->setMaximumDate(today);
    m_seen->setDisplayFormat(kDayFormat);
    m_seen->setMinimumWidth(150);
    for (const PriceCondition condition : {PriceCondition::New, PriceCondition::Used, PriceCondition::Refurbished})
        m_condition->addItem(conditionText(condition), int(condition));
    m_condition->setMinimumWidth(150);
    m_seller->setMaxLength(kTextLength);
    m_link->setMaxLength(kLinkLength);
    m_link->setPlaceholderText(QStringLiteral("https://"));

    auto *amount = new QWidget;
    auto *amountLine = new QHBoxLayout(amount);
    amountLine->setContentsMargins(0, 0, 0, 0);
    amountLine->addWidget(m_amount);
    amountLine->addWidget(new QLabel(tr("US dollars")));
    amountLine->addStretch();
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setHorizontalSpacing(spacing::kLarge);
    form->setVerticalSpacing(spacing::kSmall);
    addField(form, tr("&Amount"), m_amount, amount, "amount");
    m_amountProblem = addProblem(form, "problem.amount");
    addField(form, tr("See&n on"), m_seen, m_seen, "seen");
    addField(form, tr("&Condition"), m_condition, m_condition, "condition");
    addField(form, tr("&Seller"), m_seller, m_seller, "seller");
    addField(form, tr("&Link"), m_link, m_link, "link");
    m_linkProblem = addProblem(form, "problem.link");

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_save = buttons->addButton(tr("Add price"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &PriceDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(spacing::kMedium);
    layout->addWidget(
        textLabel(tr("The price seen last is used in the place of the catalogue's."), FontRole::Body, true));
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(460);

    connect(m_amount, &QLineEdit::textEdited, this, &PriceDialog::validate);
    connect(m_link, &QLineEdit::textEdited, this, &PriceDialog::validate);
    validate();
    m_amount->setFocus();
}

Result<Cell> PriceDialog::typedAmount() const
{
    return cellTyped(m_amount->text(), {}, CellType::Real);
}

void PriceDialog::validate()
{
    const auto say = [](QLabel *label, QLineEdit *input, const QString &problem) {
        label->setText(problem);
        label->setVisible(!problem.isEmpty());
        input->setAccessibleDescription(problem);
    };
    const Result<Cell> amount = typedAmount();
    const double *usd = amount ? std::get_if<double>(&*amount) : nullptr;
    const bool inRange = usd && *usd > 0 && *usd <= kMostUsd;
    say(m_amountProblem, m_amount,
        !amount           ? amount.error().message
        : usd && !inRange ? tr("More than nothing, and less than a hundred million.")
                          : QString());
    const bool linkIsFine = m_link->text().trimmed().isEmpty() || webAddress(m_link->text());
    say(m_linkProblem, m_link, linkIsFine ? QString() : tr("An address that begins with https:// or http://."));
    m_save->setEnabled(inRange && linkIsFine);
    m_save->setToolTip(inRange ? QString() : tr("The amount is needed."));
}

void PriceDialog::accept()
{
    const Result<Cell> amount = typedAmount();
    if (!m_save->isEnabled() || !amount)
        return;
    OwnPrice price;
    price.row = m_row;
    price.amount = Money(std::get<double>(*amount));
    price.seen = m_seen->date();
    price.condition = PriceCondition(m_condition->currentData().toInt());
    price.seller = m_seller->text().simplified();
    price.link = m_link->text().trimmed();
    if (const Outcome outcome = m_store->addPrice(price); !outcome)
        showError(this, tr("The price could not be saved."), outcome.error());
    else
        QDialog::accept();
}

} // namespace rigwright::ui
