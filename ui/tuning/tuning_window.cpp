// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tuning/tuning_window.h"

#include "ui/theme/theme.h"
#include "ui/tuning/tuning_figures.h"
#include "ui/tuning/tuning_form.h"
#include "ui/tuning/tuning_results.h"
#include "ui/workload/model_picker.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QScreen>
#include <QShortcut>
#include <QStyle>

namespace rigwright::ui {

namespace {
constexpr int kFormWidth = 356;
}

TuningWindow::TuningWindow(BuildDocument *document, const QString &modelId, QWidget *parent)
    : QMainWindow(parent), m_document(document), m_form(new TuningForm), m_results(new TuningResults)
{
    setObjectName(QStringLiteral("tuningWindow"));
    setWindowTitle(tr("Fine-tuning"));
    const QSize room = screen()->availableSize() - QSize(0, style()->pixelMetric(QStyle::PM_TitleBarHeight));
    resize(QSize(1000, 830).boundedTo(room));

    auto *body = new QWidget;
    auto *layout = new QHBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *line = new QFrame;
    line->setFixedWidth(1);
    line->setStyleSheet(QStringLiteral("background: palette(mid);"));
    m_form->setFixedWidth(kFormWidth);
    layout->addWidget(m_form);
    layout->addWidget(line);
    layout->addWidget(m_results, 1);
    setCentralWidget(body);

    m_form->setCatalog(document->catalog());
    m_form->setModel(modelId, document->catalog());
    connect(m_form, &TuningForm::changed, this, &TuningWindow::refresh);
    connect(m_form, &TuningForm::modelWanted, this, &TuningWindow::pickModel);
    connect(m_results, &TuningResults::sequenceWanted, m_form, &TuningForm::setSequence);
    connect(m_results, &TuningResults::microBatchWanted, m_form, &TuningForm::setMicroBatch);
    connect(document, &BuildDocument::changed, this, &TuningWindow::refresh);
    connect(document, &BuildDocument::catalogChanged, this, [this] { m_form->setCatalog(m_document->catalog()); });
    for (const QKeySequence::StandardKey key : {QKeySequence::Close, QKeySequence::Cancel})
        connect(new QShortcut(key, this), &QShortcut::activated, this, &QWidget::close);
    refresh();
}

void TuningWindow::refresh()
{
    const Catalog &catalog = m_document->catalog();
    const FineTuningJob job{catalog.models.find(m_form->modelId()), catalog.quantizations.find(m_form->baseId()),
                            m_form->settings()};
    TuningResult result;
    if (job.model)
        result = tuningResult(m_document->evaluation().machine, job);
    else
        result.plan.refusal = tr("Choose a model to see whether it can be trained on this build.");
    m_results->show(result);
}

void TuningWindow::pickModel(QWidget *anchor)
{
    auto *picker = new ModelPicker(m_document->catalog(), this);
    connect(picker, &ModelPicker::picked, this,
            [this](const QString &id) { m_form->setModel(id, m_document->catalog()); });
    picker->openAt(anchor, m_form->modelId());
}

} // namespace rigwright::ui
