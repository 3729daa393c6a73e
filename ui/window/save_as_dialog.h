// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace rigwright::ui {

class BuildSession;

/// Asks for the name to save a build under, and says so before it replaces another.
class SaveAsDialog : public QDialog
{
    Q_OBJECT
public:
    SaveAsDialog(const BuildSession &session, const QString &name, QWidget *parent = nullptr);
    QString name() const;

private:
    QLineEdit *m_name;
};

} // namespace rigwright::ui
