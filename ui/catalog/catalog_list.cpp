// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalog_list.h"

#include "ui/catalog/catalog_delegate.h"
#include "ui/theme/theme.h"

#include <QDrag>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>

namespace rigwright::ui {

CatalogList::CatalogList(QWidget *parent) : QListView(parent)
{
    setItemDelegate(new CatalogDelegate(this));
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setProperty("kind", QStringLiteral("plain"));
    connect(&Theme::current(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void CatalogList::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT addRequested(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void CatalogList::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && event->button() == Qt::LeftButton)
        Q_EMIT addRequested(index);
}

void CatalogList::startDrag(Qt::DropActions actions)
{
    const QModelIndex index = currentIndex();
    QMimeData *dragged = index.isValid() ? model()->mimeData({index}) : nullptr;
    if (!dragged)
        return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = QRect({0, 0}, visualRect(index).size());
    option.state |= QStyle::State_Selected;
    QPixmap picture(option.rect.size() * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setOpacity(0.85);
    itemDelegate()->paint(&painter, option, index);
    painter.end();

    auto *drag = new QDrag(this);
    drag->setMimeData(dragged);
    drag->setPixmap(picture);
    drag->setHotSpot({24, 16});
    drag->exec(actions, Qt::CopyAction);
}

} // namespace rigwright::ui
