// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tuning/tuning_figures.h"

#include <QWidget>

namespace rigwright::ui {

/// The memory of one GPU as a thick bar: its parts one after the other, and a tick where the memory ends if they
/// go beyond. A stretch names itself where it is wide enough, and under the pointer.
class MemoryStack : public QWidget
{
    Q_OBJECT
public:
    explicit MemoryStack(QWidget *parent = nullptr);
    void setView(const MemoryStackView &view);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    MemoryStackView m_view;
};

} // namespace rigwright::ui
