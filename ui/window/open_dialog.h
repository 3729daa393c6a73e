// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/build/build_repository.h"

#include <QDialog>

class QLabel;
class QTreeWidget;

namespace rigwright::ui {

/// The saved builds: open one, or rename, duplicate and delete them.
class OpenDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param openId the saved build that is open, or 0: it cannot be deleted here
    OpenDialog(BuildRepository *builds, qint64 openId, QWidget *parent = nullptr);
    qint64 chosen() const; ///< 0 = none

Q_SIGNALS:
    void renamed(qint64 id, const QString &name);

private:
    void reload(qint64 select);
    void rename();
    void duplicate();
    void remove();

    BuildRepository *m_builds;
    qint64 m_openId;
    QTreeWidget *m_list;
    QLabel *m_empty;
};

} // namespace rigwright::ui
