// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/verdict_card.h"

#include "ui/results/link_button.h"
#include "ui/results/tone.h"
#include "ui/results/why_popover.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wrapped_label.h"

#include <QVBoxLayout>

namespace rigwright::ui {

namespace {

/// Qt lays a label out anew even for the font it has.
void setFontOf(QLabel *label, const QFont &font)
{
    if (label->font() != font)
        label->setFont(font);
}

} // namespace

VerdictCard::VerdictCard(QWidget *parent)
    : Card(parent), m_headline(new WrappedLabel(FontRole::Display)), m_subject(new WrappedLabel(FontRole::Body)),
      m_confidence(new WrappedLabel(FontRole::Body)), m_why(new LinkButton(tr("Why?")))
{
    m_headline->setObjectName(QStringLiteral("headline"));
    m_confidence->setObjectName(QStringLiteral("confidence"));
    m_why->setObjectName(QStringLiteral("why"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::kTight, 0, spacing::kTight);
    layout->setSpacing(spacing::kTight);
    layout->addWidget(m_headline);
    layout->addWidget(m_subject);
    layout->addWidget(m_confidence);
    m_why->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    layout->addWidget(m_why);
    connect(m_why, &LinkButton::clicked, this, [this] { WhyPopover::open(m_verdict.why, m_why); });
}

void VerdictCard::setVerdict(const Verdict &verdict)
{
    m_verdict = verdict;
    setRoles(surfaceRole(verdict.tone), verdict.tone == Tone::Neutral ? Role::Outline : textRole(verdict.tone));
    setAccessibleName(verdict.headline);
    setAccessibleDescription(verdict.subject + QLatin1Char('\n') + verdict.confidence);
    m_headline->setText(verdict.headline);
    setTone(m_headline, verdict.tone);
    m_subject->setText(verdict.subject);
    const bool changes = !verdict.difference.text.isEmpty();
    m_confidence->setText(changes ? verdict.difference.text : verdict.confidence);
    setFontOf(m_confidence, Theme::font(changes ? FontRole::Strong : FontRole::Body));
    setTone(m_confidence, changes ? verdict.difference.tone : Tone::Neutral);
    m_why->setVisible(!verdict.why.empty());
    fitHeadline();
}

void VerdictCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    fitHeadline();
}

/// One line where a smaller size makes that possible; below that it wraps.
void VerdictCard::fitHeadline()
{
    QFont font = Theme::font(FontRole::Display);
    const double full = font.pointSizeF();
    constexpr double kSmallest = 0.7;
    const int room = contentsRect().width() - 2;
    const int needed = QFontMetrics(font).horizontalAdvance(m_headline->text());
    if (needed > room && needed > 0)
        font.setPointSizeF(full * std::max(kSmallest, double(room) / needed * 0.985));
    setFontOf(m_headline, font);
}

} // namespace rigwright::ui
