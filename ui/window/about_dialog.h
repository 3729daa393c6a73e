// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace rigwright::ui {

/// What the program is, its version and licence, and whose data and libraries it stands on.
class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    AboutDialog(const QString &catalogVersion, QWidget *parent = nullptr);
};

} // namespace rigwright::ui
