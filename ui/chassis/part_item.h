// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chassis/part_view.h"

#include <QGraphicsItem>

namespace rigwright::ui {

/// The picture of one part or free place. Knows nothing of documents: sync() shows a view struct.
class PartItem : public QGraphicsItem
{
public:
    explicit PartItem(const ChassisColors &colors);
    void sync(const PartView &view);
    void setState(PaintState state);
    const PartView &view() const { return m_view; }

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const ChassisColors &m_colors;
    PartView m_view;
    PaintState m_state;
};

/// Enclosure, board, airflow column and scale bar: what stands behind the parts.
class BackdropItem : public QGraphicsItem
{
public:
    explicit BackdropItem(const ChassisColors &colors);
    void sync(const ChassisModel &model);

    QRectF boundingRect() const override { return m_model.bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const ChassisColors &m_colors;
    ChassisModel m_model;
};

} // namespace rigwright::ui
