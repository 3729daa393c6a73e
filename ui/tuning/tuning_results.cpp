// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tuning/tuning_results.h"

#include "ui/results/tone.h"
#include "ui/results/totals_list.h"
#include "ui/theme/theme.h"
#include "ui/tuning/memory_stack.h"
#include "ui/widgets/card.h"
#include "ui/widgets/section_label.h"
#include "ui/widgets/wrapped_label.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace rigwright::ui {

TuningResults::TuningResults(QWidget *parent)
    : QScrollArea(parent), m_verdict(new Card), m_headline(new WrappedLabel(FontRole::Display)),
      m_subject(new WrappedLabel(FontRole::Body)), m_peak(new WrappedLabel(FontRole::Body)), m_figures(new QWidget),
      m_memoryTitle(new QLabel), m_stack(new MemoryStack), m_memory(new TotalsList), m_run(new TotalsList),
      m_useSequence(new QPushButton(tr("Use the &longest sequence"))),
      m_useMicroBatch(new QPushButton(tr("Use the largest micro-&batch")))
{
    setObjectName(QStringLiteral("tuningResults"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_headline->setObjectName(QStringLiteral("headline"));
    m_memoryTitle->setObjectName(QStringLiteral("memoryTitle"));
    m_memory->setObjectName(QStringLiteral("memoryFigures"));
    m_run->setObjectName(QStringLiteral("runFigures"));
    m_useSequence->setObjectName(QStringLiteral("useSequence"));
    m_useMicroBatch->setObjectName(QStringLiteral("useMicroBatch"));
    m_memoryTitle->setFont(Theme::font(FontRole::Strong));

    auto *verdict = new QVBoxLayout(m_verdict);
    verdict->setContentsMargins(0, spacing::kTight, 0, spacing::kTight);
    verdict->setSpacing(spacing::kTight);
    for (QLabel *line :
         {static_cast<QLabel *>(m_headline), static_cast<QLabel *>(m_subject), static_cast<QLabel *>(m_peak)})
        verdict->addWidget(line);

    auto *figures = new QVBoxLayout(m_figures);
    figures->setContentsMargins(0, 0, 0, 0);
    figures->setSpacing(spacing::kSmall);
    auto *title = new QHBoxLayout;
    title->addWidget(new SectionLabel(tr("Memory of each GPU")), 1);
    title->addWidget(m_memoryTitle);
    figures->addLayout(title);
    figures->addWidget(m_stack);
    figures->addWidget(m_memory);
    figures->addSpacing(spacing::kSmall);
    figures->addWidget(new SectionLabel(tr("What fits, and what a step does")));
    figures->addWidget(m_run);
    auto *use = new QHBoxLayout;
    use->setSpacing(spacing::kSmall);
    use->addWidget(m_useSequence);
    use->addWidget(m_useMicroBatch);
    use->addStretch();
    figures->addLayout(use);

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(spacing::kLarge, spacing::kLarge, spacing::kLarge, spacing::kLarge);
    layout->setSpacing(spacing::kMedium);
    layout->addWidget(m_verdict);
    layout->addWidget(m_figures);
    layout->addStretch();
    setWidget(content);

    connect(m_useSequence, &QPushButton::clicked, this, [this] { Q_EMIT sequenceWanted(m_result.longestSequence); });
    connect(m_useMicroBatch, &QPushButton::clicked, this,
            [this] { Q_EMIT microBatchWanted(m_result.largestMicroBatch); });
    connect(&Theme::current(), &Theme::changed, this, [this] { showMemory(); }); // the parts keep their colours
}

void TuningResults::show(const TuningResult &result)
{
    m_result = result;
    const TuningVerdict verdict = tuningVerdict(result);
    m_verdict->setRoles(surfaceRole(verdict.tone),
                        verdict.tone == Tone::Neutral ? Role::Outline : textRole(verdict.tone));
    m_verdict->setAccessibleName(verdict.headline);
    m_verdict->setAccessibleDescription(verdict.subject + QLatin1Char('\n') + verdict.peak);
    m_headline->setText(verdict.headline);
    setTone(m_headline, verdict.tone);
    m_subject->setText(verdict.subject);
    m_peak->setText(verdict.peak);
    m_peak->setVisible(!verdict.peak.isEmpty());
    const bool planned = result.plan.refusal.isEmpty();
    m_figures->setVisible(planned);
    if (!planned)
        return;
    showMemory();
    m_run->setFigures(runFigures(result));
    m_useSequence->setEnabled(result.longestSequence > 0 && result.longestSequence != result.job.settings.sequence);
    m_useMicroBatch->setEnabled(result.largestMicroBatch > 0
                                && result.largestMicroBatch != result.job.settings.microBatch);
}

void TuningResults::showMemory()
{
    if (!m_result.job.model || !m_result.plan.refusal.isEmpty())
        return;
    const MemoryStackView stack = memoryStack(m_result.plan);
    m_memoryTitle->setText(stack.title);
    m_stack->setView(stack);
    m_memory->setFigures(memoryFigures(m_result.plan));
}

} // namespace rigwright::ui
