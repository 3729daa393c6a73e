// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace rigwright::ui {

/// What the chassis shows while there is none: what to do next.
class EmptyChassis : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyChassis(QWidget *parent = nullptr);

    /// Lights up while something is dragged here; `refusal` says why it cannot be dropped.
    void setInvited(bool invited, const QString &refusal);

Q_SIGNALS:
    void templateWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_hint;
    bool m_invited = false;
    bool m_refused = false;
};

} // namespace rigwright::ui
