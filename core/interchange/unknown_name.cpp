// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interchange/unknown_name.h"

#include <QCoreApplication>

namespace rigwright {

Error unknownName(const char *what, const QString &name, const QStringList &nearest)
{
    constexpr qsizetype kShown = 100; // of a name from a file, which may be of any length
    QString message = QCoreApplication::translate("Cases", what).arg(name.left(kShown));
    if (!nearest.isEmpty())
        message += QCoreApplication::translate("Cases", "; nearest: %1").arg(nearest.join(QLatin1String(", ")));
    return {Error::Code::NotFound, message};
}

} // namespace rigwright
