// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/interchange/table_import.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeView;

namespace rigwright::ui {

class ImportModel;

/// Shows what an import would do before it is done. Accepted only where there is something to do and nothing is
/// wrong; whoever opened it then saves the plan's rows, and does what was offered if that is wanted.
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param offer  what can be done with the rows after the import ("Add it to the build"); empty = nothing
    explicit ImportDialog(const ImportPlan &plan, QWidget *parent = nullptr, const QString &offer = {});

    bool offerIsTaken() const;

private:
    void updateImport();
    QWidget *makeProblems(const QStringList &problems);
    QString summary() const;

    ImportModel *m_model;
    bool m_sound; ///< the file has no problems
    QTreeView *m_view;
    QCheckBox *m_offer;
    QPushButton *m_import;
    QLabel *m_reason;
};

} // namespace rigwright::ui
