// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include <optional>

namespace rigwright {

/// @return the address where a text is one that the program keeps and opens: http or https with a host
std::optional<QUrl> webAddress(const QString &text);
/// @return the first such address in a text
std::optional<QUrl> webAddressIn(const QString &text);

} // namespace rigwright
