// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/open_dialog.h"

#include "ui/theme/icons.h"
#include "ui/window/messages.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace rigwright::ui {

namespace {
constexpr int kIdRole = Qt::UserRole;
}

OpenDialog::OpenDialog(BuildRepository *builds, qint64 openId, QWidget *parent)
    : QDialog(parent), m_builds(builds), m_openId(openId), m_list(new QTreeWidget),
      m_empty(new QLabel(tr("No builds are saved yet. Save the open one with Ctrl+S.")))
{
    setObjectName(QStringLiteral("openDialog"));
    setWindowTitle(tr("Saved Builds"));
    m_list->setObjectName(QStringLiteral("savedBuilds"));
    m_list->setAccessibleName(tr("Saved builds"));
    m_list->setHeaderLabels({tr("Name"), tr("Parts"), tr("Saved")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_empty->setProperty("tone", QStringLiteral("muted"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel);
    const auto addButton = [&](const char *name, const QString &iconName, const QString &text, auto slot) {
        QPushButton *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(QLatin1String(name));
        button->setIcon(themedIcon(iconName));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, slot);
        return button;
    };
    QPushButton *change[] = {
        addButton("renameBuild", QStringLiteral("rename"), tr("Rename…"), &OpenDialog::rename),
        addButton("duplicateBuild", QStringLiteral("copy"), tr("Duplicate"), &OpenDialog::duplicate),
        addButton("deleteBuild", QStringLiteral("trash"), tr("Delete…"), &OpenDialog::remove),
    };
    QPushButton *open = buttons->button(QDialogButtonBox::Open);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTreeWidget::itemDoubleClicked, this, &QDialog::accept);
    connect(m_list, &QTreeWidget::currentItemChanged, this,
            [this, open, rename = change[0], duplicate = change[1], remove = change[2]] {
                const bool any = chosen() > 0;
                open->setEnabled(any);
                rename->setEnabled(any);
                duplicate->setEnabled(any);
                remove->setEnabled(any && chosen() != m_openId);
                remove->setToolTip(any && chosen() == m_openId ? tr("This build is open.") : QString());
            });

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list);
    layout->addWidget(m_empty);
    layout->addWidget(buttons);
    open->setEnabled(false);
    for (QPushButton *button : change)
        button->setEnabled(false);
    reload(openId);
    resize(620, 420);
}

qint64 OpenDialog::chosen() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? item->data(0, kIdRole).toLongLong() : 0;
}

void OpenDialog::reload(qint64 select)
{
    const Result<std::vector<SavedBuild>> builds = m_builds->list();
    if (!builds) {
        showError(this, tr("The saved builds could not be read."), builds.error());
        return;
    }
    m_list->clear();
    const QLocale locale;
    for (const SavedBuild &build : *builds) {
        auto *item = new QTreeWidgetItem({build.name, locale.toString(build.parts),
                                          locale.toString(build.saved.toLocalTime(), QLocale::ShortFormat)});
        item->setData(0, kIdRole, build.id);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        m_list->addTopLevelItem(item);
        if (build.id == select || !m_list->currentItem())
            m_list->setCurrentItem(item);
    }
    m_empty->setVisible(builds->empty());
}

void OpenDialog::rename()
{
    const qint64 id = chosen();
    bool accepted = false;
    const QString name = QInputDialog::getText(this, tr("Rename Build"), tr("Name"), QLineEdit::Normal,
                                               m_list->currentItem()->text(0), &accepted)
                             .simplified();
    if (!accepted || name.isEmpty())
        return;
    if (const Outcome outcome = m_builds->rename(id, name); !outcome)
        showError(this, tr("The build could not be renamed."), outcome.error());
    else
        Q_EMIT renamed(id, name);
    reload(id);
}

void OpenDialog::duplicate()
{
    const Result<qint64> copy = m_builds->duplicate(chosen());
    if (!copy)
        showError(this, tr("The build could not be duplicated."), copy.error());
    reload(copy ? *copy : chosen());
}

void OpenDialog::remove()
{
    if (!confirm(this, tr("Delete “%1”?").arg(m_list->currentItem()->text(0)),
                 tr("The saved build and its history are removed. This cannot be undone."), tr("Delete")))
        return;
    if (const Outcome outcome = m_builds->remove(chosen()); !outcome)
        showError(this, tr("The build could not be deleted."), outcome.error());
    reload(0);
}

} // namespace rigwright::ui
