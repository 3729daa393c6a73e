// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/save_as_dialog.h"

#include "ui/window/build_session.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rigwright::ui {

namespace {
constexpr int kLongestName = 120;
}

SaveAsDialog::SaveAsDialog(const BuildSession &session, const QString &name, QWidget *parent)
    : QDialog(parent), m_name(new QLineEdit(name))
{
    setObjectName(QStringLiteral("saveAsDialog"));
    setWindowTitle(tr("Save Build"));
    m_name->setObjectName(QStringLiteral("saveAsName"));
    m_name->setMaxLength(kLongestName);
    m_name->selectAll();
    auto *caption = new QLabel(tr("&Name"));
    caption->setBuddy(m_name);
    auto *warning = new QLabel;
    warning->setTextFormat(Qt::PlainText);
    warning->setWordWrap(true);
    warning->setProperty("tone", QStringLiteral("warn"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    QPushButton *save = buttons->button(QDialogButtonBox::Save);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    const auto check = [this, &session, warning, save] {
        const bool replaces = session.wouldReplace(this->name());
        warning->setText(replaces
                             ? tr("A saved build has this name. Saving replaces it; what it was stays in its history.")
                             : QString());
        save->setText(replaces ? tr("Replace") : tr("Save"));
        save->setEnabled(!this->name().isEmpty());
    };
    connect(m_name, &QLineEdit::textChanged, this, check);
    check();

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(caption);
    layout->addWidget(m_name);
    layout->addWidget(warning);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(420);
}

QString SaveAsDialog::name() const
{
    return m_name->text().simplified();
}

} // namespace rigwright::ui
