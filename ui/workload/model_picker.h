// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace rigwright::ui {

/// A list of the catalogue's models with a search field, open below a button. Arrow keys move in
/// the list while the field keeps the keyboard; Enter chooses; Escape closes.
class ModelPicker : public QFrame
{
    Q_OBJECT
public:
    explicit ModelPicker(const Catalog &catalog, QWidget *parent = nullptr);

    /// Opens it at `anchor`; it deletes itself when it closes.
    void openAt(QWidget *anchor, const QString &currentId);

Q_SIGNALS:
    void picked(const QString &modelId);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void choose();

    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace rigwright::ui
