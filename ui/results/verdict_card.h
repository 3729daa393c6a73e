// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/results/verdict.h"
#include "ui/widgets/card.h"

class QLabel;

namespace rigwright::ui {

class LinkButton;

/// The big answer, in the colour of its tier. "Why?" opens the explanation.
class VerdictCard : public Card
{
    Q_OBJECT
public:
    explicit VerdictCard(QWidget *parent = nullptr);
    void setVerdict(const Verdict &verdict);
    const Verdict &verdict() const { return m_verdict; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeadline();

    Verdict m_verdict;
    QLabel *m_headline;
    QLabel *m_subject;
    QLabel *m_confidence;
    LinkButton *m_why;
};

} // namespace rigwright::ui
