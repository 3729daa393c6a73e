// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workload/workload_strip.h"

#include "core/build/edits.h"
#include "core/evaluation/starter_deployment.h"
#include "ui/catalog/part_mime.h"
#include "ui/document/build_document.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/section_label.h"
#include "ui/workload/deployment_row.h"
#include "ui/workload/model_picker.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

namespace rigwright::ui {

namespace {

constexpr int kRowsWithoutScrolling = 3;

/// @return the model that is dragged, or an empty id
QString draggedModel(const QDropEvent *event)
{
    const std::optional<DraggedPart> dragged = decodePart(event->mimeData());
    return dragged ? dragged->modelId : QString();
}

} // namespace

WorkloadStrip::WorkloadStrip(BuildDocument *document, QWidget *parent)
    : QWidget(parent), m_document(document), m_add(new QToolButton), m_scroll(new QScrollArea), m_empty(new QLabel)
{
    setObjectName(QStringLiteral("workloadStrip"));
    setAcceptDrops(true);
    m_add->setText(tr("Add model"));
    m_add->setIcon(themedIcon(QStringLiteral("plus")));
    m_add->setIconSize({12, 12});
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setProperty("kind", QStringLiteral("button"));
    m_add->setFocusPolicy(Qt::StrongFocus);
    m_add->setObjectName(QStringLiteral("addModel"));

    auto *fineTuning = new QToolButton;
    fineTuning->setText(tr("Fine-tuning…"));
    fineTuning->setToolTip(tr("Whether a model can be trained on this build"));
    fineTuning->setProperty("kind", QStringLiteral("button"));
    fineTuning->setFocusPolicy(Qt::StrongFocus);
    fineTuning->setObjectName(QStringLiteral("fineTuning"));
    connect(fineTuning, &QToolButton::clicked, this, &WorkloadStrip::fineTuningWanted);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kMedium, spacing::kSmall, spacing::kMedium, spacing::kSmall);
    layout->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::kSmall);
    head->addWidget(new SectionLabel(tr("Workload")));
    head->addWidget(m_add);
    head->addWidget(fineTuning);
    head->addStretch();
    layout->addLayout(head);

    m_empty->setText(tr("No model yet. Add one, or drag a model here from the catalogue, to see whether it fits and "
                        "how fast it runs."));
    m_empty->setWordWrap(true);
    m_empty->setProperty("tone", QStringLiteral("muted"));
    layout->addWidget(m_empty);

    auto *rows = new QWidget;
    m_rowsLayout = new QVBoxLayout(rows);
    m_rowsLayout->setContentsMargins(0, 0, 0, 0);
    m_rowsLayout->setSpacing(6);
    m_scroll->setWidget(rows);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(m_scroll);

    connect(m_add, &QToolButton::clicked, this, &WorkloadStrip::addModel);
    connect(document, &BuildDocument::changed, this, &WorkloadStrip::refresh);
    connect(document, &BuildDocument::previewChanged, this, &WorkloadStrip::refreshPreview);
    connect(document, &BuildDocument::opened, this, [this] { setCurrent(0); });
    refresh();
}

QSize WorkloadStrip::minimumSizeHint() const
{
    return {560, QWidget::minimumSizeHint().height()};
}

void WorkloadStrip::refresh()
{
    const std::size_t count = m_document->build().deployments.size();
    while (m_rows.size() > count) {
        m_rows.back()->hide();
        m_rows.back()->deleteLater();
        m_rows.pop_back();
    }
    for (DeploymentRow *row : m_rows)
        row->refresh();
    while (m_rows.size() < count) {
        auto *row = new DeploymentRow(m_document, m_rows.size());
        connect(row, &DeploymentRow::chosen, this, &WorkloadStrip::setCurrent);
        m_rowsLayout->addWidget(row);
        m_rows.push_back(row);
    }
    m_empty->setVisible(m_rows.empty());
    m_scroll->setVisible(!m_rows.empty());
    fitHeight();
    setCurrent(std::min(m_current, std::max(0, int(count) - 1)));
}

void WorkloadStrip::refreshPreview()
{
    for (DeploymentRow *row : m_rows)
        row->refreshVerdict();
}

void WorkloadStrip::fitHeight()
{
    if (m_rows.empty())
        return;
    const int shown = std::min(int(m_rows.size()), kRowsWithoutScrolling);
    const int row = m_rows.front()->sizeHint().height();
    m_scroll->setFixedHeight(shown * row + (shown - 1) * m_rowsLayout->spacing());
}

void WorkloadStrip::setCurrent(int index)
{
    const bool changed = index != m_current;
    m_current = index;
    for (int i = 0; i < int(m_rows.size()); ++i)
        m_rows[std::size_t(i)]->setCurrent(i == index && m_rows.size() > 1);
    if (changed)
        Q_EMIT currentDeploymentChanged(index);
}

void WorkloadStrip::addModel()
{
    auto *picker = new ModelPicker(m_document->catalog(), window());
    connect(picker, &ModelPicker::picked, this, &WorkloadStrip::add);
    picker->openAt(m_add, {});
}

void WorkloadStrip::add(const QString &modelId)
{
    const LlmModel *model = m_document->catalog().models.find(modelId);
    if (!model)
        return;
    const Build &build = m_document->build();
    m_document->apply(tr("Add %1").arg(model->name),
                      edits::deploymentAdded(build, starterDeployment(*model, build, m_document->catalog())));
    setCurrent(int(m_document->build().deployments.size()) - 1);
    m_scroll->ensureWidgetVisible(m_rows.back());
}

void WorkloadStrip::dragEnterEvent(QDragEnterEvent *event)
{
    const LlmModel *model = m_document->catalog().models.find(draggedModel(event));
    if (!model)
        return;
    const Build &build = m_document->build();
    m_document->setPreview(edits::deploymentAdded(build, starterDeployment(*model, build, m_document->catalog())));
    event->acceptProposedAction();
}

void WorkloadStrip::dragLeaveEvent(QDragLeaveEvent *)
{
    m_document->setPreview(std::nullopt);
}

void WorkloadStrip::dropEvent(QDropEvent *event)
{
    m_document->setPreview(std::nullopt);
    const QString model = draggedModel(event);
    if (model.isEmpty())
        return;
    event->acceptProposedAction();
    add(model);
}

} // namespace rigwright::ui
