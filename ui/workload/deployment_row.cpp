// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workload/deployment_row.h"

#include "core/build/edits.h"
#include "core/units/format.h"
#include "ui/document/build_document.h"
#include "ui/results/tone.h"
#include "ui/results/verdict.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/meter_bar.h"
#include "ui/workload/deployment_choices.h"
#include "ui/workload/elided_button.h"
#include "ui/workload/engine_settings.h"
#include "ui/workload/model_picker.h"
#include "ui/workload/run_popover.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QSpinBox>

namespace rigwright::ui {

namespace {

/// Below this width the memory bar gives way to the choices.
constexpr int kBarFromWidth = 880;
constexpr int kNarrowestRow = 660;
/// Columns of equal width, so that rows line up.
constexpr int kVerdictWide = 168;
constexpr int kVerdictNarrow = 104;
constexpr int kRunWide = 190;
constexpr int kRunNarrow = 106;
/// Steps of one row's spin box that follow each other are one step to undo.
constexpr int kMergeBase = 0x52000;

QString contextText(int tokens)
{
    return DeploymentRow::tr("%1 ctx").arg(format::tokens(tokens));
}

} // namespace

DeploymentRow::DeploymentRow(BuildDocument *document, std::size_t index, QWidget *parent)
    : Card(parent), m_document(document), m_index(index), m_model(new ElidedButton), m_quant(new QComboBox),
      m_context(new QComboBox), m_users(new QSpinBox), m_run(new ElidedButton), m_bar(new MeterBar),
      m_verdict(new QLabel), m_duplicate(new IconButton(QStringLiteral("copy"), tr("Duplicate this model"))),
      m_remove(new IconButton(QStringLiteral("close"), tr("Remove this model")))
{
    makeLayout();
    connectEdits();
    refresh();
}

void DeploymentRow::makeLayout()
{
    setContentsMargins(spacing::kSmall, spacing::kTight, spacing::kTight, spacing::kTight);
    m_model->setObjectName(QStringLiteral("model"));
    m_model->setFont(Theme::font(FontRole::Strong));
    m_model->setProperty("kind", QStringLiteral("flat"));
    m_model->setStyleSheet(QStringLiteral("text-align: left;"));
    m_quant->setObjectName(QStringLiteral("quant"));
    m_quant->setAccessibleName(tr("Quantization"));
    m_context->setObjectName(QStringLiteral("context"));
    m_context->setAccessibleName(tr("Context length in tokens"));
    m_context->setToolTip(tr("Context of each request, in tokens: \"32K\" or \"40000\""));
    m_context->setEditable(true);
    m_context->setInsertPolicy(QComboBox::NoInsert);
    m_context->setCompleter(nullptr);
    m_users->setObjectName(QStringLiteral("users"));
    m_users->setAccessibleName(tr("Users at once"));
    m_users->setToolTip(tr("Requests at the same time"));
    m_users->setRange(1, 1024);
    m_run->setObjectName(QStringLiteral("run"));
    m_run->setIconSize({12, 12});
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setFont(Theme::font(FontRole::Strong));
    m_verdict->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_bar->setMinimumWidth(60);

    for (QComboBox *combo : {m_quant, m_context}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(6);
        combo->view()->setMinimumWidth(130);
    }
    m_quant->setFixedWidth(92);
    m_context->setFixedWidth(88);
    m_users->setFixedWidth(86);
    m_model->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_model, 3);
    layout->addWidget(m_quant);
    layout->addWidget(m_context);
    layout->addWidget(m_users);
    layout->addWidget(m_run);
    layout->addWidget(m_bar, 2);
    layout->addWidget(m_verdict);
    layout->addWidget(m_duplicate);
    layout->addWidget(m_remove);
    for (QWidget *child : findChildren<QWidget *>())
        child->installEventFilter(this);
}

void DeploymentRow::connectEdits()
{
    connect(m_model, &QPushButton::clicked, this, &DeploymentRow::pickModel);
    connect(m_quant, &QComboBox::activated, this, [this] {
        Deployment changed = deployment();
        changed.quantId = m_quant->currentData().toString();
        apply(tr("Change quantization"), changed);
    });
    connect(m_context, &QComboBox::activated, this, &DeploymentRow::commitContext);
    connect(m_context->lineEdit(), &QLineEdit::editingFinished, this, &DeploymentRow::commitContext);
    connect(m_users, &QSpinBox::valueChanged, this, [this](int users) {
        Deployment changed = deployment();
        changed.concurrency = users;
        apply(tr("Change users"), changed, 1);
    });
    connect(m_run, &QPushButton::clicked, this,
            [this] { (new RunPopover(m_document, m_index, window()))->openAt(m_run); });
    connect(m_duplicate, &QToolButton::clicked, this, &DeploymentRow::duplicate);
    connect(m_remove, &QToolButton::clicked, this, &DeploymentRow::remove);
    connect(&Theme::current(), &Theme::changed, this, &DeploymentRow::refreshVerdict); // the bar keeps colours
}

const Deployment &DeploymentRow::deployment() const
{
    return m_document->build().deployments[m_index];
}

void DeploymentRow::apply(const QString &label, const Deployment &changed, int mergeField)
{
    const int mergeKey = mergeField > 0 ? kMergeBase + int(m_index) * 8 + mergeField : 0;
    m_document->apply(label, edits::deploymentUpdated(m_document->build(), m_index, changed), mergeKey);
}

void DeploymentRow::pickModel()
{
    auto *picker = new ModelPicker(m_document->catalog(), window());
    connect(picker, &ModelPicker::picked, this, [this](const QString &id) {
        if (const LlmModel *model = m_document->catalog().models.find(id))
            apply(tr("Change model"), withModel(deployment(), *model, m_document->build(), m_document->catalog()));
    });
    picker->openAt(m_model, deployment().modelId);
}

void DeploymentRow::commitContext()
{
    const std::optional<int> tokens = parseTokens(m_context->currentText());
    Deployment changed = deployment();
    if (tokens) {
        const LlmModel *model = m_document->catalog().models.find(changed.modelId);
        changed.contextTokens = model && model->maxContext > 0 ? std::min(*tokens, model->maxContext) : *tokens;
    }
    apply(tr("Change context"), changed);
    const QSignalBlocker quiet(m_context);
    m_context->setEditText(contextText(changed.contextTokens)); // also where the text was no number
}

void DeploymentRow::duplicate()
{
    m_document->apply(tr("Duplicate model"), edits::deploymentAdded(m_document->build(), deployment()));
}

void DeploymentRow::remove()
{
    m_document->apply(tr("Remove model"), edits::deploymentRemoved(m_document->build(), m_index));
}

void DeploymentRow::refresh()
{
    if (m_index >= m_document->build().deployments.size())
        return;
    const Deployment &shown = deployment();
    const Catalog &catalog = m_document->catalog();
    const LlmModel *model = catalog.models.find(shown.modelId);
    const auto fullText = [](QPushButton *button, const QString &text) {
        static_cast<ElidedButton *>(button)->setFullText(text);
    };
    fullText(m_model, model ? model->name : shown.modelId);
    m_model->setAccessibleName(tr("Model: %1").arg(model ? model->name : shown.modelId));
    m_model->setToolTip(model ? model->name : shown.modelId);
    const QString run = runSummary(shown, catalog, m_document->evaluation().devices);
    const QString own = ownSettingsText(*m_document, m_index);
    m_run->setIcon(own.isEmpty() ? QIcon() : themedIcon(QStringLiteral("sliders")));
    // A narrow row says the engine only; the rest is in the tooltip.
    fullText(m_run, width() >= kBarFromWidth ? run : run.section(QStringLiteral(" · "), 0, 0));
    m_run->setAccessibleName(tr("Runs on: %1").arg(run));
    m_run->setAccessibleDescription(own.isEmpty() ? QString() : tr("Own settings: %1").arg(own));
    m_run->setToolTip(
        run + QLatin1Char('\n')
        + (own.isEmpty() ? tr("Engine, placement, KV cache, GPUs and settings") : m_run->accessibleDescription()));

    refreshChoices(shown);
    const QSignalBlocker quietContext(m_context);
    if (!m_context->lineEdit()->hasFocus() || parseTokens(m_context->currentText()) != shown.contextTokens)
        m_context->setEditText(contextText(shown.contextTokens));
    const QSignalBlocker quietUsers(m_users);
    m_users->setSuffix(shown.concurrency == 1 ? tr(" user") : tr(" users"));
    m_users->setValue(shown.concurrency);
    refreshVerdict();
}

void DeploymentRow::refreshChoices(const Deployment &shown)
{
    const QString choices = shown.modelId + QLatin1Char('\n') + shown.engineId + QLatin1Char('\n') + shown.quantId;
    if (choices == m_shownChoices)
        return;
    m_shownChoices = choices;
    const Catalog &catalog = m_document->catalog();
    const QSignalBlocker quietQuant(m_quant);
    m_quant->clear();
    for (const Choice &choice : quantizationChoices(shown, catalog)) {
        m_quant->addItem(choice.label, choice.id);
        m_quant->setItemData(m_quant->count() - 1, choice.detail, Qt::ToolTipRole);
    }
    m_quant->setCurrentIndex(m_quant->findData(shown.quantId));
    m_quant->setToolTip(m_quant->currentData(Qt::ToolTipRole).toString());
    const QSignalBlocker quietContext(m_context);
    m_context->clear();
    for (const int tokens : contextChoices(shown, catalog))
        m_context->addItem(contextText(tokens), tokens);
}

void DeploymentRow::refreshVerdict()
{
    const Evaluation &now = m_document->evaluation();
    if (m_index >= now.deployments.size())
        return;
    const DeploymentResult &result = now.deployments[m_index];
    showBar(result);
    const ShortVerdict brief = shortVerdict(result);
    const Difference change = verdict(now, m_document->preview(), m_index).difference;
    const bool changes = !change.text.isEmpty();
    const bool narrow = width() < kBarFromWidth;
    QString text = brief.text;
    if (narrow) // the tier's word goes first; the sign keeps what the colour says
        text = text.section(QStringLiteral(" · "), 0, 0)
               + (brief.tone == Tone::Good   ? QStringLiteral(" ✓")
                  : brief.tone == Tone::Warn ? QStringLiteral(" ⚠")
                                             : QStringLiteral(" ✗"));
    if (changes)
        text = narrow ? change.text.section(QStringLiteral(" · "), 0, 0) : change.text;
    m_verdict->setText(text);
    m_verdict->setToolTip(brief.detail);
    m_verdict->setAccessibleDescription(brief.detail);
    setTone(m_verdict, changes ? change.tone : brief.tone);
}

/// What the model takes of the memory of the GPUs that it is on.
void DeploymentRow::showBar(const DeploymentResult &result)
{
    const Machine &machine = m_document->evaluation().machine;
    Bytes memory;
    MemoryUse use;
    for (std::size_t i = 0; i < result.plan.devices.size() && i < result.plan.use.size(); ++i) {
        memory += machine.devices[result.plan.devices[i]].memory;
        use += result.plan.use[i];
    }
    const auto share = [&](Bytes bytes) { return memory.base() > 0 ? bytes / memory : 0.0; };
    m_bar->setSegments({{share(use.weights), Theme::color(Role::Weights)},
                        {share(use.kvCache), Theme::color(Role::KvCache)},
                        {share(use.compute), Theme::color(Role::Compute)},
                        {share(use.overhead), Theme::color(Role::Overhead)}});
    m_bar->setToolTip(tr("%1 of %2: weights %3, KV cache %4, buffers %5, overhead %6")
                          .arg(format::gib(use.total()), format::gib(memory), format::gib(use.weights),
                               format::gib(use.kvCache), format::gib(use.compute), format::gib(use.overhead)));
    m_bar->setAccessibleName(tr("Memory"));
    m_bar->setAccessibleDescription(m_bar->toolTip());
}

void DeploymentRow::setCurrent(bool current)
{
    setRoles(Role::Card, current ? Role::Accent : Role::Outline);
}

void DeploymentRow::mousePressEvent(QMouseEvent *event)
{
    Card::mousePressEvent(event);
    Q_EMIT chosen(int(m_index));
}

QSize DeploymentRow::minimumSizeHint() const
{
    return {kNarrowestRow, Card::minimumSizeHint().height()};
}

void DeploymentRow::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    const bool wide = width() >= kBarFromWidth;
    m_bar->setVisible(wide);
    m_run->setFixedWidth(wide ? kRunWide : kRunNarrow);
    m_verdict->setFixedWidth(wide ? kVerdictWide : kVerdictNarrow);
    refresh();
}

bool DeploymentRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT chosen(int(m_index));
    // The wheel scrolls the strip; it changes a value only where the user is already at it.
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return Card::eventFilter(watched, event);
}

} // namespace rigwright::ui
