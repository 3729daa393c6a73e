// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/part_pages/web_link.h"

#include "ui/results/link_button.h"

#include <QCoreApplication>
#include <QDesktopServices>

namespace rigwright::ui {

QWidget *makeWebLink(const QUrl &address, const QString &text)
{
    auto *link = new LinkButton(text.isEmpty() ? address.host() : text);
    link->setObjectName(QStringLiteral("webLink"));
    link->setToolTip(address.toDisplayString().toHtmlEscaped());
    link->setAccessibleName(
        QCoreApplication::translate("WebLink", "Open %1 in the browser").arg(address.toDisplayString()));
    link->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    QObject::connect(link, &QAbstractButton::clicked, link, [address] { QDesktopServices::openUrl(address); });
    return link;
}

} // namespace rigwright::ui
