// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/why_popover.h"

#include "ui/theme/theme.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/section_label.h"

#include <QAbstractScrollArea>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace rigwright::ui {

namespace {

constexpr int kWidth = 460;

QLabel *makeLabel(const QString &text, FontRole font, bool muted = false)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(Theme::font(font));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (muted)
        label->setProperty("tone", QStringLiteral("muted"));
    return label;
}

/// Lets a long formula break before an operator; copying takes the text from the explanation.
QString breakable(QString formula)
{
    return formula.replace(QLatin1Char('('), QStringLiteral("(\u200b"));
}

void addInputs(QVBoxLayout *layout, const std::vector<ExplanationInput> &inputs)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(spacing::kMedium);
    grid->setVerticalSpacing(spacing::kTight);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const ExplanationInput &input : inputs) {
        QLabel *symbol = makeLabel(input.symbol, FontRole::Mono);
        symbol->setWordWrap(false);
        grid->addWidget(symbol, row, 0, Qt::AlignTop);
        grid->addWidget(makeLabel(input.value, FontRole::Strong), row++, 1);
        const QString words = input.source.isEmpty() ? input.label
                                                     : input.label + QStringLiteral(" · ")
                                                           + WhyPopover::tr("source: %1").arg(input.source);
        if (!words.isEmpty())
            grid->addWidget(makeLabel(words, FontRole::Small, true), row++, 1);
    }
    layout->addLayout(grid);
}

} // namespace

WhyPopover::WhyPopover(Explanation explanation, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_explanation(std::move(explanation))
{
    setObjectName(QStringLiteral("why"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Why: %1").arg(m_explanation.title));
    setAccessibleDescription(m_explanation.toPlainText());
    setStyleSheet(QStringLiteral("#why { background: %1; border: 1px solid %2; }")
                      .arg(Theme::color(Role::Card).name(), Theme::color(Role::OutlineStrong).name()));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    QWidget *body = makeBody();
    body->setAutoFillBackground(false);
    scroll->setWidget(body);
    layout->addWidget(scroll);

    setFixedWidth(kWidth);
    const int room = screen() ? screen()->availableGeometry().height() * 7 / 10 : 700;
    const int wanted = body->hasHeightForWidth() ? body->heightForWidth(kWidth - 4) : body->sizeHint().height();
    setFixedHeight(std::min(wanted + 4, room));
}

QWidget *WhyPopover::makeBody()
{
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kLarge);
    layout->setSpacing(spacing::kSmall);

    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(m_explanation.title, FontRole::Strong, true), 1);
    auto *copyButton = new IconButton(QStringLiteral("copy"), tr("Copy the explanation"));
    copyButton->setObjectName(QStringLiteral("copy"));
    connect(copyButton, &QToolButton::clicked, this, &WhyPopover::copy);
    head->addWidget(copyButton, 0, Qt::AlignTop);
    layout->addLayout(head);
    layout->addWidget(makeLabel(m_explanation.figure, FontRole::Title));
    if (!m_explanation.band.isEmpty())
        layout->addWidget(makeLabel(m_explanation.band, FontRole::Body));
    layout->addWidget(makeLabel(tr("Basis: %1").arg(m_explanation.basis), FontRole::Body, true));
    if (!m_explanation.formula.isEmpty()) {
        layout->addSpacing(spacing::kTight);
        layout->addWidget(new SectionLabel(tr("Formula")));
        layout->addWidget(makeLabel(breakable(m_explanation.formula), FontRole::Mono));
        layout->addWidget(makeLabel(QStringLiteral("= ") + breakable(m_explanation.substituted), FontRole::Mono, true));
        layout->addWidget(makeLabel(QStringLiteral("= ") + m_explanation.figure, FontRole::Mono));
    }
    if (!m_explanation.inputs.empty()) {
        layout->addSpacing(spacing::kTight);
        layout->addWidget(new SectionLabel(tr("With")));
        addInputs(layout, m_explanation.inputs);
    }
    if (!m_explanation.method.isEmpty()) {
        layout->addSpacing(spacing::kTight);
        layout->addWidget(new SectionLabel(tr("Method")));
        layout->addWidget(makeLabel(m_explanation.method, FontRole::Body));
    }
    layout->addStretch();
    return body;
}

WhyPopover *WhyPopover::open(const Explanation &explanation, QWidget *anchor)
{
    auto *popover = new WhyPopover(explanation, anchor->window());
    const QRect screen = anchor->screen()->availableGeometry();
    const QPoint corner = anchor->mapToGlobal(QPoint(0, 0));
    const QWidget *panel = anchor; // the popover stands beside what scrolls the anchor, and covers none of it
    while (panel && !qobject_cast<const QAbstractScrollArea *>(panel))
        panel = panel->parentWidget();
    int x = (panel ? panel : anchor)->mapToGlobal(QPoint(0, 0)).x() - popover->width() - spacing::kTight;
    if (x < screen.left())
        x = std::min(corner.x(), screen.right() - popover->width());
    const int y = std::clamp(corner.y(), screen.top(), std::max(screen.top(), screen.bottom() - popover->height()));
    popover->move(x, y);
    popover->show();
    if (auto *copyButton = popover->findChild<QToolButton *>(QStringLiteral("copy")))
        copyButton->setFocus(Qt::PopupFocusReason);
    return popover;
}

void WhyPopover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->matches(QKeySequence::Copy))
        copy();
    else
        QFrame::keyPressEvent(event);
}

void WhyPopover::copy()
{
    QGuiApplication::clipboard()->setText(m_explanation.toPlainText());
}

} // namespace rigwright::ui
