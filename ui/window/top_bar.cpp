// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/top_bar.h"

#include "core/build/edits.h"
#include "ui/theme/theme.h"
#include "ui/window/build_session.h"
#include "ui/window/site_summary.h"
#include "ui/window/window_actions.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>

namespace rigwright::ui {

namespace {
constexpr int kLongestName = 120;
constexpr int kWidestName = 320;
constexpr int kNarrow = 1500; ///< below this the buttons on the left lose their icons
constexpr int kWidestSite = 380;
constexpr int kNarrowestSite = 120;
constexpr int kBreathingSpace = 24; ///< between the two groups of buttons

QToolButton *button(const QString &text, const char *name)
{
    auto *made = new QToolButton;
    made->setObjectName(QLatin1String(name));
    made->setProperty("kind", QStringLiteral("button"));
    made->setText(text);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

/// A button for an action that keeps its own short text: the undo action's says what it undoes.
QToolButton *actionButton(QAction *action, const QString &text, const char *name)
{
    QToolButton *made = button(text, name);
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    made->setIconSize({14, 14});
    made->setIcon(action->icon());
    QObject::connect(made, &QToolButton::clicked, action, &QAction::trigger);
    const auto follow = [made, action] {
        made->setEnabled(action->isEnabled());
        QString tip = action->text();
        tip.remove(QLatin1Char('&'));
        made->setToolTip(
            QStringLiteral("%1 (%2)").arg(tip, action->shortcut().toString(QKeySequence::NativeText)).toHtmlEscaped());
    };
    QObject::connect(action, &QAction::changed, made, follow);
    follow();
    return made;
}

QToolButton *menuButton(const QString &text, QMenu *menu, const char *name)
{
    QToolButton *made = button(text + QStringLiteral(" ▾"), name);
    made->setAccessibleName(text);
    made->setPopupMode(QToolButton::InstantPopup);
    made->setMenu(menu);
    return made;
}
} // namespace

TopBar::TopBar(BuildDocument *document, const BuildSession *session, const WindowActions &actions, QWidget *parent)
    : QToolBar(parent), m_document(document), m_session(session), m_name(new QLineEdit), m_edited(new QLabel),
      m_site(button(QString(), "siteButton"))
{
    setObjectName(QStringLiteral("topBar"));
    setWindowTitle(tr("Build"));
    setMovable(false);
    toggleViewAction()->setVisible(false);

    m_name->setObjectName(QStringLiteral("buildName"));
    m_name->setProperty("kind", QStringLiteral("title"));
    m_name->setFont(Theme::font(FontRole::Title));
    m_name->setMaxLength(kLongestName);
    m_name->setAccessibleName(tr("Name of the build"));
    m_name->setToolTip(tr("Click to rename the build"));
    connect(m_name, &QLineEdit::editingFinished, this, &TopBar::rename);
    connect(m_name, &QLineEdit::returnPressed, m_name, &QWidget::clearFocus);
    auto *giveUp = new QShortcut(Qt::Key_Escape, m_name);
    giveUp->setContext(Qt::WidgetShortcut);
    connect(giveUp, &QShortcut::activated, this, [this] {
        m_name->setText(m_document->build().name);
        m_name->clearFocus();
    });
    m_edited->setObjectName(QStringLiteral("editedMark"));
    m_edited->setProperty("tone", QStringLiteral("muted"));

    connect(m_site, &QToolButton::clicked, actions.site, &QAction::trigger);
    QToolButton *exportButton = menuButton(tr("Export"), actions.exportMenu, "exportButton");
    exportButton->setProperty("kind", QStringLiteral("primary"));

    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(6, 6, 10, 6);
    layout->setSpacing(spacing::kSmall);
    layout->addWidget(m_name);
    layout->addWidget(m_edited);
    layout->addSpacing(4);
    layout->addWidget(actionButton(actions.undo, tr("Undo"), "undoButton"));
    layout->addWidget(actionButton(actions.redo, tr("Redo"), "redoButton"));
    layout->addWidget(menuButton(tr("Templates"), actions.templates, "templatesButton"));
    layout->addWidget(menuButton(tr("Open"), actions.openMenu, "openButton"));
    layout->addWidget(actionButton(actions.save, tr("Save"), "saveButton"));
    layout->addStretch();
    layout->addWidget(actionButton(actions.compare, tr("Compare…"), "compareButton"));
    layout->addWidget(m_site);
    layout->addWidget(exportButton);
    addWidget(row);
    row->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);

    connect(document, &BuildDocument::changed, this, &TopBar::refresh);
    connect(session, &BuildSession::stateChanged, this, &TopBar::refresh);
    refresh();
}

void TopBar::refresh()
{
    const QString name = m_document->build().name;
    if (!m_name->hasFocus() || !m_name->isModified())
        m_name->setText(name);
    const int wide = m_name->fontMetrics().horizontalAdvance(name) + 24;
    m_name->setFixedWidth(std::clamp(wide, 90, kWidestName));
    m_edited->setText(m_session->isEdited() ? tr("● edited") : QString());
    m_siteText = siteSummary(m_document->build().site, m_document->catalog());
    fitButtons();
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QToolBar::resizeEvent(event);
    fitButtons();
}

void TopBar::fitButtons()
{
    const bool narrow = width() < kNarrow;
    for (QToolButton *each : findChildren<QToolButton *>())
        if (!each->icon().isNull() && each->objectName() != QLatin1String("qt_toolbar_ext_button"))
            each->setToolButtonStyle(narrow ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
    // The site has the room that the others leave.
    const QString text = m_siteText.isEmpty() ? tr("Site…") : tr("Site: %1").arg(m_siteText);
    m_site->setText(QString());
    const int left = width() - m_site->parentWidget()->layout()->sizeHint().width() - kBreathingSpace;
    m_site->setText(
        m_site->fontMetrics().elidedText(text, Qt::ElideRight, std::clamp(left, kNarrowestSite, kWidestSite)));
    m_site->setToolTip(tr("Circuits, tariff and hours of use (%1)").arg(m_siteText).toHtmlEscaped());
    m_site->setAccessibleName(text);
}

void TopBar::rename()
{
    const QString name = m_name->text().simplified();
    m_name->setModified(false);
    if (name.isEmpty() || name == m_document->build().name)
        m_name->setText(m_document->build().name);
    else
        m_document->apply(tr("Rename to %1").arg(name), edits::renamed(m_document->build(), name));
}

} // namespace rigwright::ui
