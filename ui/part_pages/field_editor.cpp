// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/field_editor.h"

#include "ui/part_pages/cell_format.h"
#include "ui/part_pages/page_labels.h"
#include "ui/widgets/icon_button.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace rigwright::ui {

namespace {
constexpr int kFigureWidth = 150;
constexpr int kChoiceWidth = 220;
constexpr int kTextLines = 3;
} // namespace

FieldEditor::FieldEditor(const Column &column, const ColumnCaption &caption, std::optional<Cell> shipped,
                         QWidget *parent)
    : QWidget(parent), m_column(column), m_caption(caption), m_shipped(std::move(shipped)), m_problem(new QWidget),
      m_problemText(textLabel({}, FontRole::Small))
{
    setObjectName(QStringLiteral("field.") + column.name);
    auto *line = new QHBoxLayout;
    line->setSpacing(spacing::kSmall);
    makeInput(line);
    makeShipped(line);

    m_problemText->setObjectName(QStringLiteral("problem.") + column.name);
    m_problemText->setProperty("tone", QStringLiteral("bad"));
    auto *problem = new QHBoxLayout(m_problem);
    problem->setContentsMargins(0, 0, 0, 0);
    problem->setSpacing(spacing::kTight);
    problem->addWidget(new IconLabel(QStringLiteral("error"), Role::Bad, 12), 0, Qt::AlignTop);
    problem->addWidget(m_problemText, 1);
    m_problem->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(m_problem);

    QString name = caption.text;
    if (!caption.unit.isEmpty())
        name = tr("%1 in %2").arg(name, caption.unit);
    input()->setAccessibleName(column.required ? tr("%1, required").arg(name) : name);
    input()->setAccessibleDescription(caption.hint);
    input()->setToolTip(caption.hint.toHtmlEscaped());
    input()->setObjectName(QStringLiteral("input.") + column.name);
}

bool FieldEditor::isWide() const
{
    return m_column.type == CellType::Text && m_column.words.isEmpty() && m_caption.form != CellForm::Day;
}

void FieldEditor::makeLine(QHBoxLayout *line)
{
    m_line = new QLineEdit;
    if (isWide()) {
        m_line->setPlaceholderText(m_caption.hint);
    } else {
        m_line->setFixedWidth(kFigureWidth);
        if (m_column.type != CellType::Text)
            m_line->setAlignment(Qt::AlignRight);
    }
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::take);
    line->addWidget(m_line, isWide() ? 1 : 0);
    if (!m_caption.unit.isEmpty()) {
        auto *unit = new QLabel(m_caption.unit);
        unit->setTextFormat(Qt::PlainText);
        line->addWidget(unit);
    }
}

void FieldEditor::makeInput(QHBoxLayout *line)
{
    if (m_column.type == CellType::Boolean) {
        m_check = new QCheckBox(tr("Yes"));
        m_check->setFixedHeight(QLineEdit().sizeHint().height()); // in line with its caption
        connect(m_check, &QCheckBox::clicked, this, &FieldEditor::take);
        line->addWidget(m_check);
    } else if (!m_column.words.isEmpty()) {
        m_choice = new QComboBox;
        m_choice->setMinimumWidth(kChoiceWidth);
        m_choice->addItem(m_column.required ? tr("Choose…") : QStringLiteral("—"), QString());
        for (const QString &word : m_column.words)
            m_choice->addItem(shownWord(word), word);
        connect(m_choice, &QComboBox::activated, this, &FieldEditor::take);
        line->addWidget(m_choice);
    } else if (m_caption.form == CellForm::Paragraph) {
        m_text = new QPlainTextEdit;
        m_text->setTabChangesFocus(true);
        m_text->setPlaceholderText(m_caption.hint);
        m_text->setFixedHeight(kTextLines * m_text->fontMetrics().lineSpacing() + 20);
        connect(m_text, &QPlainTextEdit::textChanged, this, &FieldEditor::take);
        line->addWidget(m_text, 1);
    } else {
        makeLine(line);
    }
    if (!isWide() && !m_caption.hint.isEmpty()) {
        m_hint = textLabel(m_caption.hint, FontRole::Small, true);
        line->addWidget(m_hint, 100);
    }
}

void FieldEditor::makeShipped(QHBoxLayout *line)
{
    if (!m_shipped) {
        if (!isWide())
            line->addStretch(1);
        return;
    }
    m_shippedText = new QLabel(tr("shipped: %1").arg(shownCell(*m_shipped, m_caption, m_column).left(40)));
    m_shippedText->setTextFormat(Qt::PlainText);
    m_shippedText->setFont(Theme::font(FontRole::Small));
    m_shippedText->setProperty("tone", QStringLiteral("muted"));
    m_shippedText->setObjectName(QStringLiteral("shippedText.") + m_column.name);
    m_revert = new IconButton(QStringLiteral("undo"), tr("Take the shipped value again"));
    m_revert->setObjectName(QStringLiteral("revert.") + m_column.name);
    m_revert->setAccessibleName(tr("Take the shipped value of %1 again").arg(m_caption.text));
    m_revert->setIconSize({13, 13});
    connect(m_revert, &QToolButton::clicked, this, [this] {
        setCell(*m_shipped);
        input()->setFocus();
        take();
    });
    line->addWidget(m_shippedText);
    line->addWidget(m_revert);
    if (!isWide())
        line->addStretch(1);
}

QWidget *FieldEditor::input() const
{
    return m_line     ? static_cast<QWidget *>(m_line)
           : m_choice ? static_cast<QWidget *>(m_choice)
           : m_check  ? static_cast<QWidget *>(m_check)
                      : static_cast<QWidget *>(m_text);
}

QString FieldEditor::typed() const
{
    return m_line     ? m_line->text()
           : m_choice ? m_choice->currentData().toString()
           : m_text   ? m_text->toPlainText()
                      : QString();
}

void FieldEditor::setCell(const Cell &cell)
{
    m_initial = cell;
    const auto *yes = std::get_if<bool>(&cell);
    const QString text = typedText(cell, m_caption);
    if (m_check)
        m_check->setChecked(yes && *yes);
    if (m_line)
        m_line->setText(text);
    if (m_line && isWide())
        m_line->setCursorPosition(0); // a long text shows its beginning
    if (m_choice)
        m_choice->setCurrentIndex(std::max(0, m_choice->findData(text)));
    if (m_text && m_text->toPlainText() != text) {
        const QSignalBlocker quiet(m_text);
        m_text->setPlainText(text);
    }
    m_initialText = typed();
    refreshShipped();
}

Result<Cell> FieldEditor::cell() const
{
    if (m_check) // a box that is off is blank where the column may be
        return m_check->isChecked() ? Cell(true) : m_column.required ? Cell(false) : Cell();
    return typed() == m_initialText ? Result<Cell>(m_initial) : cellTyped(typed(), m_caption, m_column.type);
}

void FieldEditor::take()
{
    m_touched = true;
    refreshShipped();
    Q_EMIT edited();
}

void FieldEditor::refreshShipped()
{
    if (!m_shipped)
        return;
    const Result<Cell> now = cell();
    const bool differs = !now || *now != *m_shipped;
    m_shippedText->setVisible(differs);
    m_revert->setVisible(differs);
    if (m_hint)
        m_hint->setVisible(!differs);
}

void FieldEditor::setReadOnly()
{
    if (m_line)
        m_line->setReadOnly(true);
    input()->setEnabled(m_line != nullptr);
}

void FieldEditor::setMessage(const QString &problem)
{
    if (problem == m_message)
        return;
    m_message = problem;
    m_problemText->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    input()->setAccessibleDescription(problem.isEmpty() ? m_caption.hint : problem);
}

} // namespace rigwright::ui
