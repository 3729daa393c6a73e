// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace rigwright {

/// PRAGMA application_id of catalogue files: "RGWC".
inline constexpr int kCatalogApplicationId = 0x52475743;
/// PRAGMA user_version of catalogue files; raised with every change of a table.
inline constexpr int kCatalogSchemaVersion = 3;
/// Of the file beside a catalogue that holds its SHA-256, as sha256sum writes it.
inline constexpr char kChecksumSuffix[] = ".sha256";

/// @return a column's name for SQL: some are words of the language
inline QByteArray quoted(const char *column)
{
    return '"' + QByteArray(column) + '"';
}

} // namespace rigwright
