// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workload/engine_settings.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace rigwright::ui {

/// The control of one setting, with a button beside it that takes the setting back to its default.
class EngineSettingField : public QWidget
{
    Q_OBJECT
public:
    explicit EngineSettingField(const EngineSetting &setting, QWidget *parent = nullptr);

    /// Shows the same setting anew.
    void show(const EngineSetting &setting);
    EngineSettingId id() const { return m_setting.id; }
    QLabel *label() const { return m_label; } ///< its own, for the column before it

Q_SIGNALS:
    void edited(rigwright::ui::EngineSettingId id, const QVariant &value);

private:
    QWidget *makeControl();
    void showChoice();
    void showNumber();
    void commitShares();

    EngineSetting m_setting;
    QLabel *m_label;
    QComboBox *m_choice = nullptr; ///< one of the three
    QSpinBox *m_number = nullptr;
    QLineEdit *m_shares = nullptr;
    QToolButton *m_reset;
};

} // namespace rigwright::ui
