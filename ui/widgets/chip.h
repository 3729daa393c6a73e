// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace rigwright::ui {

/// A toggle in a row of toggles: a pill for "one of these" (sections), a small rounded box for
/// "and also this" (facets; shows a cross while it is on).
class Chip : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Shape { Pill, Box };
    explicit Chip(const QString &text, Shape shape = Shape::Pill, QWidget *parent = nullptr);
    /// Shows how many rows it leaves; the chip keeps the width of the largest number it had.
    void setCount(int count);
    int count() const { return m_count; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString shownText() const;
    Shape m_shape;
    int m_count = -1; ///< < 0 = none
    int m_countWidth = 0;
};

} // namespace rigwright::ui
