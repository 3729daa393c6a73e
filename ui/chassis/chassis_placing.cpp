// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/chassis_view.h"

#include "ui/chassis/delta_text.h"
#include "ui/chassis/empty_chassis.h"
#include "ui/chassis/part_inspector.h"
#include "ui/chassis/part_menu.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QPixmap>

namespace rigwright::ui {

void ChassisView::takeInHand(const DraggedPart &dragged)
{
    m_note.clear();
    m_session = std::make_unique<PlacementSession>(dragged, m_document->build(), m_document->catalog(),
                                                   m_document->evaluation().chassis, m_model);
    m_empty->setInvited(true, {});
    syncStates();
}

void ChassisView::beginPlacing(const DraggedPart &dragged)
{
    endPlacing();
    m_dragging = false;
    takeInHand(dragged);
    setFocus(Qt::OtherFocusReason);
    m_session->step(1);
    placeChanged();
}

void ChassisView::holdAt(QPointF viewportPoint)
{
    if (m_session->holdAt(mapToScene(viewportPoint.toPoint())))
        placeChanged();
}

/// Shows what putting it down here would change, everywhere in the window.
void ChassisView::placeChanged()
{
    const PartEdit edit = m_session->edit(m_document->build(), m_document->catalog());
    const DropTarget *target = m_session->current();
    if (edit.allowed) {
        m_document->setPreview(edit.build);
        m_session->delta = deltaText(m_document->evaluation(), *m_document->preview());
        announce(QStringLiteral("%1. %2").arg(edit.label, m_session->delta));
    } else {
        m_document->setPreview(std::nullopt);
        if (target && !target->reason.isEmpty())
            announce(target->reason);
    }
    m_empty->setInvited(true, target && !target->allowed ? target->reason : QString());
    viewport()->update();
}

void ChassisView::endPlacing()
{
    m_dragging = false;
    m_document->setPreview(std::nullopt);
    m_empty->setInvited(false, {});
    if (!m_session)
        return;
    m_session.reset();
    syncStates();
}

/// @return whether the build changed
bool ChassisView::putDown(bool keepInHand)
{
    const PartEdit edit = m_session->edit(m_document->build(), m_document->catalog());
    const DraggedPart dragged = m_session->dragged();
    const DropTarget *target = m_session->current();
    if (!edit.allowed) {
        const QString reason = edit.reason.isEmpty() && target ? target->reason : edit.reason;
        const QRectF anchor = target ? target->ghost : QRectF();
        endPlacing();
        if (!reason.isEmpty())
            showNote(anchor, reason);
        return false;
    }
    const int newest = m_document->build().nextItem;
    endPlacing();
    m_document->apply(edit.label, edit.build);
    if (dragged.placed)
        m_document->setSelection(dragged.placed);
    else if (m_document->build().find(ItemId{newest}))
        m_document->setSelection(ItemId{newest});
    announce(edit.label);
    if (keepInHand && !dragged.placed)
        beginPlacing(dragged);
    return true;
}

void ChassisView::applyEdit(const PartEdit &edit, const QRectF &anchor)
{
    if (edit.allowed) {
        m_document->apply(edit.label, edit.build);
        announce(edit.label);
    } else if (!edit.reason.isEmpty()) {
        showNote(anchor, edit.reason);
    }
}

void ChassisView::dragEnterEvent(QDragEnterEvent *event)
{
    const std::optional<DraggedPart> dragged = decodePart(event->mimeData());
    if (!dragged) {
        event->ignore();
        return;
    }
    endPlacing();
    m_dragging = true;
    takeInHand(*dragged);
    event->acceptProposedAction();
}

/// Every move is accepted, so that a drop on a refused place comes here and can say why; the
/// action decides whether the pointer shows that it is refused.
void ChassisView::dragMoveEvent(QDragMoveEvent *event)
{
    if (!m_session) {
        event->ignore();
        return;
    }
    holdAt(event->position());
    const DropTarget *target = m_session->current();
    const bool open = m_session->isRemoving() || (target && target->allowed);
    event->setDropAction(open ? event->proposedAction() : Qt::IgnoreAction);
    event->accept();
}

void ChassisView::dragLeaveEvent(QDragLeaveEvent *event)
{
    endPlacing();
    event->accept();
}

void ChassisView::dropEvent(QDropEvent *event)
{
    if (!m_session) {
        event->ignore();
        return;
    }
    holdAt(event->position());
    if (putDown(event->modifiers() & Qt::ShiftModifier))
        event->acceptProposedAction();
    else
        event->ignore();
}

/// Drags a placed part. What is dragged is drawn by the ghost; the pointer carries only a shadow.
void ChassisView::startDrag(const PartView &part)
{
    const Item *item = m_document->build().find(itemOf(part));
    if (!item)
        return;
    const QSize size = mapFromScene(areaOf(part)).boundingRect().size() * 0.6;
    const double ratio = devicePixelRatioF();
    QPixmap shadow(size * ratio);
    shadow.setDevicePixelRatio(ratio);
    shadow.fill(Qt::transparent);
    QPainter painter(&shadow);
    painter.setOpacity(0.75);
    const QRectF area = areaOf(part);
    painter.scale(size.width() / area.width(), size.height() / area.height());
    painter.translate(-area.topLeft());
    paintPart(painter, part, m_colors, {});
    painter.end();

    auto *drag = new QDrag(this);
    drag->setMimeData(encodePart({item->part, item->id, {}}, nameOf(part)).release());
    drag->setPixmap(shadow);
    drag->setHotSpot(QPoint(size.width() / 4, size.height() / 2));
    drag->exec(Qt::MoveAction | Qt::CopyAction, Qt::MoveAction);
    endPlacing();
}

void ChassisView::pickUpFocused()
{
    const PartView *focused = focusedPart();
    if (!focused)
        return;
    const Item *item = m_document->build().find(itemOf(*focused));
    if (!item) {
        if (const std::optional<PartKind> kind = kindFor(locationOf(*focused).place))
            Q_EMIT partWanted(*kind);
    } else if (!isRemovable(*focused) || item->location.place == Place::Host) {
        showNote(areaOf(*focused), tr("This part belongs to the machine"));
    } else {
        const QString name = nameOf(*focused);
        m_dragging = false;
        takeInHand({item->part, item->id, {}});
        announce(tr("%1 in hand. Arrow keys choose the place, Enter puts it down, Escape gives up.").arg(name));
    }
}

void ChassisView::removeSelected()
{
    const ItemId item = chosenItem();
    const int index = indexOf(m_order, Spot{item, {}});
    if (item && index >= 0)
        applyEdit(taken(m_document->build(), m_document->catalog(), item), areaOf(m_order[std::size_t(index)]));
}

void ChassisView::duplicateSelected()
{
    const ItemId item = chosenItem();
    const int index = indexOf(m_order, Spot{item, {}});
    if (!item || index < 0)
        return;
    const PartEdit edit = duplicated(m_document->build(), m_document->catalog(), item);
    const ItemId copy{m_document->build().nextItem};
    applyEdit(edit, areaOf(m_order[std::size_t(index)]));
    if (edit.allowed)
        m_document->setSelection(copy);
}

void ChassisView::editPowerLimit()
{
    if (const ItemId item = chosenItem()) {
        m_document->setSelection(item);
        m_inspector->focusPowerLimit();
    }
}

} // namespace rigwright::ui
