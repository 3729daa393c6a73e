// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/interchange/table_import.h"

#include <QDialog>

class QTreeView;

namespace rigwright::ui {

class ImportModel;

/// Shows what an import would do before it is done. Accepted only where there is something to do and nothing is
/// wrong; whoever opened it then saves the plan's rows.
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ImportDialog(const ImportPlan &plan, QWidget *parent = nullptr);

private:
    QWidget *makeProblems(const QStringList &problems);
    QString summary() const;

    ImportModel *m_model;
    QTreeView *m_view;
};

} // namespace rigwright::ui
