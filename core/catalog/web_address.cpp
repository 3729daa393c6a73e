// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/web_address.h"

#include <QRegularExpression>

namespace rigwright {

std::optional<QUrl> webAddress(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return url.isValid() && web && !url.host().isEmpty() ? std::optional(url) : std::nullopt;
}

std::optional<QUrl> webAddressIn(const QString &text)
{
    static const QRegularExpression address(QStringLiteral("\\bhttps?://[^\\s,;()<>\"]+"));
    return webAddress(address.match(text).captured());
}

} // namespace rigwright
