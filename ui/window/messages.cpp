// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/messages.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QTextDocument>

namespace rigwright::ui {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Messages)
};

/// Text from files and names is shown as text, never as HTML.
void setPlainTexts(QMessageBox &box, const QString &text, const QString &detail)
{
    box.setTextFormat(Qt::PlainText);
    box.setWindowTitle(QGuiApplication::applicationDisplayName());
    box.setText(text);
    box.setInformativeText(
        Qt::convertFromPlainText(detail, Qt::WhiteSpaceNormal)); // this label guesses; escaped HTML is safe
}
} // namespace

void showError(QWidget *parent, const QString &what, const Error &error)
{
    QMessageBox box(parent);
    box.setObjectName(QStringLiteral("errorMessage"));
    box.setIcon(QMessageBox::Warning);
    setPlainTexts(box, what, error.message);
    box.setStandardButtons(QMessageBox::Ok);
    box.exec();
}

bool confirm(QWidget *parent, const QString &question, const QString &detail, const QString &yes)
{
    QMessageBox box(parent);
    box.setObjectName(QStringLiteral("confirmation"));
    box.setIcon(QMessageBox::Question);
    setPlainTexts(box, question, detail);
    QPushButton *accept = box.addButton(yes, QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    return box.clickedButton() == accept;
}

Unsaved askUnsaved(QWidget *parent, const QString &buildName)
{
    QMessageBox box(parent);
    box.setObjectName(QStringLiteral("unsavedChanges"));
    box.setIcon(QMessageBox::Question);
    setPlainTexts(box, Text::tr("Save the changes to “%1”?").arg(buildName),
                  Text::tr("They are lost if you do not save them."));
    box.setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save: return Unsaved::Save;
    case QMessageBox::Discard: return Unsaved::Discard;
    default: return Unsaved::Cancel;
    }
}

} // namespace rigwright::ui
