// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/text_heights.h"

#include <QLabel>

namespace rigwright::ui {

/// Plain text over as many lines as it needs, measured once per width.
class WrappedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit WrappedLabel(FontRole font, QWidget *parent = nullptr);
    int heightForWidth(int width) const override;

private:
    TextHeights m_heights;
};

} // namespace rigwright::ui
