// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/finding.h"
#include "ui/widgets/card.h"

class QLabel;
class QVBoxLayout;

namespace rigwright::ui {

class LinkButton;
class SectionLabel;

/// One finding: what is wrong, where, and a way out. Click, Enter or Space shows the parts that it
/// is about, one after the other.
class FindingCard : public Card
{
    Q_OBJECT
public:
    explicit FindingCard(QWidget *parent = nullptr);
    void setFinding(const Finding &finding);
    const Finding &finding() const { return m_finding; }

Q_SIGNALS:
    void itemWanted(rigwright::ItemId item);
    void fixWanted();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void showNextItem();
    void refreshIcon();

    Finding m_finding;
    std::size_t m_next = 0;
    QLabel *m_icon;
    QLabel *m_severity;
    QLabel *m_subject;
    QLabel *m_text;
    LinkButton *m_fix;
};

/// All findings, the most severe first. Cards are kept and refilled, so that edits do not flicker.
class FindingsList : public QWidget
{
    Q_OBJECT
public:
    explicit FindingsList(QWidget *parent = nullptr);
    /// @param anythingBuilt  false: the build is empty, so that no finding means nothing
    void setFindings(const std::vector<Finding> &findings, bool anythingBuilt = true);
    /// @return the cards that are shown
    std::vector<FindingCard *> cards() const;

Q_SIGNALS:
    void itemWanted(rigwright::ItemId item);
    void fixWanted(const rigwright::Fix &fix);

private:
    QVBoxLayout *m_layout;
    std::vector<FindingCard *> m_cards;
    QLabel *m_nothing;
};

/// @return "Findings · 1 error, 2 warnings, 3 hints"
QString findingsHeading(const std::vector<Finding> &findings);

} // namespace rigwright::ui
