// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/part_details.h"

#include "core/build/edits.h"
#include "core/units/format.h"
#include "ui/chassis/part_edits.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDoubleValidator>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QScreen>

#include <algorithm>

namespace rigwright::ui {

namespace {

constexpr int kLongestNote = 500;
constexpr double kDearestPart = 10'000'000;

QString cataloguePrice(const BuildDocument &document, const Item &item)
{
    const PartInfo *info = document.catalog().partInfo(item.part);
    if (!info || !info->price)
        return PartDetails::tr("no price known");
    const Site &site = document.build().site;
    const QString low = format::money(info->price->low, site.currency, site.currencyPerUsd);
    const QString high = format::money(info->price->high, site.currency, site.currencyPerUsd);
    return low == high ? low : QStringLiteral("%1–%2").arg(low, high);
}

} // namespace

PartDetails::PartDetails(BuildDocument *document, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_document(document), m_form(new QFormLayout(this)), m_price(new QLineEdit(this)),
      m_condition(new QComboBox(this)), m_note(new QLineEdit(this)), m_supply(new QComboBox(this)),
      m_circuit(new QComboBox(this))
{
    setObjectName(QStringLiteral("partDetailsPopup"));
    setFrameShape(QFrame::StyledPanel);
    m_price->setObjectName(QStringLiteral("ownPrice"));
    m_note->setObjectName(QStringLiteral("note"));
    m_condition->setObjectName(QStringLiteral("condition"));
    m_supply->setObjectName(QStringLiteral("supply"));
    m_circuit->setObjectName(QStringLiteral("circuit"));
    m_price->setValidator(new QDoubleValidator(0, kDearestPart, 2, m_price));
    m_note->setMaxLength(kLongestNote);
    m_note->setMinimumWidth(240);
    m_condition->addItem(tr("not stated"), QString());
    m_condition->addItem(tr("new"), QStringLiteral("new"));
    m_condition->addItem(tr("used"), QStringLiteral("used"));
    m_condition->addItem(tr("refurbished"), QStringLiteral("refurbished"));
    m_form->setContentsMargins(spacing::kMedium, spacing::kMedium, spacing::kMedium, spacing::kMedium);
    m_form->addRow(tr("Own price"), m_price);
    m_form->addRow(tr("Condition"), m_condition);
    m_form->addRow(tr("Note"), m_note);
    m_form->addRow(tr("Fed by"), m_supply);
    m_form->addRow(tr("Circuit"), m_circuit);

    connect(m_price, &QLineEdit::editingFinished, this, [this] { change(tr("Price of %1"), &PartDetails::readPrice); });
    connect(m_note, &QLineEdit::editingFinished, this, [this] { change(tr("Note on %1"), &PartDetails::readNote); });
    connect(m_condition, &QComboBox::activated, this,
            [this] { change(tr("Condition of %1"), &PartDetails::readCondition); });
    connect(m_supply, &QComboBox::activated, this, [this] { change(tr("Supply of %1"), &PartDetails::readSupply); });
    connect(m_circuit, &QComboBox::activated, this, [this] { change(tr("Circuit of %1"), &PartDetails::readCircuit); });
}

void PartDetails::showItem(const Item &item)
{
    m_item = item.id;
    const Site &site = m_document->build().site;
    m_price->setPlaceholderText(cataloguePrice(*m_document, item));
    m_price->setText(item.price ? QLocale().toString(item.price->base() * site.currencyPerUsd, 'f', 2) : QString());
    m_price->setEnabled(!item.included);
    m_condition->setCurrentIndex(std::max(0, m_condition->findData(item.condition)));
    m_note->setText(item.note);
    fillSupplies(item);
    fillCircuits(item);
}

void PartDetails::fillSupplies(const Item &item)
{
    const Build &build = m_document->build();
    const bool shown = item.part.kind == PartKind::Gpu && build.ofKind(PartKind::PowerSupply).size() > 1;
    m_supply->setVisible(shown);
    m_form->labelForField(m_supply)->setVisible(shown);
    m_supply->clear();
    m_supply->addItem(tr("chosen automatically"), 0);
    for (const Item *supply : build.ofKind(PartKind::PowerSupply)) {
        m_supply->addItem(tr("%1 in %2")
                              .arg(partName(m_document->catalog(), supply->part),
                                   placeName(build, m_document->catalog(), supply->location)),
                          supply->id.value);
        if (item.psu == supply->id)
            m_supply->setCurrentIndex(m_supply->count() - 1);
    }
}

void PartDetails::fillCircuits(const Item &item)
{
    const std::vector<SiteCircuit> &circuits = m_document->build().site.circuits;
    const bool shown = item.part.kind == PartKind::PowerSupply && circuits.size() > 1;
    m_circuit->setVisible(shown);
    m_form->labelForField(m_circuit)->setVisible(shown);
    m_circuit->clear();
    m_circuit->addItem(tr("chosen automatically"), -1);
    for (std::size_t i = 0; i < circuits.size(); ++i)
        m_circuit->addItem(circuits[i].label.isEmpty() ? tr("Circuit %1").arg(i + 1) : circuits[i].label, int(i));
    m_circuit->setCurrentIndex(item.circuit ? std::max(0, m_circuit->findData(*item.circuit)) : 0);
}

void PartDetails::popUp(QPoint bottomRight)
{
    adjustSize();
    QPoint corner = bottomRight - QPoint(width(), height());
    if (const QScreen *on = screen()) {
        const QRect area = on->availableGeometry();
        corner.setX(std::clamp(corner.x(), area.left(), std::max(area.left(), area.right() - width())));
        corner.setY(std::max(corner.y(), area.top()));
    }
    move(corner);
    show();
    m_price->setFocus(Qt::PopupFocusReason);
}

void PartDetails::change(const QString &label, void (PartDetails::*read)(Item &) const)
{
    const Item *item = m_document->build().find(m_item);
    if (!item)
        return;
    Item changed = *item;
    (this->*read)(changed);
    m_document->apply(label.arg(partName(m_document->catalog(), item->part)),
                      edits::updated(m_document->build(), changed));
}

void PartDetails::readPrice(Item &item) const
{
    bool isNumber = false;
    const double price = QLocale().toDouble(m_price->text(), &isNumber);
    item.price.reset();
    if (isNumber && price >= 0)
        item.price = Money(price / m_document->build().site.currencyPerUsd);
}

void PartDetails::readCondition(Item &item) const
{
    item.condition = m_condition->currentData().toString();
}

void PartDetails::readNote(Item &item) const
{
    item.note = m_note->text();
}

void PartDetails::readSupply(Item &item) const
{
    const int id = m_supply->currentData().toInt();
    item.psu.reset();
    if (id > 0)
        item.psu = ItemId{id};
}

void PartDetails::readCircuit(Item &item) const
{
    const int index = m_circuit->currentData().toInt();
    item.circuit.reset();
    if (index >= 0)
        item.circuit = index;
}

} // namespace rigwright::ui
