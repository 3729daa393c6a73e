// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

namespace rigwright::ui {

/// Sets author and creation date in a PDF that QPdfWriter made. Qt 6.4 has no author and always
/// writes the present time, so that no two files of the same report would be equal.
/// @return the file with its cross-reference table moved accordingly; unchanged where it does not
///         look like one of Qt's
QByteArray withPdfMetadata(const QByteArray &pdf, const QString &author, QDate date);

} // namespace rigwright::ui
