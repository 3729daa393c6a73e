// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workload/engine_settings_dialog.h"

#include "core/build/edits.h"
#include "core/units/format.h"
#include "ui/results/tone.h"
#include "ui/results/verdict.h"
#include "ui/theme/theme.h"
#include "ui/widgets/section_label.h"
#include "ui/workload/deployment_choices.h"
#include "ui/workload/engine_setting_field.h"
#include "ui/workload/engine_setting_values.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rigwright::ui {

namespace {

/// Steps of one field that follow each other are one step to undo.
constexpr int kMergeBase = 0x55000;
constexpr int kMergeSettings = 32; // keys for each deployment

QString sectionText(EngineSetting::Section section)
{
    switch (section) {
    case EngineSetting::Section::Memory: return EngineSettingsDialog::tr("Memory and batches");
    case EngineSetting::Section::Placement: return EngineSettingsDialog::tr("Placement");
    case EngineSetting::Section::ImageEncoder: return EngineSettingsDialog::tr("Image encoder");
    case EngineSetting::Section::DraftModel: return EngineSettingsDialog::tr("Draft model");
    }
    return {};
}

/// Starts a column, or another section of one.
void addSection(QGridLayout *column, EngineSetting::Section section)
{
    const int row = column->rowCount();
    if (row > 1)
        column->setRowMinimumHeight(row, spacing::kTight);
    column->addWidget(new SectionLabel(sectionText(section)), row + 1, 0, 1, 2);
}

QGridLayout *makeColumn()
{
    auto *column = new QGridLayout;
    column->setHorizontalSpacing(spacing::kMedium);
    column->setVerticalSpacing(6);
    return column;
}

} // namespace

EngineSettingsDialog::EngineSettingsDialog(BuildDocument *document, std::size_t deployment, QWidget *parent)
    : QDialog(parent), m_document(document), m_deployment(deployment), m_subject(new QLabel),
      m_bodyPlace(new QHBoxLayout), m_verdict(new QLabel), m_memory(new QLabel), m_reset(nullptr)
{
    setObjectName(QStringLiteral("engineSettings"));
    setWindowTitle(tr("Engine settings"));
    m_subject->setTextFormat(Qt::PlainText);
    m_subject->setFont(Theme::font(FontRole::Title));
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setFont(Theme::font(FontRole::Strong));

    m_memory->setTextFormat(Qt::PlainText);
    m_memory->setProperty("tone", QStringLiteral("muted"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_reset = buttons->addButton(tr("Back to &Defaults"), QDialogButtonBox::ResetRole);
    m_reset->setObjectName(QStringLiteral("defaults"));
    m_reset->setAutoDefault(false);
    connect(m_reset, &QPushButton::clicked, this, &EngineSettingsDialog::resetAll);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter takes a number
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kMedium);
    layout->setSpacing(spacing::kMedium);
    layout->setSizeConstraint(QLayout::SetFixedSize); // as large as the engine's settings need
    layout->addWidget(m_subject);
    layout->addLayout(m_bodyPlace);
    auto *effect = new QHBoxLayout;
    effect->setSpacing(spacing::kMedium);
    effect->addWidget(m_verdict);
    effect->addWidget(m_memory, 1);
    layout->addLayout(effect);
    layout->addWidget(buttons);

    for (QAction *action :
         {document->undoStack()->createUndoAction(this), document->undoStack()->createRedoAction(this)})
        addAction(action);
    actions().constFirst()->setShortcut(QKeySequence::Undo);
    actions().constLast()->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    connect(document, &BuildDocument::changed, this, &EngineSettingsDialog::refresh);
    refresh();
    if (!m_fields.empty())
        m_fields.front()->setFocus();
}

void EngineSettingsDialog::refresh()
{
    const std::vector<Deployment> &deployments = m_document->build().deployments;
    if (m_deployment >= deployments.size()) {
        reject();
        return;
    }
    const DeploymentResult &result = m_document->evaluation().deployments[m_deployment];
    m_subject->setText(result.title + QStringLiteral(" · ") + shortName(result.engine));
    const std::vector<EngineSetting> settings = engineSettings(*m_document, m_deployment);
    if (m_body && std::ranges::equal(settings, m_fields, {}, &EngineSetting::id, &EngineSettingField::id))
        for (std::size_t i = 0; i < settings.size(); ++i)
            m_fields[i]->show(settings[i]);
    else
        rebuild(settings);
    m_reset->setEnabled(std::ranges::any_of(settings, [](const EngineSetting &s) { return s.value.isValid(); }));
    refreshVerdict();
}

/// Memory at the left; placement, image encoder and draft model at the right.
void EngineSettingsDialog::rebuild(const std::vector<EngineSetting> &settings)
{
    delete m_body;
    m_fields.clear();
    m_body = new QWidget;
    auto *columns = new QHBoxLayout(m_body);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(spacing::kLarge);
    QGridLayout *left = nullptr;
    QGridLayout *right = nullptr;
    std::optional<EngineSetting::Section> section;
    for (const EngineSetting &setting : settings) {
        QGridLayout *&column = setting.section == EngineSetting::Section::Memory ? left : right;
        if (!column)
            columns->addLayout(column = makeColumn());
        if (section != setting.section)
            addSection(column, setting.section);
        section = setting.section;
        auto *field = new EngineSettingField(setting);
        const int row = column->rowCount();
        column->addWidget(field->label(), row, 0);
        column->addWidget(field, row, 1);
        const bool steps = setting.control == EngineSetting::Control::Number;
        // Queued: the field may go with what it changes.
        connect(
            field, &EngineSettingField::edited, this,
            [this, steps](EngineSettingId id, const QVariant &value) { change(id, value, steps); },
            Qt::QueuedConnection);
        m_fields.push_back(field);
    }
    for (QGridLayout *column : {left, right})
        if (column)
            column->setRowStretch(column->rowCount(), 1);
    if (settings.empty())
        columns->addWidget(new QLabel(tr("This engine has no other settings that matter for this model.")));
    m_bodyPlace->addWidget(m_body);
}

void EngineSettingsDialog::refreshVerdict()
{
    const DeploymentResult &result = m_document->evaluation().deployments[m_deployment];
    const ShortVerdict verdict = shortVerdict(result);
    const MemoryUse sum = result.plan.sum();
    m_memory->setText(result.plan.refusal.isEmpty() ? tr("weights %1, KV cache %2, buffers %3, overhead %4")
                                                          .arg(format::gib(sum.weights), format::gib(sum.kvCache),
                                                               format::gib(sum.compute), format::gib(sum.overhead))
                                                    : QString());
    m_verdict->setText(verdict.text);
    m_verdict->setToolTip(verdict.detail);
    setTone(m_verdict, verdict.tone);
}

void EngineSettingsDialog::change(EngineSettingId id, const QVariant &value, bool steps)
{
    const Build &build = m_document->build();
    if (m_deployment >= build.deployments.size())
        return;
    const int mergeKey = kMergeBase + int(m_deployment) * kMergeSettings + int(id);
    m_document->apply(
        tr("Change engine settings"),
        edits::deploymentUpdated(build, m_deployment, withSetting(build.deployments[m_deployment], id, value)),
        steps && value.isValid() ? mergeKey : 0);
}

void EngineSettingsDialog::resetAll()
{
    const Build &build = m_document->build();
    m_document->apply(tr("Engine settings back to defaults"),
                      edits::deploymentUpdated(build, m_deployment, withDefaults(build.deployments[m_deployment])));
}

} // namespace rigwright::ui
