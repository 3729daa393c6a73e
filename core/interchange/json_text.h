// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/units/result.h"

#include <QJsonObject>

namespace rigwright {

/// Parses the text of a JSON document that nobody vouches for.
/// @return its top-level object; Corrupt with the byte where the text breaks off or is no JSON;
///         Invalid where it is larger than `maximumBytes`, nested too deeply, or no object
Result<QJsonObject> jsonObject(const QByteArray &text, qint64 maximumBytes);

} // namespace rigwright
