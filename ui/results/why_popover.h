// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/results/explanation.h"

#include <QFrame>

namespace rigwright::ui {

/// Shows how a figure came about: formula, every symbol with its value and source, band and basis.
/// Closes on Escape or a click beside it.
class WhyPopover : public QFrame
{
    Q_OBJECT
public:
    explicit WhyPopover(Explanation explanation, QWidget *parent = nullptr);

    /// Opens beside `anchor`, inside its screen; deletes itself when it closes.
    static WhyPopover *open(const Explanation &explanation, QWidget *anchor);
    const Explanation &explanation() const { return m_explanation; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeBody();
    void copy();

    Explanation m_explanation;
};

} // namespace rigwright::ui
