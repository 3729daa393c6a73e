// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/findings_list.h"

#include "core/report/words.h"
#include "ui/results/link_button.h"
#include "ui/results/tone.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wrapped_label.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright::ui {

namespace {

/// Advice is good to know, not good news: it has the accent's colour.
Role stripeRole(Severity severity)
{
    switch (severity) {
    case Severity::Error: return Role::Bad;
    case Severity::Warning: return Role::Warn;
    case Severity::Advice: return Role::Link;
    }
    return Role::Link;
}

QString iconName(Severity severity)
{
    switch (severity) {
    case Severity::Error: return QStringLiteral("error");
    case Severity::Warning: return QStringLiteral("warning");
    case Severity::Advice: return QStringLiteral("advice");
    }
    return QStringLiteral("advice");
}

} // namespace

FindingCard::FindingCard(QWidget *parent)
    : Card(parent), m_icon(new QLabel), m_severity(new QLabel), m_subject(new WrappedLabel(FontRole::Strong)),
      m_text(new WrappedLabel(FontRole::Body)), m_fix(new LinkButton)
{
    m_severity->setTextFormat(Qt::PlainText);
    m_severity->setFont(Theme::font(FontRole::SmallStrong));
    m_fix->setObjectName(QStringLiteral("fix"));
    setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kTight, 0, 0, 0);
    layout->setSpacing(3);
    auto *head = new QHBoxLayout;
    head->setSpacing(5);
    head->addWidget(m_icon);
    head->addWidget(m_severity);
    head->addStretch();
    layout->addLayout(head);
    layout->addWidget(m_subject);
    layout->addWidget(m_text);
    layout->addWidget(m_fix);
    connect(m_fix, &LinkButton::clicked, this, &FindingCard::fixWanted);
    connect(&Theme::current(), &Theme::changed, this, &FindingCard::refreshIcon);
}

void FindingCard::setFinding(const Finding &finding)
{
    const bool sameSubject = finding.id == m_finding.id && finding.items == m_finding.items;
    if (!sameSubject)
        m_next = 0;
    m_finding = finding;
    setStripe(stripeRole(finding.severity));
    m_severity->setText(words::severity(finding.severity));
    setTone(m_severity,
            finding.severity == Severity::Error     ? Tone::Bad
            : finding.severity == Severity::Warning ? Tone::Warn
                                                    : Tone::Neutral,
            true);
    m_subject->setText(finding.subject);
    m_subject->setVisible(!finding.subject.isEmpty());
    m_text->setText(finding.text);
    m_fix->setVisible(finding.fix.has_value());
    if (finding.fix) {
        if (m_fix->text() != finding.fix->label) {
            m_fix->setText(finding.fix->label);
            m_fix->updateGeometry();
        }
        m_fix->setAccessibleDescription(tr("Changes the build; can be undone."));
    }
    setCursor(finding.items.empty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    setAccessibleName(words::severity(finding.severity) + QStringLiteral(": ") + finding.subject);
    setAccessibleDescription(finding.text);
    refreshIcon();
}

void FindingCard::refreshIcon()
{
    m_icon->setPixmap(
        iconPixmap(iconName(m_finding.severity), stripeRole(m_finding.severity), 14, devicePixelRatioF()));
}

void FindingCard::showNextItem()
{
    if (m_finding.items.empty())
        return;
    const ItemId item = m_finding.items[m_next % m_finding.items.size()];
    m_next = (m_next + 1) % m_finding.items.size();
    Q_EMIT itemWanted(item);
}

void FindingCard::mouseReleaseEvent(QMouseEvent *event)
{
    Card::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        showNextItem();
}

void FindingCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        showNextItem();
    else
        Card::keyPressEvent(event);
}

void FindingCard::focusInEvent(QFocusEvent *event)
{
    Card::focusInEvent(event);
    setRoles(Role::CardHover, Role::Accent);
}

void FindingCard::focusOutEvent(QFocusEvent *event)
{
    Card::focusOutEvent(event);
    setRoles(Role::Card, Role::Outline);
}

FindingsList::FindingsList(QWidget *parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_nothing(new WrappedLabel(FontRole::Body))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    m_nothing->setProperty("tone", QStringLiteral("muted"));
    m_layout->addWidget(m_nothing);
}

void FindingsList::setFindings(const std::vector<Finding> &findings, bool anythingBuilt)
{
    m_nothing->setText(anythingBuilt ? tr("Nothing to report: what is here fits together and stays within its limits.")
                                     : tr("Nothing to check yet."));
    m_nothing->setVisible(findings.empty());
    while (m_cards.size() < findings.size()) {
        auto *card = new FindingCard;
        connect(card, &FindingCard::itemWanted, this, &FindingsList::itemWanted);
        connect(card, &FindingCard::fixWanted, this, [this, card] {
            const Fix fix = card->finding().fix.value(); // the card is refilled by what follows
            Q_EMIT fixWanted(fix);
        });
        m_layout->addWidget(card);
        m_cards.push_back(card);
    }
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        if (i < findings.size())
            m_cards[i]->setFinding(findings[i]);
        m_cards[i]->setVisible(i < findings.size());
    }
}

std::vector<FindingCard *> FindingsList::cards() const
{
    std::vector<FindingCard *> shown;
    std::ranges::copy_if(m_cards, std::back_inserter(shown), [](FindingCard *card) { return !card->isHidden(); });
    return shown;
}

QString findingsHeading(const std::vector<Finding> &findings)
{
    const auto count = [&](Severity severity) {
        return int(std::ranges::count(findings, severity, &Finding::severity));
    };
    QStringList parts;
    if (const int errors = count(Severity::Error))
        parts << (errors == 1 ? FindingsList::tr("1 error") : FindingsList::tr("%1 errors").arg(errors));
    if (const int warnings = count(Severity::Warning))
        parts << (warnings == 1 ? FindingsList::tr("1 warning") : FindingsList::tr("%1 warnings").arg(warnings));
    if (const int hints = count(Severity::Advice))
        parts << (hints == 1 ? FindingsList::tr("1 hint") : FindingsList::tr("%1 hints").arg(hints));
    if (parts.isEmpty())
        return FindingsList::tr("Findings");
    return FindingsList::tr("Findings · %1").arg(parts.join(QStringLiteral(", ")));
}

} // namespace rigwright::ui
