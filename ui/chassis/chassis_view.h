// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chassis/part_navigation.h"
#include "ui/chassis/placement_session.h"
#include "ui/document/build_document.h"

#include <QGraphicsView>
#include <QTimer>

#include <memory>

namespace rigwright::ui {

class BackdropItem;
class EmptyChassis;
class PartInspector;
class PartItem;

/// The chassis: shows the document's build to scale and edits it by drag and drop or with the
/// keyboard. One session at a time has something in hand; putting it down is one undo step.
class ChassisView : public QGraphicsView
{
    Q_OBJECT
public:
    explicit ChassisView(BuildDocument *document, QWidget *parent = nullptr);
    ~ChassisView() override;

    const ChassisModel &model() const { return m_model; }

    /// Takes something in hand without a drag: the pointer or the arrow keys choose the place, a
    /// click, Space or Enter puts it down, Escape gives up.
    void beginPlacing(const DraggedPart &dragged);
    bool isPlacing() const { return m_session != nullptr; }
    const PlacementSession *session() const { return m_session.get(); }

    /// @return what the keyboard points at, in words; empty for nothing
    QString focusedName() const;

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fit(); ///< shows everything, and keeps doing so until the user zooms
    void removeSelected();
    void duplicateSelected();
    void editPowerLimit();

Q_SIGNALS:
    void partWanted(rigwright::PartKind kind); ///< a free place was asked to be filled
    void templateWanted();                     ///< the empty chassis was asked for a template
    void announced(const QString &text);       ///< what just happened, in words, for the status bar

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void dropEvent(QDropEvent *event) override;
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void syncScene();
    void syncStates();
    void takeTheme();
    void zoomBy(double factor, QPointF around);
    void layoutOverlays();
    bool saysItself(const DropTarget &target) const;
    const PartView *partAt(QPoint viewportPoint) const;
    const PartView *focusedPart() const;
    ItemId chosenItem() const; ///< the selection, else what the keyboard points at
    void pointAt(int index);
    void announce(const QString &text);
    void showNote(const QRectF &anchor, const QString &text);

    // Something in hand (chassis_placing.cpp).
    void takeInHand(const DraggedPart &dragged);
    void holdAt(QPointF viewportPoint);
    void placeChanged();
    bool putDown(bool keepInHand);
    void endPlacing();
    void startDrag(const PartView &part);
    bool placingKey(QKeyEvent *event);
    void pickUpFocused();
    void applyEdit(const PartEdit &edit, const QRectF &anchor);

    BuildDocument *m_document;
    ChassisModel m_model;
    std::vector<PartView> m_order; ///< in reading order, for the keyboard
    ChassisColors m_colors;
    QGraphicsScene m_scene;
    BackdropItem *m_backdrop;
    std::vector<PartItem *> m_items; ///< owned by the scene
    EmptyChassis *m_empty;
    PartInspector *m_inspector;

    std::unique_ptr<PlacementSession> m_session;
    bool m_dragging = false; ///< the session belongs to a drag, not to the keyboard
    Spot m_spot;
    bool m_showsRing = false; ///< the keyboard was used last
    ItemId m_hovered;
    QPoint m_pressed;
    bool m_pressedPart = false;
    bool m_panning = false;
    bool m_autoFit = true;
    QString m_note;
    QRectF m_noteAnchor; ///< scene
    QTimer m_noteTimer;
};

} // namespace rigwright::ui
