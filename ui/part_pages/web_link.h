// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

class QWidget;

namespace rigwright::ui {

/// A link that opens an address in the browser when it is clicked; it says where it leads.
/// @param text  empty = the address's host
QWidget *makeWebLink(const QUrl &address, const QString &text = {});

} // namespace rigwright::ui
