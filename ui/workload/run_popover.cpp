// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workload/run_popover.h"

#include "core/build/edits.h"
#include "ui/document/build_document.h"
#include "ui/theme/theme.h"
#include "ui/widgets/drop_down.h"
#include "ui/widgets/section_label.h"
#include "ui/workload/deployment_choices.h"
#include "ui/workload/engine_setting_values.h"
#include "ui/workload/engine_settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright::ui {

namespace {

/// A GPU item and what to call it; a whole machine is one item with all of its GPUs.
struct GpuItem
{
    ItemId id;
    QString text;
};

std::vector<GpuItem> gpuItems(const Evaluation &evaluation)
{
    std::vector<GpuItem> items;
    for (const DeviceResult &device : evaluation.devices) {
        if (!items.empty() && items.back().id == device.item)
            continue;
        QString text = device.label + QStringLiteral(" · ") + device.name;
        if (!device.position.isEmpty())
            text += QStringLiteral(" · ") + device.position;
        items.push_back({device.item, text});
    }
    return items;
}

void fill(QComboBox *combo, const std::vector<Choice> &choices, const QString &current)
{
    const QSignalBlocker quiet(combo);
    combo->clear();
    for (const Choice &choice : choices) {
        combo->addItem(choice.label, choice.id);
        combo->setItemData(combo->count() - 1, choice.detail, Qt::ToolTipRole);
    }
    combo->setCurrentIndex(combo->findData(current));
}

} // namespace

RunPopover::RunPopover(BuildDocument *document, std::size_t deployment, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_document(document), m_deployment(deployment), m_engine(new QComboBox),
      m_parallelism(new QComboBox), m_kvType(new QComboBox), m_gpus(new QVBoxLayout), m_settings(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("runPopover"));
    setFrameShape(QFrame::StyledPanel);
    m_engine->setObjectName(QStringLiteral("engine"));
    m_parallelism->setObjectName(QStringLiteral("parallelism"));
    m_kvType->setObjectName(QStringLiteral("kvType"));

    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(spacing::kMedium, spacing::kMedium, spacing::kMedium, spacing::kMedium);
    layout->setSpacing(spacing::kSmall);
    layout->addRow(tr("&Engine"), m_engine);
    layout->addRow(tr("&Placement"), m_parallelism);
    layout->addRow(tr("&KV cache"), m_kvType);
    m_gpus->setSpacing(spacing::kTight);
    layout->addRow(new SectionLabel(tr("GPUs it may use")));
    layout->addRow(m_gpus);
    m_settings->setObjectName(QStringLiteral("moreSettings"));
    m_settings->setAutoDefault(false);
    layout->addRow(m_settings);
    setMinimumWidth(320);

    connect(m_engine, &QComboBox::activated, this, &RunPopover::chooseEngine);
    connect(m_parallelism, &QComboBox::activated, this, &RunPopover::chooseParallelism);
    connect(m_kvType, &QComboBox::activated, this, &RunPopover::chooseKvType);
    connect(m_settings, &QPushButton::clicked, this, &RunPopover::openSettings);
    connect(document, &BuildDocument::changed, this, &RunPopover::refresh);
    refresh();
    refreshGpus();
}

void RunPopover::openAt(QWidget *anchor)
{
    adjustSize();
    dropDown(this, anchor);
    m_engine->setFocus(Qt::PopupFocusReason);
}

void RunPopover::refresh()
{
    const std::vector<Deployment> &deployments = m_document->build().deployments;
    if (m_deployment >= deployments.size()) {
        close();
        return;
    }
    const Deployment &deployment = deployments[m_deployment];
    const Catalog &catalog = m_document->catalog();
    fill(m_engine, engineChoices(catalog), deployment.engineId);
    fill(m_kvType, kvTypeChoices(deployment, catalog), deployment.kvType);
    const qsizetype own = qsizetype(ownSettings(deployment).size());
    m_settings->setText(own == 0 ? tr("&More settings…") : tr("&More settings (%1 set)…").arg(own));
    m_settings->setToolTip(ownSettingsText(*m_document, m_deployment));

    const auto choices = parallelismChoices(deployment, catalog, int(m_document->evaluation().devices.size()));
    const QSignalBlocker quiet(m_parallelism);
    m_parallelism->clear();
    for (const ParallelismChoice &choice : choices)
        m_parallelism->addItem(choice.label);
    const int current = indexOf(choices, deployment.parallelism);
    if (current < 0) {
        m_parallelism->addItem(tr("As the build says"));
        m_parallelism->setCurrentIndex(m_parallelism->count() - 1);
    } else {
        m_parallelism->setCurrentIndex(current);
    }
}

void RunPopover::refreshGpus()
{
    const Deployment &deployment = m_document->build().deployments[m_deployment];
    for (const GpuItem &item : gpuItems(m_document->evaluation())) {
        auto *box = new QCheckBox(item.text);
        box->setProperty("item", item.id.value);
        const std::vector<ItemId> &allowed = deployment.parallelism.gpus;
        box->setChecked(allowed.empty() || std::ranges::find(allowed, item.id) != allowed.end());
        connect(box, &QCheckBox::toggled, this, &RunPopover::chooseGpus);
        m_gpus->addWidget(box);
    }
}

void RunPopover::chooseEngine()
{
    const InferenceEngine *engine = m_document->catalog().engines.find(m_engine->currentData().toString());
    if (!engine)
        return;
    const Build &build = m_document->build();
    m_document->apply(tr("Change engine"), edits::deploymentUpdated(build, m_deployment,
                                                                    withEngine(build.deployments[m_deployment], *engine,
                                                                               m_document->catalog())));
}

void RunPopover::chooseParallelism()
{
    const Build &build = m_document->build();
    const Deployment &deployment = build.deployments[m_deployment];
    const auto choices =
        parallelismChoices(deployment, m_document->catalog(), int(m_document->evaluation().devices.size()));
    const int index = m_parallelism->currentIndex();
    if (index < 0 || index >= int(choices.size()))
        return;
    m_document->apply(
        tr("Change placement"),
        edits::deploymentUpdated(build, m_deployment, withParallelism(deployment, choices[std::size_t(index)].value)));
}

void RunPopover::chooseKvType()
{
    const Build &build = m_document->build();
    Deployment deployment = build.deployments[m_deployment];
    deployment.kvType = m_kvType->currentData().toString();
    m_document->apply(tr("Change KV cache type"), edits::deploymentUpdated(build, m_deployment, deployment));
}

/// All boxes checked means "whatever there is", so that a card added later is used too.
void RunPopover::chooseGpus()
{
    std::vector<ItemId> chosen;
    bool all = true;
    for (const QCheckBox *box : findChildren<QCheckBox *>()) {
        if (box->isChecked())
            chosen.push_back(ItemId{box->property("item").toInt()});
        else
            all = false;
    }
    if (chosen.empty()) { // none would read as all: the last box stays
        auto *last = qobject_cast<QCheckBox *>(sender());
        const QSignalBlocker quiet(last);
        last->setChecked(true);
        return;
    }
    const Build &build = m_document->build();
    Deployment deployment = build.deployments[m_deployment];
    deployment.parallelism.gpus = all ? std::vector<ItemId>{} : chosen;
    m_document->apply(tr("Choose GPUs"), edits::deploymentUpdated(build, m_deployment, deployment));
}

void RunPopover::openSettings()
{
    auto *dialog = new EngineSettingsDialog(m_document, m_deployment, parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    close();
    dialog->open();
}

} // namespace rigwright::ui
