// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QLabel;

namespace rigwright::ui {

class BuildDocument;
class FindingsList;
class LaunchCard;
class SectionLabel;
class TotalsList;
class VerdictCard;

/// The answers at the right: verdict, live totals, findings, how to run it. Only shows; what it
/// changes goes through the document.
class ResultsPanel : public QScrollArea
{
    Q_OBJECT
public:
    explicit ResultsPanel(BuildDocument *document, QWidget *parent = nullptr);

    /// Chooses the deployment that the verdict and the command are about.
    void setDeployment(int index);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void refresh();
    void refreshTotals();

    BuildDocument *m_document;
    int m_deployment = 0;
    VerdictCard *m_verdict;
    TotalsList *m_totals;
    SectionLabel *m_findingsHeading;
    QLabel *m_findingsChange;
    FindingsList *m_findings;
    SectionLabel *m_runHeading;
    LaunchCard *m_launch;
};

} // namespace rigwright::ui
