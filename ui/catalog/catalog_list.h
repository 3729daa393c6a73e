// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace rigwright::ui {

/// The list of catalogue cards: Enter or a double click asks to add one, a drag carries it.
class CatalogList : public QListView
{
    Q_OBJECT
public:
    explicit CatalogList(QWidget *parent = nullptr);

Q_SIGNALS:
    void addRequested(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
};

} // namespace rigwright::ui
