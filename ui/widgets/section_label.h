// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace rigwright::ui {

/// A panel's heading: small, muted capitals (drawn so; the text itself stays as written).
class SectionLabel : public QLabel
{
    Q_OBJECT
public:
    explicit SectionLabel(const QString &text = {}, QWidget *parent = nullptr);
};

} // namespace rigwright::ui
