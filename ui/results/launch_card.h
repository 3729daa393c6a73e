// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/launch_command.h"
#include "ui/widgets/card.h"

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace rigwright::ui {

/// How to start the chosen deployment, with a button that copies it.
class LaunchCard : public Card
{
    Q_OBJECT
public:
    explicit LaunchCard(QWidget *parent = nullptr);
    void setCommand(const std::optional<LaunchCommand> &command);
    QString commandText() const { return m_shown; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitHeight();

    QString m_shown;
    QPlainTextEdit *m_text;
    QLabel *m_note;
    QToolButton *m_copy;
};

} // namespace rigwright::ui
