// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/launch_card.h"

#include "ui/theme/theme.h"
#include "ui/widgets/icon_button.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextLayout>
#include <QVBoxLayout>

namespace rigwright::ui {

LaunchCard::LaunchCard(QWidget *parent)
    : Card(parent), m_text(new QPlainTextEdit), m_note(new QLabel),
      m_copy(new IconButton(QStringLiteral("copy"), tr("Copy the command")))
{
    setStripe(Role::Accent);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setTabChangesFocus(true);
    m_text->setFont(Theme::font(FontRole::Mono));
    m_text->document()->setDocumentMargin(0);
    m_text->setStyleSheet(QStringLiteral("QPlainTextEdit { background: transparent; border: none; padding: 0; }"));
    m_text->setAccessibleName(tr("Launch command"));
    m_text->installEventFilter(this);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setFont(Theme::font(FontRole::Small));
    m_note->setProperty("tone", QStringLiteral("muted"));
    m_copy->setObjectName(QStringLiteral("copyCommand"));
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_shown); });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kTight, 0, 0, 0);
    layout->setSpacing(spacing::kTight);
    auto *line = new QHBoxLayout;
    line->addWidget(m_text, 1);
    line->addWidget(m_copy, 0, Qt::AlignTop);
    layout->addLayout(line);
    layout->addWidget(m_note);
}

void LaunchCard::setCommand(const std::optional<LaunchCommand> &command)
{
    const QString text = command ? command->text() : QString();
    setVisible(command.has_value());
    m_note->setText(command ? command->note : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    if (text == m_shown)
        return;
    m_shown = text;
    m_text->setPlainText(text);
    fitHeight();
}

bool LaunchCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitHeight(); // the lines are known only when the width is
    return Card::eventFilter(watched, event);
}

void LaunchCard::fitHeight()
{
    int lines = 0;
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next())
        lines += std::max(1, block.layout()->lineCount());
    const int height = lines * m_text->fontMetrics().lineSpacing() + 4;
    if (height != m_text->height())
        m_text->setFixedHeight(height);
}

} // namespace rigwright::ui
