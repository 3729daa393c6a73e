// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tuning/tuning_form.h"

#include "ui/theme/theme.h"
#include "ui/tuning/tuning_words.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/section_label.h"
#include "ui/workload/elided_button.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QGridLayout>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

namespace rigwright::ui {

namespace {

constexpr int kLongest = 1 << 20; // tokens; beyond any published model
constexpr int kSequenceSteps = 256;

QFormLayout *addSection(QVBoxLayout *layout, const QString &title)
{
    layout->addSpacing(spacing::kSmall);
    layout->addWidget(new SectionLabel(title));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(spacing::kMedium);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addLayout(form);
    return form;
}

template <class Value>
QComboBox *makeChoice(const char *name, const std::vector<tuning_words::Named<Value>> &choices)
{
    auto *combo = new QComboBox;
    combo->setObjectName(QLatin1String(name));
    for (const auto &choice : choices) {
        combo->addItem(choice.label, int(choice.value));
        combo->setItemData(combo->count() - 1, choice.tip, Qt::ToolTipRole);
    }
    return combo;
}

QSpinBox *makeSpin(const char *name, int low, int high, int step)
{
    auto *spin = new QSpinBox;
    spin->setObjectName(QLatin1String(name));
    spin->setRange(low, high);
    spin->setSingleStep(step);
    spin->setGroupSeparatorShown(true);
    spin->setKeyboardTracking(false); // a number is taken when it is whole
    return spin;
}

QCheckBox *makeCheck(const char *name, const QString &text, const QString &tip)
{
    auto *check = new QCheckBox(text);
    check->setObjectName(QLatin1String(name));
    check->setToolTip(tip);
    check->setAccessibleDescription(tip);
    return check;
}

template <class Value>
Value valueOf(const QComboBox *combo)
{
    return Value(combo->currentData().toInt());
}

template <class Value>
void choose(QComboBox *combo, Value value)
{
    combo->setCurrentIndex(combo->findData(int(value)));
}

} // namespace

TuningForm::TuningForm(QWidget *parent)
    : QScrollArea(parent), m_model(new ElidedButton), m_method(new QButtonGroup(this)),
      m_targets(new QButtonGroup(this)), m_targetBoxes(new QWidget)
{
    setObjectName(QStringLiteral("tuningForm"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(spacing::kLarge, spacing::kSmall, spacing::kLarge, spacing::kLarge);
    layout->setSpacing(6);
    addMethod(layout);
    addAdapter(layout);
    addBatch(layout);
    addActivations(layout);
    addGpus(layout);
    layout->addStretch();
    setWidget(content);
    alignColumns();
    for (QComboBox *combo : findChildren<QComboBox *>()) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(14);
        combo->installEventFilter(this);
        connect(combo, &QComboBox::currentIndexChanged, this, &TuningForm::notice);
    }
    for (QSpinBox *spin : findChildren<QSpinBox *>()) {
        spin->installEventFilter(this);
        connect(spin, &QSpinBox::valueChanged, this, &TuningForm::notice);
    }
    for (QCheckBox *check : findChildren<QCheckBox *>())
        connect(check, &QCheckBox::toggled, this, &TuningForm::notice);
    connect(m_method, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            notice();
    });
    connect(m_model, &QPushButton::clicked, this, [this] { Q_EMIT modelWanted(m_model); });
    setSettings({});
}

/// The sections' fields stand under each other.
void TuningForm::alignColumns()
{
    std::vector<QWidget *> labels;
    int widest = 0;
    for (const QFormLayout *form : findChildren<QFormLayout *>())
        for (int row = 0; row < form->rowCount(); ++row)
            if (const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole); item && item->widget()) {
                labels.push_back(item->widget());
                widest = std::max(widest, item->widget()->sizeHint().width());
            }
    for (QWidget *label : labels)
        label->setMinimumWidth(widest);
}

void TuningForm::addMethod(QVBoxLayout *layout)
{
    QFormLayout *form = addSection(layout, tr("Model and method"));
    m_model->setObjectName(QStringLiteral("tuningModel"));
    m_model->setStyleSheet(QStringLiteral("text-align: left;"));
    form->addRow(tr("M&odel"), m_model);
    auto *pills = new QHBoxLayout;
    pills->setSpacing(spacing::kTight);
    for (const auto &method : tuning_words::methods()) {
        auto *pill = new Chip(method.label);
        pill->setToolTip(method.tip);
        pill->setAccessibleDescription(method.tip);
        m_method->addButton(pill, int(method.value));
        pills->addWidget(pill);
    }
    pills->addStretch();
    form->addRow(tr("Method"), pills);
    m_base = new QComboBox;
    m_base->setObjectName(QStringLiteral("base"));
    m_base->setToolTip(tr("Format of the frozen weights"));
    form->addRow(tr("&Base format"), m_base);
    m_precision = makeChoice("precision", tuning_words::precisions());
    form->addRow(tr("&Precision"), m_precision);
    m_optimizer = makeChoice("optimizer", tuning_words::optimizers());
    form->addRow(tr("Op&timizer"), m_optimizer);
    m_paged = makeCheck("paged", tr("Pa&ged optimizer"), tr("Its state waits in system RAM (bitsandbytes)"));
    form->addRow(QString(), m_paged);
    m_stepInBackward = makeCheck("stepInBackward", tr("Step with&in the backward pass"),
                                 tr("Each gradient is applied and dropped at once; no accumulation"));
    form->addRow(QString(), m_stepInBackward);
}

void TuningForm::addAdapter(QVBoxLayout *layout)
{
    QFormLayout *form = addSection(layout, tr("Adapter"));
    m_rank = makeSpin("rank", 1, 1024, 8);
    form->addRow(tr("&Rank"), m_rank);
    auto *grid = new QGridLayout(m_targetBoxes);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::kMedium);
    grid->setVerticalSpacing(6);
    m_targets->setExclusive(false);
    constexpr int kColumns = 4; // the attention's in the first line, the feed-forward's in the second
    int at = 0;
    for (const auto &target : tuning_words::targets()) {
        QCheckBox *box = makeCheck("target", target.label, target.tip);
        m_targets->addButton(box, int(target.value));
        grid->addWidget(box, at / kColumns, at % kColumns);
        ++at;
    }
    form->addRow(m_targetBoxes);
}

void TuningForm::addBatch(QVBoxLayout *layout)
{
    QFormLayout *form = addSection(layout, tr("Batch"));
    m_sequence = makeSpin("sequence", 1, kLongest, kSequenceSteps);
    m_sequence->setSuffix(tr(" tokens"));
    form->addRow(tr("&Sequence"), m_sequence);
    m_microBatch = makeSpin("microBatch", 1, 1024, 1);
    m_microBatch->setToolTip(tr("Sequences per GPU and step"));
    form->addRow(tr("&Micro-batch"), m_microBatch);
    m_accumulation = makeSpin("accumulation", 1, 1024, 1);
    m_accumulation->setToolTip(tr("Micro-batches per optimizer step"));
    form->addRow(tr("&Accumulation"), m_accumulation);
}

void TuningForm::addActivations(QVBoxLayout *layout)
{
    QFormLayout *form = addSection(layout, tr("Activations"));
    m_checkpointing = makeCheck("checkpointing", tr("&Checkpointing"),
                                tr("Each layer's activations are computed again in the backward pass"));
    m_offloadActivations =
        makeCheck("offloadActivations", tr("Check&points in RAM"), tr("What is stored waits in system RAM"));
    m_flashAttention =
        makeCheck("flashAttention", tr("&Flash attention"), tr("Scores of the whole sequence are not stored"));
    m_fusedKernels = makeCheck("fusedKernels", tr("F&used kernels"),
                               tr("torch.compile, Liger or Unsloth: norms and activations are computed again"));
    for (QCheckBox *box : {m_checkpointing, m_offloadActivations, m_flashAttention, m_fusedKernels})
        form->addRow(box);
    m_logits = makeChoice("logits", tuning_words::logits());
    m_logits->setToolTip(tr("How the loss treats the output over the vocabulary"));
    form->addRow(tr("&Logits"), m_logits);
}

void TuningForm::addGpus(QVBoxLayout *layout)
{
    QFormLayout *form = addSection(layout, tr("Between the GPUs"));
    m_sharding = makeChoice("sharding", tuning_words::shardings());
    m_sharding->setToolTip(tr("What the GPUs divide between them"));
    form->addRow(tr("S&harding"), m_sharding);
    m_shardEmbeddings = makeCheck("shardEmbeddings", tr("&Embeddings as units of their own"),
                                  tr("FSDP gathers embedding and head only when they are used"));
    m_offloadState = makeCheck("offloadState", tr("State in system &RAM"),
                               tr("Sharded weights, gradients and optimizer wait in system RAM"));
    form->addRow(m_shardEmbeddings);
    form->addRow(m_offloadState);
}

void TuningForm::setCatalog(const Catalog &catalog)
{
    const QScopedValueRollback quiet(m_quiet, true);
    const QString kept = baseId();
    m_base->clear();
    for (const Quantization &quant : catalog.quantizations)
        if (quant.family == QuantFamily::Nf4 || (quant.family == QuantFamily::Gptq && quant.nominalBits == 4))
            m_base->addItem(quant.name.section(QStringLiteral(" ("), 0, 0), quant.id);
    const int doubleQuantized = m_base->findData(QStringLiteral("nf4-dq")); // what QLoRA is published with
    m_base->setCurrentIndex(std::max({0, m_base->findData(kept), kept.isEmpty() ? doubleQuantized : 0}));
    setModel(m_modelId, catalog);
}

void TuningForm::setModel(const QString &modelId, const Catalog &catalog)
{
    m_modelId = modelId;
    const LlmModel *model = catalog.models.find(modelId);
    const QString name = model ? model->name : modelId.isEmpty() ? tr("Choose a model…") : modelId;
    static_cast<ElidedButton *>(m_model)->setFullText(name);
    m_model->setToolTip(name);
    m_model->setAccessibleName(tr("Model: %1").arg(name));
    notice();
}

QString TuningForm::baseId() const
{
    return m_base->currentData().toString();
}

FineTuning TuningForm::settings() const
{
    FineTuning settings;
    settings.method = TuningMethod(m_method->checkedId());
    settings.precision = valueOf<TrainingPrecision>(m_precision);
    settings.optimizer = valueOf<TrainingOptimizer>(m_optimizer);
    settings.sharding = valueOf<Sharding>(m_sharding);
    settings.logits = valueOf<LossLogits>(m_logits);
    settings.rank = m_rank->value();
    settings.targets = {};
    for (QAbstractButton *box : m_targets->buttons())
        settings.targets.setFlag(LoraTarget(m_targets->id(box)), box->isChecked());
    settings.sequence = m_sequence->value();
    settings.microBatch = m_microBatch->value();
    settings.accumulation = m_accumulation->value();
    // What is greyed is off.
    const auto isOn = [](const QCheckBox *box) { return box->isChecked() && box->isEnabled(); };
    settings.pagedOptimizer = isOn(m_paged);
    settings.stepInBackward = isOn(m_stepInBackward);
    settings.checkpointing = isOn(m_checkpointing);
    settings.offloadActivations = isOn(m_offloadActivations);
    settings.flashAttention = isOn(m_flashAttention);
    settings.fusedKernels = isOn(m_fusedKernels);
    settings.shardEmbeddings = isOn(m_shardEmbeddings);
    settings.offloadState = isOn(m_offloadState);
    return settings;
}

void TuningForm::setSequence(int tokens)
{
    m_sequence->setValue(tokens);
}

void TuningForm::setMicroBatch(int sequences)
{
    m_microBatch->setValue(sequences);
}

void TuningForm::setSettings(const FineTuning &settings)
{
    {
        const QScopedValueRollback quiet(m_quiet, true);
        m_method->button(int(settings.method))->setChecked(true);
        choose(m_precision, settings.precision);
        choose(m_optimizer, settings.optimizer);
        choose(m_sharding, settings.sharding);
        choose(m_logits, settings.logits);
        m_rank->setValue(settings.rank);
        for (QAbstractButton *box : m_targets->buttons())
            box->setChecked(settings.targets.testFlag(LoraTarget(m_targets->id(box))));
        m_sequence->setValue(settings.sequence);
        m_microBatch->setValue(settings.microBatch);
        m_accumulation->setValue(settings.accumulation);
        m_paged->setChecked(settings.pagedOptimizer);
        m_stepInBackward->setChecked(settings.stepInBackward);
        m_checkpointing->setChecked(settings.checkpointing);
        m_offloadActivations->setChecked(settings.offloadActivations);
        m_flashAttention->setChecked(settings.flashAttention);
        m_fusedKernels->setChecked(settings.fusedKernels);
        m_shardEmbeddings->setChecked(settings.shardEmbeddings);
        m_offloadState->setChecked(settings.offloadState);
    }
    notice();
}

void TuningForm::notice()
{
    if (m_quiet)
        return;
    updateAvailable();
    Q_EMIT changed();
}

void TuningForm::updateAvailable()
{
    const auto method = TuningMethod(m_method->checkedId());
    const auto sharding = valueOf<Sharding>(m_sharding);
    const bool divided = sharding == Sharding::Zero3 || sharding == Sharding::Fsdp;
    m_base->setEnabled(method == TuningMethod::QLora);
    m_rank->setEnabled(method != TuningMethod::Full);
    m_targetBoxes->setEnabled(method != TuningMethod::Full);
    m_stepInBackward->setEnabled(m_accumulation->value() == 1);
    m_offloadActivations->setEnabled(m_checkpointing->isChecked());
    m_shardEmbeddings->setEnabled(sharding == Sharding::Fsdp);
    m_offloadState->setEnabled(divided);
}

/// The wheel scrolls the form; it changes a value only where the user is already at it.
bool TuningForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace rigwright::ui
