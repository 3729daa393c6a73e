// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/page_header.h"

#include "ui/catalog/row_words.h"
#include "ui/part_pages/page_labels.h"
#include "ui/theme/icons.h"
#include "ui/widgets/icon_button.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

namespace rigwright::ui {

namespace {

constexpr int kNoteLines = 2;

/// A plain text that stands on one line beside its drawing.
QLabel *wordLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setProperty("tone", QStringLiteral("muted"));
    return label;
}

} // namespace

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent), m_star(new IconButton(QStringLiteral("star"), tr("Favourite"))),
      m_name(textLabel({}, FontRole::Title)), m_about(wordLabel()),
      m_trustIcon(new IconLabel(QStringLiteral("check"), Role::Good)), m_trust(wordLabel()),
      m_ownIcon(new IconLabel(QStringLiteral("rename"), Role::Accent)), m_own(wordLabel()), m_note(new QPlainTextEdit)
{
    m_star->setObjectName(QStringLiteral("favourite"));
    m_star->setCheckable(true);
    m_star->setIconSize({20, 20});
    m_name->setObjectName(QStringLiteral("partName"));
    m_own->setObjectName(QStringLiteral("ownership"));
    connect(m_star, &QToolButton::clicked, this, &PageHeader::favoured);

    auto *title = new QHBoxLayout;
    title->setSpacing(spacing::kSmall);
    title->addWidget(m_star, 0, Qt::AlignTop);
    title->addWidget(m_name, 1, Qt::AlignVCenter);

    auto *about = new QHBoxLayout;
    about->setSpacing(spacing::kTight);
    about->addWidget(m_about);
    for (auto [icon, text] : {std::pair(m_trustIcon, m_trust), std::pair(m_ownIcon, m_own)}) {
        about->addSpacing(spacing::kMedium);
        about->addWidget(icon);
        about->addWidget(text);
    }
    about->addStretch();

    auto *actions = new QHBoxLayout;
    actions->setSpacing(spacing::kSmall);
    m_place = addButton(actions, "placePart", {}, {}, &PageHeader::placed);
    m_place->setProperty("kind", QStringLiteral("primary"));
    addButton(actions, "editRow", QStringLiteral("rename"), tr("&Edit…"), &PageHeader::edited);
    addButton(actions, "editCopy", QStringLiteral("copy"), tr("Edit a &copy…"), &PageHeader::copied);
    m_addPrice = addButton(actions, "addPrice", QStringLiteral("plus"), tr("&Add price…"), &PageHeader::priceAdded);
    actions->addStretch();
    m_remove = addButton(actions, "removeRow", {}, {}, &PageHeader::removed);

    m_note->setObjectName(QStringLiteral("note"));
    m_note->setAccessibleName(tr("Your note"));
    m_note->setPlaceholderText(tr("Your note, kept beside the catalogue"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(kNoteLines * m_note->fontMetrics().lineSpacing() + 20);
    m_note->installEventFilter(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kSmall);
    layout->addLayout(title);
    layout->addLayout(about);
    layout->addLayout(actions);
    layout->addWidget(m_note);
}

QPushButton *PageHeader::addButton(QHBoxLayout *layout, const char *name, const QString &icon, const QString &text,
                                   void (PageHeader::*signal)())
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    if (!icon.isEmpty())
        button->setIcon(themedIcon(icon));
    connect(button, &QPushButton::clicked, this, signal);
    layout->addWidget(button);
    return button;
}

void PageHeader::showFavourite(bool favourite)
{
    m_star->setChecked(favourite);
    m_star->setIcon(favourite ? themedIcon(QStringLiteral("star-filled"), Role::Nvlink)
                              : themedIcon(QStringLiteral("star"), Role::Muted));
    const QString label = favourite ? tr("Remove from favourites") : tr("Add to favourites");
    m_star->setToolTip(label);
    m_star->setAccessibleName(label);
}

void PageHeader::show(const QString &table, const FactSheet &sheet, bool favourite)
{
    showFavourite(favourite);
    m_name->setText(sheet.name);
    m_about->setText(sheet.vendor.isEmpty() ? sheet.kind : sheet.vendor + QStringLiteral(" · ") + sheet.kind);
    m_trustIcon->setDrawing(confidenceIcon(sheet.confidence), confidenceRole(sheet.confidence));
    m_trust->setText(confidenceText(sheet.confidence));
    const bool removable = sheet.own || sheet.edited;
    m_ownIcon->setVisible(removable);
    m_own->setVisible(removable);
    m_own->setText(sheet.own ? tr("Your own") : tr("Edited by you"));
    m_remove->setVisible(removable);
    m_remove->setText(sheet.own ? tr("&Delete…") : tr("&Revert to shipped…"));
    m_remove->setIcon(themedIcon(sheet.own ? QStringLiteral("trash") : QStringLiteral("undo")));
    const bool model = table == QLatin1String("models");
    m_place->setVisible(model || kindOf(table).has_value());
    m_place->setText(model ? tr("Add to the &workload") : tr("&Place"));
    m_addPrice->setVisible(sheet.priced);
}

void PageHeader::setNote(const QString &note)
{
    if (m_note->toPlainText() != note)
        m_note->setPlainText(note);
}

QString PageHeader::note() const
{
    return m_note->toPlainText().trimmed();
}

bool PageHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_note && event->type() == QEvent::FocusOut)
        Q_EMIT noteLeft();
    return QWidget::eventFilter(watched, event);
}

} // namespace rigwright::ui
