// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/conflict_note.h"

#include "core/catalog/web_address.h"
#include "ui/part_pages/cell_format.h"
#include "ui/part_pages/page_labels.h"
#include "ui/part_pages/web_link.h"
#include "ui/theme/icons.h"
#include "ui/widgets/card.h"

#include <QGridLayout>
#include <QToolButton>

namespace rigwright::ui {

namespace {

/// A claim over two lines: value, whether it counts and why not; below, who says so.
void addClaim(QGridLayout *grid, const ClaimLine &claim)
{
    const int row = grid->rowCount();
    grid->addWidget(claim.chosen() ? new IconLabel(QStringLiteral("check"), Role::Good)
                                   : new IconLabel(QStringLiteral("close"), Role::Muted),
                    row, 0, Qt::AlignTop);
    grid->addWidget(textLabel(claim.value, FontRole::Strong), row, 1, Qt::AlignTop);
    auto *source = new QVBoxLayout;
    source->setSpacing(0);
    source->addWidget(textLabel(claim.chosen() ? ConflictNote::tr("chosen") : claim.reason, FontRole::Body));
    if (!claim.source.isEmpty())
        source->addWidget(textLabel(claim.source, FontRole::Small, true));
    if (const auto address = webAddress(claim.url))
        source->addWidget(makeWebLink(*address), 0, Qt::AlignLeft);
    grid->addLayout(source, row, 2);
}

} // namespace

ConflictNote::ConflictNote(const Fact &fact, QLayout *lead, QWidget *parent) : QWidget(parent), m_head(new QToolButton)
{
    setObjectName(QStringLiteral("conflict.") + fact.column);
    m_head->setObjectName(QStringLiteral("conflictHead"));
    m_head->setText(disagreeText(fact.claims.size()));
    m_head->setIcon(themedIcon(QStringLiteral("warning"), Role::Warn));
    m_head->setIconSize({14, 14});
    m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_head->setProperty("kind", QStringLiteral("flat"));
    m_head->setFocusPolicy(Qt::StrongFocus);
    m_head->setCheckable(true);
    m_head->setAccessibleName(tr("%1 about %2").arg(m_head->text(), fact.caption));
    m_head->setToolTip(tr("Show what each source says"));

    auto *card = new Card;
    card->setRoles(Role::WarnSoft);
    card->setStripe(Role::Warn);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::kSmall);
    grid->setVerticalSpacing(spacing::kSmall);
    grid->setColumnStretch(2, 1);
    for (const ClaimLine &claim : fact.claims)
        addClaim(grid, claim);
    m_body = card;

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kTight);
    auto *line = new QHBoxLayout;
    line->setSpacing(spacing::kMedium);
    if (lead)
        line->addLayout(lead);
    line->addWidget(m_head);
    line->addStretch();
    layout->addLayout(line);
    layout->addWidget(m_body);
    connect(m_head, &QToolButton::toggled, m_body, &QWidget::setVisible);
    m_body->hide();
}

bool ConflictNote::isOpen() const
{
    return m_head->isChecked();
}

void ConflictNote::setOpen(bool open)
{
    m_head->setChecked(open);
}

} // namespace rigwright::ui
