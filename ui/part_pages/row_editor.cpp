// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/row_editor.h"

#include "ui/document/catalog_store.h"
#include "ui/part_pages/field_editor.h"
#include "ui/part_pages/page_labels.h"
#include "ui/results/tone.h"
#include "ui/widgets/section_label.h"
#include "ui/window/messages.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>

namespace rigwright::ui {

namespace {

constexpr int kCaptionWidth = 180;
constexpr int kPauseMs = 250;
constexpr int kNamed = 3; ///< missing fields that are named

/// "Memory, Bandwidth, Power limit and 4 more"
QString listed(const QStringList &captions)
{
    if (captions.size() <= kNamed)
        return captions.join(QStringLiteral(", "));
    return RowEditor::tr("%1 and %Ln more", nullptr, int(captions.size() - kNamed))
        .arg(captions.mid(0, kNamed).join(QStringLiteral(", ")));
}

} // namespace

RowEditor::RowEditor(CatalogStore *store, RowDraft draft, QWidget *parent)
    : QDialog(parent), m_store(store), m_draft(std::move(draft)), m_fields(m_draft.columns.size(), nullptr),
      m_scroll(new QScrollArea), m_stateIcon(new IconLabel(QStringLiteral("info"), Role::Muted)),
      m_state(textLabel({}, FontRole::Body)), m_save(nullptr), m_pause(new QTimer(this))
{
    setObjectName(QStringLiteral("rowEditor"));
    setWindowTitle(m_draft.title);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_pause, &QTimer::timeout, this, [this] {
        if (validate())
            contradicts();
    });

    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(makeForm());
    m_scroll->widget()->setAutoFillBackground(false);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setObjectName(QStringLiteral("save"));
    connect(buttons, &QDialogButtonBox::accepted, this, &RowEditor::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_state->setObjectName(QStringLiteral("editorState"));

    auto *foot = new QHBoxLayout;
    foot->setSpacing(spacing::kTight);
    foot->addWidget(m_stateIcon);
    foot->addWidget(m_state, 1);
    foot->addSpacing(spacing::kMedium);
    foot->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kMedium);
    layout->setSpacing(spacing::kMedium);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(foot);
    setMinimumSize(600, 420);
    resize(840, 640);

    if (validate())
        contradicts();
    m_fields[std::size_t(m_draft.nameColumn())]->input()->setFocus();
}

QWidget *RowEditor::makeForm()
{
    auto *form = new QWidget;
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins(spacing::kTight, 0, spacing::kMedium, spacing::kSmall);
    grid->setHorizontalSpacing(spacing::kMedium);
    grid->setVerticalSpacing(spacing::kSmall);
    grid->setColumnMinimumWidth(0, kCaptionWidth);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (int group = 0; group < int(ColumnGroup::Count); ++group)
        row = addGroup(grid, row, ColumnGroup(group));
    grid->setRowStretch(row, 1);
    return form;
}

int RowEditor::addGroup(QGridLayout *grid, int row, ColumnGroup group)
{
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < m_draft.columns.size(); ++i)
        if (!m_draft.columns[i].derived && captionOf(m_draft.table, m_draft.columns[i].name).group == group)
            columns.push_back(i);
    if (columns.empty())
        return row;
    // The name comes first: the identifier is made from it.
    const auto name = std::ranges::find(columns, std::size_t(m_draft.nameColumn()));
    if (name != columns.end())
        std::rotate(columns.begin(), name, name + 1);
    if (row > 0)
        grid->setRowMinimumHeight(row++, spacing::kTight);
    grid->addWidget(new SectionLabel(groupText(group)), row++, 0, 1, 2);
    for (const std::size_t column : columns)
        makeField(grid, row++, column);
    return row;
}

void RowEditor::makeField(QGridLayout *grid, int row, std::size_t column)
{
    const Column &facts = m_draft.columns[column];
    const ColumnCaption caption = captionOf(m_draft.table, facts.name);
    const auto shipped = m_draft.shipped.empty() ? std::nullopt : std::optional<Cell>(m_draft.shipped[column]);
    auto *field = new FieldEditor(facts, caption, shipped);
    field->setCell(m_draft.cells[column]);
    if (facts.name == QLatin1String("id") && !m_draft.isNew)
        field->setReadOnly();
    connect(field, &FieldEditor::edited, this, [this, column] { fieldEdited(column); });
    m_fields[column] = field;

    auto *label = new QLabel(facts.required ? tr("%1 *").arg(caption.text) : caption.text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFixedWidth(kCaptionWidth);
    label->setToolTip(caption.hint.toHtmlEscaped());
    label->setContentsMargins(0, 5, 0, 0); // beside the first line of its field
    grid->addWidget(label, row, 0, Qt::AlignTop);
    grid->addWidget(field, row, 1);
}

bool RowEditor::isFollowed() const
{
    return m_draft.isNew && !m_fields[std::size_t(m_draft.columnNamed(QStringLiteral("id")))]->isTouched();
}

void RowEditor::fieldEdited(std::size_t column)
{
    if (int(column) == m_draft.nameColumn() && isFollowed()) {
        const Result<Cell> name = m_fields[column]->cell();
        const QString id = name ? idFor(cellText(*name), m_draft.table, *m_store->catalog()) : QString();
        m_fields[std::size_t(m_draft.columnNamed(QStringLiteral("id")))]->setCell(id.isEmpty() ? Cell() : Cell(id));
    }
    validate();
    m_pause->start();
}

bool RowEditor::validate()
{
    QStringList unread;
    unread.resize(qsizetype(m_fields.size()));
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        if (!m_fields[i])
            continue;
        const Result<Cell> cell = m_fields[i]->cell();
        m_draft.cells[i] = cell ? *cell : Cell();
        if (!cell)
            unread[qsizetype(i)] = cell.error().message;
    }
    QStringList problems = problemsOf(m_draft, *m_store->catalog());
    for (qsizetype i = 0; i < problems.size(); ++i)
        if (!unread[i].isEmpty())
            problems[i] = unread[i];
    showState(problems);
    return std::ranges::all_of(problems, &QString::isEmpty);
}

bool RowEditor::contradicts()
{
    const QStringList problems = contradictionsOf(m_draft, *m_store->catalog());
    if (std::ranges::all_of(problems, &QString::isEmpty))
        return false;
    showState(problems);
    return true;
}

void RowEditor::showState(const QStringList &problems)
{
    QStringList missing;
    QStringList wrong;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        if (!m_fields[i])
            continue;
        const QString &problem = problems[qsizetype(i)];
        const Result<Cell> cell = m_fields[i]->cell();
        const bool blank = cell && isBlank(*cell);
        // A new row does not begin with a wall of complaints about what is not filled in yet.
        const bool quiet = blank && m_draft.isNew && !m_fields[i]->isTouched();
        m_fields[i]->setMessage(quiet ? QString() : problem);
        if (!problem.isEmpty())
            (blank ? missing : wrong) << m_fields[i]->caption().text;
    }
    const bool valid = missing.isEmpty() && wrong.isEmpty();
    m_save->setEnabled(valid);
    m_state->setText(valid              ? tr("Fields with * are needed.")
                     : !wrong.isEmpty() ? tr("To be corrected: %1").arg(listed(wrong))
                                        : tr("Still needed: %1").arg(listed(missing)));
    setTone(m_state, wrong.isEmpty() ? Tone::Neutral : Tone::Bad, true);
    m_stateIcon->setDrawing(wrong.isEmpty() ? QStringLiteral("info") : QStringLiteral("error"),
                            wrong.isEmpty() ? Role::Muted : Role::Bad);
    m_save->setToolTip(valid ? QString() : m_state->text().toHtmlEscaped());
    m_save->setAccessibleDescription(valid ? QString() : m_state->text());
}

void RowEditor::accept()
{
    m_pause->stop();
    if (!validate() || contradicts())
        return;
    const Result<Catalog> row = rowFromCells(m_draft.table, m_draft.cells);
    const Outcome outcome = row ? m_store->saveRows(*row) : Outcome(row.error());
    if (!outcome) {
        showError(this, tr("The row could not be saved."), outcome.error());
        return;
    }
    const int id = m_draft.columnNamed(QStringLiteral("id"));
    Q_EMIT saved({m_draft.table, cellText(m_draft.cells[std::size_t(id)])});
    QDialog::accept();
}

} // namespace rigwright::ui
