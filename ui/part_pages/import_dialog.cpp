// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/import_dialog.h"

#include "ui/part_pages/column_captions.h"
#include "ui/part_pages/import_model.h"
#include "ui/part_pages/page_labels.h"
#include "ui/widgets/card.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QListWidget>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace rigwright::ui {

namespace {
constexpr int kProblemLines = 5; ///< that show at once
}

ImportDialog::ImportDialog(const ImportPlan &plan, QWidget *parent, const QString &offer)
    : QDialog(parent), m_model(new ImportModel(plan, this)), m_sound(plan.problems.isEmpty()), m_view(new QTreeView),
      m_offer(new QCheckBox(offer)), m_reason(textLabel({}, FontRole::Body, true))
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import %1").arg(tablesText(plan.table)));
    m_view->setObjectName(QStringLiteral("importRows"));
    m_view->setAccessibleName(tr("What the import does"));
    m_view->setModel(m_model);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setIconSize({13, 13});
    m_view->setStyleSheet(QStringLiteral("QTreeView::item { padding: 3px 4px; }"));
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(ImportModel::Name, QHeaderView::Stretch);
    for (const auto &[column, width] :
         {std::pair(ImportModel::What, 210), std::pair(ImportModel::Identifier, 190), std::pair(ImportModel::Line, 70)})
        m_view->setColumnWidth(column, width);

    QLabel *counts = textLabel(summary(), FontRole::Strong);
    counts->setObjectName(QStringLiteral("summary"));
    auto *only = new QCheckBox(tr("&Only what changes"));
    only->setObjectName(QStringLiteral("onlyChanges"));
    connect(only, &QCheckBox::toggled, m_model, &ImportModel::setOnlyChanges);
    auto *head = new QHBoxLayout;
    head->addWidget(counts, 1);
    head->addWidget(only);

    m_offer->setObjectName(QStringLiteral("offer"));
    m_offer->setVisible(!offer.isEmpty());
    m_offer->setChecked(!offer.isEmpty() && m_sound);
    m_offer->setEnabled(m_sound);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(QStringLiteral("import"));
    connect(m_offer, &QCheckBox::toggled, this, &ImportDialog::updateImport);
    updateImport();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kMedium);
    layout->setSpacing(spacing::kMedium);
    if (!plan.problems.isEmpty())
        layout->addWidget(makeProblems(plan.problems));
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_offer);
    foot->addWidget(m_reason, 1);
    foot->addWidget(buttons);
    layout->addLayout(foot);
    setMinimumSize(560, 380);
    resize(820, 560);
    m_view->setCurrentIndex(m_model->index(0, 0));
    m_view->setFocus();
}

bool ImportDialog::offerIsTaken() const
{
    return m_offer->isChecked();
}

void ImportDialog::updateImport()
{
    const int wanted = m_model->countOf(RowChange::Kind::Added) + m_model->countOf(RowChange::Kind::Changed);
    const QString reason = !m_sound      ? tr("Nothing is imported until the file is right.")
                           : wanted == 0 ? tr("The catalogue has all of this already.")
                                         : QString();
    m_import->setText(wanted > 0       ? tr("Import %Ln rows", nullptr, wanted)
                      : offerIsTaken() ? tr("Add to Build")
                                       : tr("Import"));
    m_import->setEnabled(m_sound && (wanted > 0 || offerIsTaken()));
    m_reason->setText(reason);
    m_import->setToolTip(reason);
    m_import->setAccessibleDescription(reason);
}

QString ImportDialog::summary() const
{
    return tr("%1 added, %2 changed, %3 unchanged")
        .arg(QLocale().toString(m_model->countOf(RowChange::Kind::Added)),
             QLocale().toString(m_model->countOf(RowChange::Kind::Changed)),
             QLocale().toString(m_model->countOf(RowChange::Kind::Same)));
}

QWidget *ImportDialog::makeProblems(const QStringList &problems)
{
    auto *card = new Card;
    card->setRoles(Role::BadSoft);
    card->setStripe(Role::Bad);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kTight);
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::kTight);
    head->addWidget(new IconLabel(QStringLiteral("error"), Role::Bad), 0, Qt::AlignTop);
    head->addWidget(textLabel(tr("%Ln problems in the file", nullptr, int(problems.size())), FontRole::Strong), 1);
    layout->addLayout(head);
    auto *list = new QListWidget;
    list->setObjectName(QStringLiteral("problems"));
    list->setAccessibleName(tr("Problems in the file"));
    list->setWordWrap(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setStyleSheet(QStringLiteral("QListWidget { background: transparent; border: none; }"));
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->addItems(problems);
    list->setFixedHeight(int(std::min<qsizetype>(kProblemLines, problems.size())) * (list->sizeHintForRow(0) + 1) + 4);
    layout->addWidget(list);
    return card;
}

} // namespace rigwright::ui
