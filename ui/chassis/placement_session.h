// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chassis/chassis_model.h"
#include "ui/chassis/part_edits.h"

#include <QPointF>

namespace rigwright::ui {

/// A place that the thing in hand could go to, or why it cannot.
struct DropTarget
{
    Location location;
    QRectF hit;    ///< where the pointer means this place
    QRectF ghost;  ///< where the part would be, in its true size
    QString label; ///< "Slot 3 · x16 4.0"
    bool allowed = false;
    bool vacant = false; ///< nothing is drawn there, so a reason can be written into it
    QString reason;      ///< why not, or what is unwise
};

/// One thing in hand, from the moment it is picked up until it is put down: where it could go, and
/// which place it is held over. Mouse, drag and keyboard all steer the same session.
class PlacementSession
{
public:
    PlacementSession(DraggedPart dragged, const Build &build, const Catalog &catalog, const ChassisLayout &layout,
                     const ChassisModel &model);

    const DraggedPart &dragged() const { return m_dragged; }
    const QString &name() const { return m_name; } ///< of the thing in hand
    const std::vector<DropTarget> &targets() const { return m_targets; }
    const DropTarget *current() const { return m_current >= 0 ? &m_targets[std::size_t(m_current)] : nullptr; }
    /// Held outside the chassis: putting it down removes it.
    bool isRemoving() const { return m_removing; }

    /// Holds the thing over a point of the scene. @return whether that changed the place
    bool holdAt(QPointF point);
    /// Goes to the next (1) or previous (-1) place that takes it. @return whether there is one
    bool step(int direction);
    /// Holds it over no place.
    void letGo();

    /// @return what putting it down here would do to the build
    PartEdit edit(const Build &build, const Catalog &catalog) const;

    QString delta; ///< what the place would change, once it has been evaluated

private:
    void addPlaces(const Build &build, const Catalog &catalog, const ChassisLayout &layout, const ChassisModel &model);
    void addEverywhere(const Build &build, const Catalog &catalog, const ChassisModel &model);
    bool hold(int target, bool removing);

    DraggedPart m_dragged;
    QString m_name;
    QRectF m_outline;
    std::vector<DropTarget> m_targets;
    int m_current = -1;
    bool m_removing = false;
    bool m_canRemove = false;
};

} // namespace rigwright::ui
