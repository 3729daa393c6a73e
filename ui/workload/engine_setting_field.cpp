// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workload/engine_setting_field.h"

#include "ui/theme/theme.h"
#include "ui/widgets/icon_button.h"
#include "ui/workload/engine_setting_values.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace rigwright::ui {

namespace {
constexpr int kControlWidth = 208;
}

EngineSettingField::EngineSettingField(const EngineSetting &setting, QWidget *parent)
    : QWidget(parent), m_setting(setting), m_label(new QLabel(setting.label)),
      m_reset(new IconButton(QStringLiteral("undo"), tr("%1: back to the default").arg(setting.label)))
{
    QWidget *control = makeControl();
    control->setObjectName(QLatin1String(setting.name));
    control->setAccessibleName(setting.label);
    control->setFixedWidth(kControlWidth);
    m_label->setBuddy(control);
    m_reset->setObjectName(QStringLiteral("reset"));
    QSizePolicy keptRoom = m_reset->sizePolicy();
    keptRoom.setRetainSizeWhenHidden(true); // nothing moves when it appears
    m_reset->setSizePolicy(keptRoom);
    connect(m_reset, &QToolButton::clicked, this, [this, control] {
        control->setFocus(); // the button goes
        Q_EMIT edited(m_setting.id, {});
    });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kTight);
    layout->addWidget(control);
    layout->addWidget(m_reset);
    setFocusProxy(control);
    show(setting);
}

QWidget *EngineSettingField::makeControl()
{
    switch (m_setting.control) {
    case EngineSetting::Control::Choice:
        m_choice = new QComboBox;
        m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(m_choice, &QComboBox::activated, this,
                [this] { Q_EMIT edited(m_setting.id, m_choice->currentData()); });
        return m_choice;
    case EngineSetting::Control::Number:
        m_number = new QSpinBox;
        m_number->setKeyboardTracking(false); // a number is taken when it is whole
        m_number->setGroupSeparatorShown(true);
        connect(m_number, &QSpinBox::valueChanged, this, [this](int value) {
            Q_EMIT edited(m_setting.id, value < m_setting.low ? QVariant() : QVariant(value));
        });
        return m_number;
    case EngineSetting::Control::Shares:
        m_shares = new QLineEdit;
        connect(m_shares, &QLineEdit::editingFinished, this, &EngineSettingField::commitShares);
        return m_shares;
    }
    return nullptr;
}

void EngineSettingField::show(const EngineSetting &setting)
{
    m_setting = setting;
    if (m_choice)
        showChoice();
    else if (m_number)
        showNumber();
    else if (m_shares) {
        m_shares->setPlaceholderText(setting.standard);
        m_shares->setText(setting.value.toString());
    }
    const bool own = setting.value.isValid();
    const QString tip = setting.tip + QLatin1Char('\n') + setting.standard;
    focusProxy()->setEnabled(setting.available);
    focusProxy()->setToolTip(tip);
    focusProxy()->setAccessibleDescription(tip);
    m_label->setEnabled(setting.available);
    m_label->setToolTip(tip);
    m_label->setFont(Theme::font(own ? FontRole::Strong : FontRole::Body));
    m_reset->setVisible(own);
}

void EngineSettingField::showChoice()
{
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->addItem(m_setting.standard);
    for (const EngineSetting::Option &option : m_setting.options)
        m_choice->addItem(option.label, option.value);
    int current = m_setting.value.isValid() ? m_choice->findData(m_setting.value) : 0;
    if (current < 0) { // of another catalogue: kept in sight
        m_choice->addItem(m_setting.value.toString(), m_setting.value);
        current = m_choice->count() - 1;
    }
    m_choice->setCurrentIndex(current);
}

void EngineSettingField::showNumber()
{
    const QSignalBlocker quiet(m_number);
    const int standard = m_setting.low - m_setting.step;
    const int value = m_setting.value.isValid() ? m_setting.value.toInt() : standard;
    m_number->setRange(std::min(standard, value), std::max(m_setting.high, value));
    m_number->setSingleStep(m_setting.step);
    m_number->setSuffix(m_setting.suffix);
    m_number->setSpecialValueText(m_setting.standard);
    m_number->setValue(value);
}

/// A text that is no list of shares leaves what was.
void EngineSettingField::commitShares()
{
    const auto shares = parseShares(m_shares->text(), m_setting.shares);
    const QVariant value = shares ? QVariant(sharesText(*shares)) : QVariant();
    if (!shares && !m_shares->text().trimmed().isEmpty())
        m_shares->setText(m_setting.value.toString());
    else if (value != m_setting.value)
        Q_EMIT edited(m_setting.id, value);
}

} // namespace rigwright::ui
