// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/result.h"

#include <QJsonValue>
#include <QString>

#include <variant>

namespace rigwright {

/// One value of a catalogue row as it travels through CSV, SQL and JSON; monostate = blank.
using Cell = std::variant<std::monostate, bool, qint64, double, QString>;

enum class CellType { Text, Integer, Real, Boolean };

inline bool isBlank(const Cell &cell)
{
    return std::holds_alternative<std::monostate>(cell);
}

/// @return the text of a CSV field: "yes"/"no", numbers with a point and without grouping
QString cellText(const Cell &cell);
/// Reads a CSV field; empty text is a blank cell.
Result<Cell> cellFromText(const QString &text, CellType type);

/// @return null for a blank cell
QJsonValue cellJson(const Cell &cell);
/// Reads a JSON value of exactly that type (a whole number also serves as Real).
Result<Cell> cellFromJson(const QJsonValue &json, CellType type);

} // namespace rigwright
