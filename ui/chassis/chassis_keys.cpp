// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chassis/chassis_view.h"

#include <QKeyEvent>

/// The keyboard's side of the chassis view: all that the mouse does.
namespace rigwright::ui {

namespace {

bool isArrow(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

bool isConfirm(int key)
{
    return key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
}

/// Keys that mean something here whatever shortcut the window gives them.
bool isOwnKey(const QKeyEvent &event)
{
    if (event.modifiers() & Qt::ControlModifier)
        return event.key() == Qt::Key_D || event.key() == Qt::Key_L;
    return isArrow(event.key()) || isConfirm(event.key()) || event.key() == Qt::Key_Delete
           || event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Escape;
}

} // namespace

bool ChassisView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QGraphicsView::event(event);
}

/// Tab walks through places and parts, and leaves the chassis at its ends.
bool ChassisView::focusNextPrevChild(bool next)
{
    if (m_session) {
        if (m_session->step(next ? 1 : -1))
            placeChanged();
        return true;
    }
    const int current = indexOf(m_order, m_spot);
    const int target = current < 0 ? (next ? 0 : int(m_order.size()) - 1) : current + (next ? 1 : -1);
    if (target < 0 || std::size_t(target) >= m_order.size()) {
        m_spot = {};
        return QGraphicsView::focusNextPrevChild(next);
    }
    pointAt(target);
    return true;
}

void ChassisView::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    if (event->reason() != Qt::TabFocusReason && event->reason() != Qt::BacktabFocusReason)
        return;
    if (indexOf(m_order, m_spot) < 0 && !m_order.empty())
        pointAt(event->reason() == Qt::TabFocusReason ? 0 : int(m_order.size()) - 1);
    m_showsRing = true;
    viewport()->update();
}

void ChassisView::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    const bool elsewhere = event->reason() == Qt::MouseFocusReason || event->reason() == Qt::OtherFocusReason;
    if (m_session && !m_dragging && elsewhere)
        endPlacing();
    viewport()->update();
}

/// @return whether the key was for what is in hand
bool ChassisView::placingKey(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        endPlacing();
        announce(tr("Given up"));
    } else if (isConfirm(event->key())) {
        putDown(event->modifiers() & Qt::ShiftModifier);
    } else if (event->key() == Qt::Key_Delete && m_session->dragged().placed) {
        endPlacing();
        removeSelected();
    } else if (isArrow(event->key())) {
        const bool forward = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
        if (m_session->step(forward ? 1 : -1))
            placeChanged();
        else
            announce(tr("No place takes %1").arg(m_session->name()));
    } else {
        return false;
    }
    return true;
}

void ChassisView::keyPressEvent(QKeyEvent *event)
{
    event->accept();
    if (m_session && placingKey(event))
        return;
    const bool control = event->modifiers() & Qt::ControlModifier;
    const int key = event->key();
    if (isArrow(key) && !control)
        pointAt(neighbour(m_order, indexOf(m_order, m_spot), key));
    else if (isConfirm(key))
        pickUpFocused();
    else if (key == Qt::Key_Delete || key == Qt::Key_Backspace)
        removeSelected();
    else if (control && key == Qt::Key_D)
        duplicateSelected();
    else if (control && key == Qt::Key_L)
        editPowerLimit();
    else if (key == Qt::Key_Plus || key == Qt::Key_Equal)
        zoomIn();
    else if (key == Qt::Key_Minus)
        zoomOut();
    else if (key == Qt::Key_0)
        fit();
    else if (key == Qt::Key_Escape && m_document->selection())
        m_document->setSelection({});
    else
        event->ignore();
}

} // namespace rigwright::ui
