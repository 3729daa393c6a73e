// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/results_panel.h"

#include "ui/document/build_document.h"
#include "ui/results/findings_list.h"
#include "ui/results/launch_card.h"
#include "ui/results/tone.h"
#include "ui/results/totals_list.h"
#include "ui/results/verdict_card.h"
#include "ui/theme/theme.h"
#include "ui/widgets/section_label.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdlib>

namespace rigwright::ui {

namespace {

int errorsIn(const Evaluation &evaluation)
{
    return int(std::ranges::count(evaluation.findings, Severity::Error, &Finding::severity));
}

} // namespace

ResultsPanel::ResultsPanel(BuildDocument *document, QWidget *parent)
    : QScrollArea(parent), m_document(document), m_verdict(new VerdictCard), m_totals(new TotalsList),
      m_findingsHeading(new SectionLabel), m_findingsChange(new QLabel), m_findings(new FindingsList),
      m_runHeading(new SectionLabel(tr("Run it"))), m_launch(new LaunchCard)
{
    setObjectName(QStringLiteral("resultsPanel"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(spacing::kMedium, spacing::kMedium, spacing::kMedium, spacing::kMedium);
    layout->setSpacing(spacing::kSmall);
    layout->addWidget(m_verdict);
    layout->addSpacing(spacing::kTight);
    layout->addWidget(new SectionLabel(tr("Live totals")));
    layout->addWidget(m_totals);
    layout->addSpacing(spacing::kSmall);
    auto *heading = new QHBoxLayout;
    m_findingsChange->setFont(Theme::font(FontRole::SmallStrong));
    m_findingsHeading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    heading->addWidget(m_findingsHeading, 1);
    heading->addWidget(m_findingsChange);
    layout->addLayout(heading);
    layout->addWidget(m_findings);
    layout->addSpacing(spacing::kSmall);
    layout->addWidget(m_runHeading);
    layout->addWidget(m_launch);
    layout->addStretch();
    setWidget(content);

    connect(document, &BuildDocument::changed, this, &ResultsPanel::refresh);
    connect(document, &BuildDocument::previewChanged, this, &ResultsPanel::refreshTotals);
    connect(document, &BuildDocument::opened, this, [this] { setDeployment(0); });
    connect(m_findings, &FindingsList::itemWanted, document, &BuildDocument::setSelection);
    connect(m_findings, &FindingsList::fixWanted, document,
            [document](const Fix &fix) { document->apply(fix.label, fix.result); });
    refresh();
}

void ResultsPanel::setDeployment(int index)
{
    m_deployment = std::max(0, index);
    refresh();
}

QSize ResultsPanel::sizeHint() const
{
    return {344, 600};
}

QSize ResultsPanel::minimumSizeHint() const
{
    return {270, 200};
}

void ResultsPanel::refresh()
{
    const Evaluation &evaluation = m_document->evaluation();
    if (m_deployment >= int(evaluation.deployments.size()))
        m_deployment = std::max(0, int(evaluation.deployments.size()) - 1);
    refreshTotals();
    m_findingsHeading->setText(findingsHeading(evaluation.findings));
    m_findings->setFindings(evaluation.findings, !m_document->build().items.empty());
    std::optional<LaunchCommand> command;
    if (m_deployment < int(evaluation.deployments.size()))
        command =
            launchCommand(evaluation.deployments[std::size_t(m_deployment)], evaluation.machine, m_document->catalog());
    m_runHeading->setVisible(command.has_value());
    m_launch->setCommand(command);
}

void ResultsPanel::refreshTotals()
{
    const Evaluation &now = m_document->evaluation();
    const Evaluation *preview = m_document->preview();
    m_verdict->setVerdict(verdict(now, preview, std::size_t(m_deployment)));
    m_totals->setFigures(liveTotals(now, preview, m_document->build().site));
    const int change = preview ? errorsIn(*preview) - errorsIn(now) : 0;
    const QString errors = std::abs(change) == 1 ? tr("1 error") : tr("%1 errors").arg(std::abs(change));
    m_findingsChange->setText(change > 0   ? QStringLiteral("▲ +") + errors
                              : change < 0 ? QStringLiteral("▼ −") + errors
                                           : QString());
    if (change != 0)
        setTone(m_findingsChange, change > 0 ? Tone::Bad : Tone::Good);
}

} // namespace rigwright::ui
