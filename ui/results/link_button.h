// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/text_heights.h"

#include <QAbstractButton>

namespace rigwright::ui {

/// A button that looks like a link and wraps its text like a paragraph.
class LinkButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit LinkButton(const QString &text = {}, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    TextHeights m_heights;
};

} // namespace rigwright::ui
