// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/fact_list.h"

#include "core/catalog/web_address.h"
#include "ui/part_pages/cell_format.h"
#include "ui/part_pages/conflict_note.h"
#include "ui/part_pages/page_labels.h"
#include "ui/part_pages/web_link.h"
#include "ui/widgets/section_label.h"

#include <QGridLayout>
#include <QScrollBar>

namespace rigwright::ui {

namespace {

constexpr int kCaptionWidth = 190;
constexpr int kNoteSpace = 4; ///< above a value that has a note beside it

/// The value, with what shipped in its place.
QHBoxLayout *makeLine(const Fact &fact, bool wraps)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(spacing::kTight);
    if (fact.edited)
        line->addWidget(new IconLabel(QStringLiteral("rename"), Role::Accent), 0, Qt::AlignTop);
    QLabel *value = textLabel(fact.value, fact.figure ? FontRole::Strong : FontRole::Body);
    value->setWordWrap(wraps);
    value->setObjectName(QStringLiteral("value.") + fact.column);
    value->setAccessibleName(FactList::tr("%1: %2").arg(fact.caption, fact.value));
    line->addWidget(value, wraps ? 1 : 0);
    if (fact.edited) {
        line->addSpacing(spacing::kMedium);
        QLabel *shipped = textLabel(FactList::tr("yours · shipped: %1").arg(fact.shipped), FontRole::Body, true);
        shipped->setObjectName(QStringLiteral("shipped.") + fact.column);
        line->addWidget(shipped, 1);
    }
    return line;
}

QLayout *makeValue(const Fact &fact)
{
    constexpr int kShort = 30; // characters that never need a second line
    auto *layout = new QVBoxLayout;
    layout->setSpacing(spacing::kTight);
    const bool wraps = fact.value.size() > kShort || (fact.claims.empty() && !fact.edited);
    QHBoxLayout *line = makeLine(fact, wraps);
    if (fact.claims.empty()) {
        layout->addLayout(line);
    } else if (wraps) {
        layout->addLayout(line);
        layout->addWidget(new ConflictNote(fact));
    } else {
        layout->addWidget(new ConflictNote(fact, line));
    }
    if (const auto address = webAddressIn(fact.value))
        layout->addWidget(makeWebLink(*address), 0, Qt::AlignLeft);
    return layout;
}

} // namespace

FactList::FactList(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("facts"));
    setAccessibleName(tr("Facts"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus); // the arrow keys scroll
    viewport()->setAutoFillBackground(false);
}

void FactList::show(const std::vector<FactGroup> &groups)
{
    if (groups == m_groups && widget())
        return;
    m_groups = groups;
    const int position = verticalScrollBar()->value();
    QStringList open;
    for (const ConflictNote *note : findChildren<ConflictNote *>())
        if (note->isOpen())
            open << note->objectName();
    if (QWidget *old = takeWidget())
        old->deleteLater(); // the click that changed the facts may still be on its way through it
    setWidget(makeBody());
    widget()->setAutoFillBackground(false);
    for (ConflictNote *note : widget()->findChildren<ConflictNote *>())
        note->setOpen(open.contains(note->objectName()));
    verticalScrollBar()->setValue(position);
}

QWidget *FactList::makeBody() const
{
    auto *body = new QWidget;
    auto *grid = new QGridLayout(body);
    grid->setContentsMargins(spacing::kTight, spacing::kMedium, spacing::kMedium, spacing::kMedium);
    grid->setHorizontalSpacing(spacing::kLarge);
    grid->setVerticalSpacing(spacing::kSmall);
    grid->setColumnMinimumWidth(0, kCaptionWidth);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const FactGroup &group : m_groups) {
        if (row > 0)
            grid->setRowMinimumHeight(row++, spacing::kTight);
        grid->addWidget(new SectionLabel(group.heading), row++, 0, 1, 2);
        for (const Fact &fact : group.facts) {
            QLabel *caption = textLabel(fact.caption, FontRole::Body, true);
            caption->setToolTip(fact.hint.toHtmlEscaped());
            caption->setFixedWidth(kCaptionWidth);
            if (!fact.claims.empty())
                caption->setContentsMargins(0, kNoteSpace, 0, 0);
            grid->addWidget(caption, row, 0, Qt::AlignTop);
            grid->addLayout(makeValue(fact), row++, 1);
        }
        if (!group.notStated.isEmpty())
            grid->addWidget(
                textLabel(tr("Not stated: %1").arg(group.notStated.join(QStringLiteral(" · "))), FontRole::Small, true),
                row++, 0, 1, 2);
    }
    grid->setRowStretch(row, 1);
    return body;
}

} // namespace rigwright::ui
