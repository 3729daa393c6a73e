// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/site/circuit_row.h"

#include "core/build/edits.h"
#include "core/units/format.h"
#include "ui/document/build_document.h"
#include "ui/results/tone.h"
#include "ui/site/site_edits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/icon_button.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace rigwright::ui {

namespace {
constexpr int kMergeBase = 0x53000; // other loads, one key per circuit
}

CircuitRow::CircuitRow(BuildDocument *document, std::size_t index, QWidget *parent)
    : QWidget(parent), m_document(document), m_index(index), m_number(new QLabel), m_type(new QComboBox),
      m_label(new QLineEdit), m_other(new QSpinBox), m_load(new QLabel),
      m_remove(new IconButton(QStringLiteral("close"), tr("Remove this circuit")))
{
    m_type->setObjectName(QStringLiteral("circuitType"));
    m_type->setAccessibleName(tr("Type of circuit %1").arg(index + 1));
    for (const Circuit &circuit : document->catalog().circuits)
        m_type->addItem(circuitText(circuit), circuit.id);
    m_type->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_type->setMinimumContentsLength(24);
    m_label->setPlaceholderText(tr("Name, such as Garage"));
    m_label->setAccessibleName(tr("Name of circuit %1").arg(index + 1));
    m_label->setMaxLength(60);
    m_other->setObjectName(QStringLiteral("otherLoad"));
    m_other->setRange(0, 50000);
    m_other->setSingleStep(50);
    m_other->setSuffix(tr(" W other"));
    m_other->setAccessibleName(tr("Other loads on circuit %1").arg(index + 1));
    m_load->setTextFormat(Qt::PlainText);
    m_load->setFont(Theme::font(FontRole::Strong));
    m_load->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_load->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("100.0 / 100.0 A")) + 8);
    m_number->setText(QString::number(index + 1));
    m_number->setProperty("tone", QStringLiteral("muted"));
    m_number->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("00"))); // rows line up

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kSmall);
    layout->addWidget(m_number);
    layout->addWidget(m_type, 3);
    layout->addWidget(m_label, 2);
    layout->addWidget(m_other);
    layout->addWidget(m_load);
    layout->addWidget(m_remove);
    connectEdits();
    refresh();
}

void CircuitRow::connectEdits()
{
    const auto change = [this](const QString &label, auto edit, int mergeKey = 0) {
        Site site = m_document->build().site;
        edit(site.circuits[m_index]);
        m_document->apply(label, edits::siteChanged(m_document->build(), site), mergeKey);
    };
    connect(m_type, &QComboBox::activated, this, [this, change] {
        change(tr("Change circuit"),
               [this](SiteCircuit &circuit) { circuit.circuitId = m_type->currentData().toString(); });
    });
    connect(m_label, &QLineEdit::editingFinished, this, [this, change] {
        change(tr("Name circuit"), [this](SiteCircuit &circuit) { circuit.label = m_label->text(); });
    });
    connect(m_other, &QSpinBox::valueChanged, this, [this, change](int watts) {
        change(
            tr("Change other loads"), [watts](SiteCircuit &circuit) { circuit.otherLoad = Watts(watts); },
            kMergeBase + int(m_index));
    });
    connect(m_remove, &QToolButton::clicked, this,
            [this] { m_document->apply(tr("Remove circuit"), withCircuitRemoved(m_document->build(), m_index)); });
}

void CircuitRow::refresh()
{
    const std::vector<SiteCircuit> &circuits = m_document->build().site.circuits;
    if (m_index >= circuits.size())
        return;
    const SiteCircuit &circuit = circuits[m_index];
    const QSignalBlocker quietType(m_type);
    const QSignalBlocker quietLabel(m_label);
    const QSignalBlocker quietOther(m_other);
    m_type->setCurrentIndex(m_type->findData(circuit.circuitId));
    if (m_label->text() != circuit.label)
        m_label->setText(circuit.label);
    m_other->setValue(int(circuit.otherLoad.base()));
    m_remove->setEnabled(circuits.size() > 1);
    m_load->clear();
    for (const CircuitLoad &load : m_document->evaluation().power.circuits)
        if (load.index == int(m_index)) {
            m_load->setText(
                tr("%1 / %2 A").arg(format::number(load.current.base(), 1), format::number(load.continuous.base(), 1)));
            m_load->setToolTip(load.share() > 1 ? tr("over the continuous limit") : tr("of the continuous limit"));
            setTone(m_load, load.share() > 1 ? Tone::Bad : Tone::Good);
        }
}

} // namespace rigwright::ui
